import type { DocumentEntry, Shelf } from '../ipc/bindings';

/** The shelves in the order in which they stand. */
const SHELVES: readonly Shelf[] = ['regulations', 'provisions', 'cases', 'related', 'policy'];

export interface ShelfOf {
  shelf: Shelf;
  entries: readonly DocumentEntry[];
}

/** The documents shelf by shelf; an empty shelf is not shown. */
export const shelve = (entries: readonly DocumentEntry[]): ShelfOf[] =>
  SHELVES.map((shelf) => ({
    shelf,
    entries: entries.filter((entry) => entry.shelf === shelf),
  })).filter((shelf) => shelf.entries.length > 0);
