//! From a query to hits: a citation jumps, a term leads to where it is defined, words are ranked, everyday words are widened.

mod highlight;
mod query;

use std::collections::HashMap;
use std::time::Instant;

use tantivy::collector::TopDocs;

use crate::cite::label;
use crate::error::Result;
use crate::index::{Opened, Ordinal, UNIT, Units};
use crate::library::Library;
use crate::model::{Address, Document, DocumentId, Kind, Lang, Passage, Shelf, Unit};
use crate::text::fold;
use crate::wire::{Hit, SearchView, Understood};
use highlight::Highlighter;
use query::Words;

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
struct Found<'a> {
    score: f32,
    text: &'a Document,
    passage: &'a Passage,
    ordinal: Ordinal,
    /// The place in it that the query cites, when it cites one.
    place: Option<&'a Unit>,
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
    let mut found = ranked(library, opened, question, &words)?;
    jump(library, question, places, &mut found);
    let highlighter = Highlighter::of(&words);
    let hits = found.iter().take(question.limit).map(|found| hit(opened, found, &highlighter)).collect();
    Ok(SearchView {
        query: question.query.to_owned(),
        understood: Understood {
            term: term.cloned(),
            terms: words.terms.clone(),
            synonyms: synonyms.into_iter().map(str::to_owned).collect(),
            citation: cited.as_ref().map(|cited| cited.places[0].clone()),
        },
        took_us: u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
        total: found.len(),
        hits,
    })
}

/// What matches the words, best first, each place once: in the language that matches better.
fn ranked<'a>(library: &'a Library, opened: &Opened, question: &Question<'_>, words: &Words) -> Result<Vec<Found<'a>>> {
    let Some(query) = words.query(&opened.fields) else { return Ok(Vec::new()) };
    let searcher = &opened.searcher;
    let limit = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX).max(1);
    let columns: Vec<_> =
        searcher.segment_readers().iter().map(|s| s.fast_fields().u64(UNIT)).collect::<tantivy::Result<_>>()?;
    let units: Vec<_> = Units::of(library).iter().collect();
    let mut best: HashMap<(&DocumentId, &Unit), Found<'a>> = HashMap::new();
    for (score, doc) in searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())? {
        let Some(ordinal) = columns[doc.segment_ord as usize].first(doc.doc_id) else { continue };
        let known = usize::try_from(ordinal).ok().and_then(|ordinal| units.get(ordinal));
        let Some(&(work, text, passage)) = known else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&text.meta.kind) {
            continue;
        }
        // Equal texts in two languages: the reader's own wins.
        let own = if text.meta.lang == question.lang { 1.001 } else { 1.0 };
        let score = score * own * weight(work.shelf, &passage.unit, score);
        let found = Found { score, text, passage, ordinal, place: None };
        match best.entry(key(&found)) {
            std::collections::hash_map::Entry::Occupied(mut other) if other.get().score < score => {
                other.insert(found);
            }
            std::collections::hash_map::Entry::Occupied(_) => {}
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(found);
            }
        }
    }
    let mut found: Vec<Found<'a>> = best.into_values().collect();
    sort(&mut found);
    spread(&mut found);
    Ok(found)
}

/// Among equals: the Regulations before their neighbours, the law before what is told about it, and what a section says before
/// its sources. Where the words stand exactly, the Regulations come first outright: it is their reader.
fn weight(shelf: Shelf, unit: &Unit, score: f32) -> f32 {
    let aside = ["campus", "sources", "provisions", "basis"];
    let part = if matches!(unit, Unit::Section(key) if aside.contains(&key.as_str())) { 0.8 } else { 1.0 };
    part * match shelf {
        Shelf::Regulations if score >= query::WHOLE => 2.5,
        Shelf::Regulations => 1.2,
        Shelf::Provisions | Shelf::Cases => 1.1,
        Shelf::Related => 0.95,
        Shelf::Policy => 0.8,
    }
}

fn sort(found: &mut [Found<'_>]) {
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key(a).cmp(&key(b))));
}

/// A case has many sections about the same thing: its best one keeps its score, the others step back, so that different
/// cases stand together.
fn spread(found: &mut [Found<'_>]) {
    let mut seen: HashMap<&DocumentId, i32> = HashMap::new();
    for one in found.iter_mut().filter(|found| matches!(found.passage.unit, Unit::Section(_))) {
        let before = seen.entry(&one.text.meta.id).or_default();
        one.score *= SECTION.powi(*before);
        *before += 1;
    }
    sort(found);
}

fn key<'a>(found: &Found<'a>) -> (&'a DocumentId, &'a Unit) {
    (&found.text.meta.id, &found.passage.unit)
}

/// Puts cited places in front, in the order they were cited. A document cited as a whole stands with its first passage that
/// says what it is about.
fn jump<'a>(library: &'a Library, question: &Question<'_>, cited: &'a [Address], found: &mut Vec<Found<'a>>) {
    let top = found.first().map_or(0.0, |found| found.score);
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
        let Some(passage) = passage else { continue };
        let Some(ordinal) = Units::of(library).ordinal(passage) else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&text.meta.kind) {
            continue;
        }
        found.retain(|other| key(other) != (&text.meta.id, &passage.unit));
        let score = top + f32::from(rank);
        let place = matches!(address.unit, Unit::Article { .. }).then_some(&address.unit);
        found.insert(0, Found { score, text, passage, ordinal, place });
    }
}

fn hit(opened: &Opened, found: &Found<'_>, highlighter: &Highlighter) -> Hit {
    let Found { score, text, passage, ordinal, place } = found;
    let foldings = opened.folds.lines(*ordinal, text, passage);
    let lines = passage.lines(&text.meta.id).zip(foldings).filter_map(|((line, words), foldings)| {
        let wanted = place.is_none_or(|place| line.unit.lies_in(place));
        wanted.then_some((words.text.as_str(), foldings))
    });
    Hit {
        address: passage.address(&text.meta.id),
        document: text.meta.id.clone(),
        kind: text.meta.kind,
        label: label(&passage.address(&text.meta.id), text.meta.lang),
        heading: passage.heading.clone(),
        layer: text.meta.layer,
        lang: text.meta.lang,
        score: *score,
        snippet: highlighter.snippet(lines),
    }
}
