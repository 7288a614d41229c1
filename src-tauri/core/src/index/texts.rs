//! The folded words of every unit, as the index holds them: what looks closer at a unit that matched reads here instead of
//! folding again.

use crate::error::{Error, Result};

/// Folded parts of one unit, with a blank where something was dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts<'a> {
    /// Short title of the text.
    pub title: &'a str,
    /// Headings above it.
    pub chapter: &'a str,
    /// Its own heading, for a section after its name.
    pub heading: &'a str,
    /// Its words.
    pub words: &'a str,
}

/// The parts of all units, one after another.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Where each part ends in `text`, four a unit.
    ends: Vec<u32>,
    text: String,
}

/// Parts of a unit.
const PARTS: usize = 4;

impl Texts {
    /// Adds a unit. Fails when all texts together pass 4 GiB.
    pub(super) fn push(&mut self, parts: &Parts<'_>) -> Result<()> {
        for part in [parts.title, parts.chapter, parts.heading, parts.words] {
            self.text.push_str(part);
            let end = u32::try_from(self.text.len());
            self.ends.push(end.map_err(|_| Error::Damaged("its texts are larger than 4 GiB".to_owned()))?);
        }
        Ok(())
    }

    /// Number of units.
    pub fn len(&self) -> usize {
        self.ends.len() / PARTS
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The parts of a unit; `None` for a number that no unit has.
    pub fn get(&self, unit: u32) -> Option<Parts<'_>> {
        let first = usize::try_from(unit).ok()?.checked_mul(PARTS)?;
        let ends = self.ends.get(first..first + PARTS)?;
        let start = if first == 0 { 0 } else { self.ends[first - 1] };
        let part = |n: usize| {
            let from = if n == 0 { start } else { ends[n - 1] };
            self.text.get(from as usize..ends[n] as usize)
        };
        Some(Parts { title: part(0)?, chapter: part(1)?, heading: part(2)?, words: part(3)? })
    }

    /// As one file: the number of units, the ends, the text; numbers are little-endian, of four bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 + self.ends.len() * 4 + self.text.len());
        bytes.extend((self.len() as u32).to_le_bytes());
        bytes.extend(self.ends.iter().flat_map(|end| end.to_le_bytes()));
        bytes.extend(self.text.as_bytes());
        bytes
    }

    /// Reads [`Self::to_bytes`].
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let broken = || Error::Damaged("its texts are not what was written".to_owned());
        let (count, rest) = bytes.split_first_chunk::<4>().ok_or_else(broken)?;
        let length = usize::try_from(u32::from_le_bytes(*count)).ok().and_then(|count| count.checked_mul(4 * PARTS));
        let (ends, text) = length.and_then(|length| rest.split_at_checked(length)).ok_or_else(broken)?;
        let ends: Vec<u32> = ends.as_chunks::<4>().0.iter().map(|end| u32::from_le_bytes(*end)).collect();
        let text = String::from_utf8(text.to_vec()).map_err(|_| broken())?;
        let ordered = ends.is_sorted() && ends.iter().all(|end| text.is_char_boundary(*end as usize));
        if !ordered || ends.last().is_some_and(|end| *end as usize != text.len()) {
            return Err(broken());
        }
        Ok(Self { ends, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut texts = Texts::default();
        let units = [["条例", "总则", "目的", "为了 保护"], ["", "", "", ""], ["法", "", "", "甲"]];
        for [title, chapter, heading, words] in units {
            texts.push(&Parts { title, chapter, heading, words }).expect("room");
        }
        let bytes = texts.to_bytes();
        let read = Texts::from_bytes(&bytes).expect("whole");
        assert_eq!(read, texts);
        let parts = |unit| read.get(unit).map(|p| [p.title, p.chapter, p.heading, p.words]);
        assert_eq!([parts(0), parts(1), parts(2)], units.map(Some));
        assert_eq!(parts(3), None);
        for cut in 0..bytes.len() {
            assert!(Texts::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
        }
    }
}
