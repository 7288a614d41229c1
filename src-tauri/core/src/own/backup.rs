//! Copies made on purpose: whole, proven, numbered, and not too many.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB};

use super::check;
use super::connect::{Access, connect, quick_check};
use super::fault::Tried;
use super::files::{Files, next_number};
use super::schema::{self, Steps};
use crate::error::Error;
use crate::fs::sync_folder;

/// Backups that are kept.
const KEPT: usize = 3;

/// Copies the library below `backups/` and removes the oldest beyond [`KEPT`]. `steps` are those to the format at hand;
/// the rows of an older one cannot be read by this program, there only tables and pages are proven.
pub(super) fn make(connection: &Connection, files: &Files, steps: Steps, older: bool) -> Tried<PathBuf> {
    fs::create_dir_all(&files.backups).map_err(Error::io("making the folder", &files.backups))?;
    let aside = files.aside()?;
    let copy = aside.path().join("backup.db");
    connection.backup(MAIN_DB, &copy, None::<fn(rusqlite::backup::Progress)>)?;
    {
        let copied = connect(&copy, Access::Read)?;
        if older {
            schema::matches(&copied, steps)?;
            quick_check(&copied)?;
        } else {
            check::proof(&copied, steps)?;
        }
    }
    let kept = files.backups.join(format!("library-{:04}.db", next_number(&files.backups)));
    sync(&copy)?;
    fs::rename(&copy, &kept).map_err(Error::io("putting in place", &kept))?;
    sync_folder(&files.backups)?;
    for old in files.backups().into_iter().skip(KEPT) {
        let _ = fs::remove_file(old);
    }
    Ok(kept)
}

fn sync(path: &Path) -> Tried<()> {
    let synced = fs::File::options().append(true).open(path).and_then(|file| file.sync_all());
    Ok(synced.map_err(Error::io("writing", path))?)
}
