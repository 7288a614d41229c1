// A chart and its figures, in words and marks of one language.
import type { Messages } from '../../i18n';
import type { Chart, Figure, Figures, Lang } from '../../ipc/bindings';
import { draw, type Drawing, type DrawnMark } from './drawing';
import { onChart } from './numbers';
import { poster, POSTER_ROOM, type Told } from './poster';

export interface ShownMark {
  mark: DrawnMark;
  figure: Figure;
}

/** The marks whose figures there are. */
export function marksOf(chart: Chart, { figure: all }: Figures, words: Messages, lang: Lang) {
  return chart.marks.flatMap(({ figure: id, label, accent }): ShownMark[] => {
    const figure = all.find((one) => one.id === id);
    if (!figure) return [];
    const text = onChart(figure, words);
    return [{ figure, mark: { label: label[lang], value: figure.value, text, accent } }];
  });
}

export const drawingOf = (chart: Chart, marks: readonly ShownMark[], width: number): Drawing =>
  draw(
    chart.kind,
    marks.map(({ mark }) => mark),
    width,
  );

const unique = (texts: readonly (string | undefined)[]) => [
  ...new Set(texts.filter((text): text is string => Boolean(text))),
];

export const sourcesOf = (marks: readonly ShownMark[], lang: Lang) =>
  unique(marks.map(({ figure }) => figure.source[lang]));

export const cautionsOf = (marks: readonly ShownMark[], lang: Lang) =>
  unique(marks.map(({ figure }) => figure.caution?.[lang]));

/** What stands with a chart wherever it goes. */
export function tell(chart: Chart, marks: readonly ShownMark[], words: Messages, lang: Lang): Told {
  const { pages } = words;
  const { note, caution, source, unit, roughly } = pages.figures;
  const led = (label: string, texts: readonly string[], joint: string) =>
    texts.length > 0 ? [label + pages.colon + texts.join(joint)] : [];
  return {
    title: chart.title[lang],
    unit: unit + pages.colon + chart.unit[lang],
    notes: [
      ...led(note, unique([chart.note[lang]]), pages.gap),
      ...led(caution, cautionsOf(marks, lang), pages.gap),
      ...(marks.some(({ figure }) => figure.rounded) ? [roughly] : []),
      ...led(source, sourcesOf(marks, lang), pages.semicolon),
    ],
  };
}

/** The chart in a sentence, for those who do not see it. */
export function describe(chart: Chart, marks: readonly ShownMark[], words: Messages, lang: Lang) {
  const { comma, figures } = words.pages;
  const values = marks.map(({ mark }) => figures.one(mark.label, mark.text)).join(comma);
  return figures.described(chart.unit[lang], values);
}

export const sheetOf = (chart: Chart, marks: readonly ShownMark[], words: Messages, lang: Lang) =>
  poster(drawingOf(chart, marks, POSTER_ROOM), tell(chart, marks, words, lang));
