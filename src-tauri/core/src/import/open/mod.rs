//! Opening: a file, a folder or an archive, one item at a time. Nothing is unpacked to disk, no link is followed, and what cannot be
//! read is an item with a reason, after which the rest goes on.

mod archive;
mod bounded;
mod file;
mod folder;
mod name;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::limits;
use super::refusal::Refusal;

/// One thing that was found: a file, or a member of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name: the path below what was opened, with `/` between the parts; of a single file its own name.
    pub name: String,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, Refusal>,
}

/// Opens `path` and gives every item to `each`, in the order of names for folders and as they lie in archives.
///
/// An archive is told by its content: ZIP, or tar, plain or packed with gzip, xz or zstd; a DOCX is a document. Files and folders whose
/// names begin with a dot, and the folders that systems add to archives, are passed over. When `stop` is set the next item is
/// [`Refusal::Stopped`], and the last.
pub fn open(path: &Path, stop: &AtomicBool, each: &mut dyn FnMut(Item)) {
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned();
    let mut out = Out { stop, each, count: 0, stopped: false };
    match std::fs::symlink_metadata(path) {
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => out.give(name, Err(Refusal::Missing)),
        Err(problem) => out.give(name, Err(Refusal::Unreadable(problem.to_string()))),
        Ok(found) if found.is_symlink() => out.give(name, Err(Refusal::Link)),
        Ok(found) if found.is_dir() => folder::walk(path, name, &mut out),
        Ok(_) => file::open(path, name, &mut out),
    }
}

/// Where items go.
struct Out<'a> {
    stop: &'a AtomicBool,
    each: &'a mut dyn FnMut(Item),
    count: usize,
    stopped: bool,
}

impl Out<'_> {
    /// Hands one over. Once stopped, nothing is.
    fn give(&mut self, name: String, content: Result<Vec<u8>, Refusal>) {
        if self.goes_on(&name) {
            (self.each)(Item { name, content });
        }
    }

    /// Whether there may be a next item; asked before its bytes are read. `name` stands for it when there may not.
    fn goes_on(&mut self, name: &str) -> bool {
        if self.stopped {
            return false;
        }
        let refusal = if self.stop.load(Ordering::Relaxed) {
            Refusal::Stopped
        } else if self.count >= limits::COLLECTION_MEMBERS {
            Refusal::TooLarge("files of a collection", limits::COLLECTION_MEMBERS as u64)
        } else {
            return true;
        };
        self.stopped = true;
        (self.each)(Item { name: name.to_owned(), content: Err(refusal) });
        false
    }

    /// Counts a member, read or not.
    fn counted(&mut self, name: &str) -> bool {
        let on = self.goes_on(name);
        self.count += 1;
        on
    }
}
