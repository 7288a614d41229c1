//! What was found, in the order in which it is shown.

use std::collections::HashMap;

use super::Question;
use super::demands::Demands;
use super::query::Words;
use super::rank;
use super::score::{Scores, WHOLE};
use crate::error::Result;
use crate::index::{Opened, Ordinal, Placed, Units};
use crate::library::Library;
use crate::model::{Address, Shelf, Unit};

/// What every further section of the same case keeps of its score.
const SECTION: f32 = 0.7;

/// A unit that matched, before it is put into words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) score: f32,
    pub(super) ordinal: Ordinal,
    pub(super) placed: Placed,
    /// Whether the query cites it, or is a term that is explained there.
    pub(super) jumped: bool,
}

/// What matches the words and is what the query demands, best first, each place once: in the language that matches better. Without
/// words everything that is demanded, in the order of the library.
pub(super) fn ranked(
    opened: &Opened,
    question: &Question<'_>,
    words: &Words,
    scores: &Scores,
    demands: Option<&Demands<'_>>,
) -> Result<Vec<Found>> {
    let scored = match demands {
        Some(_) if words.is_empty() => opened.places.units().map(|unit| (unit, 0.0)).collect(),
        _ => rank::order(&opened.index, &words.text, words, scores)?,
    };
    let mut best: HashMap<u32, Found> = HashMap::new();
    for (ordinal, score) in scored {
        let Some(placed) = opened.places.get(ordinal) else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&placed.kind) {
            continue;
        }
        if demands.is_some_and(|demands| !demands.met(ordinal)) {
            continue;
        }
        // Equal texts in two languages: the reader's own wins.
        let own = if placed.lang == question.lang { 1.001 } else { 1.0 };
        let score = score * own * weight(&placed, score);
        let found = Found { score, ordinal, placed, jumped: false };
        let kept = best.entry(placed.place).or_insert(found);
        if kept.score < found.score {
            *kept = found;
        }
    }
    let mut found: Vec<Found> = best.into_values().collect();
    sort(&mut found);
    spread(&mut found);
    Ok(found)
}

/// Among equals: the Regulations before their neighbours, the law before what is told about it, and what a section says before
/// its sources. Where the words stand exactly, the Regulations come first outright: it is their reader.
fn weight(placed: &Placed, score: f32) -> f32 {
    let part = if placed.aside { 0.8 } else { 1.0 };
    part * match placed.shelf {
        Shelf::Regulations if score >= WHOLE => 2.5,
        Shelf::Regulations => 1.2,
        Shelf::Provisions | Shelf::Cases => 1.1,
        Shelf::Related => 0.95,
        Shelf::Policy => 0.8,
    }
}

/// Best first; equal ones in the order of the library.
fn sort(found: &mut [Found]) {
    found.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.placed.place.cmp(&b.placed.place)));
}

/// A case has many sections about the same thing: its best one keeps its score, the others step back, so that different
/// cases stand together.
fn spread(found: &mut [Found]) {
    let mut seen: HashMap<u32, i32> = HashMap::new();
    for one in found.iter_mut().filter(|found| found.placed.section) {
        let before = seen.entry(one.placed.work).or_default();
        one.score *= SECTION.powi(*before);
        *before += 1;
    }
    sort(found);
}

/// Puts the places that a query cites, or where its term is explained, in front, in their order. A document cited as a whole
/// stands with its first passage that says what it is about. Returns the 款 and 项 that were cited, by unit.
pub(super) fn jump<'a>(
    library: &Library,
    opened: &Opened,
    question: &Question<'_>,
    cited: &'a [Address],
    demands: Option<&Demands<'_>>,
    found: &mut Vec<Found>,
) -> HashMap<Ordinal, &'a Unit> {
    let top = found.first().map_or(0.0, |found| found.score);
    let mut exact = HashMap::new();
    for (address, rank) in cited.iter().rev().zip(1u8..) {
        let Some(text) =
            library.work(&address.document).map(|work| work.text(question.lang).unwrap_or(&work.texts()[0]))
        else {
            continue;
        };
        let holding = Unit::Section("holding".to_owned());
        let passage = match address.unit {
            Unit::Whole => text.passage(&holding).or_else(|| text.passages().next()),
            _ => text.passage(&address.unit),
        };
        let Some(ordinal) = passage.and_then(|passage| Units::of(library).ordinal(passage)) else { continue };
        let Some(placed) = opened.places.get(ordinal) else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&placed.kind) {
            continue;
        }
        if demands.is_some_and(|demands| !demands.met(ordinal)) {
            continue;
        }
        found.retain(|other| other.placed.place != placed.place);
        found.insert(0, Found { score: top + f32::from(rank), ordinal, placed, jumped: true });
        if matches!(address.unit, Unit::Article { .. }) {
            exact.insert(ordinal, &address.unit);
        }
    }
    exact
}
