//! The search index: derived from the corpus, disposable, never in the way of reading.
//!
//! It is always built in memory, then written aside, verified and swapped in. Opening reads and hashes every byte
//! before use and works on the copy in memory, so a damaged, vanishing or read-only folder can change no answer.

mod build;
mod fingerprint;
mod schema;
mod store;
mod tokenizer;
mod units;

pub use build::build;
pub use fingerprint::fingerprint;
pub use schema::Fields;
pub(crate) use schema::{UNIT, english};
pub use store::{load, save};
pub(crate) use tokenizer::grams;
pub use units::{Folds, Ordinal, Placed, Places, Units};

/// An index ready to be searched, wholly in memory.
#[derive(Clone)]
pub struct Opened {
    /// Where its files are held.
    directory: tantivy::directory::RamDirectory,
    /// The index itself.
    pub index: tantivy::Index,
    /// A view of it that does not change.
    pub searcher: tantivy::Searcher,
    /// Its fields.
    pub fields: Fields,
    /// What ranking needs to know of its units.
    pub places: std::sync::Arc<Places>,
    /// The lines of its units, folded on first use.
    pub folds: std::sync::Arc<Folds>,
}
