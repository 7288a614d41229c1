import { beforeAll, expect, test, vi } from 'vitest';
import * as client from '../../src/lib/ipc/client';
import { hrefToPage, pageIn, stopFor } from '../../src/lib/pages/pages';
import { Session } from '../../src/lib/state/session.svelte';
import { at, documentOf, startView } from './fixture';

vi.mock('../../src/lib/ipc/client');

beforeAll(() => {
  vi.mocked(client.saveSettings).mockResolvedValue(undefined);
  vi.mocked(client.readDocument).mockImplementation(async (id) => documentOf(id));
  window.matchMedia = (media) =>
    ({ media, matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as never;
});

test.each([
  ['page:duties', { name: 'duties', detail: null }],
  ['page:duties/a/46.2', { name: 'duties', detail: 'a/46.2' }],
  ['page:glossary/online-bullying', { name: 'glossary', detail: 'online-bullying' }],
  ['page:library/', { name: 'library', detail: null }],
  ['page:unheard-of', null],
  ['a/46', null],
])('%s names %j', (stop, page) => expect(pageIn(stop)).toEqual(page));

test('a page is linked to as it is kept in history', () => {
  expect(hrefToPage('duties', at('46.2'))).toBe(`#page:duties/${at('46.2')}`);
  expect(pageIn(stopFor({ name: 'topics', detail: 'x' }))).toEqual({ name: 'topics', detail: 'x' });
});

test('pages are stops among the places', () => {
  const session = new Session(startView());
  expect(session.view).toBe('start');
  session.go(at('46'));
  session.visit('duties', at('46'));
  expect([session.view, session.page?.detail, session.reader.place]).toEqual([
    'page',
    at('46'),
    null,
  ]);
  session.go('page:glossary');
  expect(session.page).toEqual({ name: 'glossary', detail: null });
  session.back();
  expect(session.page?.name).toBe('duties');
  session.back();
  expect([session.view, session.page, session.reader.place]).toEqual(['reader', null, at('46')]);
  session.forward();
  session.home();
  expect([session.view, session.page]).toEqual(['start', null]);
});

test('a page visited anew begins at its beginning; Back returns to where it was left', () => {
  const session = new Session(startView());
  session.visit('glossary');
  session.rests.set('page:glossary', { top: 400, href: null });
  session.go(at('46'));
  session.back();
  expect(session.rests.get('page:glossary')?.top).toBe(400);
  session.go(at('46'));
  session.visit('glossary');
  expect(session.rests.has('page:glossary')).toBe(false);
});
