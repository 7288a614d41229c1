//! A place cited.

use serde::Serialize;

use crate::cite::Style;
use crate::model::{Address, Layer, Status};

/// A place cited in the styles asked for. A citation names the law, never our words for it; status and layer say what the reader has
/// before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CiteView {
    /// The place.
    pub address: Address,
    /// Its citations, in the order asked for.
    pub styles: Vec<CitationView>,
    /// Whether the document is in force.
    pub status: Status,
    /// Whose words the text at hand is in.
    pub layer: Layer,
}

/// A citation in one style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CitationView {
    /// How it is written.
    pub style: Style,
    /// The citation; several lines in the styles that other programs read.
    pub text: String,
}
