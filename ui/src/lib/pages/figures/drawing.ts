// The geometry of charts: marks in, shapes out. The window draws the shapes as SVG; files are written from the same ones.
import { max } from 'd3-array';
import { scaleBand } from 'd3-scale';
import type { ChartKind } from '../../ipc/bindings';
import { widthOf, wrap } from './text';

export const inks = ['paper', 'ink', 'muted', 'edge', 'hairline', 'accent'] as const;
/** The colours of the theme, by name. */
export type Ink = (typeof inks)[number];

export interface Rect {
  is: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  ink: Ink;
}

export interface Line {
  is: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  ink: Ink;
}

export interface Words {
  is: 'text';
  x: number;
  /** The baseline. */
  y: number;
  text: string;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  ink: Ink;
  bold: boolean;
  face: 'hei' | 'song';
}

export type Shape = Rect | Line | Words;

export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

export interface DrawnMark {
  label: string;
  value: number;
  /** The value as it is written. */
  text: string;
  accent: boolean;
}

export const SIZE = 14;
const LINE = 20;

export function words(text: string, x: number, y: number, more: Partial<Words> = {}): Words {
  return {
    is: 'text',
    x: Math.round(x * 10) / 10,
    y,
    text,
    size: SIZE,
    anchor: 'start',
    ink: 'ink',
    bold: false,
    face: 'hei',
    ...more,
  };
}

const inkOf = ({ accent }: DrawnMark): Ink => (accent ? 'accent' : 'edge');
const greatest = (marks: readonly DrawnMark[]) => max(marks, ({ value }) => value) || 1;
/**
 * A length from nought: bars that begin elsewhere lie. No linear scale of d3: it brings d3-color, which writes to prototypes
 * and throws where they are frozen, as in the program.
 */
const length = (value: number, most: number, room: number) =>
  Math.max(0, Math.round((value / most) * room));

const COLUMNS = { room: 200, top: 28, thickest: 64, widestStep: 136 };

/** Columns over time, their values above them, their labels below. */
export function columns(marks: readonly DrawnMark[], width: number): Drawing {
  const plot = Math.min(width, marks.length * COLUMNS.widestStep);
  const band = scaleBand(
    marks.map((_, index) => index),
    [0, plot],
  )
    .paddingInner(0.4)
    .paddingOuter(0.2);
  const thick = Math.min(band.bandwidth(), COLUMNS.thickest);
  const base = COLUMNS.top + COLUMNS.room;
  const most = greatest(marks);
  const labels = marks.map(({ label }) => wrap(label, band.step() - 4, SIZE));

  const shapes = marks.flatMap((mark, index): Shape[] => {
    const middle = (band(index) ?? 0) + band.bandwidth() / 2;
    const high = length(mark.value, most, COLUMNS.room);
    return [
      {
        is: 'rect',
        x: Math.round(middle - thick / 2),
        y: base - high,
        width: Math.round(thick),
        height: high,
        ink: inkOf(mark),
      },
      words(mark.text, middle, base - high - 8, { anchor: 'middle', bold: mark.accent }),
      ...(labels[index] ?? []).map((line, row) =>
        words(line, middle, base + LINE * (row + 1), { anchor: 'middle' }),
      ),
    ];
  });
  const rows = max(labels, (lines) => lines.length) ?? 1;
  return {
    width,
    height: base + LINE * rows + 8,
    shapes: [...shapes, { is: 'line', x1: 0, y1: base, x2: plot, y2: base, ink: 'ink' }],
  };
}

const BARS = { thick: 16, gap: 14, share: 0.38, beside: 12 };

/** Bars by category: label, bar, value, from left to right. */
export function bars(marks: readonly DrawnMark[], width: number): Drawing {
  const widest = max(marks, ({ label }) => widthOf(label, SIZE)) ?? 0;
  const left = Math.ceil(Math.min(widest, width * BARS.share)) + BARS.beside;
  const right = Math.ceil(max(marks, ({ text }) => widthOf(text, SIZE)) ?? 0) + BARS.beside;
  const room = Math.max(24, width - left - right);
  const most = greatest(marks);

  let top = 0;
  const shapes = marks.flatMap((mark): Shape[] => {
    const lines = wrap(mark.label, left - BARS.beside, SIZE);
    const high = Math.max(LINE * lines.length, BARS.thick) + BARS.gap;
    const middle = top + high / 2;
    const long = length(mark.value, most, room);
    /** Digits are about 0.7 em high: their middle lies that far under the baseline's. */
    const baseline = middle + SIZE * 0.36;
    const first = baseline - ((lines.length - 1) * LINE) / 2;
    top += high;
    return [
      ...lines.map((line, row) =>
        words(line, left - BARS.beside, first + row * LINE, { anchor: 'end' }),
      ),
      {
        is: 'rect',
        x: left,
        y: middle - BARS.thick / 2,
        width: long,
        height: BARS.thick,
        ink: inkOf(mark),
      },
      words(mark.text, left + long + 8, baseline, { bold: mark.accent }),
    ];
  });
  return {
    width,
    height: top,
    shapes: [...shapes, { is: 'line', x1: left, y1: 0, x2: left, y2: top, ink: 'ink' }],
  };
}

/** Columns too close for their values are laid down as bars. */
export function draw(kind: ChartKind, marks: readonly DrawnMark[], width: number): Drawing {
  const widest = max(marks, ({ text }) => widthOf(text, SIZE)) ?? 0;
  const close = width / Math.max(1, marks.length) < widest + 8;
  return kind === 'bars' || close ? bars(marks, width) : columns(marks, width);
}
