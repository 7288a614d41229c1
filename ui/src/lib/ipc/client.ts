// One function per command of the core. The only file that knows how the core is reached.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type {
  Address,
  CatalogueEntry,
  Checklist,
  CiteView,
  DocumentId,
  DocumentView,
  DutyFilter,
  DutyView,
  Figures,
  IndexState,
  Lang,
  OutlineChapter,
  SearchAnswer,
  Settings,
  ShowView,
  Similar,
  StartView,
  Suggestion,
  Target,
  Term,
  Topic,
} from './bindings';

type Arguments = Record<string, unknown>;

// What ships knows the core alone: in it this is always true, and the fake is not even in the bundle.
const inProgram = import.meta.env.MODE === 'production' || '__TAURI_INTERNALS__' in window;

async function call<T = unknown>(command: string, args: Arguments = {}): Promise<T> {
  if (inProgram) {
    return invoke<T>(command, args);
  } else {
    const fake = await import('./fake');
    return (await fake.call(command, args)) as T;
  }
}

export const start = () => call<StartView>('start');

export const readDocument = (id: DocumentId) => call<DocumentView>('read_document', { id });

export const show = (address: Address, lang: Lang) => call<ShowView>('show', { address, lang });

export interface Question {
  ticket: number;
  query: string;
  widen: boolean;
  lang: Lang;
  limit: number;
}

export const search = (question: Question) => call<SearchAnswer>('search', { ...question });

/** What somebody who types may be about to type, best first. */
export const suggest = (query: string, lang: Lang) =>
  call<Suggestion[]>('suggest', { query, lang });

/** Places that resemble this one, most alike first. */
export const similar = (address: Address, lang: Lang) =>
  call<Similar[]>('similar', { address, lang });

export const locate = (text: string, near: Address | null) =>
  call<Target | null>('locate', { text, near });

export const quote = (address: Address, lang: Lang, selection: string | null) =>
  call<string>('quote', { address, lang, selection });

/** A place cited in every style. */
export const cite = (address: Address, lang: Lang) => call<CiteView>('cite', { address, lang });

export const outline = (id: DocumentId) => call<OutlineChapter[]>('outline', { id });

export const catalogue = () => call<CatalogueEntry[]>('catalogue');

/** Duties and what they cost; every field of the filter that is set narrows them. */
export const duties = (filter: Partial<DutyFilter> = {}) => call<DutyView[]>('duties', { filter });

export const checklists = () => call<Checklist[]>('checklists');

export const figures = () => call<Figures>('figures');

export const terms = () => call<Term[]>('terms');

export const topics = () => call<Topic[]>('topics');

/** Writes the table for spreadsheets; the answer is the path of the file. */
export const exportDuties = (filter: Partial<DutyFilter>, lang: Lang) =>
  call<string>('export_duties', { filter, lang });

/** Writes a file (svg or png); the answer is its path. */
export const exportChart = (name: string, content: Uint8Array) =>
  call<string>('export_chart', { name, content: [...content] });

export async function saveSettings(settings: Settings): Promise<void> {
  await call('save_settings', { settings });
}

export async function painted(): Promise<void> {
  await call('painted');
}

export async function onIndexChanged(heard: (state: IndexState) => void): Promise<void> {
  if (inProgram) await listen<IndexState>('index-changed', (event) => heard(event.payload));
}
