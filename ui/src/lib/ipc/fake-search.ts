// A plain scan of the fixture. Just clever enough to exercise every state of the window.
import type {
  Address,
  ArticleView,
  DocumentView,
  Hit,
  Lang,
  SearchView,
  ShowView,
  SnippetRun,
  Target,
} from './bindings';

const THESAURUS: Record<string, string[]> = {
  网游: ['网络游戏'],
  霸凌: ['网络欺凌'],
  罚款: ['没收违法所得'],
  bullying: ['cyberbullying'],
};

const articlesOf = (documents: DocumentView[]) =>
  documents.flatMap((document) =>
    document.chapters.flatMap((chapter) =>
      chapter.articles.map((article) => ({ document, article })),
    ),
  );

function textOf(article: ArticleView, lang: Lang): string {
  const parts = article.texts
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

export function searchIn(
  documents: DocumentView[],
  query: string,
  widen: boolean,
  lang: Lang,
  limit: number,
): SearchView {
  const terms = query
    .toLowerCase()
    .split(/[\s“”《》]+/)
    .filter(Boolean);
  const synonyms = widen ? terms.flatMap((term) => THESAURUS[term] ?? []) : [];
  const words = [...terms, ...synonyms];
  const citation = locateIn(documents, query, null)?.address ?? null;
  const hits: Hit[] = articlesOf(documents)
    .map(({ document, article }) => ({ document, article, text: textOf(article, lang) }))
    .map((found) => {
      const whole =
        `${found.article.label[lang]}${found.article.heading[lang]}${found.text}`.toLowerCase();
      const cited = citation?.split('.')[0] === found.article.address ? 100 : 0;
      const score = words.reduce((sum, word) => sum + whole.split(word).length - 1, cited);
      return { ...found, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ document, article, text, score }) => ({
      address: article.address,
      document: document.id,
      kind: document.kind,
      label: article.label[lang],
      heading: article.heading[lang],
      layer: lang === 'zh' ? 'restatement' : 'rendering',
      lang,
      score,
      snippet: snippet(text, words),
    }));
  return {
    query,
    understood: { terms, synonyms, citation },
    took_us: 900,
    total: hits.length,
    hits: hits.slice(0, limit),
  };
}

const DIGITS = '零一二三四五六七八九十';

function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return 10 * DIGITS.indexOf(tens || '一') + DIGITS.indexOf(ones || '零');
}

export function locateIn(
  documents: DocumentView[],
  text: string,
  near: Address | null,
): Target | null {
  const folded = text.normalize('NFKC').trim();
  const document = documents.find(({ id }) => near?.startsWith(`${id}/`)) ?? documents[0];
  const match = folded.match(
    /^(?:条例|.*\/|art(?:icle|\.)?\s*)?第?([\d一二三四五六七八九十]+)条?(?:第([一二三四五六七八九十\d]+)款|[.(](\d+)\)?)?$/i,
  );
  if (!document || !match?.[1]) return null;
  const address = `${document.id}/${numberIn(match[1])}`;
  const found = articlesOf([document]).find(({ article }) => article.address === address)?.article;
  if (!found) return null;
  const paragraph = match[2] ?? match[3];
  if (!paragraph) return { address, label: found.label, heading: found.heading };
  const number = numberIn(paragraph);
  return {
    address: `${address}.${number}`,
    label: { zh: `${found.label.zh}第${DIGITS[number]}款`, en: `${found.label.en}(${number})` },
    heading: found.heading,
  };
}

export function quoteFrom(
  shown: ShowView,
  documents: DocumentView[],
  lang: Lang,
  selection: string | null,
): string {
  const title = documents.find(({ id }) => id === shown.document)?.title[lang] ?? '';
  const text = shown.texts
    .filter((candidate) => candidate.lang === lang)
    .flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => [paragraph.text, ...paragraph.items]),
    )
    .join('\n');
  const source =
    lang === 'zh'
      ? `——《${title}》${shown.label}（整理稿·非官方文本）`
      : `— ${title}, ${shown.label} (our English, unofficial)`;
  return `${selection ?? text}\n${source}`;
}
