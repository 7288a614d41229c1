import { afterEach, expect, test, vi } from 'vitest';
import type { Checklist, DocumentEntry, Topic } from '../../src/lib/ipc/bindings';
import * as client from '../../src/lib/ipc/client';
import { amend } from '../../src/lib/pages/amend.svelte';
import { readParams, writeParams } from '../../src/lib/pages/params';
import { withoutTitle } from '../../src/lib/pages/places.svelte';
import { pointsOn, Ticks } from '../../src/lib/pages/ticks.svelte';
import { byShelf, treeOf } from '../../src/lib/pages/topics/tree';
import { Session } from '../../src/lib/state/session.svelte';
import { steps } from '../../src/lib/start/steps';
import { catalogues } from '../../src/lib/i18n';
import { startView } from './fixture';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a failed table is asked for again, a good one never', async () => {
  vi.resetModules();
  vi.doMock('../../src/lib/ipc/client', () => ({ topics: vi.fn() }));
  const ask = (await import('../../src/lib/ipc/client')).topics;
  const { topics } = await import('../../src/lib/ipc/tables');
  vi.mocked(ask).mockRejectedValueOnce(new Error('no')).mockResolvedValue([]);
  await expect(topics()).rejects.toThrow();
  expect(await topics()).toEqual([]);
  await topics();
  expect(ask).toHaveBeenCalledTimes(2);
  vi.doUnmock('../../src/lib/ipc/client');
});

test('what is chosen moves the stop, so that Back leads away from the page', () => {
  vi.spyOn(client, 'saveSettings').mockResolvedValue();
  vi.stubGlobal('matchMedia', () => new EventTarget());
  const session = new Session(startView());
  session.visit('library');
  amend(session, { name: 'library', detail: 'shelf=cases' });
  amend(session, { name: 'library', detail: 'shelf=cases&minor=victim' });
  expect(session.page?.detail).toBe('shelf=cases&minor=victim');
  session.back();
  expect(session.page).toBeNull();
  session.forward();
  expect(session.page?.detail).toBe('shelf=cases&minor=victim');
});

test.each([
  [[['a', '1']], 'a=1'],
  [
    [
      ['a', ''],
      ['b', ''],
    ],
    null,
  ],
] as const)('%j is written %s', (params, detail) => expect(writeParams(params)).toBe(detail));

test('a detail that is no list of choices has none', () => {
  expect(readParams('minors-online-protection/46.2')).toEqual([]);
  expect(readParams(null)).toEqual([]);
});

const topic = (id: string, parent: string | null, places: string[]): Topic => ({
  id,
  parent,
  title: { zh: id, en: id },
  places,
});

test('topics count their own places and those within, each once; orphans are not lost', () => {
  const tree = treeOf([
    topic('root', null, ['a/1']),
    topic('leaf', 'root', ['a/1', 'a/2']),
    topic('twig', 'leaf', ['b/1']),
    topic('orphan', 'gone', []),
  ]);
  expect(tree.map(({ topic: { id }, count }) => [id, count])).toEqual([
    ['root', 3],
    ['orphan', 0],
  ]);
  expect(tree[0]?.children[0]?.children[0]?.topic.id).toBe('twig');
});

test('places are grouped by shelf in the order of the library', () => {
  const entry = (id: string, shelf: DocumentEntry['shelf']) => ({ id, shelf }) as DocumentEntry;
  const entries = [
    entry('law', 'related'),
    entry('spp-43', 'cases'),
    entry('rules', 'regulations'),
  ];
  const places = ['spp-43', 'law/2', 'rules/46.2', 'law/1', 'unknown/1'];
  expect(
    byShelf(places, entries).map(({ entries: held }) => held.map(({ address }) => address)),
  ).toEqual([['rules/46.2'], ['spp-43'], ['law/2', 'law/1']]);
});

test.each([
  ['《规定》第四十一条', '规定', '第四十一条'],
  ['Provisions, Article 41(1)', 'Provisions', 'Article 41(1)'],
  ['检例第43号 要旨', '检例第43号', '要旨'],
  ['第四十一条', '规定', '第四十一条'],
])('%s without its title is %s', (label, title, place) =>
  expect(withoutTitle(label, title)).toBe(place),
);

test('ticks are kept sheet by sheet', () => {
  const ticks = new Ticks();
  ticks.set('one', '0.0', true);
  ticks.set('one', '0.1', true);
  ticks.set('two', '0.0', true);
  ticks.set('one', '0.1', false);
  expect([ticks.has('one', '0.0'), ticks.has('one', '0.1')]).toEqual([true, false]);
  expect([ticks.count('one'), ticks.count('two'), ticks.count('none')]).toEqual([1, 1, 0]);
  ticks.clear('one');
  expect([ticks.count('one'), ticks.count('two')]).toEqual([0, 1]);
  const point = { at: 'x/1', ask: { zh: '', en: '' } };
  const sheet = { part: [{ point: [point, point] }, { point: [point] }] } as unknown as Checklist;
  expect(pointsOn(sheet)).toBe(3);
});

test('every role has three first steps, each with a name in both languages', () => {
  for (const first of Object.values(steps)) {
    expect(first).toHaveLength(3);
    for (const { name, href } of first) {
      expect(href).toMatch(/^#[a-z]/);
      for (const { pages } of Object.values(catalogues)) expect(pages.steps[name]).toBeTruthy();
    }
  }
});
