//! What answers: the program's own code and its peers, each as it is commonly set up, over the same entries.

mod fts5;
mod ngrams;
mod ours;
mod scan;

use wanghu_core::index::Entry;

/// Entries, in the order in which they are numbered.
pub(crate) type Entries<'i, 'e> = &'i mut dyn Iterator<Item = Entry<'e>>;

/// Something that was built over entries and answers questions.
pub(crate) trait Engine {
    /// The best entries by number, with their scores: more is better, best first.
    fn answer(&self, question: &str, most: usize) -> Vec<(u32, f64)>;

    /// Bytes of its index.
    fn bytes(&self) -> usize;
}

/// An engine that can be built.
pub(crate) struct Kind {
    /// What it is called on the command line and in the names of files.
    pub(crate) name: &'static str,
    /// What it is, in a table.
    pub(crate) what: &'static str,
    build: fn(Entries<'_, '_>) -> Box<dyn Engine>,
}

/// The program's own order without trees and everyday words; what the others are compared with.
pub(crate) const PLAIN: &str = "plain";

/// All of them.
const ALL: [Kind; 6] = [
    Kind {
        name: PLAIN,
        what: "ours, plain: BM25 over characters and pairs, short title, chapter twice",
        build: |entries| Box::new(ours::Ours::plain(entries)),
    },
    Kind { name: "full", what: "ours, everything", build: |entries| Box::new(ours::Ours::full(entries)) },
    Kind {
        name: "ngrams",
        what: "tantivy as it comes: its own tokenizer of pairs, its own BM25",
        build: |entries| Box::new(ngrams::Ngrams::build(entries)),
    },
    Kind {
        name: "pairs",
        what: "SQLite FTS5, cut into pairs beforehand (unicode61, any pair, bm25)",
        build: |entries| Box::new(fts5::Pairs::build(entries)),
    },
    Kind {
        name: "trigram",
        what: "SQLite FTS5 trigram (any trigram, bm25)",
        build: |entries| Box::new(fts5::Trigrams::build(entries)),
    },
    Kind {
        name: "scan",
        what: "plain scan that counts the question's pairs",
        build: |entries| Box::new(scan::Scan::build(entries)),
    },
];

impl Kind {
    /// The engine of this name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        const KINDS: &[Kind] = &ALL;
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// Builds it.
    pub(crate) fn build(&self, entries: Entries<'_, '_>) -> Box<dyn Engine> {
        (self.build)(entries)
    }
}

/// An entry as one text: what a peer is given, that knows no fields.
fn whole(entry: &Entry<'_>) -> String {
    let parts = [entry.title, entry.label, entry.chapter, entry.heading, &entry.words];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Runs of letters and digits, as characters.
fn runs(text: &str) -> impl Iterator<Item = Vec<char>> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).map(|run| run.chars().collect())
}

/// All neighbours of this number in a text, none across punctuation, each once and in order.
fn neighbours(text: &str, number: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for run in runs(text) {
        for gram in run.windows(number).map(String::from_iter) {
            if !found.contains(&gram) {
                found.push(gram);
            }
        }
    }
    found
}
