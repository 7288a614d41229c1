//! The index on disk: a folder named by fingerprint, with a manifest that knows the hash of every file.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::directory::{RamDirectory, TerminatingWrite};
use tantivy::{Directory, HasLen};

use super::{Index, Opened};
use crate::error::{Error, Result};
use crate::fs::sync_folder;
use crate::library::Library;
use crate::text::sha256;

/// Files larger than this are not ours; in bytes.
const LARGEST_FILE: u64 = 1 << 30;

const MANIFEST: &str = "manifest.json";

/// The folded words of every unit, beside the files of tantivy.
pub(super) const TEXTS: &str = "texts";

/// What the folder must hold, byte for byte.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    fingerprint: String,
    /// SHA-256 by file name, in hexadecimal.
    files: BTreeMap<String, String>,
}

/// Opens the index of `library` with this fingerprint below `cache`: reads every file, checks every hash, works on the copy.
///
/// # Errors
/// [`Error::Io`] when a file is missing or unreadable, [`Error::Damaged`] when one is not what was written. Either way
/// the index is to be built anew.
pub fn load(library: &Library, cache: &Path, fingerprint: &str) -> Result<Opened> {
    let folder = folder(cache, fingerprint);
    let manifest = read(&folder.join(MANIFEST))?;
    let manifest: Manifest =
        serde_json::from_slice(&manifest).map_err(|_| Error::Damaged("the manifest is unreadable".to_owned()))?;
    if manifest.fingerprint != fingerprint {
        return Err(Error::Damaged("the manifest belongs to another index".to_owned()));
    }
    let directory = RamDirectory::create();
    for (name, hash) in &manifest.files {
        // Names come from a file on disk: only plain names lead into the folder.
        if Path::new(name).file_name().is_none_or(|plain| plain != name.as_str()) {
            return Err(Error::Damaged(format!("'{name}' is no file name")));
        }
        let bytes = read(&folder.join(name))?;
        if sha256(&bytes) != *hash {
            return Err(Error::Damaged(format!("{name} is not what was written")));
        }
        put(&directory, name, &bytes)?;
    }
    Ok(Opened::of(Index::open(directory)?, library))
}

/// Writes an index aside, reads it back, and swaps it in; then removes indexes of other fingerprints.
///
/// Only one process writes at a time; when another one does, this returns its outcome if it is usable.
///
/// # Errors
/// [`Error::Io`] names what could not be written; nothing half-written is left in place.
pub fn save(library: &Library, opened: &Opened, cache: &Path, fingerprint: &str) -> Result<()> {
    fs::create_dir_all(cache).map_err(Error::io("making the folder", cache))?;
    let lock_path = cache.join("index.lock");
    let lock = File::options().create(true).append(true).open(&lock_path).map_err(Error::io("opening", &lock_path))?;
    // Freed by the system when the file closes, whatever happens to this process.
    lock.lock().map_err(Error::io("locking", &lock_path))?;
    if load(library, cache, fingerprint).is_ok() {
        return Ok(());
    }
    let aside = tempfile::Builder::new()
        .prefix(".building-")
        .tempdir_in(cache)
        .map_err(Error::io("making a folder in", cache))?;
    write(&opened.index, aside.path(), fingerprint)?;
    let target = folder(cache, fingerprint);
    if target.exists() {
        remove(&target)?;
    }
    fs::rename(aside.path(), &target).map_err(Error::io("putting in place", &target))?;
    let _moved = aside.keep();
    sync_folder(cache)?;
    load(library, cache, fingerprint)?;
    remove_others(cache, &target);
    Ok(())
}

fn write(index: &Index, folder: &Path, fingerprint: &str) -> Result<()> {
    let mut files = BTreeMap::new();
    for path in index.files()? {
        let name = path.to_string_lossy().into_owned();
        let bytes = index.bytes(&path)?;
        files.insert(name.clone(), sha256(&bytes));
        write_synced(&folder.join(&name), &bytes)?;
    }
    let manifest = Manifest { fingerprint: fingerprint.to_owned(), files };
    let manifest = serde_json::to_vec(&manifest).map_err(|problem| Error::Damaged(problem.to_string()))?;
    write_synced(&folder.join(MANIFEST), &manifest)?;
    sync_folder(folder)
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = File::create(path).map_err(Error::io("creating", path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Error::io("writing", path))
}

fn folder(cache: &Path, fingerprint: &str) -> PathBuf {
    cache.join(format!("index-{fingerprint}"))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let kind = fs::symlink_metadata(path).map_err(Error::io("looking at", path))?;
    if !kind.is_file() || kind.len() > LARGEST_FILE {
        return Err(Error::Damaged(format!("{} is no file of an index", path.display())));
    }
    fs::read(path).map_err(Error::io("reading", path))
}

fn remove(path: &Path) -> Result<()> {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    gone.map_err(Error::io("removing", path))
}

/// Indexes of other versions and leftovers of builds that were killed. What cannot be removed does no harm.
fn remove_others(cache: &Path, keep: &Path) {
    for entry in fs::read_dir(cache).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if (name.starts_with("index-") || name.starts_with(".building-")) && entry.path() != keep {
            let _ = remove(&entry.path());
        }
    }
}

pub(super) fn put(directory: &RamDirectory, name: &str, bytes: &[u8]) -> Result<()> {
    let broken = |problem: String| Error::Damaged(format!("{name}: {problem}"));
    if name == "meta.json" {
        return directory.atomic_write(Path::new(name), bytes).map_err(|problem| broken(problem.to_string()));
    }
    let mut writer = directory.open_write(Path::new(name)).map_err(|problem| broken(problem.to_string()))?;
    writer.write_all(bytes).and_then(|()| writer.terminate()).map_err(|problem| broken(problem.to_string()))
}

impl Index {
    /// The files an index cannot be opened without.
    fn files(&self) -> Result<Vec<PathBuf>> {
        let segments = self.inner.load_metas()?.list_segment_files().into_iter();
        let there = segments.filter(|path| self.directory.exists(path).unwrap_or(false));
        Ok(there.chain(["meta.json", TEXTS].map(PathBuf::from)).collect())
    }

    /// One of its files as it would stand on disk.
    fn bytes(&self, path: &Path) -> Result<Vec<u8>> {
        let slice = self.directory.open_read(path).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let bytes = slice.read_bytes().map_err(Error::io("reading", path))?;
        debug_assert_eq!(bytes.len(), slice.len());
        Ok(bytes.as_slice().to_vec())
    }

    /// Bytes of all its files together.
    ///
    /// # Errors
    /// [`Error::Index`] when tantivy cannot list them.
    pub fn size(&self) -> Result<usize> {
        self.files()?.iter().map(|path| self.bytes(path).map(|bytes| bytes.len())).sum()
    }
}
