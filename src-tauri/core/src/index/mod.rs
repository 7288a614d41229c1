//! The search index: derived from texts, disposable, never in the way of reading.
//!
//! It is always built in memory, then written aside, verified and swapped in. Opening reads and hashes every byte
//! before use and works on the copy in memory, so a damaged, vanishing or read-only folder can change no answer.

mod build;
mod fingerprint;
mod groups;
mod postings;
mod schema;
mod store;
mod texts;
mod tokenizer;
mod units;

pub use build::{Entry, build};
pub use fingerprint::fingerprint;
pub use groups::Groups;
pub(crate) use postings::{Norms, bm25, length_part};
pub use schema::Fields;
pub(crate) use schema::english;
pub use store::{load, save};
pub use texts::{Parts, Texts};
pub(crate) use tokenizer::grams;
pub use units::{Folds, Ordinal, Placed, Places, Units};

use std::sync::{Arc, OnceLock};

/// An index of any texts, wholly in memory. Its units are numbered in the order in which they were put in.
#[derive(Clone)]
pub struct Index {
    /// Where its files are held.
    directory: tantivy::directory::RamDirectory,
    /// What tantivy calls the index.
    inner: tantivy::Index,
    /// A view of it that does not change.
    pub searcher: tantivy::Searcher,
    /// Its fields.
    pub fields: Fields,
    /// The folded words of its units.
    pub texts: Arc<Texts>,
    /// Which of them stand together, made on first need: only large libraries are ranked by it.
    groups: Arc<OnceLock<Groups>>,
}

/// The index of a library, ready to be searched.
#[derive(Clone)]
pub struct Opened {
    /// The index itself.
    pub index: Index,
    /// What ranking needs to know of its units.
    pub places: Arc<Places>,
    /// The lines of its units, folded on first use.
    pub folds: Arc<Folds>,
}
