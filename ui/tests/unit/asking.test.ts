// Queries made from queries, and what is offered beside them.
import { expect, test } from 'vitest';
import type { Chip, ChipRole } from '../../src/lib/ipc/bindings';
import { readQuery } from '../../src/lib/ipc/fake-language';
import { catalogues } from '../../src/lib/i18n';
import { nameOf, textOf } from '../../src/lib/search/clause';
import { literally, sorted, within } from '../../src/lib/search/compose';
import { moveOver, optionsFor } from '../../src/lib/search/options';
import { fewerWords, narrowing } from '../../src/lib/search/ways';

const chip = (role: ChipRole, text: string, without: string): Chip => ({
  role,
  field: role === 'field' ? 'crime' : null,
  text,
  without,
});

test.each([
  ['网络', '游戏', '网络 +游戏'],
  ['网络 ', ' 游戏  充值 ', '网络 +游戏 +充值'],
  ['网络', '-直播', '网络 -直播'],
  ['网络', '“未成年人模式”', '网络 “未成年人模式”'],
  ['网络', '类型：案例', '网络 类型：案例'],
  ['网络', ' ', '网络'],
])('%s, within it %s: %s', (query, words, whole) => expect(within(query, words)).toBe(whole));

test('a sort is written into the query and taken out of it', () => {
  expect(sorted('网络', [], 'date', 'zh')).toBe('网络 排序:日期');
  expect(sorted('games', [], 'date', 'en')).toBe('games sort:date');
  const chips = [chip('word', '网络', ''), chip('sort', '日期', '网络')];
  expect(sorted('网络 排序：日期', chips, 'relevance', 'zh')).toBe('网络');
  expect(sorted('网络 排序：相关', chips, 'date', 'zh')).toBe('网络 排序:日期');
});

test('taken at its letters, a query is quoted', () =>
  expect(literally(' 网络欺领 ')).toBe('“网络欺领”'));

test('the list offers earlier queries first, each once, and never what is typed', () => {
  const found = [
    { text: '网络欺凌', kind: 'term' as const, address: null },
    { text: '网络', kind: 'term' as const, address: null },
    { text: '网络素养', kind: 'topic' as const, address: null },
  ];
  const options = optionsFor('网络', ['打赏', '网络欺凌'], found, ['例子']);
  expect(options.map(({ text, from }) => [text, from])).toEqual([
    ['网络欺凌', 'history'],
    ['网络素养', 'topic'],
  ]);
  expect(optionsFor('', ['打赏'], found, ['例子']).map(({ from }) => from)).toEqual([
    'history',
    'example',
  ]);
});

test.each([
  [-1, 'ArrowDown', 0],
  [2, 'ArrowDown', -1],
  [-1, 'ArrowUp', 2],
  [0, 'ArrowUp', -1],
  [1, 'Home', 1],
])('of three options, from %i, %s leads to %i', (active, key, next) =>
  expect(moveOver(3, active, key)).toBe(next),
);

test('where nothing is found, clauses are taken out whole, and plain words are cut', () => {
  const chips = [
    chip('word', '打赏', '-直播'),
    chip('not', '直播', '打赏'),
    chip('sort', '日期', '打赏 -直播'),
  ];
  expect(narrowing(chips).map(({ without }) => without)).toEqual(['-直播', '打赏']);
  expect(narrowing([chip('field', '猥亵', '')])).toEqual([]);
  expect(fewerWords('打赏 -直播', chips)).toEqual([]);
  expect(fewerWords('账号 租售', [])).toEqual(['账号', '租售']);
});

test('clauses are named in the language of the window', () => {
  const field = chip('field', '猥亵', '');
  expect([nameOf(catalogues.zh, field), nameOf(catalogues.en, field)]).toEqual(['罪名', 'Crime']);
  expect(nameOf(catalogues.zh, chip('not', '直播', ''))).toBe('不要');
  expect(textOf(catalogues.en, chip('phrase', 'minors', ''))).toBe('“minors”');
});

test('the fake reads the language of the examples', () => {
  const roles = (query: string) => readQuery(query, 'zh').clauses.map(({ role }) => role);
  expect(roles('打赏 非 直播')).toEqual(['word', 'not']);
  expect(roles('“未成年人模式” ＋家长 －学校')).toEqual(['phrase', 'must', 'not']);
  expect(roles('类型：案例 罪名：猥亵 排序：日期')).toEqual(['field', 'field', 'sort']);
  const { clauses, notes } = readQuery('颜色:红 12:30 打赏 非 直播', 'zh');
  expect(notes).toEqual([{ code: 'unknown-field', subject: '颜色' }]);
  expect(clauses.at(-1)?.without).toBe('颜色:红 12:30 打赏');
});
