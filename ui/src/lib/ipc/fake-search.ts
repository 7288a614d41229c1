// A plain scan of the fixture. Just clever enough to exercise every state of the window.
import type {
  DocumentView,
  Hit,
  Lang,
  PassageView,
  SearchView,
  ShowView,
  SnippetRun,
  Term,
} from './bindings';
import { locateIn, passagesOf } from './fake-locate';

export { locateIn };

const THESAURUS: Record<string, string[]> = {
  网游: ['网络游戏'],
  霸凌: ['网络欺凌'],
  罚款: ['没收违法所得'],
  bullying: ['cyberbullying'],
};

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

export function searchIn(
  corpus: { documents: DocumentView[]; terms: Term[] },
  query: string,
  widen: boolean,
  lang: Lang,
  limit: number,
): SearchView {
  const folded = query.trim().toLowerCase();
  const terms = folded.split(/[\s“”《》]+/).filter(Boolean);
  const synonyms = widen ? terms.flatMap((term) => THESAURUS[term] ?? []) : [];
  const words = [...terms, ...synonyms];
  const citation = locateIn(corpus.documents, query, null)?.address ?? null;
  const cited = citation?.split('.')[0];
  const hits: Hit[] = passagesOf(corpus.documents)
    .map((found) => ({ ...found, text: textOf(found.passage, lang) }))
    .map((found) => {
      const { document, passage, text } = found;
      const heading = passage.heading[lang] || document.title[lang];
      const whole = `${passage.label[lang]}${heading}${text}`.toLowerCase();
      const bonus = cited === passage.address || cited === document.id ? 100 : 0;
      const score = words.reduce((sum, word) => sum + whole.split(word).length - 1, bonus);
      return { ...found, heading, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ document, passage, text, heading, score }) => ({
      address: passage.address,
      document: document.id,
      kind: document.kind,
      label: passage.label[lang],
      heading,
      layer: lang === 'zh' ? 'restatement' : 'rendering',
      lang,
      score,
      snippet: snippet(text, words),
    }));
  return {
    query,
    understood: {
      term: corpus.terms.find((term) => means(term, folded)) ?? null,
      terms,
      synonyms,
      citation,
    },
    took_us: 900,
    total: hits.length,
    hits: hits.slice(0, limit),
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
