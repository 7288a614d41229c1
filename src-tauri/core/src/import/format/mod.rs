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
use super::source::{Format, Source, SourceLine};

/// Reads a file: its format is told by its content, its encoding by its bytes unless `encoding` sets it (text, Markdown and HTML only).
///
/// # Errors
/// A [`Refusal`] when the bytes are none of the formats, are damaged, protected, too large or empty.
pub fn read(name: &str, bytes: &[u8], encoding: Option<Encoding>) -> Result<Source, Refusal> {
    if bytes.len() as u64 > limits::DOCUMENT_BYTES {
        return Err(Refusal::TooLarge("bytes of a document", limits::DOCUMENT_BYTES));
    }
    let mut repairs = Repairs::default();
    let mut source = |format, encoding, replaced, head, lines: Vec<SourceLine>| Source {
        name: name.to_owned(),
        format,
        encoding,
        lines,
        head,
        replaced,
        repairs: std::mem::take(&mut repairs),
    };
    let read = match sniff::content(name, bytes)? {
        Content::Docx => {
            let mut found = Repairs::default();
            let lines = docx::read(bytes, &mut found)?;
            Source { repairs: found, ..source(Format::Docx, "UTF-8", 0, 0, lines) }
        }
        Content::Pdf => {
            let mut found = Repairs::default();
            let (lines, replaced) = pdf::read(bytes, &mut found)?;
            Source { repairs: found, ..source(Format::Pdf, "UTF-8", replaced, 0, lines) }
        }
        Content::Html => {
            let mut found = Repairs::default();
            let decoded = encoding::decode(bytes, encoding);
            let lines = html::read(&decoded.text, &mut found)?;
            Source { repairs: found, ..source(Format::Html, decoded.name, decoded.replaced, 0, lines) }
        }
        Content::Markdown => {
            let mut found = Repairs::default();
            let decoded = encoding::decode(bytes, encoding);
            let (lines, head) = markdown::read(&decoded.text, &mut found);
            Source { repairs: found, ..source(Format::Markdown, decoded.name, decoded.replaced, head, lines) }
        }
        Content::Text => {
            let decoded = encoding::decode(bytes, encoding);
            source(Format::Text, decoded.name, decoded.replaced, 0, text::read(&decoded.text))
        }
    };
    if read.lines.len() > limits::LINES {
        return Err(Refusal::TooLarge("lines", limits::LINES as u64));
    }
    Ok(read)
}
