//! The files of the library below the data folder, and how they are put in place.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::error::{Error, Result};
use crate::fs::{Lock, sync_folder};
use crate::paths::Paths;

/// Names of folders that are made aside; what a killed process left of them is cleared away by the next writer.
const ASIDE: &str = ".library-";

/// Where things are.
#[derive(Debug, Clone)]
pub(super) struct Files {
    data: PathBuf,
    /// The library.
    pub(super) db: PathBuf,
    /// The lock of its one writer.
    pub(super) lock: PathBuf,
    /// Copies made on purpose.
    pub(super) backups: PathBuf,
    /// Copies of what was damaged, as it was found.
    pub(super) quarantine: PathBuf,
}

impl Files {
    /// Absolute, for SQLite takes a name that begins with `file:` for something else.
    pub(super) fn of(paths: &Paths) -> Result<Self> {
        let data = std::path::absolute(&paths.data).map_err(Error::io("finding", &paths.data))?;
        Ok(Self {
            db: data.join("library.db"),
            lock: data.join("library.lock"),
            backups: data.join("backups"),
            quarantine: data.join("quarantine"),
            data,
        })
    }

    /// Whether there is a library. Anything but a regular file in its place is refused: a link may lead anywhere, a pipe never ends.
    pub(super) fn exists(&self) -> Result<bool> {
        match fs::symlink_metadata(&self.db) {
            Ok(found) if found.is_file() => Ok(true),
            Ok(_) => Err(Error::Unusable {
                what: self.db.display().to_string(),
                why: "it is no regular file; move it away, and a new library is begun".to_owned(),
            }),
            // Something in the way of the folder is told to whoever wants to write.
            Err(problem) if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&problem.kind()) => Ok(false),
            Err(problem) => Err(Error::io("looking at", &self.db)(problem)),
        }
    }

    /// Whether there was a library once.
    pub(super) fn existed(&self) -> bool {
        fs::metadata(&self.lock).is_ok_and(|lock| lock.len() > 0)
    }

    /// Whether the last writer was stopped before its end. Nobody is writing now.
    pub(super) fn was_interrupted(&self) -> bool {
        let journal = beside(&self.db, "-journal").exists() && !Lock::is_held(&self.lock);
        journal || Lock::was_abandoned(&self.lock)
    }

    /// Takes the writer's lock, making the folder on the way.
    pub(super) fn lock(&self, purpose: &str) -> Result<Lock> {
        fs::create_dir_all(&self.data).map_err(Error::io("making the folder", &self.data))?;
        Lock::take(&self.lock, purpose)
    }

    /// A folder to work in, on the same disk as the library.
    pub(super) fn aside(&self) -> Result<TempDir> {
        let made = tempfile::Builder::new().prefix(ASIDE).tempdir_in(&self.data);
        made.map_err(Error::io("making a folder in", &self.data))
    }

    /// Removes what killed processes left. Only for whoever has the lock.
    pub(super) fn clear_leftovers(&self) {
        for folder in [&self.data, &self.backups, &self.quarantine] {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.file_name().to_string_lossy().starts_with(ASIDE) {
                    let _ = fs::remove_dir_all(entry.path());
                }
            }
        }
    }

    /// Copies the library and its journal, byte for byte, into a folder.
    pub(super) fn copy_to(&self, folder: &Path) -> Result<PathBuf> {
        let copy = folder.join("library.db");
        for (from, to) in [(self.db.clone(), copy.clone())]
            .into_iter()
            .chain(["-journal", "-wal"].map(|ending| (beside(&self.db, ending), beside(&copy, ending))))
        {
            if from.exists() {
                fs::copy(&from, &to).map_err(Error::io("copying", &from))?;
                // A copy of something read-only must be open to repair.
                let opened = File::options().append(true).open(&to).or_else(|_| {
                    let mut rights = fs::metadata(&to)?.permissions();
                    #[allow(clippy::permissions_set_readonly_false, reason = "a copy of our own")]
                    rights.set_readonly(false);
                    fs::set_permissions(&to, rights)?;
                    File::options().append(true).open(&to)
                });
                opened.and_then(|file| file.sync_all()).map_err(Error::io("copying to", &to))?;
            }
        }
        sync_folder(folder)?;
        Ok(copy)
    }

    /// Keeps the library as it is now below `quarantine/`, numbered. Returns the folder.
    pub(super) fn put_in_quarantine(&self) -> Result<PathBuf> {
        fs::create_dir_all(&self.quarantine).map_err(Error::io("making the folder", &self.quarantine))?;
        let aside = tempfile::Builder::new().prefix(ASIDE).tempdir_in(&self.quarantine);
        let aside = aside.map_err(Error::io("making a folder in", &self.quarantine))?;
        self.copy_to(aside.path())?;
        let kept = self.quarantine.join(format!("library-{:04}", next_number(&self.quarantine)));
        fs::rename(aside.path(), &kept).map_err(Error::io("putting in place", &kept))?;
        let _moved = aside.keep();
        sync_folder(&self.quarantine)?;
        Ok(kept)
    }

    /// Puts a finished database in the library's place. A journal that belongs to the old one must not meet the new one.
    pub(super) fn put_in_place(&self, fresh: &Path) -> Result<()> {
        for ending in ["-journal", "-wal", "-shm"] {
            match fs::remove_file(beside(&self.db, ending)) {
                Err(problem) if problem.kind() != ErrorKind::NotFound => {
                    return Err(Error::io("removing", beside(&self.db, ending))(problem));
                }
                _ => {}
            }
        }
        let synced = File::options().append(true).open(fresh).and_then(|file| file.sync_all());
        synced.and_then(|()| fs::rename(fresh, &self.db)).map_err(Error::io("putting in place", &self.db))?;
        sync_folder(&self.data)
    }

    /// Backups, newest first.
    pub(super) fn backups(&self) -> Vec<PathBuf> {
        let mut found: Vec<(u32, PathBuf)> = fs::read_dir(&self.backups)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| Some((number(&entry.file_name().to_string_lossy())?, entry.path())))
            .collect();
        found.sort();
        found.into_iter().rev().map(|(_, path)| path).collect()
    }
}

/// The number that the next file of a numbered row gets. Rows are counted, not dated: a clock may go backwards.
pub(super) fn next_number(folder: &Path) -> u32 {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    names.filter_map(|entry| number(&entry.file_name().to_string_lossy())).max().unwrap_or(0).saturating_add(1)
}

/// `library-0012.db` is 12.
fn number(name: &str) -> Option<u32> {
    name.strip_prefix("library-")?.trim_end_matches(".db").parse().ok()
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
