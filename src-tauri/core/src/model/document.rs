//! A parsed text: chapters, articles, 款, 项, and what is known about the whole.

use serde::{Deserialize, Serialize};

use super::{Address, ArticleNo, DocumentId};

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

/// A text outside the library that this one names: known, not on board.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct External {
    /// The id it will have once it is on board.
    pub id: DocumentId,
    /// Its title as the text names it.
    pub title: String,
}

/// The front matter of a corpus file.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Whether it is in force.
    pub status: Status,
    /// How sure we are of these facts and of the text.
    pub evidence: Evidence,
    /// Texts it names that are not on board.
    pub external: Vec<External>,
}

/// One corpus file, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its front matter.
    pub meta: Meta,
    /// Its chapters in order.
    pub chapters: Vec<Chapter>,
}

/// 章.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its number, from 1; 0 for articles that stand before the first chapter.
    pub number: u32,
    /// As printed: 第五章, Chapter V.
    pub label: String,
    /// 网络沉迷防治.
    pub heading: String,
    /// Line of the file where it starts.
    pub line: usize,
    /// Its articles.
    pub articles: Vec<Article>,
}

/// 条.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its number.
    pub no: ArticleNo,
    /// As printed: 第四十六条, Article 46.
    pub label: String,
    /// Our heading.
    pub heading: String,
    /// Line of the file where it starts.
    pub line: usize,
    /// Its 款.
    pub paragraphs: Vec<Paragraph>,
}

/// 款.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The text, without its items.
    pub text: String,
    /// Line of the file where it starts.
    pub line: usize,
    /// Its 项.
    pub items: Vec<Item>,
}

/// 项.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The text, without its number.
    pub text: String,
    /// Line of the file where it starts.
    pub line: usize,
}

impl Document {
    /// All articles in order.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.chapters.iter().flat_map(|chapter| &chapter.articles)
    }

    /// The article with this number.
    pub fn article(&self, no: ArticleNo) -> Option<&Article> {
        self.articles().find(|article| article.no == no)
    }

    /// The chapter that holds this article.
    pub fn chapter_of(&self, no: ArticleNo) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.articles.iter().any(|article| article.no == no))
    }
}

impl Article {
    /// Every line of text with its address: each 款, then its 项.
    pub fn lines<'a>(&'a self, document: &'a DocumentId) -> impl Iterator<Item = (Address, &'a str)> {
        self.paragraphs.iter().zip(1..).flat_map(move |(paragraph, p)| {
            let at = move |item| Address::article(document.clone(), self.no, Some(p), item);
            let items = paragraph.items.iter().zip(1..).map(move |(item, i)| (at(Some(i)), item.text.as_str()));
            std::iter::once((at(None), paragraph.text.as_str())).chain(items)
        })
    }

    /// Whether the article has this 款 and this 项.
    pub fn has(&self, paragraph: Option<u32>, item: Option<u32>) -> bool {
        let Some(paragraph) = paragraph else { return item.is_none() };
        let found = (paragraph as usize).checked_sub(1).and_then(|i| self.paragraphs.get(i));
        found.is_some_and(|p| item.is_none_or(|i| i >= 1 && i as usize <= p.items.len()))
    }
}
