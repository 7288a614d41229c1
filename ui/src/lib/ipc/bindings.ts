// Generated from src-tauri/core/src/wire.rs by `cargo xtask bindings`. Do not edit.

export type DocumentId = string;

export type Address = string;

export type Lang = "zh" | "en";

export type Layer = "restatement" | "rendering" | "official";

export type Kind = "statute" | "administrative-regulation" | "judicial-interpretation" | "guiding-case" | "policy";

export type Status = "in-force" | "superseded" | "repealed" | "not-yet-effective";

export type Evidence = "seen" | "recalled" | "inferred";

export type Bilingual = { 
/**
 * Chinese.
 */
zh: string, 
/**
 * English.
 */
en: string, };

export type SnippetRun = { 
/**
 * The characters as they stand in the text.
 */
text: string, 
/**
 * Whether the query matched them.
 */
hit: boolean, };

export type Hit = { 
/**
 * Where it stands; always a whole unit, such as `minors-online-protection/46`.
 */
address: Address, 
/**
 * The document it belongs to.
 */
document: DocumentId, 
/**
 * The kind of that document.
 */
kind: Kind, 
/**
 * Its number as printed: 第四十六条, Article 46.
 */
label: string, 
/**
 * Our heading.
 */
heading: string, 
/**
 * Whose words the snippet is taken from.
 */
layer: Layer, 
/**
 * Language of label, heading and snippet.
 */
lang: Lang, 
/**
 * Higher is better; comparable within one answer only.
 */
score: number, 
/**
 * The line that shows why it was found.
 */
snippet: Array<SnippetRun>, };

export type Understood = { 
/**
 * The words searched for, folded.
 */
terms: Array<string>, 
/**
 * What the thesaurus added ("also searched").
 */
synonyms: Array<string>, 
/**
 * The place the query cites, as exact as it was typed; `null` when it cites none.
 */
citation: Address | null, };

export type SearchView = { 
/**
 * The query as typed.
 */
query: string, 
/**
 * How it was read.
 */
understood: Understood, 
/**
 * Time taken inside the core, in microseconds.
 */
took_us: number, 
/**
 * Number of units that match; `hits` may hold fewer.
 */
total: number, 
/**
 * The best, best first.
 */
hits: Array<Hit>, };

export type SearchAnswer = { 
/**
 * The number the window gave its question; late answers are dropped by it.
 */
ticket: number, 
/**
 * The answer.
 */
answer: SearchView, 
/**
 * State of the index that answered.
 */
index: IndexState, };

export type IndexState = "ready" | "rebuilding" | "memory-only";

export type Run = { 
/**
 * The characters.
 */
text: string, 
/**
 * Where they point; empty for plain text. A range (第四十二条至第四十五条) points to several places.
 */
to: Array<Address>, };

export type ParagraphView = { 
/**
 * `…/20.1`.
 */
address: Address, 
/**
 * The text.
 */
runs: Array<Run>, 
/**
 * Its listed items, if any.
 */
items: Array<ItemView>, };

export type ItemView = { 
/**
 * `…/20.1.3`.
 */
address: Address, 
/**
 * The printed number: （三）, (iii).
 */
label: string, 
/**
 * The text.
 */
runs: Array<Run>, };

export type TextView = { 
/**
 * Language of the words.
 */
lang: Lang, 
/**
 * Whose words they are.
 */
layer: Layer, 
/**
 * Whether they match the shipped fingerprint of the official wording; always false for our own words.
 */
verified: boolean, 
/**
 * The 款 in order.
 */
paragraphs: Array<ParagraphView>, };

export type ArticleView = { 
/**
 * `minors-online-protection/46`.
 */
address: Address, 
/**
 * 第四十六条, Article 46.
 */
label: Bilingual, 
/**
 * Our heading.
 */
heading: Bilingual, 
/**
 * The texts, Chinese first.
 */
texts: Array<TextView>, 
/**
 * How many articles refer to this one.
 */
cited_by: number, };

export type ChapterView = { 
/**
 * 第五章, Chapter V.
 */
label: Bilingual, 
/**
 * 网络沉迷防治.
 */
heading: Bilingual, 
/**
 * Its articles in order.
 */
articles: Array<ArticleView>, };

export type DocumentView = { 
/**
 * `minors-online-protection`.
 */
id: DocumentId, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Full title.
 */
title: Bilingual, 
/**
 * Short title: 条例, Regulations.
 */
short_title: Bilingual, 
/**
 * Who issued it.
 */
issuing_body: Bilingual, 
/**
 * 国务院令第766号.
 */
document_number: Bilingual, 
/**
 * `2023-10-16`.
 */
promulgated_on: string | null, 
/**
 * `2024-01-01`.
 */
effective_on: string | null, 
/**
 * Whether it is in force.
 */
status: Status, 
/**
 * How sure we are of the facts.
 */
evidence: Evidence, 
/**
 * The chapters in order.
 */
chapters: Array<ChapterView>, };

export type DocumentEntry = { 
/**
 * Its id.
 */
id: DocumentId, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Full title.
 */
title: Bilingual, 
/**
 * Short title.
 */
short_title: Bilingual, 
/**
 * Whether it is in force.
 */
status: Status, 
/**
 * Number of articles.
 */
articles: number, 
/**
 * Chapters and article headings, without the texts.
 */
outline: Array<OutlineChapter>, };

export type OutlineChapter = { 
/**
 * 第五章, Chapter V.
 */
label: Bilingual, 
/**
 * 网络沉迷防治.
 */
heading: Bilingual, 
/**
 * Its articles.
 */
articles: Array<OutlineArticle>, };

export type OutlineArticle = { 
/**
 * Its address.
 */
address: Address, 
/**
 * 第四十六条, Article 46.
 */
label: Bilingual, 
/**
 * Our heading.
 */
heading: Bilingual, };

export type ReferenceView = { 
/**
 * As written.
 */
text: string, 
/**
 * Where it points; `null` when the text it names is not in the library.
 */
address: Address | null, };

export type ShownParagraph = { 
/**
 * The text of the 款.
 */
text: string, 
/**
 * The texts of its 项.
 */
items: Array<string>, };

export type ShownText = { 
/**
 * Whose words.
 */
layer: Layer, 
/**
 * Their language.
 */
lang: Lang, 
/**
 * Whether they match the shipped fingerprint of the official wording.
 */
verified: boolean, 
/**
 * The paragraphs.
 */
paragraphs: Array<ShownParagraph>, };

export type ShowView = { 
/**
 * The place, as exact as it was asked for.
 */
address: Address, 
/**
 * Its document.
 */
document: DocumentId, 
/**
 * 第五十四条第二款, in the language asked for.
 */
label: string, 
/**
 * Our heading of the article.
 */
heading: Bilingual, 
/**
 * 第六章 法律责任, in the language asked for.
 */
chapter: string, 
/**
 * Whether the document is in force.
 */
status: Status, 
/**
 * Every layer of the place.
 */
texts: Array<ShownText>, 
/**
 * What it refers to.
 */
references: Array<ReferenceView>, 
/**
 * What refers to it.
 */
cited_by: Array<Address>, };

export type Target = { 
/**
 * The place.
 */
address: Address, 
/**
 * Its full label: 第四十六条第二款.
 */
label: Bilingual, 
/**
 * Our heading of the article.
 */
heading: Bilingual, };

export type StartView = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * What the user chose last time.
 */
settings: Settings, 
/**
 * The documents on board.
 */
library: Array<DocumentEntry>, 
/**
 * The document to open, if one was open or asked for.
 */
document: DocumentView | null, 
/**
 * The place to open in it.
 */
place: Address | null, 
/**
 * What went wrong and was worked around before the window opened.
 */
notices: Array<Notice>, };

export type Notice = { 
/**
 * Which.
 */
code: NoticeCode, 
/**
 * What it is about: a path, an argument.
 */
subject: string, };

export type NoticeCode = "settings-damaged" | "place-unknown";

export type Settings = { 
/**
 * Language of the interface.
 */
interface: Lang, 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Size of the law's text in CSS pixels, 16 to 28.
 */
text_size: number, 
/**
 * Which languages the reader shows.
 */
reading: Reading, 
/**
 * Whether the thesaurus widens searches.
 */
widen: boolean, 
/**
 * Whether the library pane is open.
 */
library_open: boolean, 
/**
 * Its width in CSS pixels.
 */
library_width: number, 
/**
 * Whether the context pane is open.
 */
context_open: boolean, 
/**
 * Its width in CSS pixels.
 */
context_width: number, 
/**
 * Width of the window in CSS pixels.
 */
window_width: number, 
/**
 * Its height in CSS pixels.
 */
window_height: number, 
/**
 * Where the reader was.
 */
place: Address | null, };

export type Theme = "system" | "light" | "dark" | "sepia";

export type Reading = "zh" | "en" | "both";

export type CommandError = { 
/**
 * What kind of failure; the window has one sentence for each.
 */
code: ErrorCode, 
/**
 * What it is about: an address, a path.
 */
subject: string, 
/**
 * The particulars, for the log and the curious.
 */
detail: string, };

export type ErrorCode = "not-found" | "read-only" | "disk-full" | "internal";
