//! Answers to queries.

use serde::Serialize;

use super::{Chip, Facet, Meant, Note, Sort};
use crate::model::{Address, DocumentId, Kind, Lang, Layer, Moment};
use crate::tables::Term;

/// A piece of a snippet; `hit` marks what the query matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SnippetRun {
    /// The characters as they stand in the text.
    pub text: String,
    /// Whether the query matched them.
    pub hit: bool,
}

/// One article (or case section) that answers a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// Where it stands; always a whole unit, such as `minors-online-protection/46`.
    pub address: Address,
    /// The document it belongs to.
    pub document: DocumentId,
    /// The kind of that document.
    pub kind: Kind,
    /// Its number as printed: 第四十六条, Article 46.
    pub label: String,
    /// Our heading.
    pub heading: String,
    /// Whose words the snippet is taken from.
    pub layer: Layer,
    /// Language of label, heading and snippet.
    pub lang: Lang,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// The line that shows why it was found.
    pub snippet: Vec<SnippetRun>,
    /// The chapter it stands in: 第五章 网络沉迷防治; `null` where the document has none.
    pub chapter: Option<String>,
    /// When its document was issued or made public, as exactly as is known.
    pub date: Option<Moment>,
    /// What its score is made of, largest share first; at most five parts.
    pub why: Vec<Why>,
}

/// A part of the score of a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Why {
    /// Which.
    pub part: WhyPart,
    /// Per cent of the score; all parts of a hit together make 100 or less.
    pub share: u8,
}

/// What a score can be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum WhyPart {
    /// The query cites it.
    Citation,
    /// The query is a term that is explained there.
    Term,
    /// It holds the whole query as typed.
    Exact,
    /// It holds a word of the query as typed.
    Phrase,
    /// Its heading does.
    Heading,
    /// It resembles the query in its words.
    Words,
    /// Its chapter resembles the query.
    Chapter,
    /// The title of its document does.
    Title,
    /// It holds what the thesaurus added.
    Synonyms,
    /// It shares single characters with the query.
    SingleCharacters,
    /// Others refer to it.
    CitedBy,
    /// It answered like questions that were labelled.
    Learnt,
    /// The shelf it stands on.
    Shelf,
    /// It is in the language of the reader.
    Language,
}

/// How a query was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Understood {
    /// The term of the glossary that the query is; the places where it is defined come first.
    pub term: Option<Term>,
    /// The words searched for, folded.
    pub terms: Vec<String>,
    /// What the thesaurus added ("also searched").
    pub synonyms: Vec<String>,
    /// The place the query cites, as exact as it was typed; `null` when it cites none.
    pub citation: Option<Address>,
    /// The clauses of the query, in order; empty for plain words.
    pub chips: Vec<Chip>,
    /// What could not be read.
    pub notes: Vec<Note>,
    /// Other readings, best first; at most three.
    pub meant: Vec<Meant>,
}

/// The answer to a query, in the exact shape of `wanghu search --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchView {
    /// The query as typed.
    pub query: String,
    /// How it was read.
    pub understood: Understood,
    /// Time taken inside the core, in microseconds.
    #[cfg_attr(test, ts(type = "number"))]
    pub took_us: u64,
    /// Number of units that match; `hits` may hold fewer.
    pub total: usize,
    /// What all matching places can be narrowed by.
    pub facets: Vec<Facet>,
    /// The order of the hits.
    pub sort: Sort,
    /// The best, best first.
    pub hits: Vec<Hit>,
}

/// What the window receives: an answer, the number of the question it belongs to, and where it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchAnswer {
    /// The number the window gave its question; late answers are dropped by it.
    pub ticket: u32,
    /// The answer.
    pub answer: SearchView,
    /// State of the index that answered.
    pub index: IndexState,
}

/// Where search answers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum IndexState {
    /// From the index kept on disk, verified.
    Ready,
    /// From memory, while the index on disk is being rebuilt.
    Rebuilding,
    /// From memory: the index cannot be kept on this disk (read-only, full).
    MemoryOnly,
}
