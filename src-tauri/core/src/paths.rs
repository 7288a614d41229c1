//! Where the program keeps things: the only module that asks the system.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// The folders of one user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// What may vanish: the search index.
    pub cache: PathBuf,
    /// What the user made.
    pub data: PathBuf,
    /// What the user chose.
    pub config: PathBuf,
    /// Where charts and tables are put that the user takes out of the program.
    pub exports: PathBuf,
}

impl Paths {
    /// The system's places for this user; none of them is made yet.
    ///
    /// # Errors
    /// [`Error::Unusable`] when the system names no home folder.
    pub fn of_user() -> Result<Self> {
        let dirs = directories::ProjectDirs::from("", "", "wanghu").ok_or_else(|| Error::Unusable {
            what: "the home folder".to_owned(),
            why: "the system names none; give a folder with --data-dir or WANGHU_DATA_DIR".to_owned(),
        })?;
        let downloads = directories::UserDirs::new().and_then(|user| user.download_dir().map(Path::to_path_buf));
        Ok(Self {
            cache: dirs.cache_dir().to_path_buf(),
            data: dirs.data_dir().to_path_buf(),
            config: dirs.config_dir().to_path_buf(),
            exports: downloads.unwrap_or_else(|| dirs.data_dir().join("exports")),
        })
    }

    /// Everything under one folder.
    pub fn under(folder: &Path) -> Self {
        Self {
            cache: folder.join("cache"),
            data: folder.join("data"),
            config: folder.join("config"),
            exports: folder.join("exports"),
        }
    }

    /// Everything under the folder given, or under `WANGHU_DATA_DIR`, or in the system's places.
    ///
    /// # Errors
    /// As [`Paths::of_user`].
    pub fn choose(given: Option<&Path>) -> Result<Self> {
        let named = given
            .map(Path::to_path_buf)
            .or_else(|| std::env::var_os("WANGHU_DATA_DIR").filter(|v| !v.is_empty()).map(PathBuf::from));
        named.map_or_else(Self::of_user, |folder| Ok(Self::under(&folder)))
    }
}
