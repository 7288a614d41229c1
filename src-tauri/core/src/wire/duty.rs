//! Duties and what they cost, in the exact shape of `wanghu duties --json`.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual};
use crate::tables::{Actor, Addressee, Authority, MeasureKind, MeasureUnit};

/// Which duties are wanted; every field that is set narrows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DutyFilter {
    /// Only those of this actor.
    pub actor: Option<Actor>,
    /// Only those that stand at this place, or that the penalty clause at this place punishes.
    pub at: Option<Address>,
    /// Only those that the department with this id enforces.
    pub authority: Option<String>,
    /// Only those whose breach may bring this.
    pub measure: Option<MeasureKind>,
}

/// A duty of one actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DutyView {
    /// Where it stands, to the 款 or 项.
    pub address: Address,
    /// Its place as people cite it: 第四十六条第二款.
    pub label: Bilingual,
    /// Whose it is.
    pub actor: Actor,
    /// The same in words.
    pub actor_name: Bilingual,
    /// What it asks.
    pub duty: Bilingual,
    /// The departments that enforce it.
    pub authorities: Vec<Authority>,
    /// What follows when it is broken.
    pub penalties: Vec<PenaltyView>,
}

/// A penalty clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PenaltyView {
    /// Where it stands, to the 款.
    pub address: Address,
    /// Its place as people cite it.
    pub label: Bilingual,
    /// The departments that impose it.
    pub authorities: Vec<Authority>,
    /// What they may impose, ordinary case first.
    pub measures: Vec<MeasureView>,
}

/// One thing that may be imposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MeasureView {
    /// 1 for the ordinary case, 2 for the heavier one.
    pub tier: u8,
    /// What it is.
    pub kind: MeasureKind,
    /// Least amount, in `unit`.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub min: Option<u64>,
    /// Greatest amount, in `unit`.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub max: Option<u64>,
    /// What the amounts count.
    pub unit: Option<MeasureUnit>,
    /// On whom.
    pub on: Addressee,
    /// When, and what the text adds.
    pub condition: Bilingual,
    /// The measure with its amounts: 罚款：10万元以上100万元以下.
    pub words: Bilingual,
    /// On whom, in words.
    pub on_name: Bilingual,
}
