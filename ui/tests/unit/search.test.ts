import { beforeEach, expect, test, vi } from 'vitest';
import type { SearchAnswer } from '../../src/lib/ipc/bindings';
import * as client from '../../src/lib/ipc/client';
import { languageOf } from '../../src/lib/search/language';
import { shorterQueries } from '../../src/lib/search/shorter';
import { Search } from '../../src/lib/state/search.svelte';
import { Preferences } from '../../src/lib/state/settings.svelte';
import { startView } from './fixture';

vi.mock('../../src/lib/ipc/client');

const waiting: Record<string, (answer: SearchAnswer) => void> = {};

beforeEach(() => {
  vi.mocked(client.search).mockImplementation(
    ({ query }) => new Promise((answer) => (waiting[query] = answer)),
  );
});

const answerTo = (query: string, ticket: number): SearchAnswer => ({
  ticket,
  answer: {
    query,
    understood: { term: null, terms: [query], synonyms: [], citation: null },
    took_us: 1,
    total: 0,
    hits: [],
  },
  index: 'ready',
});

const newSearch = () => new Search(new Preferences(startView().settings, () => undefined));

test('a late answer is dropped', async () => {
  const search = newSearch();
  const first = search.ask('网');
  const second = search.ask('网络');
  waiting['网络']?.(answerTo('网络', 2));
  await second;
  waiting['网']?.(answerTo('网', 1));
  await first;
  expect(search.answer?.query).toBe('网络');
});

test('an answer that arrives after leaving is dropped', async () => {
  const search = newSearch();
  const asked = search.ask('网络');
  search.leave();
  waiting['网络']?.(answerTo('网络', 1));
  await asked;
  expect(search.open).toBe(false);
  expect(search.answer).toBeNull();
});

test('an empty query leaves without asking', async () => {
  const search = newSearch();
  vi.mocked(client.search).mockClear();
  await search.ask('  ');
  expect(search.open).toBe(false);
  expect(client.search).not.toHaveBeenCalled();
});

test('a failure is kept for the page to explain', async () => {
  vi.mocked(client.search).mockRejectedValue({ code: 'internal', subject: '', detail: 'x' });
  const search = newSearch();
  await search.ask('网络');
  expect(search.failure?.code).toBe('internal');
});

test.each([
  ['网络 game', 'zh'],
  ['minors’ mode', 'en'],
  ['46', null],
])('%s is written in %s', (query, lang) => expect(languageOf(query)).toBe(lang));

test.each([
  ['账号 租售', ['账号', '租售']],
  ['量子计算机犯罪', ['量子', '犯罪']],
  ['网', []],
  ['bullying', []],
])('shorter than %s: %j', (query, shorter) => expect(shorterQueries(query)).toEqual(shorter));
