//! From a query to hits: a citation jumps, a term leads to where it is defined, words are ranked, everyday words are widened.

pub mod fields;
mod highlight;
pub mod language;
pub mod pinyin;
mod query;
pub mod rank;
mod score;
pub mod similar;
pub mod slips;
pub mod suggest;
mod vocabulary;

use std::collections::HashMap;
use std::time::Instant;

use crate::cite::label;
use crate::error::Result;
use crate::index::{Opened, Ordinal, Placed, Units};
use crate::library::Library;
use crate::model::{Address, DocumentId, Kind, Lang, Shelf, Unit};
use crate::text::fold;
use crate::wire::{Hit, SearchView, Sort, Understood};
use highlight::Highlighter;
use query::Words;
use score::{Scores, WHOLE};

/// Longest query that is read, in characters; what is beyond is left off. A whole article fits.
pub const LONGEST_QUERY: usize = 4096;

/// What every further section of the same case keeps of its score.
const SECTION: f32 = 0.7;

/// A question to the library.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// What was typed: any words, a citation, or both.
    pub query: &'a str,
    /// Whether the thesaurus may add words.
    pub widen: bool,
    /// Kinds of document to look in; all when empty.
    pub kinds: &'a [Kind],
    /// Most hits wanted.
    pub limit: usize,
    /// The language preferred for labels and for texts that match equally well.
    pub lang: Lang,
    /// The document that a bare number belongs to.
    pub near: Option<&'a DocumentId>,
}

/// A unit that matched, before it is put into words.
#[derive(Debug, Clone, Copy)]
struct Found {
    score: f32,
    ordinal: Ordinal,
    placed: Placed,
}

/// Answers a question. Places that the query cites come first, then what matches its words.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index fails.
pub fn search(library: &Library, opened: &Opened, question: &Question<'_>) -> Result<SearchView> {
    let start = Instant::now();
    let typed: String = question.query.chars().take(LONGEST_QUERY).collect();
    let cited = library.cited(&typed, question.near);
    let term = library.terms().named(&typed).map(|number| &library.tables().terms[number]);
    let home = term.map_or(&[][..], |term| &term.at);
    let places = cited.as_ref().map_or(home, |cited| &cited.places);
    let synonyms: Vec<&str> = if question.widen { library.thesaurus().widen(&typed) } else { Vec::new() };
    let words = match &cited {
        // A citation alone also finds the texts that contain it, as typed or as drafters write it.
        Some(cited) if fold::plain(&cited.rest).is_empty() => {
            Words::exactly(&[&typed, &label(&cited.places[0], question.lang)])
        }
        Some(cited) => Words::of(&cited.rest, &synonyms).and_exactly(&typed),
        None => Words::of(&typed, &synonyms),
    };
    let mut found = ranked(opened, question, &words)?;
    let exact = jump(library, opened, question, places, &mut found);
    let highlighter = Highlighter::of(&words);
    let told = found.iter().take(question.limit);
    let hits = told
        .filter_map(|found| hit(library, opened, found, exact.get(&found.ordinal).copied(), &highlighter))
        .collect();
    Ok(SearchView {
        query: question.query.to_owned(),
        understood: Understood {
            term: term.cloned(),
            terms: words.terms.clone(),
            synonyms: synonyms.into_iter().map(str::to_owned).collect(),
            citation: cited.as_ref().map(|cited| cited.places[0].clone()),
            ..Understood::default()
        },
        took_us: u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
        total: found.len(),
        facets: Vec::new(),
        sort: Sort::default(),
        hits,
    })
}

/// What matches the words, best first, each place once: in the language that matches better.
fn ranked(opened: &Opened, question: &Question<'_>, words: &Words) -> Result<Vec<Found>> {
    let mut best: HashMap<u32, Found> = HashMap::new();
    let scores = Scores::of(&opened.index, words)?;
    for (ordinal, score) in rank::order(&opened.index, question.query, words, &scores)? {
        let Some(placed) = opened.places.get(ordinal) else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&placed.kind) {
            continue;
        }
        // Equal texts in two languages: the reader's own wins.
        let own = if placed.lang == question.lang { 1.001 } else { 1.0 };
        let found = Found { score: score * own * weight(&placed, score), ordinal, placed };
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
fn jump<'a>(
    library: &Library,
    opened: &Opened,
    question: &Question<'_>,
    cited: &'a [Address],
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
        found.retain(|other| other.placed.place != placed.place);
        found.insert(0, Found { score: top + f32::from(rank), ordinal, placed });
        if matches!(address.unit, Unit::Article { .. }) {
            exact.insert(ordinal, &address.unit);
        }
    }
    exact
}

/// A unit that was found, in words. `place` is the part of it that the query cites.
fn hit(
    library: &Library,
    opened: &Opened,
    found: &Found,
    place: Option<&Unit>,
    highlighter: &Highlighter,
) -> Option<Hit> {
    let (text, passage) = Units::of(library).get(found.ordinal)?;
    let foldings = opened.folds.lines(found.ordinal, text, passage);
    let lines = passage.lines(&text.meta.id).zip(foldings).filter_map(|((line, words), foldings)| {
        let wanted = place.is_none_or(|place| line.unit.lies_in(place));
        wanted.then_some((words.text.as_str(), foldings))
    });
    Some(Hit {
        address: passage.address(&text.meta.id),
        document: text.meta.id.clone(),
        kind: text.meta.kind,
        label: label(&passage.address(&text.meta.id), text.meta.lang),
        heading: passage.heading.clone(),
        layer: text.meta.layer,
        lang: text.meta.lang,
        score: found.score,
        snippet: highlighter.snippet(lines),
        chapter: None,
        date: None,
        why: Vec::new(),
    })
}
