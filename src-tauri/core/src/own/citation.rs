//! Citations of the documents in the library: what each text refers to, and, the other way round, where a place is cited.
//!
//! They are derived from the texts and can be made again: salvage leaves them out, and [`super::Store::without_citations`]
//! then names the documents they are missing of.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};
use serde::Serialize;

use super::Key;
use super::fault::{Fault, Tried};
use crate::model::{Address, DocumentId, Unit};

/// What became of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It leads to a place.
    Resolved,
    /// It names a law that is not at hand.
    Outside,
    /// It may mean several.
    Ambiguous,
    /// It names a law at hand, and an article which that has not.
    Missing,
}

/// A citation as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The place of the text in which it stands.
    pub from: Unit,
    /// Its words.
    pub text: String,
    /// Where it leads, as far as that is known.
    pub to: Option<Address>,
    /// What became of it.
    pub outcome: Outcome,
}

/// A place that cites another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlink {
    /// The citing document.
    pub document: Key,
    /// The citation in it.
    pub citation: Citation,
}

/// Numbers of citations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Leading to a place.
    pub resolved: u32,
    /// Naming a law that is not at hand.
    pub outside: u32,
    /// Possibly meaning several.
    pub ambiguous: u32,
    /// Naming an article that is not there.
    pub missing: u32,
}

impl Outcome {
    const ALL: [(Self, &str); 4] = [
        (Self::Resolved, "resolved"),
        (Self::Outside, "outside"),
        (Self::Ambiguous, "ambiguous"),
        (Self::Missing, "missing"),
    ];

    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(outcome, _)| *outcome == self).map_or("missing", |(_, name)| name)
    }

    fn of_name(name: &str) -> Tried<Self> {
        let found = Self::ALL.into_iter().find(|(_, known)| *known == name);
        found.map(|(outcome, _)| outcome).ok_or_else(|| Fault::Damaged(format!("'{name}' is no outcome of a citation")))
    }
}

/// Replaces the citations of the document in row `no`.
pub(super) fn put(connection: &Connection, no: i64, citations: &[Citation]) -> Tried<()> {
    connection.prepare_cached("DELETE FROM citation WHERE document = ?1")?.execute([no])?;
    let mut insert = connection.prepare_cached("INSERT INTO citation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for citation in citations {
        let to = citation.to.as_ref();
        insert.execute(params![
            no,
            written(&citation.from),
            citation.text,
            to.map(|to| to.document.as_str()),
            to.map(|to| written(&to.unit)),
            to.and_then(|to| to.version.as_deref()),
            citation.outcome.name(),
        ])?;
    }
    let count = i64::try_from(citations.len()).unwrap_or(i64::MAX);
    connection.prepare_cached("UPDATE document SET citations = ?1 WHERE no = ?2")?.execute([count, no])?;
    Ok(())
}

const COLUMNS: &str = "c.from_unit, c.text, c.to_document, c.to_unit, c.to_version, c.outcome";

/// The citations of one document, as they were put.
pub(super) fn of(connection: &Connection, key: &Key) -> Tried<Vec<Citation>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM document d JOIN citation c ON c.document = d.no
         WHERE d.id = ?1 AND d.version = ?2 ORDER BY c.rowid"
    ))?;
    let mut rows = statement.query([key.id.as_str(), &key.version])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(citation(row)?);
    }
    Ok(found)
}

/// Where a place, or a part of it, is cited and the citation leads there.
pub(super) fn cited_by(connection: &Connection, document: &DocumentId, unit: &Unit) -> Tried<Vec<Backlink>> {
    // The parts of 26 are 26.1 to 26.9…: whatever lies between '26.' and '26/', which is the next character.
    let narrowed = match unit {
        Unit::Whole => "AND ?2 = ?2",
        _ => "AND (c.to_unit = ?2 OR c.to_unit > ?2 || '.' AND c.to_unit < ?2 || '/')",
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS}, d.id, d.version FROM citation c JOIN document d ON d.no = c.document
         WHERE c.to_document = ?1 {narrowed} AND c.outcome = 'resolved' ORDER BY d.id, d.version, c.rowid"
    ))?;
    let mut rows = statement.query([document.as_str(), &written(unit)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(6)?;
        let id = id.parse().map_err(|_| Fault::Damaged(format!("'{id}' is no id of a document")))?;
        found.push(Backlink { document: Key { id, version: row.get(7)? }, citation: citation(row)? });
    }
    Ok(found)
}

/// How often each article or section of a document is cited, its parts included.
pub(super) fn counts(connection: &Connection, document: &DocumentId) -> Tried<BTreeMap<Unit, u32>> {
    let mut statement = connection.prepare_cached(
        "SELECT to_unit, count(*) FROM citation WHERE to_document = ?1 AND outcome = 'resolved' GROUP BY to_unit",
    )?;
    let mut rows = statement.query([document.as_str()])?;
    let mut counts = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let unit = read(&row.get::<_, String>(0)?)?;
        *counts.entry(unit.passage()).or_default() += row.get::<_, u32>(1)?;
    }
    Ok(counts)
}

/// How many citations came out how, in one document or in all.
pub(super) fn totals(connection: &Connection, key: Option<&Key>) -> Tried<Totals> {
    let of_one = "JOIN document d ON d.no = c.document WHERE d.id = ?1 AND d.version = ?2";
    let (narrowed, values) = match key {
        Some(key) => (of_one, vec![key.id.as_str(), key.version.as_str()]),
        None => ("", Vec::new()),
    };
    let mut statement = connection
        .prepare_cached(&format!("SELECT c.outcome, count(*) FROM citation c {narrowed} GROUP BY c.outcome"))?;
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    let mut totals = Totals::default();
    while let Some(row) = rows.next()? {
        let count = row.get(1)?;
        match Outcome::of_name(&row.get::<_, String>(0)?)? {
            Outcome::Resolved => totals.resolved = count,
            Outcome::Outside => totals.outside = count,
            Outcome::Ambiguous => totals.ambiguous = count,
            Outcome::Missing => totals.missing = count,
        }
    }
    Ok(totals)
}

fn citation(row: &Row<'_>) -> Tried<Citation> {
    let document: Option<String> = row.get(2)?;
    let to = match document {
        None => None,
        Some(id) => Some(Address {
            document: id.parse().map_err(|_| Fault::Damaged(format!("'{id}' is no id of a document")))?,
            unit: read(&row.get::<_, Option<String>>(3)?.unwrap_or_default())?,
            version: row.get(4)?,
        }),
    };
    let outcome = Outcome::of_name(&row.get::<_, String>(5)?)?;
    Ok(Citation { from: read(&row.get::<_, String>(0)?)?, text: row.get(1)?, to, outcome })
}

/// `26.2`, and nothing for the whole document.
fn written(unit: &Unit) -> String {
    unit.to_string().trim_start_matches('/').to_owned()
}

fn read(unit: &str) -> Tried<Unit> {
    if unit.is_empty() {
        return Ok(Unit::Whole);
    }
    unit.parse().map_err(|_| Fault::Damaged(format!("'{unit}' is no place")))
}
