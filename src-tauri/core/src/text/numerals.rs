//! Chinese, Arabic, full-width and roman numerals, both ways.

/// Digit value of a Chinese or Arabic digit, half- or full-width.
fn digit(c: char) -> Option<u64> {
    Some(match c {
        '0'..='9' => u64::from(c) - u64::from('0'),
        '０'..='９' => u64::from(c) - u64::from('０'),
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Value of 十百千 and of the shorthands 廿卅 (which carry their own digit).
fn unit(c: char) -> Option<(u64, Option<u64>)> {
    Some(match c {
        '十' | '拾' => (10, None),
        '廿' => (10, Some(2)),
        '卅' => (10, Some(3)),
        '百' | '佰' => (100, None),
        '千' | '仟' => (1000, None),
        _ => return None,
    })
}

/// Value of 万 and 亿.
fn myriad(c: char) -> Option<u64> {
    Some(match c {
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Whether a number can start here.
fn starts(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '拾' | '廿' | '卅')
}

/// Reads the longest number at the start of `chars`: its value and how many characters it took.
///
/// Understands 一百二十, 一〇五, 廿三, 5万, 5,000万, １２. Decimals are not numbers here. `None` where
/// no number starts or where it does not fit 64 bits.
pub fn read(chars: &[char]) -> Option<(u64, usize)> {
    chars.first().filter(|c| starts(**c))?;
    // total: closed 万/亿 groups; section: the open group below 万; figure: digits not yet given a unit.
    let (mut total, mut section, mut figure) = (0u64, 0u64, None::<u64>);
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if let Some(value) = digit(c) {
            figure = Some(figure.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
        } else if let Some((size, own)) = unit(c) {
            let count = match (own, figure) {
                (Some(own), _) => own,
                (None, Some(figure)) => figure,
                (None, None) if section == 0 && size == 10 => 1,
                (None, None) => break,
            };
            section = section.checked_add(count.checked_mul(size)?)?;
            figure = None;
        } else if let Some(size) = myriad(c) {
            let group = section.checked_add(figure.unwrap_or(0))?;
            if group == 0 {
                break;
            }
            total = total.checked_add(group.checked_mul(size)?)?;
            (section, figure) = (0, None);
        } else if matches!(c, ',' | '，') && grouped(chars, at) {
            // A thousands separator is part of the number.
        } else {
            break;
        }
        at += 1;
    }
    Some((total.checked_add(section)?.checked_add(figure.unwrap_or(0))?, at))
}

/// Whether the comma at `at` separates thousands: an Arabic digit before it, exactly three after it.
fn grouped(chars: &[char], at: usize) -> bool {
    let arabic = |i: usize| chars.get(i).is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(c));
    at > 0 && arabic(at - 1) && (1..=3).all(|i| arabic(at + i)) && !arabic(at + 4)
}

/// Reads a string that is a number and nothing else.
pub fn parse(text: &str) -> Option<u64> {
    let chars: Vec<char> = text.chars().collect();
    read(&chars).filter(|(_, taken)| *taken == chars.len()).map(|(value, _)| value)
}

/// Writes 1 to 9,999 as a drafter would: 一百二十, 十二, 一千零一.
pub fn to_chinese(n: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const UNITS: [&str; 4] = ["", "十", "百", "千"];
    let n = n.min(9_999);
    let mut out = String::new();
    let mut gap = false;
    for power in (0..4).rev() {
        let figure = n / 10u32.pow(power) % 10;
        if figure == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
        }
        gap = false;
        if !(figure == 1 && power == 1 && out.is_empty()) {
            out.push(DIGITS[figure as usize]);
        }
        out.push_str(UNITS[power as usize]);
    }
    if out.is_empty() { "零".to_owned() } else { out }
}

/// Reads a lower- or upper-case roman numeral up to xcix.
pub fn parse_roman(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    (1..100).find(|n| to_roman(*n) == lower)
}

/// Writes 1 to 99 as a lower-case roman numeral.
pub fn to_roman(n: u32) -> String {
    const TABLE: [(u32, &str); 9] =
        [(90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"), (0, "")];
    let mut rest = n.min(99);
    let mut out = String::new();
    for (value, letters) in TABLE {
        while value > 0 && rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read() {
        for (text, value) in [
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零五", 105),
            ("一百二十", 120),
            ("二百八十七", 287),
            ("一〇五", 105),
            ("廿三", 23),
            ("两", 2),
            ("两千", 2000),
            ("46", 46),
            ("４６", 46),
            ("5万", 50_000),
            ("五十万", 500_000),
            ("5000万", 50_000_000),
            ("100万", 1_000_000),
            ("一亿二千万", 120_000_000),
            ("5,000", 5000),
            ("50,000,000", 50_000_000),
            ("一千零一", 1001),
            ("一万零五十", 10_050),
            ("壹佰", 100),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in ["", "万一", "百姓", "条", "5,00", "千", "99999999999999999999999", "一二三x"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn article_numbers_go_both_ways() {
        for n in 1..=9_999 {
            let written = to_chinese(n);
            assert_eq!(parse(&written), Some(u64::from(n)), "{written}");
        }
        assert_eq!(to_chinese(110), "一百一十");
    }

    #[test]
    fn roman_numerals_go_both_ways() {
        for n in 1..100 {
            assert_eq!(parse_roman(&to_roman(n)), Some(n));
        }
        assert_eq!(parse_roman("IV"), Some(4));
        assert_eq!(parse_roman("iiii"), None);
    }
}
