//! Citations: reading them in texts and queries, writing them under quotations.

mod articles;
mod case;
mod counted;
mod english;
mod find;
mod found;
mod label;
mod list;
mod names;
mod nesting;
mod place;
mod query;
mod scan;
mod style;
mod titles;
mod wording;

pub use find::find;
pub use found::{Found, Title, Whose};
pub use label::{
    article_label, counted_label, english_citation, item_label, label, layer_name, layer_note, short_citation,
    status_name,
};
pub use names::Names;
pub(crate) use names::bare;
pub use place::{Back, Here, Place};
pub use query::{Cited, read};
pub use scan::{Reference, Standpoint, scan};
pub use style::{Source, Style};
pub use wording::{printed_number, wording};
