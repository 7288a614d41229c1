//! The part of a text that is nearest to some words.

use std::ops::Range;

/// Most comparisons of characters: a quotation of a thousand characters in an article of two thousand.
const MOST: usize = 2_000_000;

/// The bytes of `text` that resemble `words` most, and how much: 1 where they stand there, 0 where nothing does. Marks and blanks do
/// not count. The whole text where looking would take too long.
pub(super) fn nearest(text: &str, words: &str) -> (Range<usize>, f64) {
    let ink = |text: &str| -> Vec<(usize, char)> { text.char_indices().filter(|(_, c)| c.is_alphanumeric()).collect() };
    let (text_ink, words_ink) = (ink(text), ink(words));
    if words_ink.is_empty() || text_ink.is_empty() || text_ink.len().saturating_mul(words_ink.len()) > MOST {
        return (0..text.len(), 0.0);
    }
    // Fewest changes that make the first characters of `words` out of a piece of `text` that ends here, and where the piece starts.
    let mut column: Vec<(usize, usize)> = (0..=words_ink.len()).map(|changes| (changes, 0)).collect();
    let mut best = (column[words_ink.len()].0, 0, 0);
    for (end, (_, c)) in text_ink.iter().enumerate() {
        let mut diagonal = column[0];
        column[0] = (0, end + 1);
        for (row, (_, w)) in words_ink.iter().enumerate() {
            let kept = (diagonal.0 + usize::from(c != w), diagonal.1);
            let dropped = (column[row + 1].0 + 1, column[row + 1].1);
            let inserted = (column[row].0 + 1, column[row].1);
            diagonal = column[row + 1];
            column[row + 1] = [kept, dropped, inserted].into_iter().min_by_key(|(changes, _)| *changes).unwrap_or(kept);
        }
        let (changes, start) = column[words_ink.len()];
        if changes < best.0 {
            best = (changes, start, end + 1);
        }
    }
    let (changes, start, end) = best;
    let alike = 1.0 - changes as f64 / words_ink.len() as f64;
    match text_ink.get(start..end) {
        Some([(first, _), .., (last, c)]) => (*first..last + c.len_utf8(), alike),
        Some([(only, c)]) => (*only..only + c.len_utf8(), alike),
        _ => (0..text.len(), 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_piece_is_found() {
        let text = "读者凭借书证借阅图书，借书证有效期为一年。每位读者同时借阅的图书不得超过五册，借期三十日。";
        let piece = |words: &str| {
            let (range, alike) = nearest(text, words);
            (&text[range], (alike * 100.0).round() as i32)
        };
        assert_eq!(piece("借书证有效期为两年"), ("借书证有效期为一年", 89));
        assert_eq!(piece("不得超过五册，借期三十日"), ("不得超过五册，借期三十日", 100));
        assert_eq!(piece("").1, 0);
        assert!(piece("天气晴朗").1 < 30);
    }
}
