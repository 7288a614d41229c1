// The tree of topics.
import type { Address, DocumentEntry, Shelf, Topic } from '../../ipc/bindings';
import { documentAt } from '../places.svelte';

export interface TopicNode {
  topic: Topic;
  children: readonly TopicNode[];
  /** Places of the topic and of all within it, each once. */
  count: number;
}

export function treeOf(topics: readonly Topic[]): TopicNode[] {
  const ids = new Set(topics.map(({ id }) => id));
  const grow = (parent: string | null): (TopicNode & { places: Set<Address> })[] =>
    topics
      // A topic whose parent is missing would be lost; it stands among the roots.
      .filter((topic) => (topic.parent && ids.has(topic.parent) ? topic.parent : null) === parent)
      .map((topic) => {
        const children = grow(topic.id);
        const places = new Set([...topic.places, ...children.flatMap((child) => [...child.places])]);
        return { topic, children, places, count: places.size };
      });
  return grow(null);
}

export interface ShelfPlaces {
  shelf: Shelf;
  places: readonly Address[];
}

/** Places by the shelf of their document, shelves in the order of the library, most important place first. */
export function byShelf(
  places: readonly Address[],
  entries: readonly DocumentEntry[],
): ShelfPlaces[] {
  const shelves = new Map(entries.map(({ id, shelf }) => [id, shelf]));
  const order = [...new Set(entries.map(({ shelf }) => shelf))];
  return order
    .map((shelf) => ({
      shelf,
      places: places.filter((place) => shelves.get(documentAt(place)) === shelf),
    }))
    .filter((group) => group.places.length > 0);
}
