//! Places that resemble a place: by the articles both cite, by topics, by telling words, by links.

use crate::library::Library;
use crate::model::{Address, Lang};
use crate::wire::Similar;

/// Most similar places at once.
pub const MOST: usize = 8;

/// What every place can be compared by. Made once, on first need.
#[derive(Debug, Default)]
pub struct Likeness {}

impl Likeness {
    /// The places of `library`: articles, and cases as wholes.
    pub fn of(_library: &Library) -> Self {
        Self {}
    }

    /// Places that resemble `address`, most alike first, at most [`MOST`]: cases for a case, provisions and cases for a provision.
    pub fn similar(&self, _library: &Library, _address: &Address, _lang: Lang) -> Vec<Similar> {
        Vec::new()
    }
}
