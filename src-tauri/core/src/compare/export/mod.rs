//! A comparison as a file: a page that stands for itself, or a table for a word processor.

mod docx;
mod html;
mod words;

pub use docx::docx;
pub use html::html;
pub use words::verdict_name;
