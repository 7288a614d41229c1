//! Two texts or two provisions side by side.

use serde::Serialize;

use crate::compare::{ChangeRun, PairVerdict};
use crate::model::{Address, Bilingual, Lang, Layer, Moment, Status};

/// A comparison, in the exact shape of `wanghu compare --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CompareView {
    /// The one side.
    pub old: ComparedText,
    /// The other.
    pub new: ComparedText,
    /// Whether punctuation, blanks and width were left out of account.
    pub ignore_punctuation: bool,
    /// How many articles met which fate.
    pub counts: Vec<VerdictCount>,
    /// The articles in the order of the new text; one row for two provisions.
    pub rows: Vec<CompareRow>,
}

/// One side of a comparison: what it is and whose words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ComparedText {
    /// The document or the place.
    pub address: Address,
    /// Full title of the document.
    pub title: Bilingual,
    /// The place inside it; empty for a document as a whole.
    pub label: Bilingual,
    /// Language of the words compared.
    pub lang: Lang,
    /// Whose words they are.
    pub layer: Layer,
    /// Whether it is in force.
    pub status: Status,
    /// `2023-10-16`.
    pub promulgated_on: Option<String>,
    /// `2024-01-01`.
    pub effective_on: Option<String>,
    /// When it was last amended.
    pub amended_on: Option<Moment>,
}

/// How many articles met one fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VerdictCount {
    /// Their fate.
    pub verdict: PairVerdict,
    /// How many pairs.
    pub count: usize,
}

/// Articles that belong together; a run of articles that stayed the same, or were only renumbered, is one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CompareRow {
    /// What became of them.
    pub verdict: PairVerdict,
    /// How many pairs stand in this row.
    pub count: usize,
    /// The old places.
    pub old: Vec<Address>,
    /// The new places.
    pub new: Vec<Address>,
    /// 第三条至第九条; empty where there is none.
    pub old_label: Bilingual,
    /// The same of the new text.
    pub new_label: Bilingual,
    /// How the words differ; empty where several unchanged articles stand in one row.
    pub runs: Vec<ChangeRun>,
}
