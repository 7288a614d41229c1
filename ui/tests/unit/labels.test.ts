import { beforeAll, expect, test, vi } from 'vitest';
import * as client from '../../src/lib/ipc/client';
import {
  chineseNumeral,
  fullLabel,
  listLabel,
  placeLabel,
  spokenLabel,
} from '../../src/lib/library/labels';
import { Library } from '../../src/lib/library/library';
import { at, outlineOf, startView } from './fixture';

vi.mock('../../src/lib/ipc/client');

const library = new Library(startView().library);

beforeAll(async () => {
  vi.mocked(client.outline).mockImplementation(async (id) => outlineOf(id));
  await Promise.all(['minors-online-protection', 'spp-43'].map((id) => library.load(id)));
});

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
  [at('20.1.4'), '第二十条第一款第（四）项', 'Article 20(1)(iv)'],
  ['spp-43/holding', '要旨', 'Holding'],
  ['spp-43', '检例第43号', 'SPP Guiding Case No. 43'],
  ['unknown/1', 'unknown/1', 'unknown/1'],
])('%s is called %s', (address, zh, en) => {
  expect(placeLabel(library, address, 'zh')).toBe(zh);
  expect(placeLabel(library, address, 'en')).toBe(en);
});

test('a section says whose it is when it stands alone', () => {
  expect(fullLabel(library, at('46'), 'zh')).toBe('条例 第四十六条');
  expect(spokenLabel(library, at('46'), 'zh')).toBe('第四十六条');
  expect(spokenLabel(library, 'spp-43/holding', 'zh')).toBe('检例第43号 要旨');
});

test('in a list of cases the number comes soon', () => {
  const entry = library.entry('spp-43');
  expect(entry && listLabel(entry, 'en')).toBe('SPP No. 43');
});

test('neighbours stop at the ends of the document; the title page stands before the first', () => {
  expect(library.neighbour(at('46.2'), 1)).toBe(at('47'));
  expect(library.neighbour(at('1'), -1)).toBeUndefined();
  expect(library.neighbour(at('60'), 1)).toBeUndefined();
  expect(library.neighbour('spp-43/keywords', 1)).toBe('spp-43/holding');
  expect(library.neighbour('spp-43', 1)).toBe('spp-43/keywords');
  expect(library.neighbour('spp-43', -1)).toBeUndefined();
});

test('an outline is asked for once', async () => {
  vi.mocked(client.outline).mockClear();
  await library.load('spp-43');
  expect(client.outline).not.toHaveBeenCalled();
});
