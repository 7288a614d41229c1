//! The tree of topics over all texts, from `topics.toml`.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual};

/// A topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Topic {
    /// `online-sexual-abuse`.
    pub id: String,
    /// The topic it is part of; none for the roots.
    #[serde(default)]
    pub parent: Option<String>,
    /// Its name.
    pub title: Bilingual,
    /// Where it is treated, most important first: articles, cases, policy pages.
    pub places: Vec<Address>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileForm {
    pub(super) topic: Vec<Topic>,
}
