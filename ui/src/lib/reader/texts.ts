import type { DocumentView, Lang, PassageView, Reading, TextView } from '../ipc/bindings';

export function languagesOf(reading: Reading): Lang[] {
  return reading === 'both' ? ['zh', 'en'] : [reading];
}

/** The text of a passage in one language: the official wording where there is one, else ours. */
export function textIn(passage: PassageView, lang: Lang): TextView | undefined {
  const texts = passage.texts.filter((text) => text.lang === lang);
  return texts.find((text) => text.layer === 'official') ?? texts[0];
}

/** Whose words a document shows, judged by its first passage. */
export function textsShown(document: DocumentView, reading: Reading): TextView[] {
  const passage = document.chapters[0]?.passages[0];
  if (!passage) return [];
  return languagesOf(reading).flatMap((lang) => textIn(passage, lang) ?? []);
}

/** Characters to a line at the full measure. */
const MEASURE: Record<Lang, number> = { zh: 34, en: 76 };

/** How many lines a passage is likely to take, so that the page barely moves when it is first laid out. */
export function likelyLines(texts: readonly TextView[]): number {
  const lines = (text: TextView) =>
    text.paragraphs
      .flatMap((paragraph) => [paragraph, ...paragraph.items])
      .map(({ runs }) => runs.reduce((length, run) => length + run.text.length, 2))
      .reduce((sum, length) => sum + Math.ceil((length * texts.length) / MEASURE[text.lang]), 0);
  return Math.max(0, ...texts.map(lines));
}
