//! Texts that the corpus names and does not hold, from `external.toml`: known, not on board.

use serde::Deserialize;

use crate::model::{Bilingual, DocumentId};

/// A text outside the library.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct External {
    /// The id it will have once it is on board.
    pub id: DocumentId,
    /// Its title.
    pub title: Bilingual,
    /// Other titles under which texts name it.
    #[serde(default)]
    pub also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    external: Vec<External>,
}

/// Reads the file.
pub(super) fn parse(source: &str) -> Result<Vec<External>, String> {
    let form: FileForm = toml::from_str(source).map_err(|problem| problem.to_string())?;
    match form.external.iter().find(|external| external.title.is_incomplete()) {
        Some(external) => Err(format!("'{}' lacks a title in one language", external.id)),
        None => Ok(form.external),
    }
}
