//! The formats of the database, one step each. The newest is the number of steps.

use rusqlite::{Connection, TransactionBehavior};

use super::connect::{APPLICATION, header};
use super::fault::{Fault, Tried};

/// Steps from nothing to a format: step 0 makes format 1 from an empty file, step 1 makes format 2 from that, and so on.
/// Tests bring their own.
pub type Steps = &'static [&'static str];

/// The steps of this program.
///
/// A later step may add columns to `document` that are NULL where nothing is known: [`super::seal`] leaves NULL out, so that
/// seals stay right. Tables come before indexes, so that a copy made by SQLite numbers its pages alike.
pub const STEPS: Steps = &["CREATE TABLE document (
       no INTEGER PRIMARY KEY,
       id TEXT NOT NULL,
       version TEXT NOT NULL,
       title TEXT NOT NULL,
       short_title TEXT NOT NULL,
       kind TEXT NOT NULL,
       issuing_body TEXT NOT NULL,
       document_number TEXT NOT NULL,
       promulgated_on TEXT,
       amended_on TEXT,
       effective_on TEXT,
       status TEXT NOT NULL,
       lang TEXT NOT NULL,
       articles INTEGER NOT NULL,
       characters INTEGER NOT NULL,
       source_name TEXT NOT NULL,
       format TEXT NOT NULL,
       encoding TEXT NOT NULL,
       remarks TEXT NOT NULL,
       repairs TEXT NOT NULL,
       doubts TEXT NOT NULL,
       matched INTEGER NOT NULL,
       differing INTEGER NOT NULL,
       unknown INTEGER NOT NULL,
       imported_at TEXT NOT NULL,
       pack TEXT,
       hash TEXT NOT NULL,
       seal BLOB NOT NULL,
       citations INTEGER
     ) STRICT;
     CREATE TABLE body (
       no INTEGER PRIMARY KEY REFERENCES document (no) ON DELETE CASCADE,
       json TEXT NOT NULL
     ) STRICT;
     CREATE TABLE citation (
       document INTEGER NOT NULL REFERENCES document (no) ON DELETE CASCADE,
       from_unit TEXT NOT NULL,
       text TEXT NOT NULL,
       to_document TEXT,
       to_unit TEXT,
       to_version TEXT,
       outcome TEXT NOT NULL
     ) STRICT;
     CREATE TABLE report (id INTEGER PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
     CREATE TABLE pack (
       id TEXT PRIMARY KEY,
       version TEXT NOT NULL,
       name TEXT NOT NULL,
       manifest TEXT NOT NULL,
       installed_at TEXT NOT NULL,
       seal BLOB NOT NULL
     ) STRICT;
     CREATE TABLE ledger (
       one INTEGER PRIMARY KEY CHECK (one = 1),
       documents INTEGER NOT NULL,
       digest BLOB NOT NULL,
       seal BLOB NOT NULL
     ) STRICT;
     CREATE UNIQUE INDEX document_key ON document (id, version);
     CREATE INDEX document_pack ON document (pack) WHERE pack IS NOT NULL;
     CREATE INDEX citation_from ON citation (document);
     CREATE INDEX citation_to ON citation (to_document, to_unit) WHERE outcome = 'resolved';"];

/// The newest format that these steps lead to.
pub(super) fn newest(steps: Steps) -> i32 {
    i32::try_from(steps.len()).unwrap_or(i32::MAX)
}

/// Takes the steps that are missing, all in one transaction; `from` is the format at hand, 0 for an empty file.
pub(super) fn migrate(connection: &mut Connection, steps: Steps, from: i32) -> Tried<()> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in steps.iter().skip(usize::try_from(from).unwrap_or(0)) {
        change.execute_batch(step)?;
    }
    change.pragma_update(None, "application_id", APPLICATION)?;
    change.pragma_update(None, "user_version", newest(steps))?;
    if from == 0 {
        super::ledger::begin(&change)?;
    }
    matches(&change, steps)?;
    Ok(change.commit()?)
}

/// Brings a file of an older format to the newest; leaves every other file alone.
pub(super) fn upgrade(connection: &mut Connection, steps: Steps) -> Tried<()> {
    match header(connection)? {
        (APPLICATION, format) if (1..newest(steps)).contains(&format) => {
            matches(connection, upto(steps, format))?;
            migrate(connection, steps, format)
        }
        _ => Ok(()),
    }
}

/// The steps to a format that is known.
pub(super) fn upto(steps: Steps, format: i32) -> Steps {
    &steps[..usize::try_from(format).unwrap_or(0).min(steps.len())]
}

/// Whether the tables are the ones these steps make, to the letter: no trigger, no view, no column more or less.
pub(super) fn matches(connection: &Connection, steps: Steps) -> Tried<()> {
    let (mark, format) = header(connection)?;
    if mark != APPLICATION {
        return Err(Fault::Damaged("it is not a library of this program".to_owned()));
    }
    if format != newest(steps) {
        return Err(Fault::Damaged(format!("format {format} where {} was expected", newest(steps))));
    }
    let model = Connection::open_in_memory()?;
    for step in steps {
        model.execute_batch(step)?;
    }
    if declared(connection)? == declared(&model)? {
        return Ok(());
    }
    Err(Fault::Damaged("its tables are not the ones that this program makes".to_owned()))
}

/// Type, name, table and text of everything that is declared.
fn declared(connection: &Connection) -> Tried<Vec<[String; 4]>> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
