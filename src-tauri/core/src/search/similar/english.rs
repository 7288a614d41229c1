//! The English words that places share, for readers of English; how alike places are is told by their Chinese texts.

use std::collections::HashMap;

use super::words::{COMMON, lines};
use crate::model::Passage;

/// Shorter words tell nothing.
const SHORTEST: usize = 5;

/// The English words of every place.
#[derive(Debug, Default)]
pub(super) struct English {
    /// Every word, in lower case, with the number of places that have it.
    words: Vec<(String, usize)>,
    /// Numbers of the words of each place, sorted.
    places: Vec<Vec<usize>>,
}

impl English {
    /// Reads the passages of every place.
    pub(super) fn of(texts: &[Vec<&Passage>]) -> Self {
        let mut english = Self::default();
        let mut known: HashMap<String, usize> = HashMap::new();
        for passages in texts {
            let mut here = Vec::new();
            let lines = passages.iter().flat_map(|passage| lines(passage));
            for word in lines.flat_map(|line| line.split(|c: char| !c.is_ascii_alphabetic())) {
                if word.len() >= SHORTEST {
                    let next = known.len();
                    here.push(*known.entry(word.to_ascii_lowercase()).or_insert(next));
                }
            }
            here.sort_unstable();
            here.dedup();
            english.places.push(here);
        }
        let mut words: Vec<(String, usize)> = vec![(String::new(), 0); known.len()];
        known.into_iter().for_each(|(word, number)| words[number].0 = word);
        english.places.iter().flatten().for_each(|number| words[*number].1 += 1);
        english.words = words;
        english
    }

    /// The telling words that stand in both texts, rarest first.
    pub(super) fn shared(&self, here: usize, there: usize) -> Vec<String> {
        let both = self.places[here].iter().filter(|word| self.places[there].binary_search(word).is_ok());
        let most = (self.places.len() / COMMON).max(2);
        let mut found: Vec<&(String, usize)> =
            both.map(|number| &self.words[*number]).filter(|(_, count)| *count <= most).collect();
        found.sort_by_key(|(word, count)| (*count, word));
        found.into_iter().map(|(word, _)| word.clone()).collect()
    }
}
