//! What a place is bound to.

use serde::Serialize;

use crate::model::{Address, Bilingual, Evidence, Kind};
use crate::tables::Relation;

/// A place that another one is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NeighbourView {
    /// The other place.
    pub address: Address,
    /// What kind of text it stands in.
    pub kind: Kind,
    /// 《刑法》第二百三十七条, 检例第43号.
    pub label: Bilingual,
    /// Our heading of the article, or the title of the case.
    pub heading: Bilingual,
    /// What it is to the place asked about.
    pub relation: Relation,
    /// Whether it refers here, rather than the place asked about to it.
    pub incoming: bool,
    /// How sure we are.
    pub evidence: Evidence,
    /// Why, when somebody set the link.
    pub why: Option<Bilingual>,
    /// Whether it is on board; a citation of an article outside a selection is not.
    pub aboard: bool,
}
