import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { composition } from '../../src/lib/keys/composition';
import { Session } from '../../src/lib/state/session.svelte';
import { startView } from './fixture';
import Host from './SearchBoxHost.svelte';

beforeAll(() => {
  window.matchMedia = (media) =>
    ({ media, matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as never;
  composition.watch(document);
});

let session: Session;
let box: HTMLInputElement;

beforeEach(() => {
  session = new Session(startView());
  vi.spyOn(session.search, 'ask').mockImplementation(async (query) => {
    session.search.query = query;
  });
  render(Host, { session });
  box = screen.getByRole('combobox');
});

afterEach(cleanup);

async function type(value: string) {
  box.value = value;
  await fireEvent.input(box);
}

test('pinyin being composed is not searched; the words chosen are, once', async () => {
  await fireEvent.compositionStart(box);
  for (const letters of ['w', 'wang', 'wang luo']) await type(letters);
  expect(session.search.ask).not.toHaveBeenCalled();
  box.value = '网络';
  await fireEvent.compositionEnd(box);
  await type('网络');
  expect(session.search.ask).toHaveBeenCalledExactlyOnceWith('网络');
});

test('Esc while composing belongs to the input method', async () => {
  await type('网');
  session.search.open = true;
  await fireEvent.compositionStart(box);
  await fireEvent.keyDown(box, { key: 'Escape', isComposing: true, keyCode: 229 });
  expect(session.search.open).toBe(true);
  await fireEvent.compositionEnd(box);
  await fireEvent.keyDown(box, { key: 'Escape', keyCode: 27 });
  expect(session.search.open).toBe(false);
  expect(session.search.query).toBe('网');
});

test('the Enter that confirms a candidate opens nothing', async () => {
  const go = vi.spyOn(session, 'go');
  session.search.open = true;
  await fireEvent.compositionStart(box);
  await fireEvent.compositionEnd(box);
  await fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
  expect(go).not.toHaveBeenCalled();
});

const press = (key: string, rest: object = {}) => fireEvent.keyDown(box, { key, ...rest });
const active = () => document.getElementById(box.getAttribute('aria-activedescendant') ?? '');

test('an empty box offers earlier queries and examples; keys walk them and come back to the box', async () => {
  session.search.suggestions.remember('人肉搜索');
  await press('ArrowDown');
  expect(box.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getAllByRole('option')).toHaveLength(4);
  expect(active()).toBeNull();
  await press('ArrowDown');
  expect(active()?.textContent).toContain('人肉搜索');
  await press('ArrowUp');
  expect(active()).toBeNull();
  await press('ArrowUp');
  await press('Enter');
  expect(session.search.ask).toHaveBeenCalledExactlyOnceWith(session.words.search.examples[2]);
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('Alt and ↓ opens suggestions; one that names a place opens it', async () => {
  const go = vi.spyOn(session, 'go').mockImplementation(() => undefined);
  await type('检例');
  session.search.suggestions.found = [
    { text: '检例第43号', kind: 'title', address: 'spp-43' },
    { text: '网络欺凌', kind: 'term', address: null },
  ];
  await press('ArrowDown', { altKey: true });
  expect(screen.getAllByRole('option')).toHaveLength(2);
  await press('ArrowDown');
  await press('Enter');
  expect(go).toHaveBeenCalledExactlyOnceWith('spp-43');
});

test('Esc closes the list before it leaves anything', async () => {
  await type('网');
  session.search.open = true;
  session.search.suggestions.found = [{ text: '网络欺凌', kind: 'term', address: null }];
  await press('ArrowDown', { altKey: true });
  await press('Escape');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(session.search.open).toBe(true);
});
