//! From a query to hits: a citation jumps, words are ranked, everyday words are widened.

mod highlight;
mod query;

use std::collections::HashMap;
use std::time::Instant;

use tantivy::collector::TopDocs;

use crate::cite::{article_label, label};
use crate::error::Result;
use crate::index::{Opened, Ordinal, UNIT, Units};
use crate::library::Library;
use crate::model::{Address, Article, ArticleNo, Document, DocumentId, Kind, Lang, Unit};
use crate::text::fold;
use crate::wire::{Hit, SearchView, Understood};
use highlight::Highlighter;
use query::Words;

/// Longest query that is read, in characters; what is beyond is left off. A whole article fits.
pub const LONGEST_QUERY: usize = 4096;

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
    article: &'a Article,
    ordinal: Ordinal,
    /// The 款 and 项 that the query cites, when it cites a part.
    part: (Option<u32>, Option<u32>),
}

/// Answers a question. Places that the query cites come first, then what matches its words.
///
/// # Errors
/// [`crate::error::Error::Index`] when the index fails.
pub fn search(library: &Library, opened: &Opened, question: &Question<'_>) -> Result<SearchView> {
    let start = Instant::now();
    let typed: String = question.query.chars().take(LONGEST_QUERY).collect();
    let cited = library.cited(&typed, question.near);
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
    let places = cited.as_ref().map_or(&[][..], |cited| &cited.places);
    jump(library, question, places, &mut found);
    let highlighter = Highlighter::of(&words);
    let hits = found.iter().take(question.limit).map(|found| hit(opened, found, &highlighter)).collect();
    Ok(SearchView {
        query: question.query.to_owned(),
        understood: Understood {
            terms: words.terms.clone(),
            synonyms: synonyms.into_iter().map(str::to_owned).collect(),
            citation: cited.and_then(|cited| cited.places.into_iter().next()),
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
    let units = Units::of(library);
    let mut best: HashMap<Address, Found<'a>> = HashMap::new();
    for (score, doc) in searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())? {
        let Some(ordinal) = columns[doc.segment_ord as usize].first(doc.doc_id) else { continue };
        let Some((text, article)) = units.get(ordinal) else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&text.meta.kind) {
            continue;
        }
        // Equal texts in two languages: the reader's own wins.
        let score = if text.meta.lang == question.lang { score * 1.001 } else { score };
        let found = Found { score, text, article, ordinal, part: (None, None) };
        match best.entry(crate::index::address(text, article)) {
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
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key(a).cmp(&key(b))));
    Ok(found)
}

fn key<'a>(found: &Found<'a>) -> (&'a DocumentId, ArticleNo) {
    (&found.text.meta.id, found.article.no)
}

/// Puts cited places in front, in the order they were cited.
fn jump<'a>(library: &'a Library, question: &Question<'_>, cited: &[Address], found: &mut Vec<Found<'a>>) {
    let top = found.first().map_or(0.0, |found| found.score);
    for (address, rank) in cited.iter().rev().zip(1u8..) {
        let Some(text) =
            library.work(&address.document).map(|work| work.text(question.lang).unwrap_or(&work.texts()[0]))
        else {
            continue;
        };
        let Unit::Article { no, paragraph, item } = address.unit else { continue };
        let Some(article) = text.article(no) else { continue };
        let Some(ordinal) = Units::of(library).ordinal(article) else { continue };
        if !question.kinds.is_empty() && !question.kinds.contains(&text.meta.kind) {
            continue;
        }
        found.retain(|other| key(other) != (&text.meta.id, article.no));
        let score = top + f32::from(rank);
        found.insert(0, Found { score, text, article, ordinal, part: (paragraph, item) });
    }
}

fn hit(opened: &Opened, found: &Found<'_>, highlighter: &Highlighter) -> Hit {
    let Found { score, text, article, ordinal, part: (paragraph, item) } = found;
    let foldings = opened.folds.lines(*ordinal, text, article);
    let lines = article.lines(&text.meta.id).zip(foldings).filter_map(|((line, words), foldings)| {
        let Unit::Article { paragraph: p, item: i, .. } = line.unit else { return None };
        let wanted = (paragraph.is_none() || *paragraph == p) && (item.is_none() || *item == i);
        wanted.then_some((words, foldings))
    });
    Hit {
        address: crate::index::address(text, article),
        document: text.meta.id.clone(),
        kind: text.meta.kind,
        label: article_label(article.no, text.meta.lang),
        heading: article.heading.clone(),
        layer: text.meta.layer,
        lang: text.meta.lang,
        score: *score,
        snippet: highlighter.snippet(lines),
    }
}
