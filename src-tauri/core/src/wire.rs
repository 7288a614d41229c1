//! The shapes that leave the core: what `--json` prints and what the window receives.
//!
//! Plain data, nothing else. Text travels as runs, never as markup. The TypeScript twin of this file,
//! `ui/src/lib/ipc/bindings.ts`, is generated from it and proven fresh by a test.

use serde::{Deserialize, Serialize};

use crate::model::{Address, DocumentId, Evidence, Kind, Lang, Layer, Status};

/// One text in the two languages of the program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

// ── search ───────────────────────────────────────────────────────────────────────────────────────

/// A piece of a snippet; `hit` marks what the query matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SnippetRun {
    /// The characters as they stand in the text.
    pub text: String,
    /// Whether the query matched them.
    pub hit: bool,
}

/// One article (or case section) that answers a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// Where it stands; always a whole unit, such as `minors-online-protection/46`.
    pub address: Address,
    /// The document it belongs to.
    pub document: DocumentId,
    /// The kind of that document.
    pub kind: Kind,
    /// Its number as printed: 第四十六条, Article 46.
    pub label: String,
    /// Our heading.
    pub heading: String,
    /// Whose words the snippet is taken from.
    pub layer: Layer,
    /// Language of label, heading and snippet.
    pub lang: Lang,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// The line that shows why it was found.
    pub snippet: Vec<SnippetRun>,
}

/// How a query was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Understood {
    /// The words searched for, folded.
    pub terms: Vec<String>,
    /// What the thesaurus added ("also searched").
    pub synonyms: Vec<String>,
    /// The place the query cites, as exact as it was typed; `null` when it cites none.
    pub citation: Option<Address>,
}

/// The answer to a query, in the exact shape of `wanghu search --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchView {
    /// The query as typed.
    pub query: String,
    /// How it was read.
    pub understood: Understood,
    /// Time taken inside the core, in microseconds.
    #[cfg_attr(test, ts(type = "number"))]
    pub took_us: u64,
    /// Number of units that match; `hits` may hold fewer.
    pub total: usize,
    /// The best, best first.
    pub hits: Vec<Hit>,
}

/// What the window receives: an answer, the number of the question it belongs to, and where it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchAnswer {
    /// The number the window gave its question; late answers are dropped by it.
    pub ticket: u32,
    /// The answer.
    pub answer: SearchView,
    /// State of the index that answered.
    pub index: IndexState,
}

/// Where search answers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum IndexState {
    /// From the index kept on disk, verified.
    Ready,
    /// From memory, while the index on disk is being rebuilt.
    Rebuilding,
    /// From memory: the index cannot be kept on this disk (read-only, full).
    MemoryOnly,
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────

/// A piece of running text; a reference carries the addresses it points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Where they point; empty for plain text. A range (第四十二条至第四十五条) points to several places.
    pub to: Vec<Address>,
}

/// A 款 with its 项.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ParagraphView {
    /// `…/20.1`.
    pub address: Address,
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
    /// The text.
    pub runs: Vec<Run>,
}

/// One article in one layer.
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

/// An article in every layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ArticleView {
    /// `minors-online-protection/46`.
    pub address: Address,
    /// 第四十六条, Article 46.
    pub label: Bilingual,
    /// Our heading.
    pub heading: Bilingual,
    /// The texts, Chinese first.
    pub texts: Vec<TextView>,
    /// How many articles refer to this one.
    pub cited_by: usize,
}

/// A chapter with its articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChapterView {
    /// 第五章, Chapter V.
    pub label: Bilingual,
    /// 网络沉迷防治.
    pub heading: Bilingual,
    /// Its articles in order.
    pub articles: Vec<ArticleView>,
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
    /// The chapters in order.
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
    /// Number of articles.
    pub articles: usize,
    /// Chapters and article headings, without the texts.
    pub outline: Vec<OutlineChapter>,
}

/// A chapter in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OutlineChapter {
    /// 第五章, Chapter V.
    pub label: Bilingual,
    /// 网络沉迷防治.
    pub heading: Bilingual,
    /// Its articles.
    pub articles: Vec<OutlineArticle>,
}

/// An article in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OutlineArticle {
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShowView {
    /// The place, as exact as it was asked for.
    pub address: Address,
    /// Its document.
    pub document: DocumentId,
    /// 第五十四条第二款, in the language asked for.
    pub label: String,
    /// Our heading of the article.
    pub heading: Bilingual,
    /// 第六章 法律责任, in the language asked for.
    pub chapter: String,
    /// Whether the document is in force.
    pub status: Status,
    /// Every layer of the place.
    pub texts: Vec<ShownText>,
    /// What it refers to.
    pub references: Vec<ReferenceView>,
    /// What refers to it.
    pub cited_by: Vec<Address>,
}

/// A citation that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Target {
    /// The place.
    pub address: Address,
    /// Its full label: 第四十六条第二款.
    pub label: Bilingual,
    /// Our heading of the article.
    pub heading: Bilingual,
}

// ── start and settings ───────────────────────────────────────────────────────────────────────────

/// Everything the window needs to paint its first page, in one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StartView {
    /// Version of the program.
    pub version: String,
    /// What the user chose last time.
    pub settings: Settings,
    /// The documents on board.
    pub library: Vec<DocumentEntry>,
    /// The document to open, if one was open or asked for.
    pub document: Option<DocumentView>,
    /// The place to open in it.
    pub place: Option<Address>,
    /// What went wrong and was worked around before the window opened.
    pub notices: Vec<Notice>,
}

/// Something the user should know that stopped nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Notice {
    /// Which.
    pub code: NoticeCode,
    /// What it is about: a path, an argument.
    pub subject: String,
}

/// The notices there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NoticeCode {
    /// The settings file could not be read; it was put aside and defaults are used.
    SettingsDamaged,
    /// The argument on the command line is neither an address nor a citation we know.
    PlaceUnknown,
}

/// What the user chose; kept in `settings.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settings {
    /// Language of the interface.
    pub interface: Lang,
    /// Colours.
    pub theme: Theme,
    /// Size of the law's text in CSS pixels, 16 to 28.
    pub text_size: u8,
    /// Which languages the reader shows.
    pub reading: Reading,
    /// Whether the thesaurus widens searches.
    pub widen: bool,
    /// Whether the library pane is open.
    pub library_open: bool,
    /// Its width in CSS pixels.
    pub library_width: u16,
    /// Whether the context pane is open.
    pub context_open: bool,
    /// Its width in CSS pixels.
    pub context_width: u16,
    /// Width of the window in CSS pixels.
    pub window_width: u16,
    /// Its height in CSS pixels.
    pub window_height: u16,
    /// Where the reader was.
    pub place: Option<Address>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            interface: Lang::Zh,
            theme: Theme::System,
            text_size: 18,
            reading: Reading::Zh,
            widen: true,
            library_open: true,
            library_width: 264,
            context_open: true,
            context_width: 280,
            window_width: 1280,
            window_height: 800,
            place: None,
        }
    }
}

/// Colour themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Theme {
    /// As the system says.
    System,
    /// Paper.
    Light,
    /// Charcoal.
    Dark,
    /// Sepia.
    Sepia,
}

/// Which languages the reader shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Reading {
    /// Chinese.
    Zh,
    /// English.
    En,
    /// Side by side.
    Both,
}

/// Why a command failed, for the window to put into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CommandError {
    /// What kind of failure; the window has one sentence for each.
    pub code: ErrorCode,
    /// What it is about: an address, a path.
    pub subject: String,
    /// The particulars, for the log and the curious.
    pub detail: String,
}

/// The failures the window tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ErrorCode {
    /// No such place.
    NotFound,
    /// The folder cannot be written to, or something stands in its place.
    ReadOnly,
    /// No space is left.
    DiskFull,
    /// A fault of ours.
    Internal,
}
