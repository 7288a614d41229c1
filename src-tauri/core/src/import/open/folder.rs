//! A folder and the folders in it.

use std::path::Path;

use super::{Out, file, name};
use crate::import::limits;
use crate::import::refusal::Refusal;

/// Gives every file below `folder`, by name.
pub(super) fn walk(folder: &Path, label: String, out: &mut Out<'_>) {
    let mut open = vec![(folder.to_path_buf(), String::new(), 0)];
    let mut any = false;
    while let Some((path, below, depth)) = open.pop() {
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(problem) => {
                out.give(
                    if below.is_empty() { label.clone() } else { below },
                    Err(Refusal::Unreadable(problem.to_string())),
                );
                any = true;
                continue;
            }
        };
        // A folder of millions is not listed to its end.
        let mut found: Vec<_> = entries.flatten().take(limits::COLLECTION_MEMBERS + 1).collect();
        found.sort_by_key(std::fs::DirEntry::file_name);
        let mut folders = Vec::new();
        for entry in found {
            let own = entry.file_name().to_string_lossy().into_owned();
            let name = if below.is_empty() { own.clone() } else { format!("{below}/{own}") };
            if name::is_passed_over(&own) {
                continue;
            }
            any = true;
            if !out.counted(&name) {
                return;
            }
            match entry.file_type() {
                Err(problem) => out.give(name, Err(Refusal::Unreadable(problem.to_string()))),
                Ok(kind) if kind.is_symlink() => out.give(name, Err(Refusal::Link)),
                Ok(kind) if kind.is_dir() && depth >= limits::DEPTH => {
                    out.give(name, Err(Refusal::TooLarge("folders inside one another", limits::DEPTH as u64)));
                }
                Ok(kind) if kind.is_dir() => folders.push((entry.path(), name, depth + 1)),
                Ok(kind) if kind.is_file() => {
                    let content = file::document(&entry.path());
                    out.give(name, content);
                }
                Ok(_) => out.give(name, Err(Refusal::NoFile)),
            }
        }
        open.extend(folders.into_iter().rev());
    }
    if !any {
        out.give(label, Err(Refusal::Empty));
    }
}
