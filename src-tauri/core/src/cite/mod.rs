//! Citations: reading them in texts and queries, writing them under quotations.

mod case;
mod label;
mod list;
mod names;
mod query;
mod scan;
mod style;
mod title;

pub use label::{article_label, counted_label, english_citation, item_label, label, layer_note, short_citation};
pub use names::Names;
pub use query::{Cited, read};
pub use scan::{Reference, Standpoint, scan};
pub use style::{Source, Style};
