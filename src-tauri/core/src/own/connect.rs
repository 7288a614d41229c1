//! Connections, and how far they trust the file.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::fault::{Fault, Tried};
use crate::error::Error;

/// Marks a file as a library of this program: the letters WHLB.
pub(super) const APPLICATION: i32 = 0x5748_4c42;

/// Below this version two programs can destroy each other's data (the WAL-reset race, 3.7.0 to 3.51.2). We use no WAL, and
/// stay clear of it all the same.
const FLOOR: i32 = 3_051_003;

/// The longest text a row may hold, in bytes. The Civil Code is under one million.
const LONGEST: i32 = 256 << 20;

/// How long to wait while somebody else commits.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Reads. It may still roll back what a killed writer left half done, which is why the file is not opened read-only.
    Read,
    /// Writes to a file that exists.
    Write,
    /// Writes to a file that is made.
    Create,
}

/// Opens a database file that may have been written by anybody.
///
/// Rollback journal (SQLite's default), since a library is seldom written and side files complicate read-only folders and
/// copies. `synchronous=EXTRA`: a batch that was acknowledged is on disk, the removal of its journal included; one
/// sync of the folder for each batch is the price. `secure_delete`: what was removed is gone from the disk, and cannot come back
/// when rows are looked for in a damaged file.
pub(super) fn connect(path: &Path, access: Access) -> Tried<Connection> {
    if rusqlite::version_number() < FLOOR {
        let why = format!("SQLite {} is too old; 3.51.3 is the oldest that may be used", rusqlite::version());
        return Err(Error::Unusable { what: "this build of the program".to_owned(), why }.into());
    }
    let made = if access == Access::Create { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | made;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ] {
        connection.set_db_config(setting, on)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.execute_batch(
        "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_spill=OFF;
         PRAGMA synchronous=EXTRA;",
    )?;
    if access == Access::Read {
        connection.execute_batch("PRAGMA query_only=ON;")?;
    }
    Ok(connection)
}

/// What the header says: the mark of the program that made it, and the format.
pub(super) fn header(connection: &Connection) -> Tried<(i32, i32)> {
    let mark = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let format = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((mark, format))
}

/// Walks the whole file without comparing indexes with tables.
pub(super) fn quick_check(connection: &Connection) -> Tried<()> {
    match complaints(connection, "quick_check(1)")?.pop() {
        None => Ok(()),
        Some(complaint) => Err(Fault::Damaged(complaint)),
    }
}

/// What SQLite has to complain about: `quick_check(1)`, `integrity_check(50)`.
pub(super) fn complaints(connection: &Connection, check: &str) -> Tried<Vec<String>> {
    let mut statement = connection.prepare(&format!("PRAGMA {check}"))?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}
