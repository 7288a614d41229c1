//! A document of the reader's own library: what is known about it, and its text.

use std::fmt;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::{Deserialize, Serialize};

use super::fault::{Fault, Tried};
use super::ledger::{self, Ledger};
use super::seal::{self, Seal};
use crate::error::{Error, Result};
use crate::model::{Address, DocumentId, Unit};
use crate::text::sha256;

/// Names a document: the law, and which version of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    /// The law.
    pub id: DocumentId,
    /// The day of the version, `2024-03-01`; empty when it is not known.
    pub version: String,
}

/// What is known about a document. Names of kinds, states, languages, formats and encodings are kept as text: a program that
/// does not know one keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Full title.
    pub title: String,
    /// Short title.
    pub short_title: String,
    /// As [`crate::model::Kind`] is written: `statute`.
    pub kind: String,
    /// 制定机关.
    pub issuing_body: String,
    /// 文号.
    pub document_number: String,
    /// `2023-10-16`.
    pub promulgated_on: Option<String>,
    /// `2023-10-16`.
    pub amended_on: Option<String>,
    /// `2024-01-01`.
    pub effective_on: Option<String>,
    /// As [`crate::model::Status`] is written: `in-force`.
    pub status: String,
    /// As [`crate::model::Lang`] is written: `zh`.
    pub lang: String,
    /// Number of articles.
    pub articles: u32,
    /// Length of the text in characters.
    pub characters: u32,
    /// Name of the file it came from, without folders.
    pub source_name: String,
    /// `docx`, `html`, `text`, `markdown`.
    pub format: String,
    /// `utf-8`, `gb18030`.
    pub encoding: String,
    /// What the source says beside the text, as JSON.
    pub remarks: String,
    /// What the import mended, as JSON.
    pub repairs: String,
    /// What the import is not sure of, as JSON.
    pub doubts: String,
    /// How its articles compare with the fingerprints on board.
    pub verified: Verified,
    /// When it was imported, in UTC: `2026-01-02T03:04:05Z`.
    pub imported_at: String,
    /// The pack it came with.
    pub pack: Option<String>,
}

/// Numbers of articles by what their fingerprints say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Word for word as promulgated.
    pub matched: u32,
    /// Different.
    pub differing: u32,
    /// No fingerprint is on board.
    pub unknown: u32,
}

/// A document that is put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub key: Key,
    /// What is known about it.
    pub facts: Facts,
    /// Its text, as JSON.
    pub body: String,
}

/// A document that is there, without its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its name.
    pub key: Key,
    /// What is known about it.
    pub facts: Facts,
    /// SHA-256 of its text, in hexadecimal.
    pub hash: String,
}

/// Every sealed column, in the order of the seal.
pub(super) const COLUMNS: [&str; 26] = [
    "id",
    "version",
    "title",
    "short_title",
    "kind",
    "issuing_body",
    "document_number",
    "promulgated_on",
    "amended_on",
    "effective_on",
    "status",
    "lang",
    "articles",
    "characters",
    "source_name",
    "format",
    "encoding",
    "remarks",
    "repairs",
    "doubts",
    "matched",
    "differing",
    "unknown",
    "imported_at",
    "pack",
    "hash",
];

impl Key {
    /// A document by its id and the day of its version; an empty day stands for an unknown one.
    pub fn new(id: DocumentId, version: impl Into<String>) -> Self {
        Self { id, version: version.into() }
    }

    /// The document as a place.
    pub fn address(&self) -> Address {
        let version = Some(self.version.clone()).filter(|version| !version.is_empty());
        Address { document: self.id.clone(), unit: Unit::Whole, version }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.address().fmt(f)
    }
}

impl Record {
    /// Refuses what could not be read back: a version that is no day, a text that is no JSON.
    pub(super) fn check(&self) -> Result<()> {
        let refuse = |why: &str| Error::Unusable { what: self.key.to_string(), why: why.to_owned() };
        let day = self.key.address().to_string().parse::<Address>();
        if self.key.version.len() != 10 && !self.key.version.is_empty() || day.is_err() {
            return Err(refuse("its version is no day like 2024-03-01"));
        }
        for (text, what) in [
            (&self.body, "its text is no JSON"),
            (&self.facts.remarks, "its remarks are no JSON"),
            (&self.facts.repairs, "its repairs are no JSON"),
            (&self.facts.doubts, "its doubts are no JSON"),
        ] {
            serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(|_| refuse(what))?;
        }
        Ok(())
    }

    pub(super) fn entry(&self) -> Entry {
        Entry { key: self.key.clone(), facts: self.facts.clone(), hash: sha256(self.body.as_bytes()) }
    }
}

impl Entry {
    /// The values of [`COLUMNS`].
    pub(super) fn values(&self) -> [Value; COLUMNS.len()] {
        let facts = &self.facts;
        let text = |text: &String| Value::Text(text.clone());
        let maybe = |text: &Option<String>| text.clone().map_or(Value::Null, Value::Text);
        let count = |count: u32| Value::Integer(count.into());
        [
            Value::Text(self.key.id.to_string()),
            text(&self.key.version),
            text(&facts.title),
            text(&facts.short_title),
            text(&facts.kind),
            text(&facts.issuing_body),
            text(&facts.document_number),
            maybe(&facts.promulgated_on),
            maybe(&facts.amended_on),
            maybe(&facts.effective_on),
            text(&facts.status),
            text(&facts.lang),
            count(facts.articles),
            count(facts.characters),
            text(&facts.source_name),
            text(&facts.format),
            text(&facts.encoding),
            text(&facts.remarks),
            text(&facts.repairs),
            text(&facts.doubts),
            count(facts.verified.matched),
            count(facts.verified.differing),
            count(facts.verified.unknown),
            text(&facts.imported_at),
            maybe(&facts.pack),
            text(&self.hash),
        ]
    }

    /// Whether nothing about the document itself is different; how and when it came in does not count.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let apart = |entry: &Self| Facts {
            source_name: String::new(),
            format: String::new(),
            encoding: String::new(),
            imported_at: String::new(),
            pack: None,
            ..entry.facts.clone()
        };
        self.key == other.key && self.hash == other.hash && apart(self) == apart(other)
    }

    /// From a row of [`COLUMNS`].
    fn of_row(row: &Row<'_>) -> Tried<Self> {
        let id: String = row.get(0)?;
        Ok(Self {
            key: Key {
                id: id.parse().map_err(|_| Fault::Damaged(format!("'{id}' is no id of a document")))?,
                version: row.get(1)?,
            },
            facts: Facts {
                title: row.get(2)?,
                short_title: row.get(3)?,
                kind: row.get(4)?,
                issuing_body: row.get(5)?,
                document_number: row.get(6)?,
                promulgated_on: row.get(7)?,
                amended_on: row.get(8)?,
                effective_on: row.get(9)?,
                status: row.get(10)?,
                lang: row.get(11)?,
                articles: row.get(12)?,
                characters: row.get(13)?,
                source_name: row.get(14)?,
                format: row.get(15)?,
                encoding: row.get(16)?,
                remarks: row.get(17)?,
                repairs: row.get(18)?,
                doubts: row.get(19)?,
                verified: Verified { matched: row.get(20)?, differing: row.get(21)?, unknown: row.get(22)? },
                imported_at: row.get(23)?,
                pack: row.get(24)?,
            },
            hash: row.get(25)?,
        })
    }
}

/// A row with its number, its seal, and whether the seal holds.
pub(super) struct Stored {
    pub(super) no: i64,
    pub(super) entry: Entry,
    pub(super) seal: Seal,
    pub(super) holds: bool,
}

/// `SELECT` of what [`stored`] reads, with something after it: `WHERE no = ?1`.
pub(super) fn select(after: &str) -> String {
    format!("SELECT {}, seal, no FROM document {after}", COLUMNS.join(", "))
}

/// Reads a row of [`select`].
pub(super) fn stored(row: &Row<'_>) -> Tried<Stored> {
    let seal: Seal = row.get(COLUMNS.len())?;
    let holds = seal::of_row(&COLUMNS, row)? == seal;
    Ok(Stored { no: row.get(COLUMNS.len() + 1)?, entry: Entry::of_row(row)?, seal, holds })
}

/// The row of one document.
pub(super) fn find(connection: &Connection, key: &Key) -> Tried<Option<Stored>> {
    let mut statement = connection.prepare_cached(&select("WHERE id = ?1 AND version = ?2"))?;
    let found = statement.query_row([key.id.as_str(), &key.version], |row| Ok(stored(row))).optional()?;
    match found.transpose()? {
        Some(found) if found.entry.key != *key => Err(Fault::Damaged(format!("{key} leads to {}", found.entry.key))),
        found => Ok(found),
    }
}

/// Every document, by id and version. With `whole`, each row must be as it was written, and none missing or too many.
pub(super) fn entries(connection: &Connection, whole: bool) -> Tried<Vec<Entry>> {
    let mut found = Vec::new();
    let mut sum = Ledger::default();
    let mut last = None;
    let mut statement = connection.prepare_cached(&select("NOT INDEXED ORDER BY no"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stored = stored(row)?;
        // Rows come in order. Where they do not, pages lead back to themselves, and there may be no end.
        if last.replace(stored.no).is_some_and(|last| last >= stored.no) {
            return Err(Fault::Damaged("documents are out of order".to_owned()));
        }
        if whole && !stored.holds {
            return Err(Fault::Damaged(format!("what is known about {} is not what was written", stored.entry.key)));
        }
        sum.add(&stored.seal);
        found.push(stored.entry);
    }
    if whole && ledger::read(connection)? != sum {
        return Err(Fault::Damaged("documents are missing or too many".to_owned()));
    }
    found.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(found)
}

/// Fails unless the index of keys, by which documents are found, leads to exactly these.
pub(super) fn keys_lead_to(connection: &Connection, entries: &[Entry]) -> Tried<()> {
    let mut statement =
        connection.prepare("SELECT id, version FROM document INDEXED BY document_key ORDER BY id, version")?;
    let mut rows = statement.query([])?;
    let mut entries = entries.iter();
    while let Some(row) = rows.next()? {
        let agrees = match entries.next() {
            Some(Entry { key, .. }) => {
                row.get_ref(0)?.as_bytes().ok() == Some(key.id.as_str().as_bytes())
                    && row.get_ref(1)?.as_bytes().ok() == Some(key.version.as_bytes())
            }
            None => false,
        };
        if !agrees {
            return Err(Fault::Damaged("the index of its documents is not right".to_owned()));
        }
    }
    if entries.next().is_some() {
        return Err(Fault::Damaged("the index of its documents is not whole".to_owned()));
    }
    Ok(())
}

/// The text of a row, when it is what was written.
pub(super) fn body(connection: &Connection, no: i64, hash: &str) -> Tried<String> {
    let mut statement = connection.prepare_cached("SELECT json FROM body WHERE no = ?1")?;
    let body: String = statement.query_row([no], |row| row.get(0))?;
    if sha256(body.as_bytes()) == hash {
        return Ok(body);
    }
    Err(Fault::Damaged("its text is not what was written".to_owned()))
}

/// Writes a row and its text. Returns its seal.
pub(super) fn insert(connection: &Connection, entry: &Entry, body: &str) -> Tried<Seal> {
    let values = entry.values();
    let seal = seal::of_values(&COLUMNS, &values);
    let marks = vec!["?"; COLUMNS.len() + 1].join(", ");
    let mut statement =
        connection.prepare_cached(&format!("INSERT INTO document ({}, seal) VALUES ({marks})", COLUMNS.join(", ")))?;
    let no = statement.insert(params_from_iter(values.into_iter().chain([Value::Blob(seal.to_vec())])))?;
    connection.prepare_cached("INSERT INTO body (no, json) VALUES (?1, ?2)")?.execute((no, body))?;
    Ok(seal)
}

/// Removes a row, its text and its citations.
pub(super) fn delete(connection: &Connection, no: i64) -> Tried<()> {
    connection.prepare_cached("DELETE FROM document WHERE no = ?1")?.execute([no])?;
    Ok(())
}

/// The seal that a document gets when it is written.
pub(super) fn seal_of(entry: &Entry) -> Seal {
    seal::of_values(&COLUMNS, &entry.values())
}
