//! Texts, and a place with its neighbours.

use serde::Serialize;

use super::{CaseView, DutyView, NeighbourView, TopicView};
use crate::model::{Address, Bilingual, Coverage, DocumentId, Evidence, Kind, Lang, Layer, Shelf, Status};
use crate::tables::{CaseFacts, Term};

/// A piece of running text; a reference carries the addresses it points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Where they point; empty for plain text. A range (第四十二条至第四十五条) points to several places.
    pub to: Vec<Address>,
    /// The id of the term that they name, the first time in a passage.
    pub term: Option<String>,
}

/// A 款 with its 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ParagraphView {
    /// `…/20.1`; the section itself for the paragraphs of a section.
    pub address: Address,
    /// How sure we are of it.
    pub evidence: Evidence,
    /// The text.
    pub runs: Vec<Run>,
    /// Its listed items, if any.
    pub items: Vec<ItemView>,
}

/// A 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ItemView {
    /// `…/20.1.3`.
    pub address: Address,
    /// The printed number: （三）, (iii).
    pub label: String,
    /// How sure we are of it.
    pub evidence: Evidence,
    /// The text.
    pub runs: Vec<Run>,
}

/// One passage in one layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TextView {
    /// Language of the words.
    pub lang: Lang,
    /// Whose words they are.
    pub layer: Layer,
    /// Whether they match the shipped fingerprint of the official wording; always false for our own words.
    pub verified: bool,
    /// The 款 in order.
    pub paragraphs: Vec<ParagraphView>,
}

/// An article or a section in every layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PassageView {
    /// `minors-online-protection/46`.
    pub address: Address,
    /// 第四十六条, Article 46; 要旨, Holding.
    pub label: Bilingual,
    /// Our heading; empty for a section.
    pub heading: Bilingual,
    /// How sure we are of it.
    pub evidence: Evidence,
    /// The texts, Chinese first.
    pub texts: Vec<TextView>,
    /// How many places refer to it, cases left aside.
    pub cited_by: usize,
    /// How many cases refer to it.
    pub cases: usize,
    /// Whether a breach of it has a price in the table of duties.
    pub costs: bool,
}

/// A chapter with its articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChapterView {
    /// 第五章, Chapter V.
    pub label: Bilingual,
    /// 网络沉迷防治.
    pub heading: Bilingual,
    /// Its passages in order.
    pub passages: Vec<PassageView>,
}

/// A whole document, in every layer it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DocumentView {
    /// `minors-online-protection`.
    pub id: DocumentId,
    /// What it is.
    pub kind: Kind,
    /// Full title.
    pub title: Bilingual,
    /// Short title: 条例, Regulations.
    pub short_title: Bilingual,
    /// Who issued it.
    pub issuing_body: Bilingual,
    /// 国务院令第766号.
    pub document_number: Bilingual,
    /// `2023-10-16`.
    pub promulgated_on: Option<String>,
    /// `2024-01-01`.
    pub effective_on: Option<String>,
    /// Whether it is in force.
    pub status: Status,
    /// How sure we are of the facts.
    pub evidence: Evidence,
    /// How much of the law is here.
    pub coverage: Coverage,
    /// What to know before reading; empty when there is nothing.
    pub note: Bilingual,
    /// What is known of it, when it is a case.
    pub case: Option<CaseView>,
    /// The chapters in order; a case or a policy page has one, without label.
    pub chapters: Vec<ChapterView>,
}

/// An entry of the library pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DocumentEntry {
    /// Its id.
    pub id: DocumentId,
    /// What it is.
    pub kind: Kind,
    /// Full title.
    pub title: Bilingual,
    /// Short title.
    pub short_title: Bilingual,
    /// Whether it is in force.
    pub status: Status,
    /// Where it stands.
    pub shelf: Shelf,
    /// Number of articles or sections.
    pub passages: usize,
}

/// A chapter in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OutlineChapter {
    /// 第五章, Chapter V.
    pub label: Bilingual,
    /// 网络沉迷防治.
    pub heading: Bilingual,
    /// Its passages.
    pub passages: Vec<OutlinePassage>,
}

/// A passage in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OutlinePassage {
    /// Its address.
    pub address: Address,
    /// 第四十六条, Article 46.
    pub label: Bilingual,
    /// Our heading.
    pub heading: Bilingual,
}

/// A reference out of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReferenceView {
    /// As written.
    pub text: String,
    /// Where it points; `null` when the text it names is not in the library.
    pub address: Option<Address>,
}

/// A paragraph in the shape of `wanghu show --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShownParagraph {
    /// The text of the 款.
    pub text: String,
    /// How sure we are of it and its items: the least sure of them.
    pub evidence: Evidence,
    /// The texts of its 项.
    pub items: Vec<String>,
}

/// A layer in the shape of `wanghu show --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShownText {
    /// Whose words.
    pub layer: Layer,
    /// Their language.
    pub lang: Lang,
    /// Whether they match the shipped fingerprint of the official wording.
    pub verified: bool,
    /// The paragraphs.
    pub paragraphs: Vec<ShownParagraph>,
}

/// A place and its neighbours, in the exact shape of `wanghu show --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShowView {
    /// The place, as exact as it was asked for.
    pub address: Address,
    /// Its document.
    pub document: DocumentId,
    /// 第五十四条第二款, in the language asked for; empty for a document as a whole.
    pub label: String,
    /// Our heading of the article; the title of a case or a policy page.
    pub heading: Bilingual,
    /// 第六章 法律责任, in the language asked for.
    pub chapter: String,
    /// Whether the document is in force.
    pub status: Status,
    /// How sure we are of it.
    pub evidence: Evidence,
    /// Every layer of the place.
    pub texts: Vec<ShownText>,
    /// The sections of a case or a policy page asked for as a whole; its `texts` are then those of the whole.
    pub sections: Vec<ShownSection>,
    /// What is known of the case.
    pub case: Option<CaseFacts>,
    /// What it refers to.
    pub references: Vec<ReferenceView>,
    /// What refers to it; a case or a policy page stands as a whole.
    pub cited_by: Vec<Address>,
    /// Both, and the links set by hand, with what binds them.
    pub neighbours: Vec<NeighbourView>,
    /// The duties that stand here, and what their breach costs; for a penalty clause, the duties it punishes.
    pub duties: Vec<DutyView>,
    /// The terms it uses.
    pub terms: Vec<Term>,
    /// The topics it belongs to.
    pub topics: Vec<TopicView>,
}

/// A section of a case or a policy page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShownSection {
    /// `spp-43/holding`.
    pub address: Address,
    /// 要旨, Holding.
    pub label: Bilingual,
    /// How sure we are of it.
    pub evidence: Evidence,
    /// Every layer of it.
    pub texts: Vec<ShownText>,
}

/// A citation that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Target {
    /// The place.
    pub address: Address,
    /// What it is called among other documents: 《条例》第四十六条第二款, 检例第43号.
    pub label: Bilingual,
    /// Our heading of the article.
    pub heading: Bilingual,
}
