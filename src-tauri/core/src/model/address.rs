//! Addresses: the one way to point at text. `minors-online-protection/20.1.3`, `criminal-law/287-1`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The id of a document: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct DocumentId(String);

/// Number of an article; `sub` is 0 except for 第二百八十七条之一.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleNo {
    /// 287
    pub main: u32,
    /// 1
    pub sub: u32,
}

/// A place inside a document; `46.2` or `holding` when written alone, nothing for the whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Unit {
    /// The document itself.
    Whole,
    /// An article, or a 款 or 项 of it. An item always has a paragraph.
    Article {
        /// Its number.
        no: ArticleNo,
        /// 款, counted from 1.
        paragraph: Option<u32>,
        /// 项, counted from 1.
        item: Option<u32>,
    },
    /// A section of a guiding case or a policy page: `holding`.
    Section(String),
}

/// A document and a place in it, with the date of the version if one was named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Address {
    /// The document.
    pub document: DocumentId,
    /// The place.
    pub unit: Unit,
    /// `2024-01-01`, when the address names a version.
    pub version: Option<String>,
}

/// Why a string is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no address; one looks like minors-online-protection/46.2")]
pub struct AddressError(pub String);

impl DocumentId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ArticleNo {
    /// An ordinary article number, without 之.
    pub fn new(main: u32) -> Self {
        Self { main, sub: 0 }
    }
}

impl Unit {
    /// The unit that is found and read as one: the article without 款 and 项, or the section.
    pub fn passage(&self) -> Self {
        self.within(None, None)
    }

    /// Whether this place is the other one or a part of it.
    pub fn lies_in(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::Whole) => true,
            (Self::Article { no: a, paragraph: ap, item: ai }, Self::Article { no: b, paragraph: bp, item: bi }) => {
                a == b && (bp.is_none() || ap == bp) && (bi.is_none() || ai == bi)
            }
            (a, b) => a == b,
        }
    }

    /// A 款 and 项 of the same article; sections have no smaller places.
    pub fn within(&self, paragraph: Option<u32>, item: Option<u32>) -> Self {
        match self {
            Self::Article { no, .. } => Self::Article { no: *no, paragraph, item },
            other => other.clone(),
        }
    }
}

impl Address {
    /// The document itself.
    pub fn whole(document: DocumentId) -> Self {
        Self { document, unit: Unit::Whole, version: None }
    }

    /// An article, or a 款 or 项 of it.
    pub fn article(document: DocumentId, no: ArticleNo, paragraph: Option<u32>, item: Option<u32>) -> Self {
        Self { document, unit: Unit::Article { no, paragraph, item }, version: None }
    }

    /// The article this place lies in, when it lies in one.
    pub fn article_no(&self) -> Option<ArticleNo> {
        match self.unit {
            Unit::Article { no, .. } => Some(no),
            _ => None,
        }
    }

    /// Whether one place is the other, or a part of it, or it a part of this one.
    pub fn meets(&self, other: &Self) -> bool {
        self.document == other.document && (self.unit.lies_in(&other.unit) || other.unit.lies_in(&self.unit))
    }

    /// The place that search finds and the reader scrolls to: without 款 and 项.
    pub fn to_unit(&self) -> Self {
        Self { document: self.document.clone(), unit: self.unit.passage(), version: None }
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ArticleNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.main)?;
        if self.sub > 0 { write!(f, "-{}", self.sub) } else { Ok(()) }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Section(name) => write!(f, "/{name}"),
            Self::Article { no, paragraph, item } => {
                write!(f, "/{no}")?;
                for part in [paragraph, item].into_iter().flatten() {
                    write!(f, ".{part}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.document, self.unit)?;
        if let Some(version) = &self.version { write!(f, "@{version}") } else { Ok(()) }
    }
}

impl FromStr for DocumentId {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let named = text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.ends_with('-');
        if named && text.len() <= 80 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(AddressError(text.to_owned()))
        }
    }
}

impl FromStr for ArticleNo {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let (main, sub) = text.split_once('-').map_or((text, None), |(main, sub)| (main, Some(sub)));
        match (number(main), sub.map(number)) {
            (Some(main), None) => Ok(Self { main, sub: 0 }),
            (Some(main), Some(Some(sub))) => Ok(Self { main, sub }),
            _ => Err(AddressError(text.to_owned())),
        }
    }
}

impl FromStr for Unit {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let wrong = || AddressError(text.to_owned());
        if text.starts_with(|c: char| c.is_ascii_lowercase()) {
            let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            return if plain { Ok(Self::Section(text.to_owned())) } else { Err(wrong()) };
        }
        let mut parts = text.split('.');
        let no = parts.next().ok_or_else(wrong)?.parse()?;
        let mut part = || parts.next().map(|p| number(p).ok_or_else(wrong)).transpose();
        let (paragraph, item) = (part()?, part()?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        Ok(Self::Article { no, paragraph, item })
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let (place, version) = text.split_once('@').map_or((text, None), |(place, version)| (place, Some(version)));
        let (document, unit) = place.split_once('/').map_or((place, None), |(document, unit)| (document, Some(unit)));
        let wrong = |_| AddressError(text.to_owned());
        if version.is_some_and(|v| v.parse::<toml::value::Datetime>().is_err()) {
            return Err(AddressError(text.to_owned()));
        }
        Ok(Self {
            document: document.parse().map_err(wrong)?,
            unit: unit.map_or(Ok(Unit::Whole), str::parse).map_err(wrong)?,
            version: version.map(str::to_owned),
        })
    }
}

/// A positive number of at most five digits without leading zeros.
fn number(text: &str) -> Option<u32> {
    let plain =
        !text.is_empty() && text.len() <= 5 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl From<DocumentId> for String {
    fn from(id: DocumentId) -> Self {
        id.0
    }
}

impl TryFrom<String> for DocumentId {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        text.parse()
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.to_string().trim_start_matches('/').to_owned()
    }
}

impl TryFrom<String> for Unit {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        if text.is_empty() { Ok(Self::Whole) } else { text.parse() }
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_and_print_alike() {
        for text in [
            "minors-online-protection",
            "minors-online-protection/46",
            "minors-online-protection/26.2",
            "minors-online-protection/20.1.3",
            "criminal-law/287-1",
            "criminal-law/287-1.2",
            "spp-43/holding",
            "minors-online-protection/46@2024-01-01",
        ] {
            assert_eq!(text.parse::<Address>().map(|a| a.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "/",
            "x/",
            "X/1",
            "x/0",
            "x/01",
            "x/1.0",
            "x/1.2.3.4",
            "x/1..2",
            "x/1-",
            "x/-1",
            "../x/1",
            "x/Holding",
            "x/1@",
            "x/1@yesterday",
            "x y/1",
            "条例/46",
            "x/123456",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text:?} was taken for an address");
        }
    }
}
