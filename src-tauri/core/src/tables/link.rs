//! Links between texts that no citation makes, from `links.toml`: checked by hand.

use serde::{Deserialize, Serialize};

use crate::model::{Address, Bilingual, Evidence};

/// What binds two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Relation {
    /// The text itself cites it.
    Cited,
    /// A decision rests on it.
    Applied,
    /// A case names it.
    Quoted,
    /// Both are about the same question.
    SameIssue,
    /// We put them together, for study; neither names the other.
    Mapping,
    /// The rule above this one, which it carries out.
    UpperLaw,
    /// The rule below this one, which carries it out.
    LowerLaw,
}

impl Relation {
    /// The same, seen from the other side.
    pub fn reversed(self) -> Self {
        match self {
            Self::UpperLaw => Self::LowerLaw,
            Self::LowerLaw => Self::UpperLaw,
            other => other,
        }
    }
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// From where.
    pub from: Address,
    /// To where.
    pub to: Address,
    /// What `to` is to `from`.
    pub relation: Relation,
    /// How sure we are.
    pub evidence: Evidence,
    /// A few words on why.
    pub why: Bilingual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileForm {
    pub(super) link: Vec<Link>,
}
