//! Figures and the charts drawn from them, from `figures.toml`.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual, Evidence, Moment};

/// All figures and charts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Figures {
    /// The figures.
    #[serde(rename = "figure")]
    pub figures: Vec<Figure>,
    /// The charts.
    #[serde(rename = "chart")]
    pub charts: Vec<Chart>,
}

/// A number somebody published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Figure {
    /// `adults-prosecuted-online-2020-2023`.
    pub id: String,
    /// The number, in `unit`.
    pub value: f64,
    /// What it is counted in: 人, people.
    pub unit: Bilingual,
    /// Whether the source says "more than", "nearly", or gives a rounded number.
    #[serde(default)]
    pub rounded: bool,
    /// What is counted, and of whom.
    pub counts: Bilingual,
    /// From when.
    pub from: Moment,
    /// Until when; the same as `from` for a whole year or a day.
    pub until: Moment,
    /// Who published it, where.
    pub source: Bilingual,
    /// When it was published.
    #[serde(default)]
    pub released_on: Option<Moment>,
    /// How sure we are.
    pub evidence: Evidence,
    /// The page that tells more.
    pub at: Address,
    /// What it must not be compared with, and why.
    #[serde(default)]
    pub caution: Option<Bilingual>,
}

/// A chart of figures that can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Chart {
    /// `guardianship-orders`.
    pub id: String,
    /// What it shows.
    pub title: Bilingual,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What its axis counts.
    pub unit: Bilingual,
    /// Its marks.
    pub marks: Vec<Mark>,
    /// What to bear in mind.
    pub note: Bilingual,
}

/// One bar or point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mark {
    /// The id of its figure.
    pub figure: String,
    /// What stands beside it: 2021, 强奸.
    pub label: Bilingual,
    /// Whether it is the one that matters.
    #[serde(default)]
    pub accent: bool,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ChartKind {
    /// Columns over time.
    Columns,
    /// Bars by category.
    Bars,
}
