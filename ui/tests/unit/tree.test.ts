import { expect, test } from 'vitest';
import { holds, moveIn, seenIn, type TreeNode } from '../../src/lib/components/tree';

const leaf = (id: string): TreeNode => ({ id, label: id, detail: `on ${id}`, href: `#${id}` });
const nodes: TreeNode[] = [
  { id: 'one', label: 'one', detail: 'first', children: [leaf('1'), leaf('2')] },
  { id: 'two', label: 'two', detail: 'second', children: [leaf('3')] },
];
const open = (node: TreeNode) => node.id === 'one';

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
  const move = moveIn(nodes, open, id, key);
  const ids =
    move && Object.fromEntries(Object.entries(move).map(([what, node]) => [what, node.id]));
  expect(ids).toEqual(expected);
});

const deep: TreeNode[] = [
  {
    id: 'shelf',
    label: 'shelf',
    detail: '',
    children: [
      { id: 'book', label: 'book', detail: '', href: '#book', children: [leaf('page')] },
      { id: 'unread', label: 'unread', detail: '', href: '#unread', children: null },
    ],
  },
];

test('levels below levels', () => {
  const all = (node: TreeNode) => node.children !== undefined;
  expect(seenIn(deep, all).map(({ id }) => id)).toEqual(['shelf', 'book', 'page', 'unread']);
  expect(moveIn(deep, all, 'page', 'ArrowLeft')?.focus?.id).toBe('book');
  expect(moveIn(deep, (node) => node.id === 'shelf', 'book', 'ArrowLeft')?.focus?.id).toBe('shelf');
  expect(holds(deep[0] as TreeNode, 'page')).toBe(true);
});

test('a node whose children are not known yet can be opened', () => {
  const move = moveIn(deep, (node) => node.id === 'shelf', 'unread', 'ArrowRight');
  expect(move?.toggle?.id).toBe('unread');
});
