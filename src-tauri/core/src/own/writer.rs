//! The one who writes: holds the lock of the folder, and does each thing in one transaction.

use std::path::PathBuf;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::citation::{self, Citation};
use super::fault::{Fault, Tried};
use super::files::Files;
use super::ledger::{self, Ledger};
use super::report::{self, Pack};
use super::schema::Steps;
use super::{Key, Record, backup, document};
use crate::error::Result;
use crate::fs::Lock;
use crate::model::DocumentId;

/// What became of a document that was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It is new.
    Added,
    /// It took the place of one with the same id and version, whose text or facts were different.
    Replaced,
    /// The same was there already; nothing was written.
    AlreadyThere,
}

/// The right to write to the library, for as long as it is kept.
#[derive(Debug)]
pub struct Writer {
    /// Closed before the lock is let go.
    pub(super) connection: Connection,
    pub(super) files: Files,
    pub(super) steps: Steps,
    pub(super) _lock: Lock,
}

impl Writer {
    /// Puts documents in, all of them or, when this fails, none. On disk when it returns.
    ///
    /// Batches of about 64 are a good measure: one sync for each, and other programs wait no longer than a moment.
    ///
    /// # Errors
    /// [`crate::Error::Unusable`] when one has a version that is no day or a text that is no JSON, [`crate::Error::Io`] when the disk refuses.
    pub fn put(&mut self, records: &[Record]) -> Result<Vec<Put>> {
        records.iter().try_for_each(Record::check)?;
        self.change("writing", |change, sum| records.iter().map(|record| put(change, sum, record)).collect())
    }

    /// Removes one version of a document (empty: the one without a day) or, with `None`, all of them. Returns how many there were.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses.
    pub fn remove(&mut self, id: &DocumentId, version: Option<&str>) -> Result<usize> {
        let (condition, value) = match version {
            Some(version) => ("WHERE id = ?1 AND version = ?2", version),
            None => ("WHERE id = ?1 AND ?2 = ''", ""),
        };
        self.change("removing from", |change, sum| remove(change, sum, condition, id.as_str(), value))
    }

    /// Replaces the citations of a document; `false` when there is no such document.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses.
    pub fn put_citations(&mut self, key: &Key, citations: &[Citation]) -> Result<bool> {
        self.change("writing citations to", |change, _| match document::find(change, key)? {
            Some(found) => citation::put(change, found.no, citations).map(|()| true),
            None => Ok(false),
        })
    }

    /// Replaces the citations of many documents in one transaction; documents that are not there are passed over.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses.
    pub fn put_all_citations<'a>(&mut self, all: impl IntoIterator<Item = (&'a Key, &'a [Citation])>) -> Result<()> {
        self.change("writing citations to", |change, _| {
            for (key, citations) in all {
                if let Some(found) = document::find(change, key)? {
                    citation::put(change, found.no, citations)?;
                }
            }
            Ok(())
        })
    }

    /// Adds the report of an import (JSON), done at `at`. Returns its number. The hundred newest are kept.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses.
    pub fn add_report(&mut self, at: &str, json: &str) -> Result<i64> {
        self.change("writing a report to", |change, _| report::add_report(change, at, json))
    }

    /// Notes a pack; one with the same id is replaced. Its documents are put in like others, with its id in their facts.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses.
    pub fn put_pack(&mut self, pack: &Pack) -> Result<()> {
        self.change("writing a pack to", |change, _| report::put_pack(change, pack))
    }

    /// Removes a pack and the documents that came with it. Returns how many these were.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses.
    pub fn remove_pack(&mut self, id: &str) -> Result<usize> {
        self.change("removing a pack from", |change, sum| {
            change.execute("DELETE FROM pack WHERE id = ?1", [id])?;
            remove(change, sum, "WHERE pack = ?1 AND ?2 = ''", id, "")
        })
    }

    /// Copies the library below `backups/`, proves the copy, and keeps the three newest. Returns the file.
    ///
    /// # Errors
    /// [`crate::Error::Io`] when the disk refuses, [`crate::Error::OwnDamaged`] when there is something that should not be kept as a backup.
    pub fn backup(&self) -> Result<PathBuf> {
        backup::make(&self.connection, &self.files, self.steps, false).map_err(Fault::at("copying", &self.files.db))
    }

    fn change<T>(
        &mut self,
        doing: &'static str,
        body: impl FnOnce(&Transaction<'_>, &mut Ledger) -> Tried<T>,
    ) -> Result<T> {
        let outcome = (|| {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let before = ledger::read(&change)?;
            let mut sum = before;
            let value = body(&change, &mut sum)?;
            if sum != before {
                ledger::write(&change, &sum)?;
            }
            change.commit()?;
            Ok(value)
        })();
        outcome.map_err(Fault::at(doing, &self.files.db))
    }
}

fn put(change: &Transaction<'_>, sum: &mut Ledger, record: &Record) -> Tried<Put> {
    let entry = record.entry();
    let mut outcome = Put::Added;
    if let Some(there) = document::find(change, &record.key)? {
        let sound = there.holds && document::body(change, there.no, &there.entry.hash).is_ok();
        if sound && there.entry.says_the_same(&entry) {
            return Ok(Put::AlreadyThere);
        }
        document::delete(change, there.no)?;
        sum.take(&there.seal);
        outcome = Put::Replaced;
    }
    sum.add(&document::insert(change, &entry, &record.body)?);
    Ok(outcome)
}

fn remove(change: &Transaction<'_>, sum: &mut Ledger, condition: &str, a: &str, b: &str) -> Tried<usize> {
    let mut found = Vec::new();
    {
        let mut statement = change.prepare(&document::select(condition))?;
        let mut rows = statement.query([a, b])?;
        while let Some(row) = rows.next()? {
            let stored = document::stored(row)?;
            found.push((stored.no, stored.seal));
        }
    }
    for (no, seal) in &found {
        document::delete(change, *no)?;
        sum.take(seal);
    }
    Ok(found.len())
}
