//! A parsed text: chapters, passages (articles or sections), 款, 项, and what is known about the whole.

use serde::{Deserialize, Serialize};

use super::{Address, ArticleNo, DocumentId, Moment, Unit};

/// A language of the program and of its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Whose words a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Layer {
    /// Our complete restatement in plain Chinese; not the official text.
    Restatement,
    /// Our complete English rendering; unofficial.
    Rendering,
    /// The wording as promulgated, from the user's own import.
    Official,
}

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Kind {
    /// 法律.
    Statute,
    /// 行政法规.
    AdministrativeRegulation,
    /// 司法解释, and the procuratorate's own rules.
    JudicialInterpretation,
    /// 指导性案例.
    GuidingCase,
    /// Policy background.
    Policy,
    /// 地方性法规.
    LocalRegulation,
    /// 部门规章.
    DepartmentalRule,
    /// 典型案例 and other published cases without the rank of a guiding case.
    TypicalCase,
    /// Anything else: notices, standards, guides.
    Other,
}

/// Where a document stands in the library; decided by its folder in the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Shelf {
    /// The Regulations.
    Regulations,
    /// The Provisions.
    Provisions,
    /// Guiding cases.
    Cases,
    /// Related law.
    Related,
    /// Policy background.
    Policy,
}

/// Whether a document is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Status {
    /// 现行有效.
    InForce,
    /// 已修改.
    Superseded,
    /// 已废止.
    Repealed,
    /// 尚未生效.
    NotYetEffective,
    /// Not checked, or a newer version is known and not at hand.
    Unknown,
}

/// How much of a law a document restates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Coverage {
    /// Every article.
    #[default]
    Complete,
    /// Selected articles; the others are outside the library.
    Selected,
    /// None: a notice stands in its place.
    Notice,
}

/// How sure we are of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Evidence {
    /// Seen in a source text.
    Seen,
    /// Recalled; check before quoting.
    Recalled,
    /// Inferred.
    Inferred,
}

/// What is known about a text as a whole: the front matter of a corpus file, or what an imported text says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// `minors-online-protection`.
    pub id: DocumentId,
    /// What it is.
    pub kind: Kind,
    /// Language of this file.
    pub lang: Lang,
    /// Whose words this file is in.
    pub layer: Layer,
    /// Full title.
    pub title: String,
    /// The title as promulgated, where ours is shortened; empty elsewhere. Citations name the text by it.
    pub official_title: String,
    /// The title of the Chinese text in pinyin, by word and without tone marks; English files only, empty in others.
    pub romanized: String,
    /// Short title, which also names the document in citations.
    pub short_title: String,
    /// Other names people use for it.
    pub aliases: Vec<String>,
    /// Who issued it.
    pub issuing_body: String,
    /// 国务院令第766号.
    pub document_number: String,
    /// `2023-10-16`.
    pub promulgated_on: Option<String>,
    /// `2024-01-01`.
    pub effective_on: Option<String>,
    /// When the version at hand was last amended, if it is not the one promulgated.
    pub amended_on: Option<Moment>,
    /// Whether it is in force.
    pub status: Status,
    /// How sure we are of these facts, and of whatever in the text has no mark of its own.
    pub evidence: Evidence,
    /// How much of the law is here.
    pub coverage: Coverage,
    /// What the reader should know before reading: the version restated, what to check. Empty when there is nothing.
    pub note: String,
    /// How it came about, as its own head tells it, one line each: passed, promulgated, amended. Empty for texts on board.
    #[serde(default)]
    pub history: Vec<String>,
}

/// One text, parsed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its front matter.
    pub meta: Meta,
    /// Its chapters in order. A case or a policy page has one, without label.
    pub chapters: Vec<Chapter>,
}

/// 章, or the smallest division there is: a 节 where chapters are divided, a 编 where it has no chapters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// The divisions it lies in, outermost first: 第二编 分则, 第三章 破坏社会主义市场经济秩序罪. Empty for most laws.
    #[serde(default)]
    pub above: Vec<Division>,
    /// Its number, from 1; 0 for passages that stand before the first chapter and for divisions without a number.
    pub number: u32,
    /// As printed: 第五章, Chapter V; empty for divisions without a number.
    pub label: String,
    /// 网络沉迷防治.
    pub heading: String,
    /// Line of the file where it starts.
    pub line: usize,
    /// Its articles or sections.
    pub passages: Vec<Passage>,
}

/// A division that holds others: 编, 分编, a 章 with 节.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// As printed: 第二编; empty when it has no number.
    pub label: String,
    /// 分则.
    pub heading: String,
}

/// What is found, read and cited as one: an article, or a section of a case or a policy page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its place in the document: an article without 款, or a section.
    pub unit: Unit,
    /// As printed: 第四十六条, Article 46, 要旨.
    pub label: String,
    /// Our heading; for a section the title of the document.
    pub heading: String,
    /// How sure we are of it.
    pub evidence: Evidence,
    /// Line of the file where it starts.
    pub line: usize,
    /// Its 款.
    pub paragraphs: Vec<Paragraph>,
}

/// 款, or a paragraph of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its own words, without its items.
    pub text: Line,
    /// Its 项.
    pub items: Vec<Line>,
}

/// The words of a 款 or 项 itself, without printed number.
///
/// In an imported text a 项 whose printed number is not （一）, （二）… by its place keeps that number at the start of its
/// text (`cite::printed_number`); 目 and rows of tables stand in the line they belong to, after line breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// As they stand in the file.
    pub text: String,
    /// How sure we are of them.
    pub evidence: Evidence,
    /// Row of the file where they start; no two lines of a file have the same.
    pub row: usize,
}

impl Document {
    /// All passages in order.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.chapters.iter().flat_map(|chapter| &chapter.passages)
    }

    /// The passage that this place is or lies in.
    pub fn passage(&self, unit: &Unit) -> Option<&Passage> {
        let wanted = unit.passage();
        self.passages().find(|passage| passage.unit == wanted)
    }

    /// The article with this number.
    pub fn article(&self, no: ArticleNo) -> Option<&Passage> {
        self.passage(&Unit::Article { no, paragraph: None, item: None })
    }

    /// The chapter that holds the passage of this place.
    pub fn chapter_of(&self, unit: &Unit) -> Option<&Chapter> {
        let wanted = unit.passage();
        self.chapters.iter().find(|chapter| chapter.passages.iter().any(|passage| passage.unit == wanted))
    }
}

impl Passage {
    /// Where it stands.
    pub fn address(&self, document: &DocumentId) -> Address {
        Address { document: document.clone(), unit: self.unit.clone(), version: None }
    }

    /// Every line with its address: each 款, then its 项. The lines of a section share its address.
    pub fn lines<'a>(&'a self, document: &'a DocumentId) -> impl Iterator<Item = (Address, &'a Line)> {
        self.paragraphs.iter().zip(1..).flat_map(move |(paragraph, p)| {
            let at = move |item| Address {
                document: document.clone(),
                unit: self.unit.within(Some(p), item),
                version: None,
            };
            let items = paragraph.items.iter().zip(1..).map(move |(item, i)| (at(Some(i)), item));
            std::iter::once((at(None), &paragraph.text)).chain(items)
        })
    }

    /// Whether the place, of this passage, exists: its 款 and its 项.
    pub fn has(&self, unit: &Unit) -> bool {
        let Unit::Article { paragraph, item, .. } = unit else { return *unit == self.unit };
        let Some(paragraph) = paragraph else { return item.is_none() };
        let found = (*paragraph as usize).checked_sub(1).and_then(|i| self.paragraphs.get(i));
        found.is_some_and(|p| item.is_none_or(|i| i >= 1 && i as usize <= p.items.len()))
    }
}
