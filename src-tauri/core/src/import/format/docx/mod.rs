//! DOCX: the named parts of the container, read to memory under caps; text, headings, tables and notes, nothing else. No relationship
//! is followed out of the container, no field is computed, no macro and no embedded object is looked at.

mod numbering;
mod paragraphs;
mod styles;
mod xml;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::repair::{RepairKind, Repairs};
use crate::import::source::{Shape, SourceLine};

type Container<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads the text of a document.
pub(super) fn read(bytes: &[u8], repairs: &mut Repairs) -> Result<Vec<SourceLine>, Refusal> {
    let mut container = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if container.len() > limits::CONTAINER_MEMBERS {
        return Err(Refusal::TooLarge("members of a DOCX", limits::CONTAINER_MEMBERS as u64));
    }
    let names: Vec<String> =
        container.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if !has("word/document.xml") {
        return Err(match () {
            () if has("xl/") => Refusal::Unsupported("XLSX"),
            () if has("ppt/") => Refusal::Unsupported("PPTX"),
            () if has("mimetype") && has("content.xml") => Refusal::Unsupported("ODT"),
            () if has("mimetype") && has("META-INF/") => Refusal::Unsupported("EPUB"),
            () if has("Document.xml") || has("OFD.xml") => Refusal::Unsupported("OFD"),
            () => Refusal::Nested,
        });
    }
    if names.iter().any(|name| name.ends_with("vbaProject.bin") || name.starts_with("word/embeddings/")) {
        repairs.count(RepairKind::Pictures, 1);
    }
    let mut left = limits::CONTAINER_BYTES;
    let mut part = |name: &str| part(&mut container, name, bytes.len() as u64, &mut left);
    let document =
        part("word/document.xml")?.ok_or_else(|| Refusal::Damaged("no document in the container".to_owned()))?;
    let styles = styles::read(&part("word/styles.xml")?.unwrap_or_default())?;
    let mut numbering = numbering::read(&part("word/numbering.xml")?.unwrap_or_default())?;
    if part("word/_rels/document.xml.rels")?.is_some_and(|rels| rels.contains("TargetMode=\"External\"")) {
        repairs.count(RepairKind::External, 1);
    }
    let mut lines = paragraphs::read(&document, &styles, &mut numbering, repairs)?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        let Some(notes) = part(name)? else { continue };
        for note in paragraphs::read_notes(&notes, &styles, &mut numbering, repairs)? {
            repairs.count(RepairKind::Notes, 1);
            if lines.last().is_some_and(|line| line.shape != Shape::Plain || !line.text.starts_with('〔')) {
                lines.push(SourceLine::new(Shape::Plain, "附注"));
            }
            lines.push(note);
        }
    }
    Ok(lines)
}

/// A part as text; `None` when there is none. `left` is what may still be unpacked.
fn part(container: &mut Container<'_>, name: &str, packed: u64, left: &mut u64) -> Result<Option<String>, Refusal> {
    let file = match container.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(problem) => return Err(damaged(problem)),
    };
    if file.encrypted() {
        return Err(Refusal::Encrypted);
    }
    let mut bytes = Vec::new();
    let read = file.take(*left + 1).read_to_end(&mut bytes);
    let unpacked = bytes.len() as u64;
    if unpacked > *left || unpacked > limits::RATIO_FLOOR && unpacked > packed.saturating_mul(limits::RATIO) {
        return Err(Refusal::Bomb);
    }
    read.map_err(|problem| Refusal::Damaged(format!("{name}: {problem}")))?;
    *left -= unpacked;
    xml::text(&bytes, name).map(Some)
}

fn damaged(problem: ZipError) -> Refusal {
    match problem {
        ZipError::UnsupportedArchive(said) if said.to_string().to_lowercase().contains("password") => {
            Refusal::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Refusal::Method,
        other => Refusal::Damaged(other.to_string()),
    }
}
