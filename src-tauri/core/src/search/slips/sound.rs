//! Latin letters that are Chinese: pinyin and initials.

use super::{Guess, Meanings, weight};
use crate::model::Lang;
use crate::search::pinyin;
use crate::wire::MeantWhy;

/// Longest run of letters that is read: a long title in pinyin.
const LONGEST: usize = 120;

/// What a run of characters is worth in a chain of them, and what each further run costs.
const RUN: f32 = 1.0;
const BREAK: f32 = 1.2;

impl Meanings {
    /// The words with what is spelt in Latin letters as the Chinese it sounds like.
    pub(super) fn by_sound(&self, words: &str) -> Vec<Guess> {
        let mut guesses = Vec::new();
        for (from, to) in latin(words) {
            let typed = &words[from..to];
            let Some(letters) = pinyin::letters(typed).filter(|letters| letters.len() <= LONGEST) else { continue };
            if self.is_english(typed) {
                continue;
            }
            let mut here = self.spelt(&letters);
            if here.is_empty() {
                here = self.abbreviated(&letters);
            }
            if !here.is_empty() {
                guesses = here;
                for guess in &mut guesses {
                    guess.text = format!("{}{}{}", &words[..from], guess.text, &words[to..]);
                }
                break;
            }
        }
        guesses
    }

    /// Whether every word of it stands in the texts.
    fn is_english(&self, typed: &str) -> bool {
        typed
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| !word.is_empty())
            .all(|word| self.spoken.knows(&word.to_ascii_lowercase()))
    }

    fn spelt(&self, letters: &str) -> Vec<Guess> {
        let entries = self.entries.iter().filter(|entry| entry.lang == Lang::Zh && entry.length * 6 >= letters.len());
        let whole = entries.filter(|entry| pinyin::spells(&entry.folded, letters, true));
        let mut guesses: Vec<Guess> = whole
            .map(|entry| Guess {
                text: entry.text.clone(),
                why: MeantWhy::Pinyin,
                score: 10.0 + weight(entry.kind),
                sure: true,
            })
            .collect();
        if let Some((text, score)) = self.chain(letters) {
            let sure = guesses.is_empty();
            guesses.push(Guess { text, why: MeantWhy::Pinyin, score: 5.0 + score / 100.0, sure });
        }
        guesses
    }

    /// The likeliest chain of known runs that is spelt so.
    fn chain(&self, letters: &str) -> Option<(String, f32)> {
        // For each place how well the letters before it can be read, and where the last run began.
        let mut best: Vec<Option<(f32, usize)>> = vec![None; letters.len() + 1];
        best[0] = Some((0.0, 0));
        for from in 0..letters.len() {
            let Some((before, _)) = best[from] else { continue };
            // Four syllables have 24 letters at most.
            for to in (from + 2)..=letters.len().min(from + 24) {
                let Some((run, count)) = self.spoken.runs.get(&letters[from..to]) else { continue };
                let length = run.chars().count() as f32;
                let score = before + length * RUN + 0.15 * (1.0 + *count as f32).ln() - BREAK;
                if best[to].is_none_or(|(known, _)| score > known) {
                    best[to] = Some((score, from));
                }
            }
        }
        let (score, _) = best[letters.len()]?;
        let mut runs = Vec::new();
        let mut end = letters.len();
        while end > 0 {
            let (_, from) = best[end]?;
            runs.push(self.spoken.runs.get(&letters[from..end])?.0.as_str());
            end = from;
        }
        runs.reverse();
        Some((runs.concat(), score))
    }

    /// What has these initials: titles and terms as wholes, or a run that stands in them often.
    fn abbreviated(&self, letters: &str) -> Vec<Guess> {
        if letters.len() < 3 {
            return Vec::new();
        }
        let entries = self.entries.iter().filter(|entry| entry.lang == Lang::Zh);
        let whole = entries.filter(|entry| pinyin::initials(&entry.folded, letters, true));
        let mut guesses: Vec<Guess> = whole
            .map(|entry| Guess {
                text: entry.text.clone(),
                why: MeantWhy::Initials,
                score: 8.0 + weight(entry.kind),
                sure: letters.len() > 3,
            })
            .collect();
        let same = |run: &str| run.chars().count() == letters.len() && pinyin::initials(run, letters, true);
        let runs = self.spoken.runs.values().filter(|(run, _)| same(run));
        if let Some((run, count)) = runs.max_by(|a, b| (a.1, &b.0).cmp(&(b.1, &a.0))) {
            let often = letters.len() > 3 && *count >= 10;
            let score = if often { 9.5 } else { 4.0 };
            guesses.push(Guess { text: run.clone(), why: MeantWhy::Initials, score, sure: often });
        }
        guesses
    }
}

/// Bytes of each run of Latin words, blanks and apostrophes between them included.
fn latin(words: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (at, c) in words.char_indices() {
        if c.is_ascii_alphabetic() || c == 'ü' {
            match found.last_mut().filter(|_| open) {
                Some((_, end)) => *end = at + c.len_utf8(),
                None => found.push((at, at + c.len_utf8())),
            }
            open = true;
        } else {
            open &= c.is_whitespace() || matches!(c, '\'' | '’');
        }
    }
    found
}
