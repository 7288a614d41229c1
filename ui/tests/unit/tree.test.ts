import { expect, test } from 'vitest';
import { moveIn } from '../../src/lib/components/tree';
import type { TreeNode } from '../../src/lib/components/Tree.svelte';

const leaf = (id: string): TreeNode => ({ id, label: id, detail: `on ${id}`, href: `#${id}` });
const nodes: TreeNode[] = [
  { id: 'one', label: 'one', detail: 'first', children: [leaf('1'), leaf('2')] },
  { id: 'two', label: 'two', detail: 'second', children: [leaf('3')] },
];
const open = (node: TreeNode) => node.id === 'one';
const seen = nodes.flatMap((node) => [node, ...(open(node) ? (node.children ?? []) : [])]);

test.each([
  ['one', 'ArrowDown', { focus: '1' }],
  ['2', 'ArrowDown', { focus: 'two' }],
  ['two', 'ArrowDown', { focus: 'two' }],
  ['1', 'ArrowUp', { focus: 'one' }],
  ['2', 'Home', { focus: 'one' }],
  ['one', 'End', { focus: 'two' }],
  ['one', 'ArrowRight', { focus: '1' }],
  ['two', 'ArrowRight', { toggle: 'two' }],
  ['1', 'ArrowRight', {}],
  ['1', 'ArrowLeft', { focus: 'one' }],
  ['one', 'ArrowLeft', { toggle: 'one' }],
  ['two', 'ArrowLeft', {}],
  ['one', 't', { focus: 'two' }],
  ['two', 'F', { focus: 'one' }],
  ['one', 'Enter', null],
  ['one', 'z', null],
  ['gone', 'ArrowDown', null],
])('on %s, %s does %j', (id, key, expected) => {
  const move = moveIn(nodes, seen, open, id, key);
  const ids =
    move && Object.fromEntries(Object.entries(move).map(([what, node]) => [what, node.id]));
  expect(ids).toEqual(expected);
});
