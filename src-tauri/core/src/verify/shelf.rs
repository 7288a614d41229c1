//! Every passage on board by the pairs of characters in it: where words come from, and what is nearest to them.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::cite::wording;
use crate::library::Library;
use crate::model::{Address, DocumentId, Lang, Layer};

/// A passage in one text.
pub(super) struct Known {
    pub(super) address: Address,
    pub(super) lang: Lang,
    pub(super) layer: Layer,
    /// Its letters and figures.
    pub(super) letters: String,
}

pub(super) struct Shelf {
    pub(super) known: Vec<Known>,
    /// Passages by pair of characters.
    places: HashMap<[char; 2], Vec<u32>>,
}

/// How many of the nearest passages are looked at.
const NEAREST: usize = 12;

impl Shelf {
    pub(super) fn of(library: &Library) -> Self {
        let mut shelf = Self { known: Vec::new(), places: HashMap::new() };
        for text in library.works().iter().flat_map(|work| work.texts()) {
            for passage in text.passages() {
                let letters = letters(&wording(passage, text.meta.lang));
                let number = shelf.known.len() as u32;
                for pair in pairs(&letters) {
                    shelf.places.entry(pair).or_default().push(number);
                }
                let address = passage.address(&text.meta.id);
                shelf.known.push(Known { address, lang: text.meta.lang, layer: text.meta.layer, letters });
            }
        }
        shelf
    }

    /// The passages of a language that hold most of these letters, of one document only if one is named, each with the part it
    /// holds; best first.
    pub(super) fn nearest(&self, letters: &str, lang: Lang, document: Option<&DocumentId>) -> Vec<(&Known, f64)> {
        let all = self.known.len() as f64;
        let (mut whole, mut sums) = (0.0, HashMap::<u32, f64>::new());
        for pair in pairs(letters) {
            let places = self.places.get(&pair).map_or(&[][..], Vec::as_slice);
            let weight = (1.0 + all / (places.len() as f64 + 1.0)).ln();
            whole += weight;
            // What stands everywhere tells nothing apart.
            if places.len() > 64 && places.len() as f64 > all / 4.0 {
                whole -= weight;
                continue;
            }
            places.iter().for_each(|place| *sums.entry(*place).or_default() += weight);
        }
        let fits = |known: &Known| known.lang == lang && document.is_none_or(|id| known.address.document == *id);
        let found = sums.into_iter().map(|(place, sum)| (place, sum / f64::max(whole, f64::MIN_POSITIVE)));
        let mut found: Vec<(u32, f64)> = found.filter(|(place, _)| fits(&self.known[*place as usize])).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(NEAREST);
        found.into_iter().map(|(place, part)| (&self.known[place as usize], part)).collect()
    }
}

/// Letters, figures and Chinese characters in compatibility form, as fingerprints count them.
pub(super) fn letters(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).collect()
}

/// The different pairs of characters of a text.
fn pairs(letters: &str) -> Vec<[char; 2]> {
    let chars: Vec<char> = letters.chars().collect();
    let mut pairs: Vec<[char; 2]> = chars.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
