// Terms in the order of a dictionary, under the letters they begin with.
import type { Lang, Term } from '../../ipc/bindings';

const collators: Record<Lang, Intl.Collator> = {
  zh: new Intl.Collator('zh-u-co-pinyin', { numeric: true }),
  en: new Intl.Collator('en', { sensitivity: 'base', numeric: true }),
};

// The first syllable of each initial in the order of pinyin; there is none in I, U and V.
const FIRSTS = [
  ...[...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'].map(
    (first, index) => [first, 'ABCDEFGHJKLMNOPQRSTWXYZ'[index] ?? ''] as const,
  ),
].reverse();

/** The letter a term stands under; empty for what begins with none. */
export function letterOf(text: string, lang: Lang): string {
  const head = [...text.replace(/^[“"'《（(\s]+/, '')][0]?.toUpperCase() ?? '';
  if (/[A-Z]/.test(head)) return head;
  if (lang === 'en' || !/\p{Script=Han}/u.test(head)) return '';
  return FIRSTS.find(([first]) => collators.zh.compare(first, head) <= 0)?.[1] ?? '';
}

export interface Letter {
  letter: string;
  terms: readonly Term[];
}

export function byLetter(terms: readonly Term[], lang: Lang): Letter[] {
  const sorted = [...terms].sort((one, other) =>
    collators[lang].compare(one.term[lang], other.term[lang]),
  );
  const letters = new Map<string, Term[]>();
  for (const term of sorted) {
    const letter = letterOf(term.term[lang], lang);
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  // What begins with no letter follows the rest.
  return [...letters]
    .map(([letter, held]) => ({ letter, terms: held }))
    .sort((one, other) => Number(one.letter === '') - Number(other.letter === ''));
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** The terms that say every word typed, in either language. */
export function filterTerms(terms: readonly Term[], text: string): Term[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return terms.filter(({ term, forms, legal, child }) => {
    const told = [term, legal, child].flatMap(({ zh, en }) => [zh, en]);
    const whole = folded([...told, ...forms.zh, ...forms.en].join('\n'));
    return words.every((word) => whole.includes(word));
  });
}
