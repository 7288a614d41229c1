//! How alike texts are in their words: pairs of Chinese characters, the rarer the weightier.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::rarity;
use crate::model::Passage;

/// The words of every place.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The Chinese characters of each place in order, a gap where something else stands.
    texts: Vec<String>,
    /// For each pair: the places that have it, with its weight there; weights of one place have the length 1.
    places: HashMap<[char; 2], Vec<(usize, f32)>>,
}

/// Pairs in more than this part of all places tell nothing.
pub(super) const COMMON: usize = 20;

/// Characters that join words and are no part of them.
const JOINTS: &str = "的地得和或与及在为对向从由以把被将其是有不了等该并";

/// Longest word that is told, in characters.
const LONGEST: usize = 10;

impl Words {
    /// Reads the passages of every place.
    pub(super) fn of(texts: &[Vec<&Passage>]) -> Self {
        let mut words = Self::default();
        for (place, passages) in texts.iter().enumerate() {
            let text = passages.iter().map(|passage| chinese(passage)).collect::<Vec<_>>().join(" ");
            let mut counted: HashMap<[char; 2], u32> = HashMap::new();
            pairs(&text).for_each(|pair| *counted.entry(pair).or_default() += 1);
            for (pair, count) in counted {
                words.places.entry(pair).or_default().push((place, 1.0 + (count as f32).ln()));
            }
            words.texts.push(text);
        }
        words.weigh();
        words
    }

    /// From counts to weights.
    fn weigh(&mut self) {
        let all = self.texts.len();
        let mut lengths = vec![0.0f32; all];
        // Sums of floats depend on their order, and a map has none.
        let mut keys: Vec<[char; 2]> = self.places.keys().copied().collect();
        keys.sort_unstable();
        for key in &keys {
            let Some(places) = self.places.get_mut(key) else { continue };
            let rarity = rarity(all, places.len());
            for (place, weight) in places {
                *weight *= rarity;
                lengths[*place] += *weight * *weight;
            }
        }
        for (place, weight) in self.places.values_mut().flatten() {
            *weight /= lengths[*place].sqrt().max(f32::EPSILON);
        }
    }

    /// How alike each place is to one of them, between 0 and 1.
    pub(super) fn likeness(&self, here: usize) -> Vec<f32> {
        let mut likeness = vec![0.0; self.texts.len()];
        let own: BTreeSet<[char; 2]> = pairs(&self.texts[here]).collect();
        for places in own.iter().filter_map(|pair| self.places.get(pair)) {
            let Some(weight) = weight_in(places, here) else { continue };
            for (place, other) in places {
                likeness[*place] += weight * other;
            }
        }
        likeness
    }

    /// The telling words that stand in both texts, weightiest first.
    pub(super) fn shared(&self, here: usize, there: usize) -> Vec<String> {
        let other: HashSet<[char; 2]> = pairs(&self.texts[there]).collect();
        let mut found: Vec<(f32, String)> = Vec::new();
        for part in self.texts[here].split(' ') {
            let chars: Vec<char> = part.chars().collect();
            let mut at = 0;
            while at + 1 < chars.len() {
                let run =
                    chars[at..].windows(2).take(LONGEST - 1).take_while(|pair| other.contains(&[pair[0], pair[1]]));
                let end = at + 1 + run.count();
                if let Some(word) = self.common(there, &chars[at..end]) {
                    let weight = pairs(&word).filter_map(|pair| self.telling(here, pair)).sum();
                    found.push((weight, word));
                }
                at = end;
            }
        }
        found.retain(|(weight, _)| *weight > 0.0);
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut words: Vec<String> = Vec::new();
        for (_, word) in found {
            if !words.iter().any(|known| known.contains(&word) || word.contains(known)) {
                words.push(word);
            }
        }
        words
    }

    /// The longest beginning of a run that stands in a text too, without what only joins words.
    fn common(&self, there: usize, run: &[char]) -> Option<String> {
        (2..=run.len()).rev().find_map(|length| {
            let word: String = run[..length].iter().collect();
            let bare = word.trim_matches(|c| JOINTS.contains(c));
            (self.texts[there].contains(&word) && bare.chars().count() > 1).then(|| bare.to_owned())
        })
    }

    /// The weight of a pair in a place, when it is rare enough to tell anything.
    fn telling(&self, here: usize, pair: [char; 2]) -> Option<f32> {
        let places = self.places.get(&pair)?;
        let rare = places.len() * COMMON <= self.texts.len().max(2 * COMMON);
        weight_in(places, here).filter(|_| rare)
    }
}

/// The weight in one of `places`, which are in order.
fn weight_in(places: &[(usize, f32)], here: usize) -> Option<f32> {
    places.binary_search_by_key(&here, |(place, _)| *place).ok().map(|found| places[found].1)
}

fn pairs(text: &str) -> impl Iterator<Item = [char; 2]> {
    text.chars().zip(text.chars().skip(1)).filter(|(a, b)| *a != ' ' && *b != ' ').map(|(a, b)| [a, b])
}

/// The Chinese characters of a passage, its heading first; one blank wherever something else stands.
fn chinese(passage: &Passage) -> String {
    let mut out = String::new();
    for c in lines(passage).flat_map(|text| text.chars().chain([' '])) {
        if !c.is_ascii() && c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out
}

/// The heading and the lines of a passage.
pub(super) fn lines(passage: &Passage) -> impl Iterator<Item = &str> {
    let lines = passage.paragraphs.iter().flat_map(|p| std::iter::once(&p.text).chain(&p.items));
    std::iter::once(passage.heading.as_str()).chain(lines.map(|line| line.text.as_str()))
}
