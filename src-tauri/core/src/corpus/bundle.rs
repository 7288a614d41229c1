//! The corpus files: those inside the program, or those of a folder under work.

use std::borrow::Cow;
use std::path::Path;

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::{Complaints, Diagnostic, External, Fingerprints, external, parse};
use crate::error::{Error, Result};
use crate::model::Document;

/// Largest corpus file that is read, in bytes.
const LARGEST_FILE: u64 = 8 << 20;

#[derive(RustEmbed)]
#[folder = "../../corpus"]
struct Embedded;

/// One corpus file.
#[derive(Debug, Clone)]
pub struct File {
    /// Path below the corpus folder, with `/` between the parts.
    pub path: String,
    /// Its text.
    pub text: Cow<'static, str>,
}

/// All corpus files, in the order of their paths.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// The files.
    pub files: Vec<File>,
}

/// The parsed corpus.
#[derive(Debug, Default)]
pub struct Corpus {
    /// Every document that has a usable front matter, with the file it came from.
    pub documents: Vec<(String, Document)>,
    /// Fingerprints of official wordings.
    pub fingerprints: Vec<(String, Fingerprints)>,
    /// Texts that are named and not on board.
    pub externals: Vec<External>,
    /// The tables beside the texts, unread: they are parsed on first use ([`crate::tables::Tables`]).
    pub tables: Vec<File>,
    /// What was odd.
    pub diagnostics: Vec<Diagnostic>,
}

impl Bundle {
    /// The files compiled into the program.
    pub fn embedded() -> Self {
        let mut files: Vec<File> = Embedded::iter()
            .filter(|path| belongs(Path::new(path.as_ref())))
            .filter_map(|path| {
                let text = match Embedded::get(&path)?.data {
                    Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
                    Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
                };
                Some(File { path: path.into_owned(), text })
            })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files }
    }

    /// The files of a folder, for `wanghu check DIR`. Links are not followed; anything but Markdown and TOML is passed over.
    ///
    /// # Errors
    /// [`Error::Io`] names the file or folder that cannot be read; [`Error::Unusable`] one that is too large or not UTF-8.
    pub fn from_folder(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        let mut open = vec![folder.to_path_buf()];
        while let Some(path) = open.pop() {
            for entry in std::fs::read_dir(&path).map_err(Error::io("reading the folder", &path))? {
                let entry = entry.map_err(Error::io("reading the folder", &path))?;
                let kind = entry.file_type().map_err(Error::io("looking at", entry.path()))?;
                if kind.is_dir() {
                    open.push(entry.path());
                } else if kind.is_file() && belongs(&entry.path()) {
                    files.push(read(folder, &entry.path())?);
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    /// Parses every text. Never fails; what is odd is in [`Corpus::diagnostics`].
    pub fn parse(&self) -> Corpus {
        let mut corpus = Corpus::default();
        for File { path, text } in &self.files {
            let mut complaints = Complaints::about(path);
            if path.ends_with(".md") {
                let (document, diagnostics) = parse(path, text);
                corpus.documents.extend(document.map(|document| (path.clone(), document)));
                corpus.diagnostics.extend(diagnostics);
            } else if path.ends_with(".fingerprints.toml") {
                match Fingerprints::parse(text) {
                    Ok(fingerprints) => corpus.fingerprints.push((path.clone(), fingerprints)),
                    Err(problem) => complaints.error(0, problem),
                }
            } else if path == "external.toml" {
                match external::parse(text) {
                    Ok(externals) => corpus.externals = externals,
                    Err(problem) => complaints.error(0, problem),
                }
            } else {
                corpus.tables.push(File { path: path.clone(), text: text.clone() });
            }
            corpus.diagnostics.extend(complaints.into_list());
        }
        corpus
    }

    /// SHA-256 over all paths and texts: changes when any of them does.
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for File { path, text } in &self.files {
            for part in [path.as_bytes(), text.as_bytes()] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        hash.finalize().into()
    }
}

fn belongs(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    (name.ends_with(".md") || name.ends_with(".toml")) && !name.starts_with("README")
}

fn read(folder: &Path, path: &Path) -> Result<File> {
    let size = std::fs::metadata(path).map_err(Error::io("looking at", path))?.len();
    if size > LARGEST_FILE {
        return Err(Error::Unusable {
            what: path.display().to_string(),
            why: format!("larger than {LARGEST_FILE} bytes"),
        });
    }
    let bytes = std::fs::read(path).map_err(Error::io("reading", path))?;
    let text = String::from_utf8(bytes).map_err(|problem| {
        let line = problem.as_bytes()[..problem.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
        Error::Unusable { what: path.display().to_string(), why: format!("line {line} is not UTF-8") }
    })?;
    let relative = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Ok(File { path: parts.join("/"), text: Cow::Owned(text) })
}
