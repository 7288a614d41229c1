//! One writer per folder: an advisory lock of the system, freed by it when the process ends, however it ends.

use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Result};

/// How often a lock is asked for before it counts as held: whoever only looks ([`Lock::is_held`]) has it for an instant.
const ATTEMPTS: usize = 4;

/// The right to write. Let go of when dropped.
///
/// Beside the lock file lies a note on who holds it and what for. The note is words for people, the lock decides: a note that
/// stays behind means that its writer did not end as it should.
#[derive(Debug)]
pub struct Lock {
    note: Option<PathBuf>,
    /// Closed last: until then nobody else writes a note.
    file: File,
}

impl Lock {
    /// Takes the lock, or says who has it. `purpose` is for those who find it taken: "importing 12 files".
    ///
    /// # Errors
    /// [`Error::InUse`] when somebody has it, [`Error::Io`] where the folder cannot be written to or knows no locks.
    pub fn take(path: &Path, purpose: &str) -> Result<Self> {
        let file = File::options().create(true).append(true).open(path).map_err(Error::io("opening", path))?;
        for attempt in 1.. {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(problem)) => return Err(Error::io("locking", path)(problem)),
                Err(TryLockError::WouldBlock) if attempt < ATTEMPTS => std::thread::sleep(Duration::from_millis(25)),
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::InUse { path: path.to_path_buf(), by: Self::holder(path) });
                }
            }
        }
        let note = note(path);
        // A full disk must not keep anybody from removing things.
        let _ = std::fs::write(&note, format!("{purpose} (process {})", std::process::id()));
        Ok(Self { note: Some(note), file })
    }

    /// Leaves a trace in the lock file, which stays: what it guards has been made. A disk that is full keeps none.
    pub fn leave_trace(&self) {
        if self.file.metadata().is_ok_and(|file| file.len() == 0) {
            let _ = (&self.file).write_all(b"made\n");
        }
    }

    /// Lets go and leaves the note: whoever opens next shall look as closely as after a writer that was killed.
    pub fn abandon(mut self) {
        self.note = None;
    }

    /// Whether somebody has it now.
    pub fn is_held(path: &Path) -> bool {
        File::open(path).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// Whether a writer ended without letting go: its note is there and nobody has the lock.
    pub fn was_abandoned(path: &Path) -> bool {
        note(path).exists() && !Self::is_held(path)
    }

    /// Who has it and what for, as far as the note tells.
    fn holder(path: &Path) -> String {
        let note = std::fs::read_to_string(note(path)).unwrap_or_default();
        let line: String = note.lines().next().unwrap_or_default().chars().take(200).collect();
        if line.is_empty() { "another program is writing".to_owned() } else { line }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(note) = &self.note {
            let _ = std::fs::remove_file(note);
        }
    }
}

fn note(path: &Path) -> PathBuf {
    path.with_extension("holder")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_and_others_learn_who() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.lock");
        assert!(!Lock::is_held(&path) && !Lock::was_abandoned(&path));
        let held = Lock::take(&path, "importing").expect("free");
        assert!(Lock::is_held(&path));
        let refused = Lock::take(&path, "removing").expect_err("held");
        assert!(refused.to_string().contains("importing (process "), "{refused}");
        drop(held);
        assert!(!Lock::is_held(&path) && !Lock::was_abandoned(&path));
        assert!(Lock::take(&path, "again").is_ok());
    }

    #[test]
    fn a_note_without_a_lock_is_a_writer_that_was_stopped() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.lock");
        std::fs::write(note(&path), "importing (process 1)").expect("written");
        assert!(Lock::was_abandoned(&path));
        drop(Lock::take(&path, "again").expect("a stale note holds nothing"));
        assert!(!Lock::was_abandoned(&path));
        Lock::take(&path, "again").expect("free").abandon();
        assert!(Lock::was_abandoned(&path) && !Lock::is_held(&path));
    }
}
