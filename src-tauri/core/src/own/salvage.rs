//! From a damaged library to a sound one: the damaged file is kept as it is, what is sound in it moves into a fresh one, what is
//! not is looked for in the backups, and what is nowhere is named.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::fault::{Fault, Tried};
use super::files::Files;
use super::harvest::{Harvest, harvest, sum};
use super::notice::Salvaged;
use super::schema::Steps;
use super::{Record, check, connect, document, ledger, report, store};
use crate::error::{Error, Result};

/// Where the sound library is.
#[derive(Debug)]
pub(super) enum Placed {
    /// In the place of the damaged one.
    InPlace,
    /// In a folder of its own, because nothing could be written there; goes with the folder.
    Aside(TempDir, PathBuf, Error),
}

/// Saves what can be saved. Without a right to write the result is made aside and the damaged file stays where it is.
pub(super) fn salvage(files: &Files, steps: Steps, why: String) -> Result<(Salvaged, Placed)> {
    let held = files.lock("saving a damaged library").and_then(|lock| Ok((lock, files.put_in_quarantine()?)));
    let (workshop, refusal, kept) = match &held {
        Ok((_, kept)) => (files.aside()?, None, Some(kept.clone())),
        Err(problem) => {
            (elsewhere()?, Some(Error::Unusable { what: "its folder".to_owned(), why: problem.to_string() }), None)
        }
    };
    let at = Fault::at("saving", &files.db);
    let (salvaged, fresh) = remake(files, workshop.path(), steps).map_err(at)?;
    let salvaged = Salvaged { why, kept, ..salvaged };
    match refusal {
        Some(refusal) => Ok((salvaged, Placed::Aside(workshop, fresh, refusal))),
        None => files.put_in_place(&fresh).map(|()| (salvaged, Placed::InPlace)),
    }
}

/// A folder of the system for what cannot be kept with the library.
pub(super) fn elsewhere() -> Result<TempDir> {
    tempfile::tempdir().map_err(Error::io("making a folder in", "the system's place for temporary files"))
}

fn remake(files: &Files, workshop: &Path, steps: Steps) -> Tried<(Salvaged, PathBuf)> {
    let mut harvest = match harvest(&files.copy_to(workshop)?, steps) {
        // Not even with a first page of our own: there is nothing to be had.
        Err(Fault::Damaged(_)) => Harvest::default(),
        other => other?,
    };
    let mut found = Salvaged { saved: harvest.records.len(), ..Salvaged::default() };
    let sum = sum(&harvest.records);
    if harvest.ledger == Some(sum) {
        // Every document is there; whatever else seemed to be one is none.
        harvest.lost.clear();
    }
    found.nameless = harvest
        .ledger
        .map(|ledger| ledger.documents.saturating_sub(sum.documents).saturating_sub(harvest.lost.len() as u64));
    let blank = harvest.records.is_empty() && harvest.lost.is_empty() && harvest.ledger.is_none_or(|l| l.documents > 0);
    let restored = from_backups(files, workshop, steps, &mut harvest, blank)?;
    found.restored = restored.iter().map(|record| record.facts.title.clone()).collect();
    found.lost = harvest.lost.iter().map(|lost| lost.title.clone()).collect();
    if blank && !restored.is_empty() {
        // A whole backup stands in for a file that said nothing any more.
        found.nameless = None;
    }
    harvest.records.extend(restored);
    let fresh = workshop.join("fresh.db");
    fill(&fresh, steps, &harvest)?;
    Ok((found, fresh))
}

/// Documents that are lost, from the newest backup that has them; all of the newest sound backup, when the file is blank and holds
/// not even names.
fn from_backups(
    files: &Files,
    workshop: &Path,
    steps: Steps,
    harvest: &mut Harvest,
    blank: bool,
) -> Tried<Vec<Record>> {
    let mut restored = Vec::new();
    for backup in files.backups() {
        if harvest.lost.is_empty() && !blank {
            break;
        }
        let copy = workshop.join("backup.db");
        let Ok(kept) = std::fs::copy(&backup, &copy)
            .map_err(Error::io("copying", &backup))
            .map_err(Fault::from)
            .and_then(|_| super::harvest::harvest(&copy, steps))
        else {
            continue;
        };
        if blank {
            harvest.reports.extend(kept.reports);
            harvest.packs.extend(kept.packs);
            return Ok(kept.records);
        }
        for record in kept.records {
            let before = harvest.lost.len();
            harvest.lost.retain(|lost| lost.key.as_ref() != Some(&record.key));
            if harvest.lost.len() < before {
                restored.push(record);
            }
        }
    }
    Ok(restored)
}

/// Makes a library of what was found, and proves it.
fn fill(path: &Path, steps: Steps, harvest: &Harvest) -> Tried<()> {
    store::create(path, steps)?;
    let mut connection = connect::connect(path, connect::Access::Write)?;
    let change = connection.transaction()?;
    for record in &harvest.records {
        document::insert(&change, &record.entry(), &record.body)?;
    }
    for found in &harvest.reports {
        report::put_report(&change, found)?;
    }
    for pack in &harvest.packs {
        report::put_pack(&change, pack)?;
    }
    ledger::write(&change, &sum(&harvest.records))?;
    change.commit()?;
    check::proof(&connection, steps)
}
