//! Reports of imports, and the packs that were installed: what happened, and what came together.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;

use super::fault::Tried;
use super::seal;

/// Reports that are kept; older ones make way.
const REPORTS: i64 = 100;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Its number; later ones have higher numbers.
    pub id: i64,
    /// When it was, in UTC.
    pub at: String,
    /// The report itself, as JSON.
    pub json: String,
}

/// Documents that came together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pack {
    /// Its name in `pack` of [`super::Facts`].
    pub id: String,
    /// Its version.
    pub version: String,
    /// What people call it.
    pub name: String,
    /// What it says of itself, as JSON.
    pub manifest: String,
    /// When it was installed, in UTC.
    pub installed_at: String,
}

const REPORT: [&str; 3] = ["id", "at", "json"];
const PACK: [&str; 5] = ["id", "version", "name", "manifest", "installed_at"];

/// Adds a report under the next number.
pub(super) fn add_report(connection: &Connection, at: &str, json: &str) -> Tried<i64> {
    let last: i64 = connection.query_row("SELECT coalesce(max(id), 0) FROM report", [], |row| row.get(0))?;
    let report = Report { id: last.saturating_add(1), at: at.to_owned(), json: json.to_owned() };
    put_report(connection, &report)?;
    connection.execute("DELETE FROM report WHERE id <= ?1", [report.id.saturating_sub(REPORTS)])?;
    Ok(report.id)
}

/// Writes a report under its own number.
pub(super) fn put_report(connection: &Connection, report: &Report) -> Tried<()> {
    let values = [Value::Integer(report.id), Value::Text(report.at.clone()), Value::Text(report.json.clone())];
    put(connection, "report", &REPORT, &values)
}

/// Sound reports, newest first, as far as they can be read; and what stopped the reading.
pub(super) fn reports(connection: &Connection) -> (Vec<Report>, Option<super::Fault>) {
    let read = |row: &rusqlite::Row<'_>| Ok(Report { id: row.get(0)?, at: row.get(1)?, json: row.get(2)? });
    sound(connection, "SELECT id, at, json, seal FROM report ORDER BY id DESC", &REPORT, read)
}

/// Writes a pack; one with the same id is replaced.
pub(super) fn put_pack(connection: &Connection, pack: &Pack) -> Tried<()> {
    let values = [&pack.id, &pack.version, &pack.name, &pack.manifest, &pack.installed_at];
    put(connection, "pack", &PACK, &values.map(|value| Value::Text(value.clone())))
}

/// Sound packs by id, as far as they can be read; and what stopped the reading.
pub(super) fn packs(connection: &Connection) -> (Vec<Pack>, Option<super::Fault>) {
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Pack {
            id: row.get(0)?,
            version: row.get(1)?,
            name: row.get(2)?,
            manifest: row.get(3)?,
            installed_at: row.get(4)?,
        })
    };
    sound(connection, "SELECT id, version, name, manifest, installed_at, seal FROM pack ORDER BY id", &PACK, read)
}

fn put(connection: &Connection, table: &str, names: &[&str], values: &[Value]) -> Tried<()> {
    let sealed = Value::Blob(seal::of_values(names, values).to_vec());
    let marks = vec!["?"; names.len() + 1].join(", ");
    let mut statement = connection
        .prepare_cached(&format!("INSERT OR REPLACE INTO {table} ({}, seal) VALUES ({marks})", names.join(", ")))?;
    statement.execute(params_from_iter(values.iter().chain([&sealed])))?;
    Ok(())
}

fn sound<T>(
    connection: &Connection,
    sql: &str,
    names: &[&str],
    read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> (Vec<T>, Option<super::Fault>) {
    let mut found = Vec::new();
    let mut each = || -> Tried<bool> {
        let mut whole = true;
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            match (row.get::<_, super::seal::Seal>(names.len()), seal::of_row(names, row), read(row)) {
                (Ok(sealed), Ok(seal), Ok(value)) if sealed == seal => found.push(value),
                _ => whole = false,
            }
        }
        Ok(whole)
    };
    let stopped = match each() {
        Ok(true) => None,
        Ok(false) => Some(super::Fault::Damaged("a row is not what was written".to_owned())),
        Err(fault) => Some(fault),
    };
    (found, stopped)
}
