//! Plain data: what a text is, where a place in it is. No reading, no writing.

mod address;
mod document;

pub use address::{Address, AddressError, ArticleNo, DocumentId, Unit};
pub use document::{Article, Chapter, Document, Evidence, External, Item, Kind, Lang, Layer, Meta, Paragraph, Status};
