//! Chinese by its sound: pinyin without tones, whole or as initials. Every reading of a character counts.

use pinyin::ToPinyinMulti;

/// The readings of a character, most usual first; none for anything but Chinese.
pub(super) fn readings(c: char) -> impl Iterator<Item = &'static str> {
    c.to_pinyin_multi().into_iter().flatten().map(|reading| reading.plain())
}

/// The letters of something typed in pinyin: blanks and apostrophes only part syllables. `None` when anything else stands there.
pub(super) fn letters(typed: &str) -> Option<String> {
    let mut out = String::new();
    for c in typed.chars() {
        match c {
            'ü' | 'Ü' => out.push('v'),
            c if c.is_ascii_alphabetic() => out.push(c.to_ascii_lowercase()),
            c if c.is_whitespace() || matches!(c, '\'' | '’') => {}
            _ => return None,
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether `typed` spells a text from its start: the whole of it, or a beginning that may break off inside a syllable.
pub(super) fn spells(text: &str, typed: &str, whole: bool) -> bool {
    let Some(c) = text.chars().next() else { return typed.is_empty() };
    if typed.is_empty() {
        return !whole || !text.chars().any(char::is_alphanumeric);
    }
    let rest = &text[c.len_utf8()..];
    if !c.is_alphanumeric() {
        return spells(rest, typed, whole);
    }
    let goes_on = |reading: &str| match strip(typed, reading) {
        Some(left) => spells(rest, left, whole),
        None => !whole && strip(reading, typed).is_some(),
    };
    if c.is_ascii() {
        return goes_on(c.to_ascii_lowercase().encode_utf8(&mut [0; 4]));
    }
    readings(c).any(goes_on)
}

/// What is left of `text` after `start`; ü is typed v or u.
fn strip<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for wanted in start.chars() {
        let c = chars.next()?;
        let same = |a: char, b: char| a == b || a == 'ü' && matches!(b, 'u' | 'v');
        if !(same(c, wanted) || same(wanted, c)) {
            return None;
        }
    }
    Some(chars.as_str())
}

/// Whether these letters are the initials of a text: of all of it, or of its beginning.
pub(super) fn initials(text: &str, typed: &str, whole: bool) -> bool {
    let mut chars = text.chars().filter(|c| c.is_alphanumeric());
    let each = typed.chars().all(|letter| {
        chars.next().is_some_and(|c| match c.is_ascii() {
            true => c.eq_ignore_ascii_case(&letter),
            false => readings(c).any(|reading| reading.starts_with(letter)),
        })
    });
    each && (!whole || chars.next().is_none())
}

/// How two characters sound to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sound {
    /// They have a reading in common.
    Same,
    /// Readings that people mix up: z and zh, n and l, an and ang.
    Near,
    /// Neither.
    Other,
}

/// Compares two Chinese characters by their readings.
pub(super) fn compare(one: char, other: char) -> Sound {
    if one == other || readings(one).any(|a| readings(other).any(|b| a == b)) {
        return Sound::Same;
    }
    let near = readings(one).any(|a| readings(other).any(|b| blurred(a) == blurred(b)));
    if near { Sound::Near } else { Sound::Other }
}

/// A reading without what people mix up: its first sound and its last.
pub(super) fn blurred(reading: &'static str) -> (&'static str, &'static str) {
    const FIRST: [(&str, &str); 6] = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l"), ("h", "f")];
    let vowel = reading.find(['a', 'e', 'i', 'o', 'u', 'v', 'ü']).unwrap_or(0);
    let (first, last) = reading.split_at(vowel);
    let first = FIRST.iter().find(|(from, _)| *from == first).map_or(first, |(_, to)| to);
    (first, if last.ends_with("ng") && last != "ong" { &last[..last.len() - 1] } else { last })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_spelt() {
        for (text, typed, whole, expected) in [
            ("网络欺凌", "wangluoqiling", true, true),
            ("网络欺凌", "wangluoqilin", true, false),
            ("网络欺凌", "wangluoqilin", false, true),
            ("网络欺凌", "wangluox", false, false),
            ("银行卡", "yinhangka", true, true),
            ("打赏、直播", "dashangzhibo", true, true),
            ("APP收集", "appshouji", true, true),
            ("法律", "falv", true, true),
            ("网络", "", true, false),
        ] {
            assert_eq!(spells(text, typed, whole), expected, "{text} {typed}");
        }
        assert_eq!(letters("Wang Luo xi'an").as_deref(), Some("wangluoxian"));
        assert_eq!((letters("网luo"), letters(" ")), (None, None));
    }

    #[test]
    fn initials_are_read() {
        for (text, typed, whole, expected) in [
            ("未成年人", "wcnr", true, true),
            ("未成年人网络保护条例", "wcnrwlbhtl", true, true),
            ("未成年人网络保护条例", "wcnr", true, false),
            ("未成年人网络保护条例", "wcnr", false, true),
            ("银行", "yh", true, true),
            ("未成年人", "wcx", false, false),
        ] {
            assert_eq!(initials(text, typed, whole), expected, "{text} {typed}");
        }
    }

    #[test]
    fn sounds_are_compared() {
        for (one, other, sound) in [
            ('凌', '领', Sound::Same),
            ('凌', '林', Sound::Near),
            ('赏', '商', Sound::Same),
            ('网', '络', Sound::Other),
        ] {
            assert_eq!(compare(one, other), sound, "{one} {other}");
        }
    }
}
