import { expect, test } from 'vitest';
import { around, byPrice } from '../../src/lib/context/around';
import { groupBehind } from '../../src/lib/reader/behind';
import { factLine } from '../../src/lib/reader/facts';
import { catalogues } from '../../src/lib/i18n';
import type { NeighbourView } from '../../src/lib/ipc/bindings';
import { at, documentOf, shownAt } from './fixture';

const addresses = (places: NeighbourView[]) => places.map(({ address }) => address);

test('who refers to an article: cases apart from articles and pages', () => {
  const { byCases, byTexts, out } = around(shownAt(at('46')));
  expect(addresses(byCases)).toContain('spp-204');
  expect(addresses(byTexts)).toContain(at('56'));
  expect(addresses([...byTexts, ...out]).filter((id) => id.startsWith('spp-'))).toEqual([]);
});

test('what an article refers to', () => {
  const { out, outside } = around(shownAt(at('56')));
  expect(addresses(out)).toEqual(expect.arrayContaining([at('26.2'), at('42'), at('47')]));
  expect(outside).toEqual([]);
});

test('a place that a link explains is not listed once more as a citation', () => {
  const shown = shownAt('spp-145/provisions');
  const { out } = around(shown);
  const explained = out.filter(({ why }) => why !== null).map(({ address }) => address);
  const plain = out.filter(({ why }) => why === null).map(({ address }) => address);
  expect(explained.length).toBeGreaterThan(3);
  expect(plain.filter((address) => explained.includes(address))).toEqual([]);
});

test('laws named as a whole, and what is not on board', () => {
  const { texts, outside } = around(shownAt('cybercrime-handling/1'));
  expect(texts).toEqual(['criminal-procedure-rules']);
  expect(outside.join()).toContain('刑事诉讼法');
});

test('the law above and the rules below stand apart from citations', () => {
  const shown = shownAt(at('46'));
  const { upper, out } = around(shown);
  expect(addresses(upper)).toContain('minors-protection-law/75.2');
  expect(out.filter(({ relation }) => relation === 'upper-law')).toEqual([]);
});

test('duties that cost the same are priced once', () => {
  const { duties } = shownAt(at('56'));
  const groups = byPrice(duties);
  expect(duties.length).toBeGreaterThan(5);
  expect(groups.length).toBeLessThan(duties.length);
  expect(groups.flatMap((group) => group.duties)).toHaveLength(duties.length);
});

test('the rules behind a case: what was applied first, who mentions it last', () => {
  const groups = groupBehind(documentOf('spp-43').case?.behind ?? []);
  expect(groups.map(({ name }) => name)).toEqual([
    'applied',
    'mapping',
    'same-issue',
    'cited',
    'incoming',
  ]);
});

test('the facts of a case in one line, recalled ones marked', () => {
  const facts = documentOf('spp-43').case?.facts;
  if (!facts) throw new Error('no facts');
  expect(factLine(facts, catalogues.zh, 'zh').map(({ text }) => text)).toEqual([
    '第11批',
    '2018年11月公布',
    '猥亵儿童罪',
    '刑事检察',
    '未成年被害人',
  ]);
  const unpublished = { ...facts, published_on: null };
  expect(factLine(unpublished, catalogues.en, 'en')[1]).toEqual({
    text: 'issued 9 November 2018',
    recalled: true,
  });
});
