// A chart as it leaves the program: with its title, unit, notes and sources on one sheet, so that it cannot be shown without.
import { words, type Drawing, type Shape, type Words } from './drawing';
import { wrap } from './text';

export interface Told {
  title: string;
  /** What its axis counts: 单位：人. */
  unit: string;
  /** Note, cautions, sources, one after the other. */
  notes: readonly string[];
}

const MARGIN = 40;
const WIDTH = 960;
const STYLES = {
  title: { size: 22, line: 32, face: 'song', bold: true, ink: 'ink' },
  unit: { size: 14, line: 24, face: 'hei', bold: false, ink: 'muted' },
  note: { size: 13, line: 21, face: 'hei', bold: false, ink: 'muted' },
} as const satisfies Record<string, Partial<Words> & { line: number }>;

/** The room a drawing has on the sheet. */
export const POSTER_ROOM = WIDTH - 2 * MARGIN;

function shifted(shape: Shape, x: number, y: number): Shape {
  if (shape.is === 'line')
    return { ...shape, x1: shape.x1 + x, x2: shape.x2 + x, y1: shape.y1 + y, y2: shape.y2 + y };
  return { ...shape, x: shape.x + x, y: shape.y + y };
}

export function poster(chart: Drawing, told: Told): Drawing {
  let top = MARGIN;
  const set = (text: string, style: keyof typeof STYLES): Shape[] => {
    const { line, ...look } = STYLES[style];
    return wrap(text, POSTER_ROOM, look.size).map((part) => {
      top += line;
      return words(part, MARGIN, top - line * 0.3, look);
    });
  };
  const head = [...set(told.title, 'title'), ...set(told.unit, 'unit')];
  top += 16;
  const drawn = chart.shapes.map((shape) => shifted(shape, MARGIN, top));
  top += chart.height + 16;
  const foot = told.notes.flatMap((note) => set(note, 'note'));
  const height = Math.ceil(top + MARGIN);
  const sheet: Shape = { is: 'rect', x: 0, y: 0, width: WIDTH, height, ink: 'paper' };
  return { width: WIDTH, height, shapes: [sheet, ...head, ...drawn, ...foot] };
}
