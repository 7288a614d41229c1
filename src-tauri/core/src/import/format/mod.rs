//! From bytes to lines, whatever the format and encoding.

mod docx;
mod encoding;
mod html;
mod markdown;
mod pdf;
mod sniff;
mod table;
mod text;

pub use encoding::Encoding;
use sniff::Content;

use super::limits;
use super::refusal::Refusal;
use super::repair::Repairs;
use super::source::{Format, Source};

/// Reads a file: its format is told by its content, its encoding by its bytes unless `encoding` sets it (text, Markdown and HTML only).
///
/// # Errors
/// A [`Refusal`] when the bytes are none of the formats, are damaged, protected, too large or empty.
pub fn read(name: &str, bytes: &[u8], encoding: Option<Encoding>) -> Result<Source, Refusal> {
    if bytes.len() as u64 > limits::DOCUMENT_BYTES {
        return Err(Refusal::TooLarge("bytes of a document", limits::DOCUMENT_BYTES));
    }
    let mut source = Source {
        name: name.to_owned(),
        format: Format::Text,
        encoding: "UTF-8",
        lines: Vec::new(),
        head: 0,
        replaced: 0,
        repairs: Repairs::default(),
    };
    match sniff::content(name, bytes)? {
        Content::Docx => {
            source.format = Format::Docx;
            source.lines = docx::read(bytes, &mut source.repairs)?;
        }
        Content::Pdf => {
            source.format = Format::Pdf;
            (source.lines, source.replaced) = pdf::read(bytes, &mut source.repairs)?;
        }
        content => {
            let said = if content == Content::Html { html::charset(bytes) } else { None };
            let decoded = encoding::decode(bytes, encoding, said.as_deref());
            (source.encoding, source.replaced) = (decoded.name, decoded.replaced);
            match content {
                Content::Html => {
                    source.format = Format::Html;
                    source.lines = html::read(&decoded.text, &mut source.repairs)?;
                }
                Content::Markdown => {
                    source.format = Format::Markdown;
                    (source.lines, source.head) = markdown::read(&decoded.text, &mut source.repairs);
                }
                _ => source.lines = text::read(&decoded.text),
            }
        }
    }
    if source.lines.len() > limits::LINES {
        return Err(Refusal::TooLarge("lines", limits::LINES as u64));
    }
    Ok(source)
}
