// Generated from src-tauri/core/src/wire.rs by `cargo xtask bindings`. Do not edit.

export type DocumentId = string;

export type Address = string;

export type Lang = "zh" | "en";

export type Layer = "restatement" | "rendering" | "official";

export type Kind = "statute" | "administrative-regulation" | "judicial-interpretation" | "guiding-case" | "policy" | "local-regulation" | "departmental-rule" | "typical-case" | "other";

export type Status = "in-force" | "superseded" | "repealed" | "not-yet-effective" | "unknown";

export type Shelf = "regulations" | "provisions" | "cases" | "related" | "policy";

export type Coverage = "complete" | "selected" | "notice";

export type Evidence = "seen" | "recalled" | "inferred";

export type Moment = string;

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
snippet: Array<SnippetRun>, 
/**
 * The chapter it stands in: 第五章 网络沉迷防治; `null` where the document has none.
 */
chapter: string | null, 
/**
 * When its document was issued or made public, as exactly as is known.
 */
date: Moment | null, 
/**
 * What its score is made of, largest share first; at most five parts.
 */
why: Array<Why>, };

export type Understood = { 
/**
 * The term of the glossary that the query is; the places where it is defined come first.
 */
term: Term | null, 
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
citation: Address | null, 
/**
 * The clauses of the query, in order; empty for plain words.
 */
chips: Array<Chip>, 
/**
 * What could not be read.
 */
notes: Array<Note>, 
/**
 * Other readings, best first; at most three.
 */
meant: Array<Meant>, };

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
 * What all matching places can be narrowed by.
 */
facets: Array<Facet>, 
/**
 * The order of the hits.
 */
sort: Sort, 
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

export type Why = { 
/**
 * Which.
 */
part: WhyPart, 
/**
 * Per cent of the score; all parts of a hit together make 100 or less.
 */
share: number, };

export type WhyPart = "citation" | "term" | "exact" | "phrase" | "heading" | "words" | "chapter" | "title" | "synonyms" | "single-characters" | "cited-by" | "learnt" | "shelf" | "language";

export type FieldKey = "kind" | "function" | "crime" | "batch" | "year" | "chapter" | "topic" | "role" | "office" | "document" | "heading" | "evidence";

export type Sort = "relevance" | "date";

export type Chip = { 
/**
 * What it does.
 */
role: ChipRole, 
/**
 * The field, when it asks for one.
 */
field: FieldKey | null, 
/**
 * The words, or the values of the field in the language of the question.
 */
text: string, 
/**
 * The query without this clause.
 */
without: string, };

export type ChipRole = "word" | "phrase" | "must" | "not" | "either" | "field" | "sentence" | "paragraph" | "sort" | "citation";

export type Note = { 
/**
 * What is the matter.
 */
code: NoteCode, 
/**
 * The words it is about, as typed.
 */
subject: string, };

export type NoteCode = "unknown-field" | "unknown-value" | "unbalanced-quote" | "unbalanced-bracket" | "lone-operator" | "too-long" | "control-characters";

export type Meant = { 
/**
 * The whole query.
 */
query: string, 
/**
 * Why it may have been meant.
 */
why: MeantWhy, 
/**
 * Whether the answer already is that of this query, because the one typed found nothing better.
 */
applied: boolean, };

export type MeantWhy = "pinyin" | "initials" | "slip" | "keyboard";

export type Facet = { 
/**
 * The field.
 */
field: FieldKey, 
/**
 * Its values, most frequent first; years newest first.
 */
values: Array<FacetValue>, };

export type FacetValue = { 
/**
 * The value as it stands in a query.
 */
value: string, 
/**
 * What it is called.
 */
label: Bilingual, 
/**
 * How many of the matching places have it.
 */
count: number, 
/**
 * The query narrowed by it; without it when it is on.
 */
query: string, 
/**
 * Whether the query asks for it.
 */
on: boolean, };

export type Suggestion = { 
/**
 * The query to be.
 */
text: string, 
/**
 * Where it comes from.
 */
kind: SuggestionKind, 
/**
 * The place it names, when it names one.
 */
address: Address | null, };

export type SuggestionKind = "term" | "title" | "topic" | "heading" | "saying";

export type Similar = { 
/**
 * An article, or a case as a whole.
 */
address: Address, 
/**
 * The document it belongs to.
 */
document: DocumentId, 
/**
 * 《刑法》第二百三十七条, 检例第43号.
 */
label: string, 
/**
 * Our heading of the article, or the title of the case.
 */
heading: string, 
/**
 * Language of label and heading.
 */
lang: Lang, 
/**
 * What the two share, weightiest first; never empty.
 */
shared: Array<Shared>, 
/**
 * Higher is more alike; comparable within one answer only.
 */
score: number, };

export type Shared = { 
/**
 * What sort of thing.
 */
kind: SharedKind, 
/**
 * How many.
 */
count: number, 
/**
 * Some of them, at most three.
 */
examples: Array<string>, };

export type SharedKind = "articles" | "topics" | "words" | "links";

export type Run = { 
/**
 * The characters.
 */
text: string, 
/**
 * Where they point; empty for plain text. A range (第四十二条至第四十五条) points to several places.
 */
to: Array<Address>, 
/**
 * The id of the term that they name, the first time in a passage.
 */
term: string | null, };

export type ParagraphView = { 
/**
 * `…/20.1`; the section itself for the paragraphs of a section.
 */
address: Address, 
/**
 * How sure we are of it.
 */
evidence: Evidence, 
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
 * How sure we are of it.
 */
evidence: Evidence, 
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

export type PassageView = { 
/**
 * `minors-online-protection/46`.
 */
address: Address, 
/**
 * 第四十六条, Article 46; 要旨, Holding.
 */
label: Bilingual, 
/**
 * Our heading; empty for a section.
 */
heading: Bilingual, 
/**
 * How sure we are of it.
 */
evidence: Evidence, 
/**
 * The texts, Chinese first.
 */
texts: Array<TextView>, 
/**
 * How many places refer to it, cases left aside.
 */
cited_by: number, 
/**
 * How many cases refer to it.
 */
cases: number, 
/**
 * Whether a breach of it has a price in the table of duties.
 */
costs: boolean, };

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
 * Its passages in order.
 */
passages: Array<PassageView>, };

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
 * How much of the law is here.
 */
coverage: Coverage, 
/**
 * What to know before reading; empty when there is nothing.
 */
note: Bilingual, 
/**
 * What is known of it, when it is a case.
 */
case: CaseView | null, 
/**
 * The chapters in order; a case or a policy page has one, without label.
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
 * Where it stands.
 */
shelf: Shelf, 
/**
 * Number of articles or sections.
 */
passages: number, };

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
 * Its passages.
 */
passages: Array<OutlinePassage>, };

export type OutlinePassage = { 
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
 * How sure we are of it and its items: the least sure of them.
 */
evidence: Evidence, 
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

export type ShownSection = { 
/**
 * `spp-43/holding`.
 */
address: Address, 
/**
 * 要旨, Holding.
 */
label: Bilingual, 
/**
 * How sure we are of it.
 */
evidence: Evidence, 
/**
 * Every layer of it.
 */
texts: Array<ShownText>, };

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
 * 第五十四条第二款, in the language asked for; empty for a document as a whole.
 */
label: string, 
/**
 * Our heading of the article; the title of a case or a policy page.
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
 * How sure we are of it.
 */
evidence: Evidence, 
/**
 * Every layer of the place.
 */
texts: Array<ShownText>, 
/**
 * The sections of a case or a policy page asked for as a whole; its `texts` are then those of the whole.
 */
sections: Array<ShownSection>, 
/**
 * What is known of the case.
 */
case: CaseFacts | null, 
/**
 * What it refers to.
 */
references: Array<ReferenceView>, 
/**
 * What refers to it; a case or a policy page stands as a whole.
 */
cited_by: Array<Address>, 
/**
 * Both, and the links set by hand, with what binds them.
 */
neighbours: Array<NeighbourView>, 
/**
 * The duties that stand here, and what their breach costs; for a penalty clause, the duties it punishes.
 */
duties: Array<DutyView>, 
/**
 * The terms it uses.
 */
terms: Array<Term>, 
/**
 * The topics it belongs to.
 */
topics: Array<TopicView>, };

export type Target = { 
/**
 * The place.
 */
address: Address, 
/**
 * What it is called among other documents: 《条例》第四十六条第二款, 检例第43号.
 */
label: Bilingual, 
/**
 * Our heading of the article.
 */
heading: Bilingual, };

export type Style = "official" | "law-review" | "gbt7714" | "bluebook" | "markdown" | "csl-json" | "ris" | "bibtex";

export type CitationView = { 
/**
 * How it is written.
 */
style: Style, 
/**
 * The citation; several lines in the styles that other programs read.
 */
text: string, };

export type CiteView = { 
/**
 * The place.
 */
address: Address, 
/**
 * Its citations, in the order asked for.
 */
styles: Array<CitationView>, 
/**
 * Whether the document is in force.
 */
status: Status, 
/**
 * Whose words the text at hand is in.
 */
layer: Layer, };

export type CompareView = { 
/**
 * The one side.
 */
old: ComparedText, 
/**
 * The other.
 */
new: ComparedText, 
/**
 * Whether punctuation, blanks and width were left out of account.
 */
ignore_punctuation: boolean, 
/**
 * How many articles met which fate.
 */
counts: Array<VerdictCount>, 
/**
 * The articles in the order of the new text; one row for two provisions.
 */
rows: Array<CompareRow>, };

export type ComparedText = { 
/**
 * The document or the place.
 */
address: Address, 
/**
 * Full title of the document.
 */
title: Bilingual, 
/**
 * The place inside it; empty for a document as a whole.
 */
label: Bilingual, 
/**
 * Language of the words compared.
 */
lang: Lang, 
/**
 * Whose words they are.
 */
layer: Layer, 
/**
 * Whether it is in force.
 */
status: Status, 
/**
 * `2023-10-16`.
 */
promulgated_on: string | null, 
/**
 * `2024-01-01`.
 */
effective_on: string | null, 
/**
 * When it was last amended.
 */
amended_on: Moment | null, };

export type VerdictCount = { 
/**
 * Their fate.
 */
verdict: PairVerdict, 
/**
 * How many pairs.
 */
count: number, };

export type CompareRow = { 
/**
 * What became of them.
 */
verdict: PairVerdict, 
/**
 * How many pairs stand in this row.
 */
count: number, 
/**
 * The old places.
 */
old: Array<Address>, 
/**
 * The new places.
 */
new: Array<Address>, 
/**
 * 第三条至第九条; empty where there is none.
 */
old_label: Bilingual, 
/**
 * The same of the new text.
 */
new_label: Bilingual, 
/**
 * How the words differ; empty where several unchanged articles stand in one row.
 */
runs: Array<ChangeRun>, };

export type PairVerdict = "same" | "renumbered" | "changed" | "added" | "removed" | "split" | "merged";

export type Change = "same" | "added" | "removed";

export type ChangeRun = { 
/**
 * Its characters; of the new text where it stands in both.
 */
text: string, 
/**
 * What happened.
 */
change: Change, 
/**
 * How the old text writes what stands in both, where only something ignored differs; `null` elsewhere.
 */
before: string | null, };

export type VerifyView = { 
/**
 * Whether something was found and all of it is right.
 */
all_right: boolean, 
/**
 * How far the check reached.
 */
reach: Reach, 
/**
 * The same in words.
 */
statement: Bilingual, 
/**
 * Citations and quotations in the order of the draft.
 */
findings: Array<Finding>, };

export type Finding = { 
/**
 * What it is.
 */
kind: FindingKind, 
/**
 * Where it starts, in characters from the start of the draft.
 */
start: number, 
/**
 * Where it ends, in characters.
 */
end: number, 
/**
 * The line it starts in, from 1.
 */
line: number, 
/**
 * Its words as they stand in the draft; of a quotation with its marks.
 */
text: string, 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * Why.
 */
reason: Reason, 
/**
 * The same in words.
 */
message: Bilingual, 
/**
 * The places it names, with their words today; those of a quotation with the difference.
 */
places: Array<CheckedPlace>, 
/**
 * What may have been meant.
 */
candidates: Array<CheckedPlace>, 
/**
 * The quotation that a citation stands in: its number among the findings.
 */
within: number | null, };

export type FindingKind = "citation" | "quotation";

export type CheckedPlace = { 
/**
 * The place.
 */
address: Address, 
/**
 * 《条例》第四十六条第二款.
 */
label: Bilingual, 
/**
 * Its words, in the layer nearest to the law; `null` for a document as a whole.
 */
text: ShownText | null, 
/**
 * How the quotation differs from them, character by character; empty where it does not or where nothing is quoted.
 */
runs: Array<ChangeRun>, };

export type Verdict = "right" | "missing" | "differs" | "outdated" | "mismatched" | "elsewhere" | "restated" | "unconfirmed" | "outside" | "ambiguous" | "unchecked";

export type Reason = "exists" | "carried" | "official" | "punctuation" | "fingerprint" | "name" | "no-article" | "no-paragraph" | "no-item" | "no-case" | "repealed" | "superseded" | "not-yet-effective" | "check-version" | "other-version" | "other-case" | "wording" | "not-there" | "figures" | "other-place" | "restatement" | "no-official" | "unknown-text" | "not-aboard" | "not-selected" | "case-not-aboard" | "several-texts" | "no-text-named" | "own-text" | "no-standpoint" | "place-unclear" | "no-place" | "unclosed" | "too-many";

export type Reach = { 
/**
 * The citations.
 */
citations: Tally, 
/**
 * The quotations.
 */
quotations: Tally, 
/**
 * Why what was found could not be checked.
 */
unchecked: Array<Gap>, 
/**
 * Words in quotation marks with no citation near them: taken for ordinary words and not looked at.
 */
other_quotes: number, };

export type Tally = { 
/**
 * Found in the draft.
 */
found: number, 
/**
 * Held against the law: right or wrong.
 */
checked: number, 
/**
 * Of those, right.
 */
right: number, };

export type Gap = { 
/**
 * What.
 */
kind: FindingKind, 
/**
 * Why.
 */
reason: Reason, 
/**
 * How many.
 */
count: number, };

export type NeighbourView = { 
/**
 * The other place.
 */
address: Address, 
/**
 * What kind of text it stands in.
 */
kind: Kind, 
/**
 * 《刑法》第二百三十七条, 检例第43号.
 */
label: Bilingual, 
/**
 * Our heading of the article, or the title of the case.
 */
heading: Bilingual, 
/**
 * What it is to the place asked about.
 */
relation: Relation, 
/**
 * Whether it refers here, rather than the place asked about to it.
 */
incoming: boolean, 
/**
 * How sure we are.
 */
evidence: Evidence, 
/**
 * Why, when somebody set the link.
 */
why: Bilingual | null, 
/**
 * Whether it is on board; a citation of an article outside a selection is not.
 */
aboard: boolean, };

export type Relation = "cited" | "applied" | "quoted" | "same-issue" | "mapping" | "upper-law" | "lower-law";

export type CaseView = { 
/**
 * What is known of it.
 */
facts: CaseFacts, 
/**
 * The rules behind it and the cases beside it.
 */
behind: Array<NeighbourView>, };

export type CaseFacts = { 
/**
 * Number of the batch (批次).
 */
batch: number | null, 
/**
 * Day of the committee's decision.
 */
decided_on: Moment | null, 
/**
 * Day of the notice that issues it.
 */
issued_on: Moment | null, 
/**
 * Day it was made public.
 */
published_on: Moment | null, 
/**
 * Names of fields here that are recalled, not seen.
 */
recalled: Array<string>, 
/**
 * Theme of its batch.
 */
theme: Bilingual, 
/**
 * One sentence: what it stands for.
 */
gist: Bilingual, 
/**
 * Procuratorates and courts.
 */
handled_by: Array<Bilingual>, 
/**
 * Crimes, or causes of action.
 */
crimes: Array<Bilingual>, 
/**
 * Procuratorial functions engaged.
 */
functions: Array<Function>, 
/**
 * Steps of the procedure that it is about.
 */
stages: Array<Stage>, 
/**
 * Whether the internet is part of it.
 */
internet: Internet, 
/**
 * What minors are in it.
 */
minor: Array<Minor>, 
/**
 * Whether little more than its title is known.
 */
card: boolean, 
/**
 * Dated steps.
 */
timeline: Array<Step>, 
/**
 * The rules behind it, and cases on the same question.
 */
link: Array<CaseLink>, };

export type CaseLink = { 
/**
 * Where to.
 */
to: Address, 
/**
 * What binds them.
 */
relation: Relation, 
/**
 * How sure we are.
 */
evidence: Evidence, 
/**
 * A few words on why.
 */
why: Bilingual, };

export type Function = "criminal" | "civil" | "administrative" | "public-interest";

export type Internet = "yes" | "weak" | "no";

export type Minor = "victim" | "offender" | "consumer";

export type Stage = "arrest-review" | "prosecution" | "protest" | "filing-supervision" | "investigation-guidance" | "investigation-supervision" | "procuratorial-suggestion" | "judicial-aid" | "support-for-suit" | "conditional-non-prosecution" | "public-interest-suit" | "trial";

export type Step = { 
/**
 * When.
 */
date: Moment, 
/**
 * What happened, in Chinese.
 */
zh: string, 
/**
 * In English.
 */
en: string, 
/**
 * How sure we are.
 */
evidence: Evidence, };

export type CatalogueEntry = { 
/**
 * Its id.
 */
id: DocumentId, 
/**
 * Where it stands.
 */
shelf: Shelf, 
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
 * Who issued it.
 */
issuing_body: Bilingual, 
/**
 * One sentence on what it stands for; empty when there is none.
 */
gist: Bilingual, 
/**
 * Whether it is in force.
 */
status: Status, 
/**
 * How sure we are.
 */
evidence: Evidence, 
/**
 * How much of the law is here.
 */
coverage: Coverage, 
/**
 * When it was issued or made public, as exactly as is known.
 */
date: Moment | null, 
/**
 * Number of articles or sections.
 */
passages: number, 
/**
 * Batch, for cases.
 */
batch: number | null, 
/**
 * Crimes or causes, for cases.
 */
crimes: Array<Bilingual>, 
/**
 * Procuratorial functions, for cases.
 */
functions: Array<Function>, 
/**
 * What minors are in it, for cases.
 */
minor: Array<Minor>, 
/**
 * Internet element, for cases.
 */
internet: Internet | null, 
/**
 * Whether little more than the title is known.
 */
card: boolean, 
/**
 * Whom its campus section speaks to, as places in the list of audiences (primary, junior, senior, parents, teachers).
 */
audiences: Array<number>, 
/**
 * Ids of its topics.
 */
topics: Array<string>, };

export type TopicView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
title: Bilingual, };

export type DutyFilter = { 
/**
 * Only those of this actor.
 */
actor: Actor | null, 
/**
 * Only those that stand at this place, or that the penalty clause at this place punishes.
 */
at: Address | null, 
/**
 * Only those that the department with this id enforces.
 */
authority: string | null, 
/**
 * Only those whose breach may bring this.
 */
measure: MeasureKind | null, };

export type DutyView = { 
/**
 * Where it stands, to the 款 or 项.
 */
address: Address, 
/**
 * Its place as people cite it: 第四十六条第二款.
 */
label: Bilingual, 
/**
 * Whose it is.
 */
actor: Actor, 
/**
 * The same in words.
 */
actor_name: Bilingual, 
/**
 * What it asks.
 */
duty: Bilingual, 
/**
 * The departments that enforce it.
 */
authorities: Array<Authority>, 
/**
 * What follows when it is broken.
 */
penalties: Array<PenaltyView>, };

export type PenaltyView = { 
/**
 * Where it stands, to the 款.
 */
address: Address, 
/**
 * Its place as people cite it.
 */
label: Bilingual, 
/**
 * The departments that impose it.
 */
authorities: Array<Authority>, 
/**
 * What they may impose, ordinary case first.
 */
measures: Array<MeasureView>, };

export type Actor = "service-provider" | "large-platform" | "game" | "live-streaming" | "audio-video" | "social" | "online-education" | "personal-information-processor" | "device-maker" | "seller" | "school" | "guardian" | "public-place" | "department" | "association" | "media" | "anyone";

export type Addressee = "organisation" | "person-in-charge";

export type Authority = { 
/**
 * `cyberspace`.
 */
id: string, 
/**
 * 网信部门.
 */
name: Bilingual, };

export type MeasureView = { 
/**
 * 1 for the ordinary case, 2 for the heavier one.
 */
tier: number, 
/**
 * What it is.
 */
kind: MeasureKind, 
/**
 * Least amount, in `unit`.
 */
min: number | null, 
/**
 * Greatest amount, in `unit`.
 */
max: number | null, 
/**
 * What the amounts count.
 */
unit: MeasureUnit | null, 
/**
 * On whom.
 */
on: Addressee, 
/**
 * When, and what the text adds.
 */
condition: Bilingual, 
/**
 * The measure with its amounts: 罚款：10万元以上100万元以下.
 */
words: Bilingual, 
/**
 * On whom, in words.
 */
on_name: Bilingual, };

export type MeasureKind = "order-correction" | "warning" | "criticism" | "confiscation" | "fine" | "suspend-business" | "suspend-for-rectification" | "close-website" | "revoke-licence" | "ban" | "discipline" | "other-law" | "civil-liability" | "public-security-penalty" | "criminal-liability" | "admonition";

export type MeasureUnit = "yuan" | "times-gains" | "percent-turnover" | "years";

export type Checklist = { 
/**
 * `electronic-data`.
 */
id: string, 
/**
 * Its title.
 */
title: Bilingual, 
/**
 * What it is for.
 */
purpose: Bilingual, 
/**
 * Its parts.
 */
part: Array<Part>, };

export type Part = { 
/**
 * Its title: 真实性.
 */
title: Bilingual, 
/**
 * The article it comes from.
 */
at: Address, 
/**
 * Its points.
 */
point: Array<Point>, };

export type Point = { 
/**
 * The 款 or 项 that asks for it.
 */
at: Address, 
/**
 * The question to answer.
 */
ask: Bilingual, };

export type Figures = { 
/**
 * The figures.
 */
figure: Array<Figure>, 
/**
 * The charts.
 */
chart: Array<Chart>, };

export type Figure = { 
/**
 * `adults-prosecuted-online-2020-2023`.
 */
id: string, 
/**
 * The number, in `unit`.
 */
value: number, 
/**
 * What it is counted in: 人, people.
 */
unit: Bilingual, 
/**
 * Whether the source says "more than", "nearly", or gives a rounded number.
 */
rounded: boolean, 
/**
 * What is counted, and of whom.
 */
counts: Bilingual, 
/**
 * From when.
 */
from: Moment, 
/**
 * Until when; the same as `from` for a whole year or a day.
 */
until: Moment, 
/**
 * Who published it, where.
 */
source: Bilingual, 
/**
 * When it was published.
 */
released_on: Moment | null, 
/**
 * How sure we are.
 */
evidence: Evidence, 
/**
 * The page that tells more.
 */
at: Address, 
/**
 * What it must not be compared with, and why.
 */
caution: Bilingual | null, };

export type Chart = { 
/**
 * `guardianship-orders`.
 */
id: string, 
/**
 * What it shows.
 */
title: Bilingual, 
/**
 * How it is drawn.
 */
kind: ChartKind, 
/**
 * What its axis counts.
 */
unit: Bilingual, 
/**
 * Its marks.
 */
marks: Array<Mark>, 
/**
 * What to bear in mind.
 */
note: Bilingual, };

export type ChartKind = "columns" | "bars";

export type Mark = { 
/**
 * The id of its figure.
 */
figure: string, 
/**
 * What stands beside it: 2021, 强奸.
 */
label: Bilingual, 
/**
 * Whether it is the one that matters.
 */
accent: boolean, };

export type Term = { 
/**
 * `online-bullying`.
 */
id: string, 
/**
 * The term itself.
 */
term: Bilingual, 
/**
 * Other forms under which texts name it.
 */
forms: Forms, 
/**
 * What it means in law, in our words.
 */
legal: Bilingual, 
/**
 * What it means, for a child.
 */
child: Bilingual, 
/**
 * Where it is defined or best explained.
 */
at: Array<Address>, 
/**
 * How sure we are.
 */
evidence: Evidence, };

export type Forms = { 
/**
 * In Chinese texts.
 */
zh: Array<string>, 
/**
 * In English texts.
 */
en: Array<string>, };

export type Topic = { 
/**
 * `online-sexual-abuse`.
 */
id: string, 
/**
 * The topic it is part of; none for the roots.
 */
parent: string | null, 
/**
 * Its name.
 */
title: Bilingual, 
/**
 * Where it is treated, most important first: articles, cases, policy pages.
 */
places: Array<Address>, };

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
 * The style in which a citation was last copied.
 */
citation_style: Style, 
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
