import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Checklist } from '../ipc/bindings';

/** Which points of the sheets are ticked. Kept while the program is open, on whatever page; never written anywhere. */
export class Ticks {
  readonly #sheets = new SvelteMap<string, SvelteSet<string>>();

  has(sheet: string, point: string): boolean {
    return this.#sheets.get(sheet)?.has(point) ?? false;
  }

  set(sheet: string, point: string, ticked: boolean) {
    const points = this.#sheets.get(sheet) ?? new SvelteSet();
    points[ticked ? 'add' : 'delete'](point);
    this.#sheets.set(sheet, points);
  }

  count(sheet: string): number {
    return this.#sheets.get(sheet)?.size ?? 0;
  }

  clear(sheet: string) {
    this.#sheets.delete(sheet);
  }
}

/** A point by its place on the sheet: several points may come from one article. */
export const pointId = (part: number, point: number) => `${part}.${point}`;

export const pointsOn = (sheet: Checklist): number =>
  sheet.part.reduce((sum, { point }) => sum + point.length, 0);

export const ticks = new Ticks();
