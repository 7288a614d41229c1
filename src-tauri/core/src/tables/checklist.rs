//! Review sheets, from `checklists.toml`.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual};

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Checklist {
    /// `electronic-data`.
    pub id: String,
    /// Its title.
    pub title: Bilingual,
    /// What it is for.
    pub purpose: Bilingual,
    /// Its parts.
    #[serde(rename = "part")]
    pub parts: Vec<Part>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Part {
    /// Its title: 真实性.
    pub title: Bilingual,
    /// The article it comes from.
    pub at: Address,
    /// Its points.
    #[serde(rename = "point")]
    pub points: Vec<Point>,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Point {
    /// The 款 or 项 that asks for it.
    pub at: Address,
    /// The question to answer.
    pub ask: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileForm {
    pub(super) checklist: Vec<Checklist>,
}
