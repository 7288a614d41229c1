// The core in memory, for a plain browser: development, tests, screenshots. Never loaded by the program.
//
// The address of the page steers it: ?theme=dark&interface=en&reading=both&place=… set the settings,
// ?corpus=hostile serves texts that try to run code, ?fail=search makes a command fail,
// ?index=rebuilding answers from memory, ?delay=400,0 makes the first search slow and the second quick.
import bundled from '../../../tests/fixtures/corpus.json';
import hostile from '../../../tests/fixtures/hostile.json';
import type {
  Address,
  CatalogueEntry,
  CommandError,
  DocumentView,
  DutyFilter,
  DutyView,
  ErrorCode,
  IndexState,
  Lang,
  Settings,
  ShowView,
  StartView,
  Target,
  Topic,
  Term,
} from './bindings';
import { similarIn, suggestIn } from './fake-beside';
import { citeFrom } from './fake-cite';
import { locateIn, quoteFrom, searchIn, type Corpus } from './fake-search';
import { dutiesIn } from './fake-tables';

const steer = new URLSearchParams(location.search);
const corpus = steer.get('corpus') === 'hostile' ? hostile : bundled;
const documents = corpus.documents as unknown as DocumentView[];
const shown = corpus.shown as unknown as Record<Lang, Record<Address, ShowView>>;
const outlines = corpus.outlines as unknown as Record<string, unknown>;
const allDuties = corpus.duties as unknown as DutyView[];
const searched: Corpus = {
  documents,
  terms: corpus.terms as unknown as Term[],
  topics: corpus.topics as unknown as Topic[],
  catalogue: corpus.catalogue as unknown as CatalogueEntry[],
};
const delays = (steer.get('delay') ?? '').split(',').map(Number);
const KEPT = 'settings';

function refuse(code: ErrorCode, subject: string): never {
  throw { code, subject, detail: 'fake' } satisfies CommandError;
}

function settings(): Settings {
  const defaults = corpus.start.settings as unknown as Settings;
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Settings>;
  const steered = Object.fromEntries(
    ['interface', 'theme', 'reading', 'place'].flatMap((key) => {
      const value = steer.get(key);
      return value === null ? [] : [[key, value]];
    }),
  );
  return { ...defaults, ...kept, ...steered };
}

function start(): StartView {
  const chosen = settings();
  const wanted = chosen.place?.split('/')[0];
  const document = documents.find(({ id }) => id === wanted) ?? null;
  const view = corpus.start as unknown as StartView;
  return { ...view, settings: chosen, document, place: document && chosen.place };
}

function show(address: Address, lang: Lang): ShowView {
  const [whole = address] = address.split('.');
  const view = shown[lang][whole] ?? refuse('not-found', address);
  const label = locate(address, null)?.label[lang];
  return { ...view, address, label: whole === address ? view.label : (label ?? view.label) };
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function search({ ticket, query, widen, lang, limit }: Record<string, unknown>) {
  await wait(delays.shift() || 0);
  return {
    ticket,
    answer: searchIn(searched, String(query), widen === true, lang as Lang, Number(limit)),
    index: (steer.get('index') ?? 'ready') as IndexState,
  };
}

function locate(text: string, near: Address | null): Target | null {
  return locateIn(documents, text, near);
}

export async function call(command: string, args: Record<string, unknown>): Promise<unknown> {
  if (steer.get('fail') === command) refuse('internal', command);
  const address = String(args['address']);
  const lang = args['lang'] as Lang;
  switch (command) {
    case 'start':
      return start();
    case 'read_document':
      return (
        documents.find(({ id }) => id === args['id']) ?? refuse('not-found', String(args['id']))
      );
    case 'show':
      return show(address, lang);
    case 'search':
      return search(args);
    case 'suggest':
      return suggestIn(searched, String(args['query']), lang);
    case 'similar':
      return similarIn(searched, shown[lang], address, lang);
    case 'locate':
      return locate(String(args['text']), args['near'] as Address | null);
    case 'quote':
      return quoteFrom(show(address, lang), documents, lang, args['selection'] as string | null);
    case 'cite':
      return citeFrom(show(address, lang), documents, lang);
    case 'outline':
      return outlines[String(args['id'])] ?? refuse('not-found', String(args['id']));
    case 'duties':
      return dutiesIn(allDuties, args['filter'] as Partial<DutyFilter>);
    case 'catalogue':
    case 'checklists':
    case 'figures':
    case 'terms':
    case 'topics':
      return corpus[command];
    case 'export_duties':
      return '/tmp/duties.csv';
    case 'export_chart':
      return `/tmp/${String(args['name'])}`;
    case 'save_settings':
      return sessionStorage.setItem(KEPT, JSON.stringify(args['settings']));
    case 'painted':
      return undefined;
    default:
      return refuse('internal', command);
  }
}
