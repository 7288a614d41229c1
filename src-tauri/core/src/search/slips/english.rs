//! Slips in English words.

use super::{Guess, Meanings};
use crate::wire::MeantWhy;

/// Shorter words are abbreviations or anything.
const SHORTEST: usize = 4;

/// Keys as they lie; neighbours in a row and in the rows beside it are hit for one another.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

impl Meanings {
    /// The words with every English one that stands in no text as the nearest that does.
    pub(super) fn by_letters(&self, words: &str) -> Vec<Guess> {
        let mut text = String::new();
        let (mut slips, mut keys, mut worst, mut sure) = (0u8, true, 0, true);
        let mut rest = words;
        while !rest.is_empty() {
            let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            match self.nearest(word) {
                Some((near, distance)) => {
                    (slips, worst) = (slips.saturating_add(1), worst.max(distance));
                    sure &= is_sure(word, near, distance);
                    keys &= distance == 1 && neighbouring_key(&word.to_ascii_lowercase(), near);
                    text.push_str(near);
                }
                None => text.push_str(word),
            }
            let gap = after.chars().next().map_or(0, char::len_utf8);
            text.push_str(&after[..gap]);
            rest = &after[gap..];
        }
        if slips == 0 {
            return Vec::new();
        }
        let why = if keys { MeantWhy::Keyboard } else { MeantWhy::Slip };
        vec![Guess { text, why, score: 6.0 - worst as f32, sure }]
    }

    /// The nearest known word of an unknown one: the fewest slips, then the most frequent.
    fn nearest(&self, word: &str) -> Option<(&str, usize)> {
        let word = word.to_ascii_lowercase();
        if word.len() < SHORTEST || self.spoken.knows(&word) {
            return None;
        }
        let most = if word.len() < 8 { 1 } else { 2 };
        let near = |(known, count): (&'_ String, &u32)| {
            if known.len() < SHORTEST || known.len().abs_diff(word.len()) > most {
                return None;
            }
            distance(word.as_bytes(), known.as_bytes(), most).map(|slips| (slips, *count))
        };
        let found = self.spoken.words.iter().filter_map(|(known, count)| {
            near((known, count)).map(|(slips, count)| (slips, std::cmp::Reverse(count), known))
        });
        found.min().map(|(slips, _, known)| (known.as_str(), slips))
    }
}

/// Whether a slip is likelier than a word the texts do not have: porn is no born, cafes are no cases.
fn is_sure(word: &str, near: &str, slips: usize) -> bool {
    let first = |text: &str| text.bytes().next().map(|c| c.to_ascii_lowercase());
    first(word) == first(near) && word.len() >= if slips == 1 { 6 } else { 9 }
}

/// Slips between two words: letters put in, left out, exchanged, swapped; `None` when there are more than `most`.
fn distance(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i; other.len() + 1];
        for j in 1..=other.len() {
            let exchanged = last[j - 1] + usize::from(one[i - 1] != other[j - 1]);
            row[j] = exchanged.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        (before, last) = (last, row);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

/// Whether two words of one length differ in one letter, whose keys are neighbours.
fn neighbouring_key(one: &str, other: &str) -> bool {
    let mut different = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let place = |key: char| {
        (0i32..).zip(ROWS).find_map(|(row, keys)| keys.find(key).and_then(|at| Some((row, i32::try_from(at).ok()?))))
    };
    let near = |(a, b): (char, char)| match (place(a), place(b)) {
        (Some((row, at)), Some((other_row, other_at))) => (row - other_row).abs() <= 1 && (at - other_at).abs() <= 1,
        _ => false,
    };
    one.len() == other.len() && different.next().is_some_and(near) && different.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (one, other, slips) in [
            ("cyberbulying", "cyberbullying", Some(1)),
            ("perosnal", "personal", Some(1)),
            ("guardain", "guardian", Some(1)),
            ("minor", "minor", Some(0)),
            ("gamse", "games", Some(1)),
            ("infromtion", "information", Some(2)),
            ("abc", "xyz", None),
        ] {
            assert_eq!(distance(one.as_bytes(), other.as_bytes(), 2), slips, "{one} {other}");
        }
        assert!(neighbouring_key("guardisn", "guardian") && !neighbouring_key("guardizn", "guardiqn"));
    }
}
