//! Is everything in it as it was written?

use rusqlite::Connection;
use serde::Serialize;

use super::connect::{complaints, quick_check};
use super::fault::{Fault, Tried};
use super::schema::{self, Steps};
use super::{Entry, document, ledger};

/// Complaints of SQLite that are listed at most.
const COMPLAINTS: usize = 50;

/// What a full check found, for `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checkup {
    /// Version of SQLite.
    pub sqlite: String,
    /// Size of the file.
    pub bytes: u64,
    /// Documents, versions counted apart.
    pub documents: usize,
    /// What is wrong with the file as a whole.
    pub complaints: Vec<String>,
    /// Documents whose text is not what was written.
    pub damaged: Vec<Entry>,
}

impl Checkup {
    /// Of a file that is so broken that it cannot be walked through.
    pub(super) fn broken(why: String) -> Self {
        let sqlite = rusqlite::version().to_owned();
        Self { sqlite, bytes: 0, documents: 0, complaints: vec![why], damaged: Vec::new() }
    }

    /// Whether all is well.
    pub fn is_sound(&self) -> bool {
        self.complaints.is_empty() && self.damaged.is_empty()
    }
}

/// Looks at every page, every row and every text.
pub(super) fn checkup(connection: &Connection, bytes: u64) -> Tried<Checkup> {
    let mut found = Checkup { bytes, complaints: Vec::new(), ..Checkup::broken(String::new()) };
    let mut note = |damage: Fault| match damage {
        Fault::Damaged(why) => {
            found.complaints.push(why);
            Ok(())
        }
        other => Err(other),
    };
    match complaints(connection, &format!("integrity_check({COMPLAINTS})")) {
        Ok(lines) => lines.into_iter().map(Fault::Damaged).try_for_each(&mut note)?,
        Err(fault) => note(fault)?,
    }
    let entries = document::entries(connection, true).or_else(|fault| {
        note(fault)?;
        document::entries(connection, false).or_else(|fault| note(fault).map(|()| Vec::new()))
    })?;
    found.documents = entries.len();
    for entry in entries {
        match text(connection, &entry) {
            Ok(_) => {}
            Err(Fault::Damaged(_)) => found.damaged.push(entry),
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}

/// The text of a document, checked.
pub(super) fn text(connection: &Connection, entry: &Entry) -> Tried<String> {
    let mut statement = connection.prepare_cached("SELECT no FROM document WHERE id = ?1 AND version = ?2")?;
    let no = statement.query_row([entry.key.id.as_str(), &entry.key.version], |row| row.get(0))?;
    document::body(connection, no, &entry.hash)
}

/// Fails unless a database that was just made is whole: tables, pages, rows, and every text.
pub(super) fn proof(connection: &Connection, steps: Steps) -> Tried<()> {
    schema::matches(connection, steps)?;
    quick_check(connection)?;
    ledger::read(connection)?;
    document::entries(connection, true)?.iter().try_for_each(|entry| text(connection, entry).map(|_| ()))
}
