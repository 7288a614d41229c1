import { beforeEach, expect, test } from 'vitest';
import { Composition } from '../../src/lib/keys/composition';

let now = 0;
let target: EventTarget;
let composition: Composition;

beforeEach(() => {
  now = 1000;
  target = new EventTarget();
  composition = new Composition(() => now);
  composition.watch(target);
});

const compose = (kind: 'start' | 'end') => target.dispatchEvent(new Event(`composition${kind}`));
const enter = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'Enter', ...init });

test('Chromium: the confirming Enter comes before the end and is composing', () => {
  compose('start');
  expect(composition.owns(enter({ isComposing: true, keyCode: 229 }))).toBe(true);
  compose('end');
  expect(composition.owns(enter({ keyCode: 13 }))).toBe(false);
});

test('WebKit: the confirming Enter comes after the end, as 229, once', () => {
  compose('start');
  compose('end');
  now += 3;
  expect(composition.owns(enter({ keyCode: 229 }))).toBe(true);
  expect(composition.owns(enter({ keyCode: 229 }))).toBe(false);
});

test('WebKit keeps saying 229 for real keys long after: those are ours', () => {
  compose('start');
  compose('end');
  now += 501;
  expect(composition.owns(enter({ keyCode: 229 }))).toBe(false);
});

test('WebKitGTK: while composing every key is the input method’s, whatever its code', () => {
  compose('start');
  expect(composition.owns(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27 }))).toBe(true);
  expect(composition.active).toBe(true);
});

test('a real key right after the end is ours', () => {
  compose('start');
  compose('end');
  expect(composition.owns(enter({ keyCode: 13 }))).toBe(false);
});
