import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Hit, SearchAnswer, Suggestion } from '../../src/lib/ipc/bindings';
import * as client from '../../src/lib/ipc/client';
import { languageOf } from '../../src/lib/search/language';
import { shorterQueries } from '../../src/lib/search/shorter';
import { FIRST, LIMITS, Search } from '../../src/lib/state/search.svelte';
import { Preferences } from '../../src/lib/state/settings.svelte';
import { startView } from './fixture';

vi.mock('../../src/lib/ipc/client');

const waiting: Record<string, (answer: SearchAnswer) => void> = {};

beforeEach(() => {
  vi.mocked(client.search).mockImplementation(
    ({ query }) => new Promise((answer) => (waiting[query] = answer)),
  );
  vi.mocked(client.suggest).mockResolvedValue([]);
});

const hit = (index: number) => ({ address: `criminal-law/${index + 1}` }) as Hit;

const answerTo = (query: string, ticket: number, total = 0, limit = 20): SearchAnswer => ({
  ticket,
  answer: {
    query,
    understood: {
      term: null,
      terms: [query],
      synonyms: [],
      citation: null,
      chips: [],
      notes: [],
      meant: [],
    },
    took_us: 1,
    total,
    facets: [],
    sort: 'relevance',
    hits: Array.from({ length: Math.min(total, limit) }, (_, index) => hit(index)),
  },
  index: 'ready',
});

const made: Search[] = [];

function newSearch(): Search {
  const search = new Search(new Preferences(startView().settings, () => undefined));
  made.push(search);
  return search;
}

// What is shown after the next frame must not wait for a window that is gone.
afterEach(() => {
  for (const search of made.splice(0)) search.leave();
});

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

const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 5))),
  );

test('few hits are asked for; the first are shown at once, the others after they have been painted', async () => {
  const search = newSearch();
  const asked = search.ask('网络');
  expect(client.search).toHaveBeenLastCalledWith(expect.objectContaining({ limit: LIMITS[0] }));
  waiting['网络']?.(answerTo('网络', 1, 130));
  await asked;
  expect(search.shown).toBe(FIRST);
  await painted();
  expect(search.shown).toBe(20);
});

test('more hits come in steps, and keep the marker', async () => {
  const search = newSearch();
  const asked = search.ask('网络');
  waiting['网络']?.(answerTo('网络', 1, 130));
  await asked;
  search.marked = 'criminal-law/3';
  for (const [left, limit] of [
    [40, 60],
    [70, 200],
  ] as const) {
    expect(search.left).toBe(left);
    const grown = search.more();
    expect(client.search).toHaveBeenLastCalledWith(expect.objectContaining({ limit }));
    waiting['网络']?.(answerTo('网络', 1, 130, limit));
    await grown;
  }
  expect(search.left).toBe(0);
  expect(search.answer?.hits).toHaveLength(130);
  expect(search.marked).toBe('criminal-law/3');
});

test('more of a query that was overtaken is dropped', async () => {
  const search = newSearch();
  const asked = search.ask('网络');
  waiting['网络']?.(answerTo('网络', 1, 130));
  await asked;
  const grown = search.more();
  const late = waiting['网络'];
  const newer = search.ask('欺凌');
  waiting['欺凌']?.(answerTo('欺凌', 2, 3));
  await newer;
  late?.(answerTo('网络', 1, 130, 60));
  await grown;
  expect(search.answer?.query).toBe('欺凌');
});

test('a query that led somewhere is remembered, once, latest first', () => {
  const { suggestions } = newSearch();
  for (const query of ['欺凌', '打赏', ' 欺凌 ', ' ']) suggestions.remember(query);
  expect(suggestions.history).toEqual(['欺凌', '打赏']);
  for (let index = 0; index < 30; index++) suggestions.remember(`词${index}`);
  expect(suggestions.history).toHaveLength(20);
});

test('late suggestions are dropped', async () => {
  const answers: ((found: Suggestion[]) => void)[] = [];
  vi.mocked(client.suggest).mockImplementation(() => new Promise((done) => answers.push(done)));
  const { suggestions } = newSearch();
  const first = suggestions.ask('网', 'zh');
  const second = suggestions.ask('网络', 'zh');
  answers[1]?.([{ text: '网络欺凌', kind: 'term', address: null }]);
  answers[0]?.([{ text: '网吧', kind: 'term', address: null }]);
  await Promise.all([first, second]);
  expect(suggestions.found.map(({ text }) => text)).toEqual(['网络欺凌']);
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
