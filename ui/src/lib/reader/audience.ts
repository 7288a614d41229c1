import type { Run } from '../ipc/bindings';

/** Splits off whom a paragraph of the classroom section speaks to, as it begins: 小学：, Primary:. */
export function audienceOf(runs: readonly Run[]): { audience: string; rest: readonly Run[] } {
  const [first, ...others] = runs;
  const audience = /^[^：:]{1,12}[：:] ?/.exec(first?.text ?? '')?.[0] ?? '';
  if (!first || !audience) return { audience: '', rest: runs };
  return { audience, rest: [{ ...first, text: first.text.slice(audience.length) }, ...others] };
}
