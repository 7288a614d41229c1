// The tree of topics.
import { documentOf } from '../../address';
import type { Address, DocumentEntry, Topic } from '../../ipc/bindings';
import { shelve } from '../../library/shelves';

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
        const places = new Set([
          ...topic.places,
          ...children.flatMap((child) => [...child.places]),
        ]);
        return { topic, children, places, count: places.size };
      });
  return grow(null);
}

/** Places by the shelf of their document, most important place first; places in no document of ours are left out. */
export const byShelf = (places: readonly Address[], entries: readonly DocumentEntry[]) =>
  shelve(
    places.flatMap((address) => {
      const entry = entries.find(({ id }) => id === documentOf(address));
      return entry ? [{ shelf: entry.shelf, address }] : [];
    }),
  );
