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
  box = screen.getByRole('textbox');
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
