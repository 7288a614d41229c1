import { expect, test } from 'vitest';
import type { Term } from '../../src/lib/ipc/bindings';
import { byLetter, filterTerms, letterOf } from '../../src/lib/pages/glossary/order';

const term = (zh: string, en: string, more: Partial<Term> = {}): Term => ({
  id: en,
  term: { zh, en },
  forms: { zh: [], en: [] },
  legal: { zh: '', en: '' },
  child: { zh: '', en: '' },
  at: [],
  evidence: 'seen',
  ...more,
});

test.each([
  ['网络欺凌', 'W'],
  ['帮助信息网络犯罪活动罪', 'B'],
  ['啊', 'A'],
  ['做', 'Z'],
  ['正当防卫', 'Z'],
  ['“网络水军”', 'W'],
  ['APP', 'A'],
  ['①', ''],
])('%s stands under %s', (text, letter) => expect(letterOf(text, 'zh')).toBe(letter));

test.each([
  ['“doxxing”', 'D'],
  ['online bullying', 'O'],
  ['14-year-old', ''],
])('in English %s stands under %s', (text, letter) => expect(letterOf(text, 'en')).toBe(letter));

const terms = [
  term('网络欺凌', 'online bullying', { forms: { zh: [], en: ['cyberbullying'] } }),
  term('帮信罪', 'assisting cybercrime'),
  term('不良行为', 'misbehaviour', { child: { zh: '抽烟喝酒', en: 'smoking' } }),
  term('12周岁', '12 years old'),
];

test('terms are in the order of pinyin, or of the English alphabet; other signs come last', () => {
  const order = (lang: 'zh' | 'en') =>
    byLetter(terms, lang).map(({ letter, terms: held }) => [
      letter,
      held.map((one) => one.term.zh),
    ]);
  expect(order('zh')).toEqual([
    ['B', ['帮信罪', '不良行为']],
    ['W', ['网络欺凌']],
    ['', ['12周岁']],
  ]);
  expect(order('en').map(([letter]) => letter)).toEqual(['A', 'M', 'O', '']);
});

test.each([
  ['CYBER bullying', ['网络欺凌']],
  ['抽烟', ['不良行为']],
  ['', ['网络欺凌', '帮信罪', '不良行为', '12周岁']],
  ['zzz', []],
])('%s leaves %j', (text, left) =>
  expect(filterTerms(terms, text).map((one) => one.term.zh)).toEqual(left),
);
