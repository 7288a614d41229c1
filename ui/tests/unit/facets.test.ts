import { expect, test } from 'vitest';
import { catalogues } from '../../src/lib/i18n';
import type { CatalogueEntry } from '../../src/lib/ipc/bindings';
import {
  choicesOf,
  countValues,
  facetKeys,
  nothing,
  readFilter,
  select,
  toggle,
  valuesOf,
  writeFilter,
  type Filter,
} from '../../src/lib/pages/library/facets';
import { factsOf } from '../../src/lib/pages/library/facts';
import { facetsOf } from '../../src/lib/pages/library/names';
import corpus from '../fixtures/corpus.json';

const entries = corpus.catalogue as unknown as CatalogueEntry[];
const all: Filter = { text: '', chosen: nothing };
const ids = (filter: Filter) => select(entries, filter).map(({ id }) => id);

test('with nothing chosen everything is found', () =>
  expect(select(entries, all)).toHaveLength(entries.length));

test('choices of one facet widen, choices of two facets narrow', () => {
  const civil = toggle(all, ['function', 'civil']);
  const either = toggle(civil, ['function', 'public-interest']);
  const both = toggle(either, ['internet', 'yes']);
  expect(select(entries, either).length).toBeGreaterThan(select(entries, civil).length);
  expect(select(entries, both).length).toBeLessThan(select(entries, either).length);
  for (const entry of select(entries, both)) expect(entry.internet).toBe('yes');
});

test('a choice made twice is undone', () => {
  const chosen = toggle(all, ['shelf', 'cases']);
  expect(toggle(chosen, ['shelf', 'cases'])).toEqual(all);
});

test('each count is what the choice would find', () => {
  const filter: Filter = { ...toggle(all, ['minor', 'victim']), text: '案' };
  for (const key of facetKeys)
    for (const [value, count] of countValues(entries, filter, key)) {
      const only: Filter = { ...filter, chosen: { ...filter.chosen, [key]: [value] } };
      expect(select(entries, only), `${key} ${value}`).toHaveLength(count);
    }
});

test('both courts number their batches from one', () => {
  const spp = ids(toggle(all, ['batch', 'spp-35']));
  const spc = ids(toggle(all, ['batch', 'spc-35']));
  expect(spp.length).toBeGreaterThan(0);
  expect(spp.every((id) => id.startsWith('spp-'))).toBe(true);
  expect(spc.length).toBeGreaterThan(0);
  expect(spc.some((id) => spp.includes(id))).toBe(false);
});

test('the text filter reads titles and gists of both languages, whatever the width of letters', () => {
  expect(ids({ ...all, text: '骆某' })).toEqual(['spp-43']);
  expect(ids({ ...all, text: 'ＳＰＰ　ｃａｓｅ no. 43' })).toContain('spp-43');
  expect(ids({ ...all, text: '量子计算机' })).toEqual([]);
});

test('what is chosen is written into the link and read back', () => {
  const filter: Filter = {
    ...toggle(toggle(all, ['crime', '提供侵入、非法控制计算机信息系统程序、工具罪（不起诉）']), [
      'shelf',
      'cases',
    ]),
    text: 'a&b=c',
  };
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(writeFilter(all)).toBeNull();
});

test.each([
  ['shelf=cases', [['shelf', 'cases']]],
  ['topic=online-fraud&nonsense=1', [['topic', 'online-fraud']]],
  ['shelf=cases&shelf=cases', [['shelf', 'cases']]],
  ['anything', []],
  [null, []],
])('%s chooses %j', (detail, choices) => expect(choicesOf(readFilter(detail))).toEqual(choices));

test.each(['zh', 'en'] as const)('every value of every facet has a name in %s', (lang) => {
  for (const { key, values } of facetsOf(entries, [], catalogues[lang], lang)) {
    const used = new Set(entries.flatMap((entry) => valuesOf(entry, key)));
    expect(values.map(({ value }) => value).sort(), key).toEqual([...used].sort());
    for (const { name } of values) expect(name).not.toBe('');
  }
});

test('a facet with a single value offers no choice and is left out', () => {
  const laws = entries.filter(({ shelf }) => shelf === 'related');
  const keys = facetsOf(laws, [], catalogues.zh, 'zh').map(({ key }) => key);
  expect(keys).not.toContain('shelf');
  expect(keys).toContain('kind');
});

test('the line of facts says what is known and nothing else', () => {
  const entry = entries.find(({ id }) => id === 'spp-43') as CatalogueEntry;
  expect(factsOf(entry, catalogues.zh, 'zh')).toEqual([
    '第11批',
    '2018年11月',
    '猥亵儿童罪',
    '刑事检察',
  ]);
  const card = { ...entry, card: true, evidence: 'recalled', date: null } as CatalogueEntry;
  expect(factsOf(card, catalogues.zh, 'zh')).toEqual([
    '第11批',
    '猥亵儿童罪',
    '刑事检察',
    catalogues.zh.pages.library.card,
    catalogues.zh.evidence.recalled,
  ]);
});
