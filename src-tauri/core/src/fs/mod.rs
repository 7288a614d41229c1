//! The one door for writes outside the index and the databases.

mod lock;

use std::io::Write;
use std::path::Path;

pub use lock::Lock;

use crate::error::{Error, Result};

/// Replaces a file in one step: whoever reads it sees the old content or the new, never a part.
///
/// # Errors
/// [`Error::Io`] names the path; the old file is then untouched.
pub fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(Error::io("making the folder", folder))?;
    let mut aside = tempfile::NamedTempFile::new_in(folder).map_err(Error::io("writing beside", path))?;
    aside.write_all(content).and_then(|()| aside.as_file().sync_all()).map_err(Error::io("writing beside", path))?;
    aside.persist(path).map_err(|problem| Error::io("replacing", path)(problem.error))?;
    sync_folder(folder)
}

/// Makes renames in a folder last. Systems that cannot sync a folder do it by themselves.
///
/// # Errors
/// [`Error::Io`] names the folder.
pub fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        std::fs::File::open(folder)
            .and_then(|open| open.sync_all())
            .map_err(Error::io("syncing the folder", folder))?;
    }
    Ok(())
}
