import corpus from '../fixtures/corpus.json';
import type {
  DocumentView,
  Lang,
  OutlineChapter,
  ShowView,
  StartView,
} from '../../src/lib/ipc/bindings';

/** The window's first answer, fresh for each test. */
export const startView = (): StartView => structuredClone(corpus.start) as StartView;

export const at = (unit: string) => `minors-online-protection/${unit}`;

export const outlineOf = (id: string) =>
  (corpus.outlines as unknown as Record<string, OutlineChapter[]>)[id] ?? [];

export function documentOf(id: string): DocumentView {
  const found = (corpus.documents as unknown as DocumentView[]).find((view) => view.id === id);
  if (!found) throw new Error(`${id} is not in the fixture`);
  return found;
}

export function shownAt(address: string, lang: Lang = 'zh'): ShowView {
  const found = (corpus.shown as unknown as Record<Lang, Record<string, ShowView>>)[lang][address];
  if (!found) throw new Error(`${address} is not in the fixture`);
  return found;
}
