//! Dates as texts write them: 2023年10月16日, 一九五七年六月一日, and that in a file name.

use crate::text::numerals;

/// The first day named in the text, as `2023-10-16`, and what follows it.
pub(super) fn first(text: &str) -> Option<(String, &str)> {
    text.match_indices('年').find_map(|(at, year)| {
        let before = &text[..at];
        let start = before.char_indices().rev().take_while(|(_, c)| digit(*c)).last()?.0;
        let year_no = number(&before[start..]).filter(|y| (1900..=2100).contains(y))?;
        let (month, rest) = until(&text[at + year.len()..], '月')?;
        let (day, rest) = until(rest, '日')?;
        Some((iso(year_no, month, day)?, rest))
    })
}

/// All days named in the text.
pub(super) fn all(mut text: &str) -> Vec<String> {
    let mut found = Vec::new();
    while let Some((date, rest)) = first(text) {
        found.push(date);
        text = rest;
    }
    found
}

/// `title(2023-10-16)`: the title and the day in brackets of either width; also `title_20231016`.
pub(super) fn in_name(stem: &str) -> (&str, Option<String>) {
    let bracketed = stem.trim_end().strip_suffix([')', '）']).and_then(|inner| {
        let at = inner.rfind(['(', '（'])?;
        let date = inner[at..].trim_start_matches(['(', '（']);
        Some((&inner[..at], day(date)?))
    });
    let plain = || {
        let at = stem.rfind(['_', '-', ' '])?;
        let digits = &stem[at + 1..];
        let packed = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
        let date = packed.then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))?;
        Some((&stem[..at], day(&date)?))
    };
    match bracketed.or_else(plain) {
        Some((title, date)) => (title.trim(), Some(date)),
        None => (stem.trim(), None),
    }
}

fn day(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '.']).map(str::parse::<u64>);
    let date = iso(parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?)?;
    parts.next().is_none().then_some(date)
}

fn until(text: &str, end: char) -> Option<(u64, &str)> {
    let at = text.char_indices().take(6).find(|(_, c)| *c == end)?.0;
    let value = number(text[..at].trim())?;
    Some((value, &text[at + end.len_utf8()..]))
}

fn digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇○零一二三四五六七八九".contains(c)
}

fn number(text: &str) -> Option<u64> {
    numerals::parse(&text.replace('○', "〇"))
}

fn iso(year: u64, month: u64, day: u64) -> Option<String> {
    let date = format!("{year:04}-{month:02}-{day:02}");
    let real = (1900..=2100).contains(&year) && date.parse::<toml::value::Datetime>().is_ok();
    real.then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_written() {
        assert_eq!(all("1991年9月4日通过 2006年12月29日修订"), ["1991-09-04", "2006-12-29"]);
        assert_eq!(all("一九五七年六月一日起，二〇〇七年以后"), ["1957-06-01"]);
        assert_eq!(all("2023年2月30日，12年3月4日"), [] as [&str; 0]);
        assert_eq!(in_name("某条例(2023-10-16)"), ("某条例", Some("2023-10-16".to_owned())));
        assert_eq!(in_name("某解释（二）(2013-01-02)"), ("某解释（二）", Some("2013-01-02".to_owned())));
        assert_eq!(in_name("某解释（二）"), ("某解释（二）", None));
        assert_eq!(in_name("某法_20201017"), ("某法", Some("2020-10-17".to_owned())));
    }
}
