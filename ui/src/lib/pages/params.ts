// What is chosen on a page, as the detail of its link writes it: shelf=cases&function=criminal&function=civil.

export type Params = readonly (readonly [name: string, value: string])[];

export function readParams(detail: string | null): Params {
  return detail?.includes('=') ? [...new URLSearchParams(detail)] : [];
}

/** `null` when nothing is chosen. */
export function writeParams(params: Params): string | null {
  const kept = params.filter(([, value]) => value !== '');
  return kept.length > 0 ? new URLSearchParams(kept.map((pair) => [...pair])).toString() : null;
}
