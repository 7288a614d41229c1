// What the values of a facet are called, and in which order they stand.
import type { Messages } from '../../i18n';
import type { CatalogueEntry, Lang, Topic } from '../../ipc/bindings';
import { facetKeys, valuesOf, type FacetKey } from './facets';

export interface FacetValue {
  value: string;
  name: string;
}

export interface Facet {
  key: FacetKey;
  values: readonly FacetValue[];
}

type Naming = (value: string) => string | undefined;

/** Values in the order in which their catalogue of words lists them. */
const listed =
  (names: Readonly<Record<string, string>> | readonly string[]) =>
  (used: Map<string, number>): FacetValue[] =>
    Object.entries(names).flatMap(([value, name]) => (used.has(value) ? [{ value, name }] : []));

/** Values the library itself brings: most frequent first, so that the few that matter stand on top. */
const frequent =
  (naming: Naming) =>
  (used: Map<string, number>): FacetValue[] =>
    [...used]
      .sort(([, one], [, other]) => other - one)
      .map(([value]) => ({ value, name: naming(value) ?? value }));

const numberIn = (batch: string) => Number(/\d+$/.exec(batch)?.[0]);

/** The facets of these entries. Their order does not change with what is chosen. */
export function facetsOf(
  entries: readonly CatalogueEntry[],
  topics: readonly Topic[],
  words: Messages,
  lang: Lang,
): Facet[] {
  const { library } = words.pages;
  const crimes = new Map(
    entries.flatMap((entry) => entry.crimes.map((crime) => [crime.zh, crime[lang]] as const)),
  );
  const titles = new Map(topics.map(({ id, title }) => [id, title[lang]]));
  const court = (batch: string) => batch.slice(0, 3) as keyof typeof library.courts;

  const order: Record<FacetKey, (used: Map<string, number>) => FacetValue[]> = {
    shelf: listed(library.shelves),
    court: listed(library.courts),
    function: listed(words.facts.functions),
    crime: frequent((value) => crimes.get(value)),
    minor: listed(words.facts.minor),
    internet: listed(library.internet),
    topic: frequent((value) => titles.get(value)),
    audience: listed(library.audiences),
    batch: (used) =>
      [...used.keys()]
        .sort((a, b) => court(b).localeCompare(court(a)) || numberIn(b) - numberIn(a))
        .map((value) => ({
          value,
          name: library.batch(library.courts[court(value)], String(numberIn(value))),
        })),
    kind: listed(words.kinds),
    evidence: listed(words.evidence),
  };

  return facetKeys
    .map((key) => {
      const used = new Map<string, number>();
      for (const entry of entries)
        for (const value of valuesOf(entry, key)) used.set(value, (used.get(value) ?? 0) + 1);
      return { key, values: order[key](used) };
    })
    .filter(({ values }) => values.length > 1);
}
