import { expect, test } from 'vitest';
import { History } from '../../src/lib/state/history.svelte';

test('back and forward walk the stops; a new one forgets what lay ahead', () => {
  const history = new History();
  for (const stop of [null, 'a/1', 'a/2']) history.visit(stop);
  expect(history.back()).toBe('a/1');
  expect(history.back()).toBeNull();
  expect(history.back()).toBeUndefined();
  expect(history.forward()).toBe('a/1');
  history.visit('b/1');
  expect(history.canGoForward).toBe(false);
  expect(history.back()).toBe('a/1');
});

test('the same place twice is one stop', () => {
  const history = new History();
  history.visit('a/1');
  history.visit('a/1');
  expect(history.canGoBack).toBe(false);
});

test('scrolling amends the stop one comes back to', () => {
  const history = new History();
  history.visit('a/1');
  history.amend('a/7');
  history.visit('a/30');
  expect(history.back()).toBe('a/7');
});
