import type { ArticleView, DocumentView, Lang, Reading, TextView } from '../ipc/bindings';

export function languagesOf(reading: Reading): Lang[] {
  return reading === 'both' ? ['zh', 'en'] : [reading];
}

/** The text of an article in one language: the official wording where there is one, else ours. */
export function textIn(article: ArticleView, lang: Lang): TextView | undefined {
  const texts = article.texts.filter((text) => text.lang === lang);
  return texts.find((text) => text.layer === 'official') ?? texts[0];
}

/** Whose words a document shows, judged by its first article. */
export function textsShown(document: DocumentView, reading: Reading): TextView[] {
  const article = document.chapters[0]?.articles[0];
  if (!article) return [];
  return languagesOf(reading).flatMap((lang) => textIn(article, lang) ?? []);
}

/** Characters to a line at the full measure. */
const MEASURE: Record<Lang, number> = { zh: 34, en: 76 };

/** How many lines an article is likely to take, so that the page barely moves when it is first laid out. */
export function likelyLines(texts: readonly TextView[]): number {
  const lines = (text: TextView) =>
    text.paragraphs
      .flatMap((paragraph) => [paragraph, ...paragraph.items])
      .map(({ runs }) => runs.reduce((length, run) => length + run.text.length, 2))
      .reduce((sum, length) => sum + Math.ceil((length * texts.length) / MEASURE[text.lang]), 0);
  return Math.max(0, ...texts.map(lines));
}
