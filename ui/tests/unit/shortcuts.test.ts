import { expect, test } from 'vitest';
import { catalogues } from '../../src/lib/i18n';
import { actionFor, chordOf, forbidden, shortcuts } from '../../src/lib/keys/shortcuts';

test.each(['pc', 'mac'] as const)('no two actions share a chord on %s', (platform) => {
  const chords = shortcuts.flatMap((shortcut) => shortcut[platform]);
  expect(new Set(chords).size).toBe(chords.length);
  expect(chords.filter((chord) => forbidden.includes(chord))).toEqual([]);
});

test('no shortcut is a bare letter', () => {
  for (const { pc, mac } of shortcuts)
    for (const chord of [...pc, ...mac]) expect(chord).toMatch(/\+|^F\d+$/);
});

test('every action has its name in both languages', () => {
  for (const { action } of shortcuts)
    for (const words of Object.values(catalogues)) expect(words.actions[action]).toBeTruthy();
});

test.each([
  ['k', { ctrlKey: true }, 'Ctrl+K', 'search'],
  ['C', { ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+C', 'copy'],
  ['+', { ctrlKey: true, shiftKey: true }, 'Ctrl+=', 'bigger'],
  ['，', { ctrlKey: true }, 'Ctrl+,', 'settings'],
  ['F6', { shiftKey: true }, 'Shift+F6', 'previous-pane'],
  ['ArrowLeft', { altKey: true }, 'Alt+ArrowLeft', 'back'],
  ['a', {}, 'A', undefined],
])('%s with %j is %s: %s', (key, held, chord, action) => {
  const event = new KeyboardEvent('keydown', { key, ...held });
  expect(chordOf(event)).toBe(chord);
  expect(actionFor(event)).toBe(action);
});
