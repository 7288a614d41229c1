//! What is found in a text: a citation as it is written.

use std::ops::Range;

use super::place::Place;
use crate::model::DocumentId;

/// A citation as written, before anything is known of a library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text it takes; a title that stands directly before the place belongs to it.
    pub range: Range<usize>,
    /// Whose places they are.
    pub whose: Whose,
    /// The places it names, in order: several for a range and for 第二、三款, none for a title or a case alone.
    pub places: Vec<Place>,
}

/// Whose places a citation names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Those of the text itself: 本法第三条, 第三条, 前款.
    Own,
    /// Those of a text with a title.
    Titled(Title),
    /// Guiding cases, which are cited by number and as a whole.
    Cases(Vec<DocumentId>),
}

/// A title on which a citation rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Bytes where it is written, with its 《》; before the citation where it is carried over (《刑法》第一条、第二条), after it in
    /// English.
    pub written: Range<usize>,
    /// The title in full, without 《》: what the text has declared a short name to mean (以下简称), or what is written.
    pub full: String,
    /// The document, when the title is among the known names.
    pub document: Option<DocumentId>,
}

impl Whose {
    /// The document known by name whose places are cited.
    pub fn document(&self) -> Option<&DocumentId> {
        match self {
            Self::Titled(title) => title.document.as_ref(),
            Self::Own | Self::Cases(_) => None,
        }
    }
}
