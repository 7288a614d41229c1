//! Other readings of a query: typed in pinyin or initials, or with a slip.

use crate::library::Library;
use crate::wire::Meant;

/// Everything that somebody can have meant: the words of a library, by sound, by shape and by letters. Made once, on first need, off
/// the way of the start.
#[derive(Debug, Default)]
pub struct Meanings {}

impl Meanings {
    /// The words of `library`.
    pub fn of(_library: &Library) -> Self {
        Self {}
    }

    /// Other queries that may have been meant, best first, at most three. When the query as typed found something
    /// (`found_something`: it stands somewhere exactly), nothing is applied, and only what is close is offered.
    pub fn meant(&self, _query: &str, _found_something: bool) -> Vec<Meant> {
        Vec::new()
    }
}
