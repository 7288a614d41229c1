//! Members of archives, read to memory one by one.

use std::fs::File;
use std::io::{BufReader, Read};

use tar::EntryType;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{Out, bounded, name};
use crate::import::limits;
use crate::import::refusal::Refusal;

/// Gives the members of a ZIP. False when it is a document in a container rather than a collection.
pub(super) fn zip(file: &mut File, out: &mut Out<'_>) -> Result<bool, Refusal> {
    let size = file.metadata().map_err(|problem| Refusal::Unreadable(problem.to_string()))?.len();
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|problem| refusal(&problem))?;
    if archive
        .file_names_raw()
        .any(|name| matches!(name, b"word/document.xml" | b"[Content_Types].xml" | b"mimetype" | b"OFD.xml"))
    {
        return Ok(false);
    }
    if archive.len() > limits::COLLECTION_MEMBERS {
        return Err(Refusal::TooLarge("members of an archive", limits::COLLECTION_MEMBERS as u64));
    }
    if archive.is_empty() {
        return Err(Refusal::Empty);
    }
    // Members that share bytes multiply what one file holds.
    if archive.has_overlapping_entries().unwrap_or(true) {
        return Err(Refusal::Bomb);
    }
    let mut left = limits::COLLECTION_BYTES;
    for index in 0..archive.len() {
        let label = match archive.by_index_raw(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => name::text(member.name_raw()),
            Err(_) => format!("#{}", index + 1),
        };
        if name::is_passed_over(&label) {
            continue;
        }
        if !out.counted(&label) {
            return Ok(true);
        }
        let content = name::proper(&label).and_then(|_| member(&mut archive, index, size, &mut left));
        let over = content == Err(Refusal::Bomb) && left == 0;
        out.give(name::proper(&label).unwrap_or_else(|_| shown(&label)), content);
        if over {
            return Ok(true);
        }
    }
    Ok(true)
}

fn member<R: Read + std::io::Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    size: u64,
    left: &mut u64,
) -> Result<Vec<u8>, Refusal> {
    let member = archive.by_index(index).map_err(|problem| refusal(&problem))?;
    if member.encrypted() {
        return Err(Refusal::Encrypted);
    }
    if member.is_symlink() {
        return Err(Refusal::Link);
    }
    if !member.is_file() {
        return Err(Refusal::NoFile);
    }
    // What the header says of the packed size is no more than the whole file has.
    let packed = member.compressed_size().min(size);
    let most = limits::DOCUMENT_BYTES.min(*left);
    let by_ratio = packed.saturating_mul(limits::RATIO).max(limits::RATIO_FLOOR);
    let content = bounded::all(member, most.min(by_ratio));
    match &content {
        Ok(bytes) => *left -= bytes.len() as u64,
        Err(Refusal::TooLarge(..)) if by_ratio < most => return Err(Refusal::Bomb),
        Err(Refusal::TooLarge(..)) if *left < limits::DOCUMENT_BYTES => {
            *left = 0;
            return Err(Refusal::Bomb);
        }
        Err(_) => {}
    }
    content
}

fn refusal(problem: &ZipError) -> Refusal {
    match problem {
        ZipError::UnsupportedArchive(said) if said.to_string().to_lowercase().contains("password") => {
            Refusal::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Refusal::Method,
        other => Refusal::Damaged(other.to_string()),
    }
}

/// Gives the members of a tar.
pub(super) fn tar(reader: impl Read, out: &mut Out<'_>) -> Result<(), Refusal> {
    let mut archive = ::tar::Archive::new(reader);
    // Raw: long names and extensions are read here, under a cap.
    let entries = archive.entries().map_err(|problem| bounded::refusal(&problem))?.raw(true);
    let mut long: Option<String> = None;
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(problem) => return Err(bounded::refusal(&problem)),
        };
        let kind = entry.header().entry_type();
        match kind {
            EntryType::GNULongName | EntryType::XHeader => {
                let bytes = bounded::all(entry, 64 << 10)?;
                let named = if kind == EntryType::GNULongName { Some(bytes) } else { path_of(&bytes) };
                long = named.map(|bytes| name::text(&bytes).trim_end_matches('\0').to_owned()).or(long);
                continue;
            }
            EntryType::Directory => {
                long = None;
                continue;
            }
            EntryType::XGlobalHeader | EntryType::GNULongLink => continue,
            _ => {}
        }
        let label = long.take().unwrap_or_else(|| name::text(&entry.path_bytes()));
        if name::is_passed_over(&label) {
            continue;
        }
        if !out.counted(&label) {
            return Ok(());
        }
        let content = match kind {
            EntryType::Regular | EntryType::Continuous => {
                name::proper(&label).and_then(|_| bounded::all(entry, limits::DOCUMENT_BYTES))
            }
            EntryType::Symlink | EntryType::Link => Err(Refusal::Link),
            _ => Err(Refusal::NoFile),
        };
        let over = content == Err(Refusal::Bomb);
        out.give(name::proper(&label).unwrap_or_else(|_| shown(&label)), content);
        if over {
            return Ok(());
        }
    }
    Ok(())
}

/// The path that an extension gives the next member.
fn path_of(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut records = ::tar::PaxExtensions::new(bytes).flatten();
    records.find(|record| record.key_bytes() == b"path").map(|record| record.value_bytes().to_vec())
}

/// A bad name, fit to be shown.
fn shown(name: &str) -> String {
    name.chars().take(120).map(|c| if c.is_control() { '�' } else { c }).collect()
}
