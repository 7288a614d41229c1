// Facets of the catalogue: what can be chosen, what a choice leaves, how many each further choice would find.
import type { CatalogueEntry } from '../../ipc/bindings';
import { readParams, writeParams } from '../params';

export const facetKeys = [
  'shelf',
  'court',
  'function',
  'crime',
  'minor',
  'internet',
  'topic',
  'audience',
  'batch',
  'kind',
  'evidence',
] as const;

export type FacetKey = (typeof facetKeys)[number];

/** Choices within a facet widen, choices in several facets narrow. */
export interface Filter {
  text: string;
  chosen: Readonly<Record<FacetKey, readonly string[]>>;
}

export type Choice = readonly [key: FacetKey, value: string];

const COURT = /^(spp|spc)-\d+$/;

/** The court whose guiding case this is: spp, spc. */
export const courtOf = ({ id }: CatalogueEntry): string | undefined => COURT.exec(id)?.[1];

const values: Record<FacetKey, (entry: CatalogueEntry) => readonly (string | null | undefined)[]> =
  {
    shelf: ({ shelf }) => [shelf],
    court: (entry) => [courtOf(entry)],
    function: ({ functions }) => functions,
    crime: ({ crimes }) => crimes.map(({ zh }) => zh),
    minor: ({ minor }) => minor,
    internet: ({ internet }) => [internet],
    topic: ({ topics }) => topics,
    audience: ({ audiences }) => audiences.map(String),
    // Both courts count their batches from one.
    batch: (entry) => [entry.batch === null ? null : `${courtOf(entry)}-${entry.batch}`],
    kind: ({ kind }) => [kind],
    evidence: ({ evidence }) => [evidence],
  };

export function valuesOf(entry: CatalogueEntry, key: FacetKey): string[] {
  return values[key](entry).filter((value): value is string => Boolean(value));
}

export const nothing: Filter['chosen'] = Object.fromEntries(
  facetKeys.map((key) => [key, []]),
) as unknown as Filter['chosen'];

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

function saysAll(entry: CatalogueEntry, words: readonly string[]): boolean {
  const { title, short_title, gist, issuing_body, crimes } = entry;
  const told = [title, short_title, gist, issuing_body, ...crimes].flatMap(({ zh, en }) => [
    zh,
    en,
  ]);
  const whole = folded(told.join('\n'));
  return words.every((word) => whole.includes(word));
}

const wordsIn = (text: string) => folded(text).split(/\s+/).filter(Boolean);

function passes(entry: CatalogueEntry, { chosen }: Filter, except?: FacetKey): boolean {
  return facetKeys.every((key) => {
    const wanted = chosen[key];
    if (key === except || wanted.length === 0) return true;
    return valuesOf(entry, key).some((value) => wanted.includes(value));
  });
}

export function select(entries: readonly CatalogueEntry[], filter: Filter): CatalogueEntry[] {
  const words = wordsIn(filter.text);
  return entries.filter((entry) => passes(entry, filter) && saysAll(entry, words));
}

/** How many entries each value would find, its own facet left aside. */
export function countValues(
  entries: readonly CatalogueEntry[],
  filter: Filter,
  key: FacetKey,
): Map<string, number> {
  const words = wordsIn(filter.text);
  const counts = new Map<string, number>();
  for (const entry of entries) {
    if (!passes(entry, filter, key) || !saysAll(entry, words)) continue;
    for (const value of new Set(valuesOf(entry, key)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export const isChosen = ({ chosen }: Filter, [key, value]: Choice) => chosen[key].includes(value);

export function toggle(filter: Filter, [key, value]: Choice): Filter {
  const had = filter.chosen[key];
  const now = had.includes(value) ? had.filter((other) => other !== value) : [...had, value];
  return { ...filter, chosen: { ...filter.chosen, [key]: now } };
}

export const choicesOf = ({ chosen }: Filter): Choice[] =>
  facetKeys.flatMap((key) => chosen[key].map((value) => [key, value] as const));

const TEXT = 'text';
const isKey = (name: string): name is FacetKey => (facetKeys as readonly string[]).includes(name);

/** The filter a link asks for; what it says beyond our facets is passed over. */
export function readFilter(detail: string | null): Filter {
  const params = readParams(detail);
  return params.reduce<Filter>(
    (filter, [name, value]) => {
      if (name === TEXT) return { ...filter, text: value };
      if (!isKey(name) || isChosen(filter, [name, value])) return filter;
      return toggle(filter, [name, value]);
    },
    { text: '', chosen: nothing },
  );
}

export const writeFilter = (filter: Filter): string | null =>
  writeParams([...choicesOf(filter), [TEXT, filter.text]]);
