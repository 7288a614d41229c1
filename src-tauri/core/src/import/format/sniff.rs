//! What a file is, by its first bytes; its name decides only between kinds of text.

use super::encoding;
use crate::import::refusal::Refusal;

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Text,
    Markdown,
    Html,
    Docx,
    Pdf,
}

/// Beginnings of files that are not read, and what they are.
const OTHERS: [(&[u8], &str); 20] = [
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"\xd0\xcf\x11\xe0", "DOC / XLS / PPT (97–2003)"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"MZ\0", "EXE"),
    (b"SQLite format 3", "SQLite"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"%!PS", "PostScript"),
];

/// Tells what a file is.
pub(super) fn content(name: &str, bytes: &[u8]) -> Result<Content, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    // Readers of PDF allow for rubbish before it.
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Content::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        // Whether it is a DOCX shows when it is opened: an archive inside an archive, a spreadsheet and a picture book are none.
        return Ok(Content::Docx);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") && holds_encrypted(bytes) {
        return Err(Refusal::Encrypted);
    }
    if let Some((_, what)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start) && !plausible_text(start, bytes))
    {
        let packed = matches!(*what, "gzip" | "xz" | "zstd" | "bzip2" | "RAR" | "7z");
        return Err(if packed { Refusal::Nested } else { Refusal::Unsupported(what) });
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Err(Refusal::Nested);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let marked = html(start);
    Ok(match ending.as_str() {
        "md" | "markdown" | "mdown" => Content::Markdown,
        "html" | "htm" | "xhtml" | "shtml" | "mht" => Content::Html,
        _ if marked => Content::Html,
        _ if binary(bytes) => return Err(Refusal::Unsupported("binary")),
        _ => Content::Text,
    })
}

/// A DOCX with a password is kept in a container of the old kind, with a stream of this name.
fn holds_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    bytes[..bytes.len().min(1 << 20)].windows(name.len()).any(|window| window == name)
}

/// BM and BZh may begin a text; a picture has zero bytes.
fn plausible_text(start: &[u8], bytes: &[u8]) -> bool {
    matches!(start, b"BM" | b"BZh" | b"RIFF") && !bytes[..bytes.len().min(512)].contains(&0)
}

fn html(start: &[u8]) -> bool {
    // In UTF-16 a zero stands beside every letter.
    let letters: Vec<u8> = start.iter().filter(|b| **b != 0 && b.is_ascii()).map(u8::to_ascii_lowercase).collect();
    let text = String::from_utf8_lossy(&letters);
    let text = text.trim_start();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| text.starts_with(mark)) || text.contains("<html")
}

/// Zero bytes that are not UTF-16, or many control characters.
fn binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(4096)];
    if sample.starts_with(&[0xff, 0xfe]) || sample.starts_with(&[0xfe, 0xff]) || encoding::without_mark(bytes).is_some()
    {
        return false;
    }
    let control = sample.iter().filter(|b| matches!(**b, 1..=8 | 14..=26 | 28..=31)).count();
    sample.contains(&0) || control * 20 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_before_the_name() {
        assert_eq!(content("a.docx", b"%PDF-1.7\n"), Ok(Content::Pdf));
        assert_eq!(content("a.txt", b"PK\x03\x04rest"), Ok(Content::Docx));
        assert_eq!(content("a.txt", b"<!DOCTYPE html><p>x"), Ok(Content::Html));
        assert_eq!(content("a.md", "# 甲".as_bytes()), Ok(Content::Markdown));
        assert_eq!(content("a", "甲".as_bytes()), Ok(Content::Text));
        assert_eq!(
            content("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1"),
            Err(Refusal::Unsupported("DOC / XLS / PPT (97–2003)"))
        );
        assert_eq!(content("a.txt", b"\x89PNG\r\n"), Err(Refusal::Unsupported("PNG")));
        assert_eq!(content("a.md", b" \n\t"), Err(Refusal::Empty));
        assert_eq!(content("a.txt", &[0, 1, 2, 0, 0, 3, 9, 0, 0, 0]), Err(Refusal::Unsupported("binary")));
        assert_eq!(content("a.txt", b"BM is a word"), Ok(Content::Text));
    }
}
