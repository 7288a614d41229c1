//! Plain data: what a text is, where a place in it is. No reading, no writing.

mod address;
mod bilingual;
mod document;
mod moment;
mod section;

pub use address::{Address, AddressError, ArticleNo, DocumentId, Unit};
pub use bilingual::Bilingual;
pub use document::{
    Chapter, Coverage, Division, Document, Evidence, Kind, Lang, Layer, Line, Meta, Paragraph, Passage, Shelf, Status,
};
pub use moment::Moment;
pub use section::{AUDIENCES, Section};
