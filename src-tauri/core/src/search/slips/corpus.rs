//! What stands in the texts: pairs of Chinese characters, runs of them by sound, English words.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::index::english;
use crate::library::Library;
use crate::model::{Lang, Passage};
use crate::search::pinyin::readings;

/// The language of the texts.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    /// How often each pair of neighbours stands in Chinese texts.
    pairs: HashMap<[char; 2], u32>,
    /// Characters of the texts by how they sound; the more frequent first.
    pub(super) by_reading: HashMap<&'static str, Vec<char>>,
    /// Runs of two to four characters by their letters, with how often they stand there: the most frequent run of each.
    pub(super) runs: HashMap<String, (String, u32)>,
    /// English words with how often they stand in the texts.
    pub(super) words: BTreeMap<String, u32>,
    /// Their stems.
    stems: HashSet<String>,
}

/// Pairs that stand less often are no words to be guessed.
const RARE: u32 = 3;

pub(super) fn is_chinese(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric() && readings(c).next().is_some()
}

impl Spoken {
    /// Reads the texts of `library`; `chinese` are its titles, headings and terms, a line each, and count as texts too.
    pub(super) fn of(library: &Library, chinese: &str) -> Self {
        let mut spoken = Self::default();
        let mut runs: HashMap<&str, u32> = HashMap::new();
        for text in library.works().iter().flat_map(|work| work.texts()) {
            for line in text.passages().flat_map(|passage| lines(passage, text.meta.lang)) {
                spoken.read(line);
            }
        }
        for line in chinese.lines() {
            spoken.read(line);
            let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
            for length in 3..=4 {
                for window in starts.windows(length + 1) {
                    let run = &line[window[0]..window[length]];
                    *runs.entry(run).or_default() += 1;
                }
            }
        }
        let mut english = english();
        for word in spoken.words.keys() {
            english.token_stream(word).process(&mut |token| {
                spoken.stems.insert(token.text.clone());
            });
        }
        let mut characters: HashMap<char, u32> = HashMap::new();
        for (pair, count) in &spoken.pairs {
            pair.iter().for_each(|c| *characters.entry(*c).or_default() += count);
        }
        let mut characters: Vec<(char, u32)> = characters.into_iter().collect();
        characters.sort_unstable_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
        for (c, _) in &characters {
            readings(*c).for_each(|reading| spoken.by_reading.entry(reading).or_default().push(*c));
        }
        let pairs = spoken.pairs.iter().filter(|(_, count)| **count >= RARE);
        let pairs: Vec<(String, u32)> = pairs.map(|(pair, count)| (pair.iter().collect(), *count)).collect();
        let runs = runs.into_iter().filter(|(_, count)| *count > 1).map(|(run, count)| (run.to_owned(), count));
        for (run, count) in pairs.into_iter().chain(runs) {
            spoken.add_run(run, count);
        }
        spoken
    }

    fn read(&mut self, line: &str) {
        let mut before: Option<char> = None;
        let mut word = String::new();
        for c in line.chars().chain([' ']) {
            if c.is_ascii_alphabetic() {
                word.push(c.to_ascii_lowercase());
            } else if c == 'é' {
                word.push('e');
            } else if !word.is_empty() {
                self.add_word(std::mem::take(&mut word));
            }
            let chinese = (!c.is_ascii() && c.is_alphanumeric()).then_some(c);
            if let (Some(before), Some(c)) = (before, chinese) {
                *self.pairs.entry([before, c]).or_default() += 1;
            }
            before = chinese;
        }
    }

    fn add_word(&mut self, word: String) {
        *self.words.entry(word).or_default() += 1;
    }

    /// Keeps a run under the letters of its usual readings.
    fn add_run(&mut self, run: String, count: u32) {
        let letters: Option<String> = run.chars().map(|c| readings(c).next()).collect();
        let Some(letters) = letters.map(|letters| letters.replace('ü', "v")) else { return };
        let better = |kept: &(String, u32)| (count, &run) > (kept.1, &kept.0);
        if self.runs.get(&letters).is_none_or(better) {
            self.runs.insert(letters, (run, count));
        }
    }

    /// How often two characters stand beside each other.
    pub(super) fn pair(&self, one: char, other: char) -> u32 {
        self.pairs.get(&[one, other]).copied().unwrap_or_default()
    }

    /// Whether a word, in lower case, stands in the texts in some form.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word) || self.stems.contains(&stem(word))
    }
}

fn stem(word: &str) -> String {
    let mut out = String::new();
    english().token_stream(word).process(&mut |token| out.clone_from(&token.text));
    out
}

/// The lines of a passage with its heading, and with its printed label in English.
fn lines(passage: &Passage, lang: Lang) -> impl Iterator<Item = &str> {
    let paragraphs = passage.paragraphs.iter();
    let texts = paragraphs.flat_map(|p| std::iter::once(&p.text).chain(&p.items)).map(|line| line.text.as_str());
    let label = (lang == Lang::En).then_some(passage.label.as_str());
    texts.chain([passage.heading.as_str()]).chain(label)
}
