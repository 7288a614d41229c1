//! Bytes to text: UTF-8 and UTF-16 by mark and by form, then GB18030 (which holds GBK and GB2312), or Big5 where that fits better.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// An encoding that the user may set where the guess is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, GBK, GB2312.
    Gb18030,
    /// Big5, with the Hong Kong additions.
    Big5,
}

/// Text, and how it was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) name: &'static str,
    /// Characters that stand as U+FFFD.
    pub(super) replaced: usize,
}

/// How many bytes are enough to guess by.
const SAMPLE: usize = 1 << 16;

/// How many bytes beyond ASCII tell an encoding better than a page does that may lie.
const ENOUGH: usize = 80;

/// Decodes in the encoding that is set, or in the one that fits. `said` is what the text says of itself, which is believed only where
/// there is too little to guess by, and where it fits.
pub(super) fn decode(bytes: &[u8], set: Option<Encoding>, said: Option<&str>) -> Decoded {
    let encoding = match set {
        Some(Encoding::Utf8) => UTF_8,
        Some(Encoding::Utf16Le) => UTF_16LE,
        Some(Encoding::Utf16Be) => UTF_16BE,
        Some(Encoding::Gb18030) => GB18030,
        Some(Encoding::Big5) => BIG5,
        None => guess(bytes, said),
    };
    // A mark at the start is taken off, and never overrules what was decided.
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
    Decoded { text: text.into_owned(), name: encoding.name(), replaced }
}

fn guess(bytes: &[u8], said: Option<&str>) -> &'static encoding_rs::Encoding {
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = without_mark(bytes) {
        return wide;
    }
    let Err(problem) = std::str::from_utf8(bytes) else { return UTF_8 };
    // Nearly all of it is UTF-8: a damaged file, or one that was cut.
    if mostly_utf8(bytes, problem.valid_up_to()) {
        return UTF_8;
    }
    let little = bytes.iter().filter(|byte| **byte >= 0x80).take(ENOUGH).count() < ENOUGH;
    let said = said.filter(|_| little).and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    match said {
        Some(said) if said == BIG5 && fits(BIG5, bytes) => return BIG5,
        Some(said) if (said == GB18030 || said == GBK) && fits(GB18030, bytes) => return GB18030,
        _ => {}
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..SAMPLE).unwrap_or(bytes), true);
    if detector.guess(None, Utf8Detection::Deny) == BIG5 { BIG5 } else { GB18030 }
}

fn fits(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> bool {
    !encoding.decode_without_bom_handling(bytes).1
}

/// UTF-16 without a mark: zero bytes, and a text of usual characters when two bytes are read as one.
pub(super) fn without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if !bytes.len().is_multiple_of(2) || !sample.contains(&0) {
        return None;
    }
    let usual = |c: char| matches!(c, ' '..='~' | '\n' | '\r' | '\t' | '·' | '—'..='”' | '…' | '\u{3000}'..='\u{303f}' | '一'..='鿿' | '！'..='～');
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let all = text.chars().count();
        let fitting = text.chars().filter(|c| usual(*c)).count();
        fitting * 20 > all * 19
    })
}

/// Whether what is wrong in UTF-8 is no more than one in a hundred of its longer characters.
fn mostly_utf8(bytes: &[u8], valid: usize) -> bool {
    if valid * 100 > bytes.len() * 99 && bytes[..valid].iter().any(|byte| *byte >= 0x80) {
        return true;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 100
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "第一条 为了规范图书馆读书卡的管理，方便读者借阅，制定本条例。\n第二条 本条例所称读书卡，是指借阅凭证。\n";
    const OLD: &str =
        "第一條 為了規範圖書館讀書卡的管理，方便讀者借閱，制定本條例。\n第二條 本條例所稱讀書卡，是指借閱憑證。\n";

    fn wide(text: &str, low_first: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn every_encoding_is_found() {
        let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (bytes, name, text) in [
            (TEXT.as_bytes().to_vec(), "UTF-8", TEXT),
            (with(&[0xef, 0xbb, 0xbf], TEXT.as_bytes()), "UTF-8", TEXT),
            (with(&[0xff, 0xfe], &wide(TEXT, true)), "UTF-16LE", TEXT),
            (with(&[0xfe, 0xff], &wide(TEXT, false)), "UTF-16BE", TEXT),
            (wide(TEXT, true), "UTF-16LE", TEXT),
            (wide(TEXT, false), "UTF-16BE", TEXT),
            (GB18030.encode(TEXT).0.into_owned(), "gb18030", TEXT),
            (BIG5.encode(OLD).0.into_owned(), "Big5", OLD),
        ] {
            let decoded = decode(&bytes, None, None);
            assert_eq!((decoded.name, decoded.text.as_str(), decoded.replaced), (name, text, 0));
        }
    }

    #[test]
    fn what_a_page_says_of_itself_is_believed_only_where_it_fits() {
        let old = BIG5.encode("第一條").0.into_owned();
        assert_eq!(decode(&old, None, Some("big5")).text, "第一條");
        for said in ["utf-8", "gb2312", "big5", "bogus"] {
            assert_eq!(decode(&GB18030.encode(TEXT).0, None, Some(said)).name, "gb18030", "{said}");
            assert_eq!(decode(TEXT.as_bytes(), None, Some(said)).name, "UTF-8", "{said}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_counted() {
        let mut bytes = TEXT.repeat(20).into_bytes();
        bytes[300] = 0xff;
        let decoded = decode(&bytes, None, None);
        assert_eq!(decoded.name, "UTF-8");
        assert!((1..4).contains(&decoded.replaced));
        assert_eq!(decode(&GB18030.encode(TEXT).0, Some(Encoding::Gb18030), None).text, TEXT);
        assert!(decode(&GB18030.encode(TEXT).0, Some(Encoding::Utf8), None).replaced > 10);
        assert_eq!(decode(&[], None, None).text, "");
    }
}
