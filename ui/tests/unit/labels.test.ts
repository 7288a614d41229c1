import { expect, test } from 'vitest';
import { chineseNumeral, placeLabel } from '../../src/lib/library/labels';
import { Library } from '../../src/lib/library/library';
import { at, startView } from './fixture';

const library = new Library(startView().library);

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
])('%i is %s', (number, numeral) => expect(chineseNumeral(number)).toBe(numeral));

test.each([
  [at('46'), '第四十六条', 'Article 46'],
  [at('46.2'), '第四十六条第二款', 'Article 46(2)'],
  [at('20.1.4'), '第二十条第一款第四项', 'Article 20(1)(iv)'],
  ['unknown/1', 'unknown/1', 'unknown/1'],
])('%s is called %s', (address, zh, en) => {
  expect(placeLabel(library, address, 'zh')).toBe(zh);
  expect(placeLabel(library, address, 'en')).toBe(en);
});

test('neighbours stop at the ends of the document', () => {
  expect(library.neighbour(at('46.2'), 1)).toBe(at('47'));
  expect(library.neighbour(at('1'), -1)).toBeUndefined();
  expect(library.neighbour(at('60'), 1)).toBeUndefined();
});
