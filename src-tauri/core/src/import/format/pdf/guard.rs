//! What a PDF unpacks to, before anything reads it: its streams are unpacked once, and thrown away.

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::import::limits;
use crate::import::refusal::Refusal;

/// How far before a stream its dictionary is looked for, in bytes.
const DICTIONARY: usize = 1_024;

/// The most that one byte of an LZW stream can become.
const LZW_RATIO: u64 = 1_400;

/// Refuses protected files and bombs.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            continue;
        }
        let data = match bytes.get(at..).unwrap_or_default() {
            [b'\r', b'\n', rest @ ..] | [b'\n' | b'\r', rest @ ..] => rest,
            _ => continue,
        };
        stream(dictionary(&bytes[keyword.saturating_sub(DICTIONARY)..keyword]), data)?;
    }
    // Where the trailer is packed as well, the reader finds out.
    if find(bytes, b"/Encrypt")
        .is_some_and(|at| bytes[at + 8..].first().is_some_and(|b| b" \r\n\t<0123456789".contains(b)))
    {
        return Err(Refusal::Encrypted);
    }
    Ok(())
}

/// The dictionary right before a stream: what follows the last `obj`.
fn dictionary(before: &[u8]) -> &[u8] {
    let start = before.windows(4).rposition(|window| window == b" obj").map_or(0, |at| at + 4);
    &before[start..]
}

fn stream(dictionary: &[u8], data: &[u8]) -> Result<(), Refusal> {
    let has = |name: &[u8]| find(dictionary, name).is_some();
    // Pictures are never unpacked.
    if has(b"/Image") {
        return Ok(());
    }
    let packed =
        ["/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode", "/BrotliDecode"];
    let count: usize = packed.iter().map(|name| occurrences(dictionary, name.as_bytes())).sum();
    if count > 1 && !(count == 2 && has(b"/ASCII85Decode") && data.len() < 1 << 20) {
        return Err(Refusal::Bomb);
    }
    let length = find(data, b"endstream").unwrap_or(data.len());
    if has(b"/LZWDecode") && length as u64 * LZW_RATIO > limits::PDF_STREAM_BYTES * 4 {
        return Err(Refusal::Bomb);
    }
    // Whatever the dictionary says: what looks packed is unpacked.
    let looks_packed = matches!(data, [first, second, ..] if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0);
    if !looks_packed {
        return Ok(());
    }
    let unpacked = std::io::copy(&mut ZlibDecoder::new(data).take(limits::PDF_STREAM_BYTES + 1), &mut std::io::sink());
    // A damaged end is the reader's business.
    if unpacked.is_ok_and(|bytes| bytes > limits::PDF_STREAM_BYTES) { Err(Refusal::Bomb) } else { Ok(()) }
}

fn occurrences(text: &[u8], word: &[u8]) -> usize {
    text.windows(word.len()).filter(|window| *window == word).count()
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    // The first byte is looked for fast; most places end there.
    let first = *word.first()?;
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.iter().position(|byte| *byte == first)?;
        if text[at..].starts_with(word) {
            return Some(at);
        }
        from = at + 1;
    }
}
