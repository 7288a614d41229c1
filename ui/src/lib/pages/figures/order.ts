import type { Figure, Lang } from '../../ipc/bindings';

/** Moments compare as texts do. What ends later is newer; of two that end together, what begins later. */
export function byPeriod(figures: readonly Figure[], newestFirst: boolean): Figure[] {
  const sign = newestFirst ? -1 : 1;
  const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return [...figures].sort(
    (one, other) => sign * (compare(one.until, other.until) || compare(one.from, other.from)),
  );
}

export interface Warning {
  caution: string;
  figures: readonly Figure[];
}

/** What must not be compared: each caution once, with the figures it is about. */
export function warningsIn(figures: readonly Figure[], lang: Lang): Warning[] {
  const warnings = new Map<string, Figure[]>();
  for (const figure of figures) {
    const caution = figure.caution?.[lang];
    if (caution) warnings.set(caution, [...(warnings.get(caution) ?? []), figure]);
  }
  return [...warnings].map(([caution, about]) => ({ caution, figures: about }));
}
