// What the list under the search box offers: earlier queries first, then what the core suggests; an empty box gives examples.
import type { Address, Suggestion, SuggestionKind } from '../ipc/bindings';

export interface Option {
  text: string;
  from: SuggestionKind | 'history' | 'example';
  /** The place it leads to; none fills the box. */
  address: Address | null;
}

const EARLIER = 5;
const MOST = 10;

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

const plain = (from: Option['from']) => (text: string) => ({ text, from, address: null });

export function optionsFor(
  typed: string,
  history: readonly string[],
  suggestions: readonly Suggestion[],
  examples: readonly string[],
): Option[] {
  const wanted = folded(typed.trim());
  const earlier = history.filter((query) => folded(query).includes(wanted)).slice(0, EARLIER);
  const rest: Option[] =
    wanted === ''
      ? examples.map(plain('example'))
      : suggestions.map(({ text, kind, address }) => ({ text, from: kind, address }));
  const seen = new Set([wanted]);
  return [...earlier.map(plain('history')), ...rest]
    .filter(({ text }) => !seen.has(folded(text)) && seen.add(folded(text)))
    .slice(0, MOST);
}

/** The option a key leads to: past either end lies the box itself, -1. */
export function moveOver(count: number, active: number, key: string): number {
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1;
  if (key === 'ArrowUp') return active < 0 ? count - 1 : active - 1;
  return active;
}
