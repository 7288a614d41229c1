import type { Shelf } from '../ipc/bindings';

/** The shelves in the order in which they stand. */
const SHELVES: readonly Shelf[] = ['regulations', 'provisions', 'cases', 'related', 'policy'];

export interface ShelfOf<Entry> {
  shelf: Shelf;
  entries: readonly Entry[];
}

/** What has a place on a shelf, shelf by shelf; an empty shelf is not shown. */
export const shelve = <Entry extends { shelf: Shelf }>(
  entries: readonly Entry[],
): ShelfOf<Entry>[] =>
  SHELVES.map((shelf) => ({
    shelf,
    entries: entries.filter((entry) => entry.shelf === shelf),
  })).filter((shelf) => shelf.entries.length > 0);
