import { expect, test } from 'vitest';
import { catalogues } from '../../src/lib/i18n';
import type { Chart, Figure, Figures } from '../../src/lib/ipc/bindings';
import { describe, drawingOf, marksOf, sheetOf, tell } from '../../src/lib/pages/figures/charts';
import { bars, columns, draw, type Drawing } from '../../src/lib/pages/figures/drawing';
import { grouped, inTable, onChart, short } from '../../src/lib/pages/figures/numbers';
import { byPeriod, warningsIn } from '../../src/lib/pages/figures/order';
import type { Palette } from '../../src/lib/pages/figures/palette';
import { toSvg } from '../../src/lib/pages/figures/svg';
import { widthOf, wrap } from '../../src/lib/pages/figures/text';
import { fileName } from '../../src/lib/pages/parts/exports';

const { zh, en } = catalogues;
const both = (text: string) => ({ zh: text, en: text });

const figure = (id: string, value: number, more: Partial<Figure> = {}): Figure => ({
  id,
  value,
  unit: both('人'),
  rounded: false,
  counts: both('counted'),
  from: '2021',
  until: '2021',
  source: both(`source of ${id}`),
  released_on: null,
  evidence: 'seen',
  at: 'policy-x',
  caution: null,
  ...more,
});

const all: Figures = {
  figure: [figure('a', 10), figure('b', 40, { rounded: true, caution: both('only people') })],
  chart: [],
};

const chart = (kind: Chart['kind']): Chart => ({
  id: 'c',
  title: both('A <title> & "more"'),
  kind,
  unit: both('人'),
  marks: [
    { figure: 'a', label: both('2021'), accent: false },
    { figure: 'b', label: both('2022'), accent: true },
    { figure: 'missing', label: both('2023'), accent: false },
  ],
  note: both('a note'),
});

const rects = ({ shapes }: Drawing) => shapes.filter((shape) => shape.is === 'rect');
const texts = ({ shapes }: Drawing) => shapes.filter((shape) => shape.is === 'text');

test.each([
  [11600, '1.16万', '11,600'],
  [11683, '11,683', '11,683'],
  [120000, '12万', '120,000'],
  [196_000_000, '1.96亿', '196,000,000'],
  [9900, '9,900', '9,900'],
  [13.42, '13.42', '13.42'],
  [-1.9, '-1.9', '-1.9'],
])('%d is written %s and %s', (value, chinese, english) => {
  expect(short(value, zh)).toBe(chinese);
  expect(short(value, en)).toBe(english);
  expect(grouped(value, zh)).toBe(english);
});

test('a number that its source rounds says so', () => {
  const rough = { value: 11600, rounded: true };
  expect(onChart(rough, zh)).toBe('约1.16万');
  expect(onChart(rough, en)).toBe('about 11,600');
  expect(inTable(rough, zh)).toBe('约11,600');
});

test.each([
  ['2021', '2021', '2021年', '2021'],
  ['2018', '2022', '2018—2022年', '2018–2022'],
  ['2023-01', '2023-09', '2023年1月至9月', 'January to September 2023'],
  ['2020-01', '2023-09', '2020年1月至2023年9月', 'January 2020 to September 2023'],
  ['2018', '2022-09', '2018年至2022年9月', '2018 to September 2022'],
  ['2021-06-01', '2021-06-01', '2021年6月1日', '1 June 2021'],
])('from %s until %s', (from, until, chinese, english) => {
  expect(zh.pages.span(from, until)).toBe(chinese);
  expect(en.pages.span(from, until)).toBe(english);
});

const marks = [
  { label: '2021', value: 10, text: '10', accent: false },
  { label: '2022', value: 40, text: '40', accent: true },
];

test.each([columns, bars])(
  '%o: lengths are in proportion, and one mark has the accent',
  (shape) => {
    const [small, large] = rects(shape(marks, 600));
    const side = shape === columns ? 'height' : 'width';
    expect((large?.[side] ?? 0) / (small?.[side] ?? 1)).toBeCloseTo(4, 1);
    expect([small?.ink, large?.ink]).toEqual(['edge', 'accent']);
  },
);

test.each([columns, bars])('%o: nothing reaches out of the drawing, at any width', (shape) => {
  const long = [
    ...marks,
    { label: '涉罪未成年人的监护人以及其他人', value: 25, text: '约2.5万', accent: false },
  ];
  for (const width of [280, 480, 900]) {
    const drawing = shape(long, width);
    for (const { x, y, width: wide, height } of rects(drawing)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(y + height).toBeLessThanOrEqual(drawing.height);
    }
    for (const { x, y, text, size, anchor } of texts(drawing)) {
      const wide = widthOf(text, size);
      const left = x - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
      expect(left, `${width}: ${text}`).toBeGreaterThanOrEqual(-1);
      expect(left + wide, `${width}: ${text}`).toBeLessThanOrEqual(width + 1);
      expect(y).toBeLessThanOrEqual(drawing.height);
    }
  }
});

test('columns too close for their values become bars', () => {
  const many = Array.from({ length: 6 }, (_, year) => ({
    label: `${2018 + year}年`,
    value: year + 1,
    text: '约12.34万',
    accent: false,
  }));
  expect(draw('columns', many, 280)).toEqual(bars(many, 280));
  expect(draw('columns', many, 900)).toEqual(columns(many, 900));
});

test('a chart of nothing is drawn as nothing', () => {
  for (const shape of [columns, bars]) expect(rects(shape([], 600))).toEqual([]);
});

test('lines break between Chinese characters and at blanks, never before a closing mark', () => {
  expect(wrap('受理审查起诉的人', 56, 14)).toEqual(['受理审查', '起诉的人']);
  expect(wrap('Received for arrest', 80, 14)).toEqual(['Received', 'for arrest']);
  expect(wrap('受理审查。', 56, 14)).toEqual(['受理审查。']);
  expect(wrap('', 56, 14)).toEqual([]);
});

test('marks without a figure are left out; notes, cautions and sources are told once', () => {
  const shown = marksOf(chart('bars'), all, en, 'en');
  expect(shown.map(({ figure: { id } }) => id)).toEqual(['a', 'b']);
  expect(tell(chart('bars'), shown, en, 'en').notes).toEqual([
    'Note: a note',
    'When comparing: only people',
    en.pages.figures.roughly,
    'Source: source of a; source of b',
  ]);
  expect(describe(chart('bars'), shown, en, 'en')).toBe('Unit: 人. 2021: 10, 2022: about 40.');
});

test.each(['columns', 'bars'] as const)(
  'the SVG of %s is well formed, coloured and complete',
  (kind) => {
    const inks = { paper: 'p', ink: 'i', muted: 'm', edge: 'e', hairline: 'h', accent: 'a' };
    const palette: Palette = { inks, faces: { hei: "'Noto Sans', sans-serif", song: 'serif' } };
    const shown = marksOf(chart(kind), all, zh, 'zh');
    const text = toSvg(sheetOf(chart(kind), shown, zh, 'zh'), palette, 'A <title>');
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    expect(svg.tagName).toBe('svg');
    expect(svg.querySelector('title')?.textContent).toBe('A <title>');
    expect(svg.textContent).toContain('A <title> & "more"');
    expect(svg.textContent).toContain('source of b');
    expect(svg.querySelector('rect')?.getAttribute('fill')).toBe('p'); // the sheet comes first
    expect(svg.querySelectorAll('[fill="a"]')).toHaveLength(1);
    expect(text).not.toMatch(/var\(|class=|style=/);
    expect(drawingOf(chart(kind), shown, 600).shapes.length).toBeGreaterThan(4);
  },
);

test('figures are in the order of their periods, both ways', () => {
  const [long, short, old] = [
    figure('long', 1, { from: '2018', until: '2022' }),
    figure('short', 1, { from: '2022', until: '2022' }),
    figure('old', 1, { from: '2019', until: '2019' }),
  ];
  const order = (newest: boolean) =>
    byPeriod([old, long, short] as Figure[], newest).map(({ id }) => id);
  expect(order(true)).toEqual(['short', 'long', 'old']);
  expect(order(false)).toEqual(['old', 'long', 'short']);
});

test('a caution of several figures is said once', () => {
  const shared = { caution: both('x') };
  const warnings = warningsIn(
    [figure('a', 1, shared), figure('b', 2), figure('c', 3, shared)],
    'zh',
  );
  expect(warnings.map(({ figures }) => figures.map(({ id }) => id))).toEqual([['a', 'c']]);
});

test('a title becomes a file name that the core takes', () => {
  expect(fileName('检例第201号：69名“未成年人”/怎样处理', 'png')).toBe(
    '检例第201号 69名 未成年人 怎样处理.png',
  );
  const long = fileName('未成年人'.repeat(40), 'svg');
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(154);
  expect(long).toMatch(/^(未成年人)+未?成?年?\.svg$/);
});
