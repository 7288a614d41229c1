//! The open library.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use tempfile::TempDir;

use super::check::{self, Checkup};
use super::citation::{self, Backlink, Citation, Totals};
use super::connect::{Access, connect, quick_check};
use super::fault::{Fault, Tried};
use super::files::Files;
use super::report::{self, Pack, Report};
use super::schema::{self, Steps};
use super::writer::Writer;
use super::{Entry, Key, document};
use crate::error::{Error, Result};
use crate::model::{DocumentId, Unit};

/// The reader's own library, open for reading. One for each folder and process: [`super::Store::open`].
///
/// Reading takes no lock of ours. It sees what was committed last, by whatever process; what it returns has been compared with
/// what was written, row by row and text by text.
#[derive(Debug)]
pub struct Store {
    pub(super) files: Files,
    pub(super) steps: Steps,
    pub(super) reader: Mutex<Reader>,
    /// Whether the file has been walked through since this program began: before the first write it is.
    pub(super) walked: AtomicBool,
}

/// What is read.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) connection: Option<Connection>,
    /// Which file is open, so that one that took its place is noticed.
    pub(super) identity: Option<Identity>,
    /// Why nothing may be written, where that is so.
    pub(super) refusal: Option<String>,
    /// Whether a newer program wrote it, whose rows are taken as they come.
    pub(super) newer: bool,
    /// The folder of a copy that is read instead of the file; goes when the library is closed, after the connection.
    pub(super) copy: Option<TempDir>,
}

/// Tells one file from another at the same path.
pub(super) type Identity = (u64, u64);

/// Makes an empty library.
pub(super) fn create(path: &Path, steps: Steps) -> Tried<()> {
    let mut connection = connect(path, Access::Create)?;
    schema::migrate(&mut connection, steps, 0)
}

impl Store {
    /// Every document, by id and version, without texts.
    ///
    /// # Errors
    /// [`Error::OwnDamaged`] when a row is not what was written or one is missing: [`Self::repair`] saves what can be saved.
    pub fn entries(&self) -> Result<Vec<Entry>> {
        self.read(|reader, connection| document::entries(connection, !reader.newer))
    }

    /// The hash of every text, to be compared with what an index was made of.
    ///
    /// # Errors
    /// As [`Self::entries`].
    pub fn hashes(&self) -> Result<Vec<(Key, String)>> {
        Ok(self.entries()?.into_iter().map(|entry| (entry.key, entry.hash)).collect())
    }

    /// What is known about one document; `None` when it is not there.
    ///
    /// # Errors
    /// [`Error::OwnDamaged`] when it is not what was written.
    pub fn entry(&self, key: &Key) -> Result<Option<Entry>> {
        self.read(|reader, connection| {
            let found = find(connection, key, reader.newer).map_err(of_document(key))?;
            Ok(found.map(|(_, entry)| entry))
        })
    }

    /// The text of a document as it was put in; `None` when there is no such document.
    ///
    /// # Errors
    /// [`Error::OwnDamaged`] when it is not what was written. Other documents are not affected.
    pub fn body(&self, key: &Key) -> Result<Option<String>> {
        self.read(|reader, connection| match find(connection, key, reader.newer).map_err(of_document(key))? {
            Some((no, entry)) => document::body(connection, no, &entry.hash).map(Some).map_err(of_document(key)),
            None => Ok(None),
        })
    }

    /// The citations of a document, in the order in which they stand in it.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read.
    pub fn citations(&self, key: &Key) -> Result<Vec<Citation>> {
        self.read(|_, connection| citation::of(connection, key))
    }

    /// Documents whose citations have not been put in: new ones, and those that were saved from a damaged file.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read.
    pub fn without_citations(&self) -> Result<Vec<Key>> {
        self.read(|_, connection| {
            let mut statement =
                connection.prepare_cached("SELECT id, version FROM document WHERE citations IS NULL ORDER BY 1, 2")?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let id: String = row.get(0)?;
                let id = id.parse().map_err(|_| Fault::Damaged(format!("'{id}' is no id of a document")))?;
                found.push(Key { id, version: row.get(1)? });
            }
            Ok(found)
        })
    }

    /// Where a place of any document, or a part of it, is cited by the documents of this library.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read.
    pub fn cited_by(&self, document: &DocumentId, unit: &Unit) -> Result<Vec<Backlink>> {
        self.read(|_, connection| citation::cited_by(connection, document, unit))
    }

    /// How often each article or section of a document is cited, its parts included.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read.
    pub fn cited_counts(&self, document: &DocumentId) -> Result<BTreeMap<Unit, u32>> {
        self.read(|_, connection| citation::counts(connection, document))
    }

    /// How many citations came out how: those of one document, or all.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read.
    pub fn citation_totals(&self, key: Option<&Key>) -> Result<Totals> {
        self.read(|_, connection| citation::totals(connection, key))
    }

    /// Reports of imports, newest first.
    ///
    /// # Errors
    /// [`Error::OwnDamaged`] when one is not what was written.
    pub fn reports(&self) -> Result<Vec<Report>> {
        self.read(|_, connection| all(report::reports(connection)))
    }

    /// Packs that were installed, by id.
    ///
    /// # Errors
    /// [`Error::OwnDamaged`] when one is not what was written.
    pub fn packs(&self) -> Result<Vec<Pack>> {
        self.read(|_, connection| all(report::packs(connection)))
    }

    /// Looks at every page, row and text. `None` when there is no library yet.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read.
    pub fn check(&self) -> Result<Option<Checkup>> {
        let bytes = std::fs::metadata(&self.files.db).map_or(0, |found| found.len());
        self.read(|_, connection| check::checkup(connection, bytes).map(Some))
    }

    /// Backups, newest first.
    pub fn backups(&self) -> Vec<PathBuf> {
        self.files.backups()
    }

    /// The right to write, kept until the writer is dropped; makes the library if there is none. `purpose` is told to whoever
    /// wants to write meanwhile: "importing 12 files".
    ///
    /// # Errors
    /// [`Error::InUse`] names who is writing; [`Error::Unusable`] when the library is only read (a newer program wrote it, its
    /// folder refuses); [`Error::OwnDamaged`] when it is found damaged: [`Self::repair`] saves what can be saved.
    pub fn writer(&self, purpose: &str) -> Result<Writer> {
        if let Some(why) = self.reader().refusal.clone() {
            return Err(Error::Unusable { what: self.files.db.display().to_string(), why });
        }
        let lock = self.files.lock(purpose)?;
        self.files.clear_leftovers();
        let opened = (|| -> Tried<Connection> {
            if !self.files.exists()? {
                let aside = self.files.aside()?;
                let fresh = aside.path().join("fresh.db");
                create(&fresh, self.steps)?;
                self.files.put_in_place(&fresh)?;
            }
            let connection = connect(&self.files.db, Access::Write)?;
            schema::matches(&connection, self.steps)?;
            // A broken list of free pages hurts nobody who reads, and destroys documents when pages are taken from it.
            if !self.walked.load(Ordering::Relaxed) {
                quick_check(&connection)?;
                self.walked.store(true, Ordering::Relaxed);
            }
            Ok(connection)
        })();
        match opened {
            Ok(connection) => {
                lock.leave_trace();
                Ok(Writer { connection, files: self.files.clone(), steps: self.steps, _lock: lock })
            }
            Err(fault) => {
                if matches!(fault, Fault::Damaged(_)) {
                    // The next start walks through every page and saves what can be saved.
                    lock.abandon();
                }
                Err(Fault::at("opening", &self.files.db)(fault))
            }
        }
    }

    pub(super) fn reader(&self) -> MutexGuard<'_, Reader> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads one state of the library; the default value when there is none.
    fn read<T: Default>(&self, body: impl FnOnce(&Reader, &Connection) -> Tried<T>) -> Result<T> {
        let mut reader = self.reader();
        let outcome = (|| {
            reader.refresh(&self.files, self.steps)?;
            let Some(connection) = &reader.connection else { return Ok(T::default()) };
            let _one_state = connection.unchecked_transaction()?;
            body(&reader, connection)
        })();
        outcome.map_err(|fault| match fault {
            Fault::Damaged(_) if reader.newer => Error::Unusable {
                what: self.files.db.display().to_string(),
                why: reader.refusal.clone().unwrap_or_default(),
            },
            fault => Fault::at("reading", &self.files.db)(fault),
        })
    }
}

impl Reader {
    /// Opens the file if it has come to be, or if another one took its place.
    fn refresh(&mut self, files: &Files, steps: Steps) -> Tried<()> {
        if self.copy.is_some() {
            return Ok(());
        }
        let there = identity(&files.db);
        if self.connection.is_some() == there.is_some() && self.identity == there {
            return Ok(());
        }
        if there.is_none() {
            let gone = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(Error::io("reading", &files.db)(gone).into());
        }
        files.exists()?;
        let connection = connect(&files.db, Access::Read)?;
        if !self.newer {
            schema::matches(&connection, steps)?;
        }
        (self.connection, self.identity) = (Some(connection), there);
        Ok(())
    }
}

/// Which file is at this path; none is there without one.
pub(super) fn identity(path: &Path) -> Option<Identity> {
    let found = std::fs::metadata(path).ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some((found.dev(), found.ino()))
    }
    // Elsewhere an open file cannot be replaced.
    #[cfg(not(unix))]
    Some((0, u64::from(found.is_file())))
}

fn find(connection: &Connection, key: &Key, newer: bool) -> Tried<Option<(i64, Entry)>> {
    match document::find(connection, key)? {
        Some(found) if !found.holds && !newer => {
            Err(Fault::Damaged("what is known about it is not what was written".to_owned()))
        }
        found => Ok(found.map(|found| (found.no, found.entry))),
    }
}

/// Damage met while one document was read is told of that document: putting it in again mends it.
fn of_document(key: &Key) -> impl FnOnce(Fault) -> Fault {
    move |fault| match fault {
        Fault::Damaged(why) => {
            Fault::Told(Error::OwnDamaged { what: key.to_string(), why: format!("{why}; import it again") })
        }
        other => other,
    }
}

fn all<T>((found, stopped): (Vec<T>, Option<Fault>)) -> Tried<Vec<T>> {
    stopped.map_or(Ok(found), Err)
}
