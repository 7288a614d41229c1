// Keys of a tree, after the ARIA Authoring Practices. Pure, so that a table can test it.
import type { TreeNode } from './Tree.svelte';

export interface TreeMove {
  focus?: TreeNode;
  toggle?: TreeNode;
}

/**
 * What a key does when focus is on the node `id`; `null` when it is not a key of the tree.
 * `seen` are the nodes on screen, in order. Enter and Space are left to the elements.
 */
export function moveIn(
  nodes: readonly TreeNode[],
  seen: readonly TreeNode[],
  isOpen: (node: TreeNode) => boolean,
  id: string,
  key: string,
): TreeMove | null {
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
      if (!node.children) return {};
      return isOpen(node) ? { focus: node.children[0] ?? node } : { toggle: node };
    case 'ArrowLeft':
      if (node.children) return isOpen(node) ? { toggle: node } : {};
      return { focus: nodes.find(({ children }) => children?.includes(node)) ?? node };
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
