// Queries made from queries. Whatever takes something away comes from the core; here words are only added.
import type { Chip, Lang, Sort } from '../ipc/bindings';

/** The same query, of which these words must stand too: 在结果中再找. What is written in the search language stays as written. */
export function within(query: string, words: string): string {
  const text = words.trim();
  const written = /[“”「」"（(:：]/.test(text);
  const added = written
    ? [text]
    : text
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => (/^[+＋\-－−]/.test(word) ? word : `+${word}`));
  return [query.trim(), ...added].filter(Boolean).join(' ');
}

const NEWEST: Record<Lang, string> = { zh: '排序:日期', en: 'sort:date' };

/** The same query in another order. */
export function sorted(query: string, chips: readonly Chip[], sort: Sort, lang: Lang): string {
  const unsorted = chips.find(({ role }) => role === 'sort')?.without ?? query;
  return sort === 'date' ? `${unsorted.trim()} ${NEWEST[lang]}` : unsorted;
}

/** The query taken at its letters, whatever may have been meant. */
export const literally = (query: string): string => `“${query.trim()}”`;
