//! From a query to hits: a citation jumps, a term leads to where it is defined, words are ranked, everyday words are widened.

mod demands;
pub mod fields;
mod found;
mod highlight;
mod knowledge;
pub mod language;
pub mod pinyin;
mod query;
pub mod rank;
mod score;
pub mod similar;
pub mod slips;
pub mod suggest;
mod vocabulary;
mod why;

use std::collections::HashMap;
use std::time::Instant;

use crate::cite::{Cited, label};
use crate::error::Result;
use crate::index::{Opened, Ordinal, Units};
use crate::library::Library;
use crate::model::{Chapter, DocumentId, Kind, Lang, Unit};
use crate::tables::Term;
use crate::text::fold;
use crate::wire::{Chip, Facet, Hit, SearchView, Sort, Understood, Why, WhyPart};
use demands::Demands;
use fields::Filter;
use found::Found;
use highlight::Highlighter;
pub use knowledge::Knowledge;
use language::{Asked, What};
use query::Words;
use score::{Scores, WHOLE};

/// Longest query that is read, in characters; what is beyond is left off. A whole article fits.
pub const LONGEST_QUERY: usize = 4096;

/// Longest query that is looked at for slips, in characters.
const LONGEST_SLIP: usize = 32;

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

/// How a query was read and what matches it, before it is put into words.
struct Looked<'a> {
    asked: Asked,
    cited: Option<Cited>,
    term: Option<&'a Term>,
    synonyms: Vec<&'a str>,
    words: Words,
    scores: Scores,
    found: Vec<Found>,
    /// The 款 and 项 that are cited, by unit.
    parts: HashMap<Ordinal, Unit>,
    /// Whether what was typed stands somewhere, or names something.
    certain: bool,
}

/// Answers a question. Places that the query cites come first, then what matches its words. A query that stands nowhere and reads
/// as another one with a slip, or typed in pinyin, is answered as that one.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index fails.
pub fn search(
    library: &Library,
    opened: &Opened,
    knowledge: &Knowledge,
    question: &Question<'_>,
) -> Result<SearchView> {
    let start = Instant::now();
    let mut looked = look(library, opened, knowledge, question, question.query)?;
    let notes = std::mem::take(&mut looked.asked.notes);
    // A slip shows in a few words; in a long question every other reading is a guess.
    let meant = match looked.certain || looked.asked.query.chars().count() > LONGEST_SLIP {
        true => Vec::new(),
        false => knowledge.meanings(library).meant(&looked.asked.query, false),
    };
    let (chips, typed_sort) = (knowledge.chips(library, &looked.asked, question.lang), looked.asked.sort());
    if let Some(other) = meant.first().filter(|meant| meant.applied) {
        looked = look(library, opened, knowledge, question, &other.query)?;
    }
    let facets = knowledge.facets(library, &looked, question.lang);
    let told = &looked.found[..looked.found.len().min(question.limit)];
    let units: Vec<Ordinal> = told.iter().map(|found| found.ordinal).collect();
    let mut why = why::why(&opened.index, &looked.words, &looked.scores, &units)?;
    let highlighter = Highlighter::of(&looked.words);
    let hits = told.iter().filter_map(|found| {
        let place = looked.parts.get(&found.ordinal);
        let mut hit = hit(library, opened, found, place, &highlighter)?;
        hit.date = knowledge.facts(library).date(found.ordinal).cloned();
        hit.why = looked.why(found, why.remove(&found.ordinal).unwrap_or_default());
        Some(hit)
    });
    Ok(SearchView {
        query: question.query.to_owned(),
        hits: hits.collect(),
        understood: Understood {
            term: looked.term.cloned(),
            terms: looked.words.terms.clone(),
            synonyms: looked.synonyms.iter().map(|word| (*word).to_owned()).collect(),
            citation: looked.cited.as_ref().map(|cited| cited.places[0].clone()),
            chips,
            notes,
            meant,
        },
        took_us: u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
        total: looked.found.len(),
        facets,
        sort: typed_sort,
    })
}

/// Reads a query and finds what matches.
fn look<'a>(
    library: &'a Library,
    opened: &Opened,
    knowledge: &Knowledge,
    question: &Question<'_>,
    query: &str,
) -> Result<Looked<'a>> {
    let mut asked = language::read(query);
    // Words that are copied from a text are words, whatever marks stand among them: any piece of any text is found.
    if !asked.is_only(|what| matches!(what, What::Words(_) | What::Phrase(_))) && stands(library, &asked.query) {
        asked = Asked::words_alone(asked.query);
    }
    let plain = asked.is_plain();
    let filter = if plain { None } else { Some(Filter::of(&mut asked, library, knowledge.facts(library))) };
    let demands = filter.as_ref().map(|filter| Demands::of(library, opened, &asked, filter));
    let typed = if plain { asked.query.clone() } else { asked.words() };
    let cited = library.cited(&typed, question.near);
    let term = library.terms().named(&typed).map(|number| &library.tables().terms[number]);
    let synonyms: Vec<&str> = if question.widen { library.thesaurus().widen(&typed) } else { Vec::new() };
    let words = match &cited {
        _ if !plain => Words::of(&asked.wanted().join(" "), &synonyms),
        // A citation alone also finds the texts that contain it, as typed or as drafters write it.
        Some(cited) if fold::plain(&cited.rest).is_empty() => {
            Words::exactly(&[&typed, &label(&cited.places[0], question.lang)])
        }
        Some(cited) => Words::of(&cited.rest, &synonyms).and_exactly(&typed),
        None => Words::of(&typed, &synonyms),
    };
    let scores = Scores::of(&opened.index, &words)?;
    let mut found = found::ranked(opened, question, &words, &scores, demands.as_ref())?;
    let home = term.map_or(&[][..], |term| &term.at);
    let places = cited.as_ref().map_or(home, |cited| &cited.places);
    let parts = found::jump(library, opened, question, places, demands.as_ref(), &mut found);
    let parts = parts.into_iter().map(|(unit, part)| (unit, part.clone())).collect();
    if asked.sort() == Sort::Date {
        let facts = knowledge.facts(library);
        found.sort_by(|a, b| facts.date(b.ordinal).cmp(&facts.date(a.ordinal)));
    }
    let exactly = found.first().is_some_and(|found| found.score >= WHOLE);
    let certain = cited.is_some() || term.is_some() || exactly || (!plain && !found.is_empty());
    Ok(Looked { asked, cited, term, synonyms, words, scores, found, parts, certain })
}

/// Whether these very characters stand in a line or a heading of a text.
fn stands(library: &Library, typed: &str) -> bool {
    let typed = typed.trim();
    let texts = library.works().iter().flat_map(|work| work.texts());
    !typed.is_empty()
        && texts.flat_map(|text| text.passages().map(move |passage| (text, passage))).any(|(text, passage)| {
            passage.heading.contains(typed) || passage.lines(&text.meta.id).any(|(_, line)| line.text.contains(typed))
        })
}

impl Looked<'_> {
    /// The parts of a score; a place that is cited or named needs no other.
    fn why(&self, found: &Found, parts: Vec<Why>) -> Vec<Why> {
        match found.jumped {
            true if self.cited.is_some() => vec![Why { part: WhyPart::Citation, share: 100 }],
            true => vec![Why { part: WhyPart::Term, share: 100 }],
            false => parts,
        }
    }
}

impl Knowledge {
    fn chips(&self, library: &Library, asked: &Asked, lang: Lang) -> Vec<Chip> {
        if asked.is_plain() { Vec::new() } else { self.facts(library).chips(asked, library, lang) }
    }

    fn facets(&self, library: &Library, looked: &Looked<'_>, lang: Lang) -> Vec<Facet> {
        let units = looked.found.iter().map(|found| found.ordinal);
        self.facts(library).count(&looked.asked, library, units, lang)
    }
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
        chapter: text.chapter_of(&passage.unit).and_then(chapter_name),
        date: None,
        why: Vec::new(),
    })
}

/// 第五章 网络沉迷防治. Sections of cases and policy pages have no chapter, and articles before the first one have none.
fn chapter_name(chapter: &Chapter) -> Option<String> {
    let named = chapter.number > 0 && !chapter.heading.is_empty();
    named.then(|| format!("{} {}", chapter.label, chapter.heading).trim().to_owned())
}
