// A plain scan of the fixture. Just clever enough to exercise every state of the window.
import type {
  CatalogueEntry,
  DocumentView,
  Hit,
  Lang,
  PassageView,
  SearchView,
  ShowView,
  SnippetRun,
  Term,
  Topic,
  Why,
} from './bindings';
import { meantBy, THESAURUS } from './fake-beside';
import { facetsOf, hasValue, valuesOf } from './fake-facets';
import { readQuery, type Clause } from './fake-language';
import { locateIn, passagesOf } from './fake-locate';

export { locateIn };

export interface Corpus {
  documents: DocumentView[];
  terms: Term[];
  topics: Topic[];
  catalogue: CatalogueEntry[];
}

function textOf(passage: PassageView, lang: Lang): string {
  const parts = passage.texts
    .filter((text) => text.lang === lang)
    .flatMap((text) => text.paragraphs.flatMap((paragraph) => [paragraph, ...paragraph.items]));
  return parts.map((part) => part.runs.map((run) => run.text).join('')).join('');
}

function snippet(text: string, words: string[]): SnippetRun[] {
  const at = Math.max(
    0,
    Math.min(...words.map((word) => text.toLowerCase().indexOf(word)).filter((i) => i >= 0)),
  );
  const from = Number.isFinite(at) ? Math.max(0, at - 16) : 0;
  const line = (from > 0 ? '… ' : '') + text.slice(from, from + 90);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return line
    .split(new RegExp(`(${escaped.join('|')})`, 'i'))
    .filter((part) => part !== '')
    .map((part) => ({ text: part, hit: words.includes(part.toLowerCase()) }));
}

const means = (term: Term, query: string) =>
  [term.term.zh, term.term.en, ...term.forms.zh, ...term.forms.en].some(
    (form) => form.toLowerCase() === query,
  );

const RANKING: readonly Clause['role'][] = ['word', 'must', 'either', 'phrase'];

/** Whether a place has what the clauses insist on. */
function passes(clauses: readonly Clause[], whole: string, isAt: (clause: Clause) => boolean) {
  const either = clauses.filter(({ role }) => role === 'either');
  return (
    clauses.every((clause) => {
      const { role, text, wants } = clause;
      if (role === 'field') return isAt(clause);
      if (role === 'not') return !whole.includes(text.toLowerCase());
      if (role === 'must' || role === 'phrase') return whole.includes(text.toLowerCase());
      if (role === 'sentence' || role === 'paragraph')
        return wants.every((want) => whole.includes(want));
      return true;
    }) &&
    (either.length === 0 ||
      clauses
        .filter(({ role }) => role === 'either' || role === 'word')
        .some(({ text }) => whole.includes(text.toLowerCase())))
  );
}

/** Shares made up from where the words stand. */
function whyOf(cited: boolean, headed: boolean, synonyms: boolean): Why[] {
  const parts: Why[] = [
    { part: 'exact', share: 48 },
    { part: 'words', share: 27 },
    { part: 'single-characters', share: 9 },
  ];
  if (headed) parts.splice(1, 0, { part: 'heading', share: 12 });
  if (synonyms) parts.push({ part: 'synonyms', share: 4 });
  return cited ? [{ part: 'citation', share: 100 }] : parts;
}

export function searchIn(
  corpus: Corpus,
  query: string,
  widen: boolean,
  lang: Lang,
  limit: number,
): SearchView {
  const answer = answerTo(corpus, query, widen, lang, limit);
  const meant = meantBy(query, answer.total);
  const instead = meant.find(({ applied }) => applied);
  const read = instead ? answerTo(corpus, instead.query, widen, lang, limit) : answer;
  return { ...read, query, understood: { ...read.understood, meant } };
}

function answerTo(
  corpus: Corpus,
  query: string,
  widen: boolean,
  lang: Lang,
  limit: number,
): SearchView {
  const folded = query.trim().toLowerCase();
  const { clauses, notes, sort } = readQuery(query, lang);
  const plain = clauses.every(({ role }) => role === 'word');
  const terms = clauses
    .filter(({ role }) => RANKING.includes(role))
    .flatMap(({ text }) => text.toLowerCase().split(/[《》]+/))
    .filter(Boolean);
  const synonyms = widen ? terms.flatMap((term) => THESAURUS[term] ?? []) : [];
  const words = [...terms, ...synonyms];
  const citation = locateIn(corpus.documents, query, null)?.address ?? null;
  const cited = citation?.split('.')[0];
  const facts = new Map(corpus.catalogue.map((entry) => [entry.id, entry]));
  const found = passagesOf(corpus.documents)
    .map((one) => {
      const { document, passage } = one;
      const text = textOf(passage, lang);
      const heading = passage.heading[lang] || document.title[lang];
      const whole = `${passage.label[lang]}${heading}${text}`.toLowerCase();
      const entry = facts.get(document.id);
      const values = entry ? valuesOf(entry, corpus.topics) : {};
      const named = cited === passage.address || cited === document.id;
      const base = (named ? 100 : 0) + (words.length === 0 && !plain ? 1 : 0);
      const times = words.reduce((sum, word) => sum + whole.split(word).length - 1, base);
      const score = passes(clauses, whole, (clause) => hasValue(values, clause)) ? times : 0;
      return { ...one, text, heading, whole, values, entry, named, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  if (sort === 'date')
    found.sort((a, b) => (b.entry?.date ?? '').localeCompare(a.entry?.date ?? ''));
  const hits = found
    .slice(0, limit)
    .map(({ document, chapter, passage, text, heading, entry, named, score }): Hit => ({
      address: passage.address,
      document: document.id,
      kind: document.kind,
      label: passage.label[lang],
      heading,
      layer: lang === 'zh' ? 'restatement' : 'rendering',
      lang,
      score,
      snippet: snippet(text, words),
      chapter:
        [chapter.label[lang], chapter.heading[lang]].filter(Boolean).join(' ').trim() || null,
      date: entry?.date ?? null,
      why: whyOf(
        named,
        words.some((word) => heading.includes(word)),
        synonyms.length > 0,
      ),
    }));
  return {
    query,
    understood: {
      term: corpus.terms.find((term) => means(term, folded)) ?? null,
      terms,
      synonyms,
      citation,
      chips: plain
        ? []
        : clauses.map(({ role, field, text, without }) => ({ role, field, text, without })),
      notes,
      meant: [],
    },
    took_us: 900,
    total: found.length,
    facets: facetsOf(
      found.map(({ values }) => values),
      query.trim(),
      clauses,
      lang,
    ),
    sort,
    hits,
  };
}

export function quoteFrom(
  shown: ShowView,
  documents: DocumentView[],
  lang: Lang,
  selection: string | null,
): string {
  const document = documents.find(({ id }) => id === shown.document);
  const title = document?.title[lang] ?? '';
  const text = shown.texts
    .filter((candidate) => candidate.lang === lang)
    .flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => [paragraph.text, ...paragraph.items]),
    )
    .join('\n');
  const name = document?.case ? `${title}（${document.short_title[lang]}）` : `《${title}》`;
  const source =
    lang === 'zh'
      ? `——${name}${shown.label}（整理稿·非官方文本）`
      : `— ${title}, ${shown.label} (our English, unofficial)`;
  return `${selection ?? text}\n${source}`;
}
