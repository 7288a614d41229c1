//! How a query was read, and the other queries that lie near it. The query is the only state of a search: whatever can be changed
//! about it travels as another query, made here, so that the window never cuts text.

use serde::Serialize;

use crate::model::{Address, Bilingual, DocumentId, Lang};

/// A field that a query can ask for: `类型:案例`, `type:case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FieldKey {
    /// 类型: the kind of document.
    Kind,
    /// 职能: the procuratorial function, of cases.
    Function,
    /// 罪名: crime or cause of action, of cases.
    Crime,
    /// 批次: batch, of cases.
    Batch,
    /// 年: year in which the document was issued or made public.
    Year,
    /// 章: chapter, by number or heading.
    Chapter,
    /// 主题: topic of the tree.
    Topic,
    /// 角色: what minors are in a case.
    Role,
    /// 机关: who issued the document.
    Office,
    /// 文: the document.
    Document,
    /// 标题: words of the heading.
    Heading,
    /// 证据: how sure we are of the text.
    Evidence,
}

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// Newest first, undated last.
    Date,
}

/// A clause of a query, as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Chip {
    /// What it does.
    pub role: ChipRole,
    /// The field, when it asks for one.
    pub field: Option<FieldKey>,
    /// The words, or the values of the field in the language of the question.
    pub text: String,
    /// The query without this clause.
    pub without: String,
}

/// What a clause does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ChipRole {
    /// Words that rank.
    Word,
    /// Words that must stand exactly so.
    Phrase,
    /// Words that must stand.
    Must,
    /// What must not be so.
    Not,
    /// Alternatives, one of which must be so; or clauses in brackets.
    Either,
    /// A value that a field must have.
    Field,
    /// Words that must stand in one sentence.
    Sentence,
    /// Words that must stand in one paragraph.
    Paragraph,
    /// The order of the hits.
    Sort,
    /// A place that is cited.
    Citation,
}

/// Something in a query that could not be read as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Note {
    /// What is the matter.
    pub code: NoteCode,
    /// The words it is about, as typed.
    pub subject: String,
}

/// What can be the matter with a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NoteCode {
    /// There is no such field; searched as words.
    UnknownField,
    /// The field has no such value; searched as words.
    UnknownValue,
    /// A quotation mark without its other half; left out.
    UnbalancedQuote,
    /// A bracket without its other half; left out.
    UnbalancedBracket,
    /// An operator with nothing to work on; searched as a word.
    LoneOperator,
    /// The query is longer than is read; the rest is left off.
    TooLong,
    /// Characters that cannot be seen; read as blanks.
    ControlCharacters,
}

/// Another query that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Meant {
    /// The whole query.
    pub query: String,
    /// Why it may have been meant.
    pub why: MeantWhy,
    /// Whether the answer already is that of this query, because the one typed found nothing better.
    pub applied: bool,
}

/// How a typed query came to differ from what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum MeantWhy {
    /// Typed in pinyin.
    Pinyin,
    /// Typed as initials of pinyin.
    Initials,
    /// A slip: another character of the same sound or shape, letters swapped, missing or too many.
    Slip,
    /// A slip of the finger on the keyboard or the phone: a neighbouring key.
    Keyboard,
}

/// What the matching places can be narrowed by in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Facet {
    /// The field.
    pub field: FieldKey,
    /// Its values, most frequent first; years newest first.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FacetValue {
    /// The value as it stands in a query.
    pub value: String,
    /// What it is called.
    pub label: Bilingual,
    /// How many of the matching places have it.
    pub count: usize,
    /// The query narrowed by it; without it when it is on.
    pub query: String,
    /// Whether the query asks for it.
    pub on: bool,
}

/// What somebody who types may be about to type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Suggestion {
    /// The query to be.
    pub text: String,
    /// Where it comes from.
    pub kind: SuggestionKind,
    /// The place it names, when it names one.
    pub address: Option<Address>,
}

/// Where a suggestion comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum SuggestionKind {
    /// A term of the glossary.
    Term,
    /// The title, short title or another name of a document.
    Title,
    /// A topic.
    Topic,
    /// The heading of an article.
    Heading,
    /// An everyday word of the thesaurus.
    Saying,
}

/// A place that resembles another one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Similar {
    /// An article, or a case as a whole.
    pub address: Address,
    /// The document it belongs to.
    pub document: DocumentId,
    /// 《刑法》第二百三十七条, 检例第43号.
    pub label: String,
    /// Our heading of the article, or the title of the case.
    pub heading: String,
    /// Language of label and heading.
    pub lang: Lang,
    /// What the two share, weightiest first; never empty.
    pub shared: Vec<Shared>,
    /// Higher is more alike; comparable within one answer only.
    pub score: f32,
}

/// What two places share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Shared {
    /// What sort of thing.
    pub kind: SharedKind,
    /// How many.
    pub count: u32,
    /// Some of them, at most three.
    pub examples: Vec<String>,
}

/// What sort of thing two places share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum SharedKind {
    /// Both refer to the same articles.
    Articles,
    /// Both belong to the same topics.
    Topics,
    /// Telling words stand in both.
    Words,
    /// A reference or a link set by hand binds them.
    Links,
}
