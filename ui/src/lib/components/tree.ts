// What a tree is made of, and its keys, after the ARIA Authoring Practices. Pure, so that a table can test it.

export interface TreeNode {
  id: string;
  label: string;
  detail: string;
  /** Where it leads; a node without it only opens and closes. */
  href?: string;
  /** The nodes below; `null` when there are some that are not known yet. */
  children?: readonly TreeNode[] | null;
  /** How it is set: a heading over others, a title with a count, one line cut to fit, a part, an entry. */
  look?: 'group' | 'title' | 'line' | 'part' | 'entry';
  /** The words in full, where the line may be cut. */
  full?: string;
}

export interface TreeMove {
  focus?: TreeNode;
  toggle?: TreeNode;
}

const canOpen = (node: TreeNode) => node.children !== undefined;

/** The nodes on screen, in order. */
export const seenIn = (
  nodes: readonly TreeNode[],
  isOpen: (node: TreeNode) => boolean,
): TreeNode[] =>
  nodes.flatMap((node) => [node, ...(isOpen(node) ? seenIn(node.children ?? [], isOpen) : [])]);

export const holds = (node: TreeNode, id: string | null): boolean =>
  node.children?.some((child) => child.id === id || holds(child, id)) ?? false;

/**
 * What a key does when focus is on the node `id`; `null` when it is not a key of the tree.
 * Enter and Space are left to the elements.
 */
export function moveIn(
  nodes: readonly TreeNode[],
  isOpen: (node: TreeNode) => boolean,
  id: string,
  key: string,
): TreeMove | null {
  const seen = seenIn(nodes, isOpen);
  const at = seen.findIndex((node) => node.id === id);
  const node = seen[at];
  if (!node) return null;
  switch (key) {
    case 'ArrowDown':
      return { focus: seen[at + 1] ?? node };
    case 'ArrowUp':
      return { focus: seen[at - 1] ?? node };
    case 'Home':
      return { focus: seen[0] ?? node };
    case 'End':
      return { focus: seen.at(-1) ?? node };
    case 'ArrowRight':
      if (!canOpen(node)) return {};
      return isOpen(node) ? { focus: node.children?.[0] ?? node } : { toggle: node };
    case 'ArrowLeft': {
      if (canOpen(node) && isOpen(node)) return { toggle: node };
      const parent = seen.find(({ children }) => children?.includes(node));
      return parent ? { focus: parent } : {};
    }
    default:
      return typed(seen, at, key);
  }
}

/** Typing goes to the next node whose words begin so. */
function typed(seen: readonly TreeNode[], at: number, key: string): TreeMove | null {
  if (key.length !== 1 || key === ' ') return null;
  const wanted = key.toLowerCase();
  const ahead = [...seen.slice(at + 1), ...seen.slice(0, at + 1)];
  const focus = ahead.find(({ label, detail }) =>
    [label, detail].some((words) => words.toLowerCase().startsWith(wanted)),
  );
  return focus ? { focus } : null;
}
