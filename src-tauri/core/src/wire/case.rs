//! Cases, and the catalogue of the library.

use serde::Serialize;

use super::NeighbourView;
use crate::model::{Bilingual, Coverage, DocumentId, Evidence, Kind, Moment, Shelf, Status};
use crate::tables::{CaseFacts, Function, Internet, Minor};

/// What stands around the text of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CaseView {
    /// What is known of it.
    pub facts: CaseFacts,
    /// The rules behind it and the cases beside it.
    pub behind: Vec<NeighbourView>,
}

/// A document as the library page lists and filters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CatalogueEntry {
    /// Its id.
    pub id: DocumentId,
    /// Where it stands.
    pub shelf: Shelf,
    /// What it is.
    pub kind: Kind,
    /// Full title.
    pub title: Bilingual,
    /// Short title.
    pub short_title: Bilingual,
    /// Who issued it.
    pub issuing_body: Bilingual,
    /// One sentence on what it stands for; empty when there is none.
    pub gist: Bilingual,
    /// Whether it is in force.
    pub status: Status,
    /// How sure we are.
    pub evidence: Evidence,
    /// How much of the law is here.
    pub coverage: Coverage,
    /// When it was issued or made public, as exactly as is known.
    pub date: Option<Moment>,
    /// Number of articles or sections.
    pub passages: usize,
    /// Batch, for cases.
    pub batch: Option<u32>,
    /// Crimes or causes, for cases.
    pub crimes: Vec<Bilingual>,
    /// Procuratorial functions, for cases.
    pub functions: Vec<Function>,
    /// What minors are in it, for cases.
    pub minor: Vec<Minor>,
    /// Internet element, for cases.
    pub internet: Option<Internet>,
    /// Whether little more than the title is known.
    pub card: bool,
    /// Whom its campus section speaks to, as places in the list of audiences (primary, junior, senior, parents, teachers).
    pub audiences: Vec<u8>,
    /// Ids of its topics.
    pub topics: Vec<String>,
}

/// A topic, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TopicView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
}
