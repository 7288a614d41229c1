//! Opening: whatever is found on disk, the library opens with what can be read of it, and says what happened.

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use super::connect::{APPLICATION, Access, connect, header, quick_check};
use super::fault::{Fault, Tried};
use super::files::Files;
use super::notice::{Notice, Salvaged};
use super::salvage::{Placed, elsewhere, salvage};
use super::schema::{self, STEPS, Steps, newest};
use super::store::{Reader, Store, identity};
use super::{backup, document};
use crate::error::{Error, Result};
use crate::paths::Paths;

/// What a file is found to be.
enum Found {
    Sound(Connection),
    Newer(Connection, i32),
    Older(i32),
}

impl Store {
    /// Opens the library of these folders. Where there is none nothing is made until somebody writes.
    ///
    /// # Errors
    /// [`Error::Io`] when the file is there and cannot be read at all, [`Error::Unusable`] when it is no file.
    pub fn open(paths: &Paths) -> Result<(Self, Vec<Notice>)> {
        Self::open_with(paths, STEPS)
    }

    /// Opens it with formats of one's own, for tests of what comes after the formats there are.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(paths: &Paths, steps: Steps) -> Result<(Self, Vec<Notice>)> {
        let files = Files::of(paths)?;
        let mut notices = Vec::new();
        let reader = reader(&files, steps, &mut notices)?;
        let reader = Mutex::new(reader);
        Ok((Self { files, steps, reader, walked: AtomicBool::new(false) }, notices))
    }

    /// Saves what can be saved when damage was met while the library was open; `None` when all is well.
    ///
    /// # Errors
    /// [`Error::InUse`] when somebody is writing, [`Error::Io`] when the disk refuses.
    pub fn repair(&self) -> Result<Option<Notice>> {
        let Some(checkup) = self.check().or_else(|problem| match problem {
            Error::OwnDamaged { why, .. } => Ok(Some(super::Checkup::broken(why))),
            other => Err(other),
        })?
        else {
            return Ok(None);
        };
        if checkup.is_sound() {
            return Ok(None);
        }
        let mut reader = self.reader();
        if let Some(why) = &reader.refusal {
            return Err(Error::Unusable { what: self.files.db.display().to_string(), why: why.clone() });
        }
        let damaged = checkup.damaged.first().map(|entry| format!("the text of {} is not what was written", entry.key));
        let why = checkup.complaints.into_iter().next().or(damaged).unwrap_or_default();
        // Somebody who is writing is not to be disturbed.
        drop(self.files.lock("repairing the library")?);
        *reader = Reader::default();
        let mut notices = Vec::new();
        *reader = saved(&self.files, self.steps, why, &mut notices)?;
        Ok(notices.pop())
    }

    /// Puts a backup in the place of the library; the library as it was is kept in quarantine.
    ///
    /// # Errors
    /// [`Error::Unusable`] when the backup is not sound or only this library's readers may use it, [`Error::InUse`] when somebody
    /// is writing, [`Error::Io`] when the disk refuses.
    pub fn restore(&self, from: &std::path::Path) -> Result<()> {
        let mut reader = self.reader();
        if let Some(why) = &reader.refusal {
            return Err(Error::Unusable { what: self.files.db.display().to_string(), why: why.clone() });
        }
        let _lock = self.files.lock("restoring a backup")?;
        let aside = self.files.aside()?;
        let copy = aside.path().join("fresh.db");
        std::fs::copy(from, &copy).map_err(Error::io("copying", from))?;
        let proven = connect(&copy, Access::Write)
            .and_then(|mut connection| schema::upgrade(&mut connection, self.steps).map(|()| connection))
            .and_then(|connection| super::check::proof(&connection, self.steps));
        proven.map_err(Fault::at("restoring", from))?;
        if self.files.exists()? {
            self.files.put_in_quarantine()?;
        }
        *reader = Reader::default();
        self.files.put_in_place(&copy)
    }
}

fn reader(files: &Files, steps: Steps, notices: &mut Vec<Notice>) -> Result<Reader> {
    if !files.exists()? {
        if files.existed() {
            notices.push(Notice::Gone { backup: files.backups().into_iter().next() });
        }
        return Ok(Reader::default());
    }
    let interrupted = files.was_interrupted();
    match examine(&files.db, steps, interrupted) {
        Ok(Found::Sound(connection)) => {
            if interrupted {
                notices.push(Notice::Interrupted);
            }
            Ok(reading(files, connection))
        }
        Ok(Found::Newer(connection, found)) => {
            let notice = Notice::Newer { found, known: newest(steps) };
            let refusal = Some(notice.words().en);
            notices.push(notice);
            Ok(Reader { newer: true, refusal, ..reading(files, connection) })
        }
        Ok(Found::Older(from)) => match upgrade(files, steps, from, notices) {
            Ok(reader) => Ok(reader),
            Err(Fault::Damaged(why)) => saved(files, steps, why, notices),
            Err(fault) if fault.is_refusal() => copied(files, steps, fault, notices),
            Err(fault) => Err(Fault::at("upgrading", &files.db)(fault)),
        },
        Err(Fault::Damaged(why)) => saved(files, steps, why, notices),
        // Something half done wants to be rolled back, and nothing can be written here.
        Err(fault) if fault.is_refusal() => copied(files, steps, fault, notices),
        Err(fault) => Err(Fault::at("opening", &files.db)(fault)),
    }
}

fn reading(files: &Files, connection: Connection) -> Reader {
    Reader { connection: Some(connection), identity: identity(&files.db), ..Reader::default() }
}

/// Reads the header, the tables, every row and the index of keys; every page only after a writer was stopped.
fn examine(path: &std::path::Path, steps: Steps, interrupted: bool) -> Tried<Found> {
    let connection = connect(path, Access::Read)?;
    let (mark, format) = header(&connection)?;
    if mark != APPLICATION || format < 1 {
        return Err(Fault::Damaged("it is not a library of this program".to_owned()));
    }
    if format > newest(steps) {
        return Ok(Found::Newer(connection, format));
    }
    if format < newest(steps) {
        schema::matches(&connection, schema::upto(steps, format))?;
        return Ok(Found::Older(format));
    }
    schema::matches(&connection, steps)?;
    if interrupted {
        quick_check(&connection)?;
    }
    {
        let _one_state = connection.unchecked_transaction()?;
        document::keys_lead_to(&connection, &document::entries(&connection, true)?)?;
    }
    Ok(Found::Sound(connection))
}

/// Brings an older format to the newest, after a backup.
fn upgrade(files: &Files, steps: Steps, from: i32, notices: &mut Vec<Notice>) -> Tried<Reader> {
    let _lock = files.lock("bringing the library to a new format")?;
    files.clear_leftovers();
    let mut connection = connect(&files.db, Access::Write)?;
    let backup = backup::make(&connection, files, schema::upto(steps, from), true)?;
    // The backup proved that it is sound. What goes wrong from here on is no damage, and nothing has been changed.
    schema::migrate(&mut connection, steps, from).map_err(|fault| match fault {
        Fault::Damaged(why) => Fault::Told(Error::Unusable {
            what: files.db.display().to_string(),
            why: format!("it cannot be brought to format {}: {why}; it is unchanged", newest(steps)),
        }),
        other => other,
    })?;
    document::entries(&connection, true)?;
    drop(connection);
    notices.push(Notice::Upgraded { from, to: newest(steps), backup });
    Ok(reading(files, connect(&files.db, Access::Read)?))
}

/// Reads a copy, where nothing can be written beside the file itself.
fn copied(files: &Files, steps: Steps, fault: Fault, notices: &mut Vec<Notice>) -> Result<Reader> {
    let at = |fault| Fault::at("opening a copy of", &files.db)(fault);
    let folder = elsewhere()?;
    let copy = files.copy_to(folder.path())?;
    let opened = connect(&copy, Access::Write)
        .and_then(|mut connection| schema::upgrade(&mut connection, steps))
        .and_then(|()| examine(&copy, steps, true));
    let why = at(fault).to_string();
    match opened {
        Ok(Found::Sound(connection)) => {
            notices.push(Notice::ReadOnly { why: why.clone() });
            Ok(Reader { connection: Some(connection), refusal: Some(why), copy: Some(folder), ..Reader::default() })
        }
        Ok(_) => Err(Error::Unusable { what: files.db.display().to_string(), why }),
        Err(Fault::Damaged(why)) => saved(files, steps, why, notices),
        Err(fault) => Err(at(fault)),
    }
}

/// Reads what was saved of a damaged file.
fn saved(files: &Files, steps: Steps, why: String, notices: &mut Vec<Notice>) -> Result<Reader> {
    let (salvaged, placed): (Salvaged, Placed) = salvage(files, steps, why)?;
    notices.push(Notice::Salvaged(salvaged));
    let at = |fault| Fault::at("opening", &files.db)(fault);
    match placed {
        Placed::InPlace => Ok(reading(files, connect(&files.db, Access::Read).map_err(at)?)),
        Placed::Aside(folder, path, why) => Ok(Reader {
            connection: Some(connect(&path, Access::Read).map_err(at)?),
            refusal: Some(why.to_string()),
            copy: Some(folder),
            ..Reader::default()
        }),
    }
}
