//! Suggestions while somebody types.

use crate::model::Lang;
use crate::wire::Suggestion;

use super::slips::Meanings;

/// Most suggestions at once.
pub const MOST: usize = 8;

impl Meanings {
    /// What somebody who has typed `typed` may be about to type, best first, at most [`MOST`].
    pub fn suggest(&self, _typed: &str, _lang: Lang) -> Vec<Suggestion> {
        Vec::new()
    }
}
