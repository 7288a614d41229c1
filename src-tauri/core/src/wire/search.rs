//! Answers to queries.

use serde::Serialize;

use crate::model::{Address, DocumentId, Kind, Lang, Layer};
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
