//! Charts and tables that leave the program as files.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::fs;

/// Kinds of file that are written.
const ENDINGS: [&str; 3] = ["csv", "svg", "png"];

/// Largest file that is written, in bytes: a picture of a chart takes a hundredth of it.
const LARGEST: usize = 32 << 20;

/// How many files of one name may stand side by side.
const MOST: u32 = 999;

/// Writes a file below `folder` and returns where it is. What stands there already is never overwritten: `name (2).csv`.
///
/// # Errors
/// [`Error::Unusable`] when the name is no plain file name with a known ending, [`Error::Io`] when the disk refuses.
pub fn save(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf> {
    let unusable = |why: &str| Error::Unusable { what: format!("the file name '{name}'"), why: why.to_owned() };
    let (stem, ending) = name.rsplit_once('.').ok_or_else(|| unusable("it has no ending"))?;
    if !ENDINGS.contains(&ending) {
        return Err(unusable("only csv, svg and png are written"));
    }
    let plain = !stem.is_empty() && stem.chars().all(|c| c.is_alphanumeric() || " -_·（）()".contains(c));
    if !plain || stem.len() > 150 {
        return Err(unusable("it must be short, without folders and signs"));
    }
    if content.len() > LARGEST {
        return Err(unusable("its content is too large"));
    }
    let free = (1..=MOST)
        .map(|n| if n == 1 { name.to_owned() } else { format!("{stem} ({n}).{ending}") })
        .map(|name| folder.join(name))
        .find(|path| path.symlink_metadata().is_err());
    let path = free.ok_or_else(|| unusable("too many files of this name are there"))?;
    fs::replace(&path, content)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_side_by_side_and_stay_in_their_folder() {
        let folder = tempfile::tempdir().expect("folder");
        let first = save(folder.path(), "义务与罚则.csv", b"1").expect("written");
        let second = save(folder.path(), "义务与罚则.csv", b"2").expect("written");
        assert_eq!(std::fs::read(&first).expect("there"), b"1");
        assert_eq!(second.file_name().and_then(|n| n.to_str()), Some("义务与罚则 (2).csv"));
        for name in ["../x.csv", "a/b.csv", "x.exe", "x", ".csv", "a\\b.png", "a\u{0}.svg", ""] {
            assert!(matches!(save(folder.path(), name, b""), Err(Error::Unusable { .. })), "{name:?}");
        }
    }
}
