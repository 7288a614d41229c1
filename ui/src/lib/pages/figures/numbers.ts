// Numbers as each language writes them.
import type { Messages } from '../../i18n';
import type { Figure } from '../../ipc/bindings';

/** 11,683; 13.4. */
export function grouped(value: number, words: Messages): string {
  return new Intl.NumberFormat(words.tag, { maximumFractionDigits: 2 }).format(value);
}

/** 1.16万 where that is the whole number, 11,683 where it would not be. */
export function short(value: number, words: Messages): string {
  const { tenThousand, hundredMillion } = words.pages.numbers;
  const larger = [
    { unit: 100_000_000, name: hundredMillion },
    { unit: 10_000, name: tenThousand },
  ].find(({ unit, name }) => name && value >= unit && (value * 100) % unit === 0);
  return larger ? grouped(value / larger.unit, words) + larger.name : grouped(value, words);
}

type Counted = Pick<Figure, 'value' | 'rounded'>;

/** The number for a chart, with a word when the source gives it roughly. */
export function onChart({ value, rounded }: Counted, words: Messages): string {
  const number = short(value, words);
  return rounded ? words.pages.numbers.about(number) : number;
}

/** The number for a table: digits under digits. */
export function inTable({ value, rounded }: Counted, words: Messages): string {
  const number = grouped(value, words);
  return rounded ? words.pages.numbers.about(number) : number;
}
