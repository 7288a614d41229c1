//! What the score of a hit is made of.

use std::collections::HashMap;

use super::query::Words;
use super::score::Scores;
use crate::error::Result;
use crate::index::{Index, Norms, Ordinal};
use crate::wire::{Why, WhyPart};

/// Most parts that are told.
const MOST: usize = 5;

/// The parts of the scores of some units, by unit.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index cannot be read.
pub(super) fn why(
    index: &Index,
    words: &Words,
    scores: &Scores,
    units: &[Ordinal],
) -> Result<HashMap<Ordinal, Vec<Why>>> {
    let mut units = units.to_vec();
    units.sort_unstable();
    let mut parts: HashMap<Ordinal, HashMap<WhyPart, f32>> = units.iter().map(|unit| (*unit, HashMap::new())).collect();
    for (unit, score, part) in scores.exact() {
        if let Some(parts) = parts.get_mut(unit) {
            *parts.entry(*part).or_default() += score;
        }
    }
    let mut resemble = |norms: Option<&Norms>, terms: &[String], part: WhyPart| -> Result<()> {
        let Some(norms) = norms else { return Ok(()) };
        for term in terms {
            let Some(term) = norms.term(term)? else { continue };
            for (unit, score) in units.iter().zip(norms.at(term, &units)).filter(|(_, score)| *score > 0.0) {
                *parts.entry(*unit).or_default().entry(part).or_default() += score;
            }
        }
        Ok(())
    };
    resemble(index.norms(index.fields.words)?.as_ref(), &words.stems, WhyPart::Words)?;
    let grams = index.norms(index.fields.grams)?;
    resemble(grams.as_ref(), &words.pairs, WhyPart::Words)?;
    resemble(grams.as_ref(), &words.singles, WhyPart::SingleCharacters)?;
    Ok(parts.into_iter().map(|(unit, parts)| (unit, shares(parts))).collect())
}

fn shares(parts: HashMap<WhyPart, f32>) -> Vec<Why> {
    let all: f32 = parts.values().sum();
    let mut shares: Vec<(f32, WhyPart)> = parts.into_iter().map(|(part, score)| (100.0 * score / all, part)).collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1 as u8).cmp(&(b.1 as u8))));
    // Cut, not rounded, so that they never make more than the whole; what is under one per cent is no reason.
    let told = shares.into_iter().filter(|(share, _)| *share >= 1.0).take(MOST);
    told.map(|(share, part)| Why { part, share: share.min(100.0) as u8 }).collect()
}
