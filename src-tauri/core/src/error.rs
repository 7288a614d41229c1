//! What can go wrong, one variant for each thing a caller can act on.

use std::io;
use std::path::{Path, PathBuf};

/// A result of the core.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, and to what.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such place in the library.
    #[error("'{what}' is neither an address nor a citation of a text on board")]
    NotFound {
        /// What was asked for.
        what: String,
    },
    /// Something given to the program cannot be used.
    #[error("{what} cannot be used: {why}")]
    Unusable {
        /// The thing.
        what: String,
        /// Why.
        why: String,
    },
    /// The disk refused.
    #[error("{doing} {}: {source}", path.display())]
    Io {
        /// What was being done.
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The search index failed; it can be rebuilt at any time.
    #[error("the search index failed: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// The index on disk is not the one that was written.
    #[error("the search index is damaged: {0}")]
    Damaged(String),
    /// Something is being written by somebody else.
    #[error("{} is in use: {by}; wait until that is done, then try again", path.display())]
    InUse {
        /// What is being written.
        path: PathBuf,
        /// By whom and what for.
        by: String,
    },
    /// A part of the reader's own library is not what was written.
    #[error("in the library of imported texts, {what} is damaged: {why}")]
    OwnDamaged {
        /// Which part: the key of a document, or the file.
        what: String,
        /// What was seen, and what to do.
        why: String,
    },
}

impl Error {
    /// Wraps a system error with what was being done to which path: `.map_err(Error::io("reading", path))`.
    pub fn io(doing: &'static str, path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_path_buf();
        move |source| Self::Io { doing, path, source }
    }
}
