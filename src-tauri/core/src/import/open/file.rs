//! One file: a document, or an archive.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use lzma_rust2::XzReader;

use super::bounded::{self, Packed, Unpacked};
use super::{Out, archive};
use crate::import::limits;
use crate::import::refusal::Refusal;

/// Opens what was named by the user.
pub(super) fn open(path: &Path, name: String, out: &mut Out<'_>) {
    match opened(path) {
        Ok((mut file, start)) => {
            let told = if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
                archive::zip(&mut file, out)
            } else {
                packed(file, &start, &name, out)
            };
            match told {
                Ok(true) => {}
                Ok(false) => out.give(name, document(path)),
                Err(refusal) => out.give(name, Err(refusal)),
            }
        }
        Err(refusal) => out.give(name, Err(refusal)),
    }
}

/// The bytes of one document on the disk.
pub(super) fn document(path: &Path) -> Result<Vec<u8>, Refusal> {
    let file = handle(path)?;
    let size = file.metadata().map_err(|problem| Refusal::Unreadable(problem.to_string()))?.len();
    if size > limits::DOCUMENT_BYTES {
        return Err(Refusal::TooLarge("bytes of a document", limits::DOCUMENT_BYTES));
    }
    bounded::all(file, limits::DOCUMENT_BYTES)
}

/// An open ordinary file. What it is, is asked of the handle: the name may mean something else by now.
fn handle(path: &Path) -> Result<File, Refusal> {
    let unreadable = |problem: std::io::Error| Refusal::Unreadable(problem.to_string());
    let before = std::fs::symlink_metadata(path).map_err(unreadable)?;
    if before.is_symlink() {
        return Err(Refusal::Link);
    }
    if !before.is_file() {
        return Err(Refusal::NoFile);
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(target_os = "linux")]
    {
        // A pipe that has taken the file's place must not make the program wait for a writer.
        const NONBLOCK: i32 = 0o4000;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, NONBLOCK);
    }
    let file = options.open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_file() { Ok(file) } else { Err(Refusal::NoFile) }
}

/// The file and its first bytes.
fn opened(path: &Path) -> Result<(File, Vec<u8>), Refusal> {
    let unreadable = |problem: std::io::Error| Refusal::Unreadable(problem.to_string());
    let mut file = handle(path)?;
    if file.metadata().map_err(unreadable)?.len() > limits::ARCHIVE_BYTES {
        return Err(Refusal::TooLarge("bytes of an archive", limits::ARCHIVE_BYTES));
    }
    let mut start = Vec::new();
    (&mut file).take(512).read_to_end(&mut start).map_err(unreadable)?;
    file.rewind().map_err(unreadable)?;
    Ok((file, start))
}

/// Reads a tar, packed or not, or a single packed file. False when the file is none of these.
fn packed(file: File, start: &[u8], name: &str, out: &mut Out<'_>) -> Result<bool, Refusal> {
    let (reader, count) = Packed::new(BufReader::new(file));
    let reader: Box<dyn Read> = match start {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(reader)),
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => {
            let most = u32::try_from((limits::DICTIONARY_BYTES >> 10) + (4 << 10)).unwrap_or(u32::MAX);
            Box::new(XzReader::new_mem_limit(reader, true, most))
        }
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Box::new(
            ruzstd::decoding::StreamingDecoder::new_with_max_window_size(reader, limits::DICTIONARY_BYTES)
                .map_err(|problem| Refusal::Damaged(problem.to_string()))?,
        ),
        start
            if start.get(257..262) == Some(b"ustar") || name.to_lowercase().ends_with(".tar") && !start.is_empty() =>
        {
            archive::tar(reader, out)?;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    let mut reader = Unpacked::new(reader, count);
    // Tar, or one packed file: its first block tells.
    let mut block = Vec::new();
    (&mut reader).take(512).read_to_end(&mut block).map_err(|problem| bounded::refusal(&problem))?;
    let is_tar = block.get(257..262) == Some(b"ustar");
    let whole = std::io::Cursor::new(block).chain(reader);
    if is_tar {
        archive::tar(whole, out)?;
    } else {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let content = bounded::all(whole, limits::DOCUMENT_BYTES);
        out.give(stem, content);
    }
    Ok(true)
}
