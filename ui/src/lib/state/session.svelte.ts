import { createContext } from 'svelte';
import { catalogues } from '../i18n';
import type { Address, Lang, Notice, StartView } from '../ipc/bindings';
import { explain } from '../ipc/errors';
import { Library } from '../library/library';
import { pageIn, stopFor, type Page, type PageName } from '../pages/pages';
import { Rests } from '../pages/rest';
import { Preview } from '../reader/preview.svelte';
import { Context, type ContextPart } from './context.svelte';
import { History, type Stop } from './history.svelte';
import { Panes } from './panes.svelte';
import { Reader } from './reader.svelte';
import { Search } from './search.svelte';
import { Preferences } from './settings.svelte';

export type DialogName = 'goto' | 'settings' | 'help' | 'syntax' | 'cite';
export type View = 'start' | 'reader' | 'results' | 'page';

const MESSAGE_STAYS = 5000;

/** Everything one window knows, and the moves that touch more than one part of it. */
export class Session {
  readonly version: string;
  readonly library: Library;
  readonly preferences: Preferences;
  readonly search: Search;
  readonly panes: Panes;
  readonly reader = new Reader((document) => this.library.learn(document));
  readonly context = new Context();
  readonly history = new History();
  readonly preview = new Preview();
  /** Where pages were left, for Back and Forward to return to. */
  readonly rests = new Rests();

  /** The page in the centre, when it is none of the texts. */
  page = $state.raw<Page | null>(null);
  notices = $state.raw<Notice[]>([]);
  dialog = $state<DialogName | null>(null);
  /** What has just happened, for the status line. */
  message = $state('');

  readonly lang = $derived.by(() => this.preferences.current.interface);
  /** The language to quote the law in. */
  readonly readingLang: Lang = $derived.by(() =>
    this.preferences.current.reading === 'en' ? 'en' : 'zh',
  );
  readonly words = $derived(catalogues[this.lang]);
  readonly view: View = $derived.by(() => {
    if (this.search.open) return 'results';
    if (this.page) return 'page';
    return this.reader.place === null ? 'start' : 'reader';
  });
  /** What the margin speaks about: the marked hit, or else the place in view. */
  readonly subject = $derived.by(() => (this.search.open ? this.search.marked : this.reader.place));

  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(view: StartView) {
    this.version = view.version;
    this.notices = view.notices;
    this.library = new Library(view.library);
    this.preferences = new Preferences(view.settings, (error) =>
      this.say(explain(this.words, error)),
    );
    this.search = new Search(this.preferences);
    this.panes = new Panes(this.preferences);
    if (view.document) this.reader.take(view.document);
    if (view.place === null) this.history.visit(null);
    else {
      this.history.visit(view.place);
      if (view.place !== view.settings.place) this.preferences.drift({ place: view.place });
      void this.reader.open(view.place, false);
    }
  }

  /** Opens a place, or a page by its stop; Back returns from it. */
  go(stop: string) {
    const page = pageIn(stop);
    if (page) return this.visit(page.name, page.detail);
    this.history.visit(stop);
    this.#arrive(stop);
  }

  /** Opens a page from its beginning, or at what is asked for; Back returns from it. */
  visit(name: PageName, detail: string | null = null) {
    const stop = stopFor({ name, detail });
    this.rests.delete(stop);
    this.history.visit(stop);
    this.#arrive(stop);
  }

  home() {
    this.history.visit(null);
    this.#arrive(null);
  }

  back() {
    this.#travel(this.history.back());
  }

  forward() {
    this.#travel(this.history.forward());
  }

  /** Turns to one part of what the margin says about a place on the page; the page does not move. */
  turnTo(address: Address, part: ContextPart) {
    this.see(address);
    this.panes.setOpen('context', true);
    this.context.wanted = part;
  }

  /** The next or previous passage, without a stop for each one read through. */
  step(direction: 1 | -1) {
    const from = this.reader.place;
    const address = from && this.library.neighbour(from, direction);
    if (!address) return;
    this.history.amend(address);
    this.#arrive(address);
  }

  /** Another passage has scrolled into view. */
  see(address: Address) {
    if (this.reader.place === address) return;
    this.reader.place = address;
    this.history.amend(address);
    this.preferences.drift({ place: address });
  }

  say(message: string) {
    this.message = message;
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => (this.message = ''), MESSAGE_STAYS);
  }

  #travel(stop: Stop | undefined) {
    if (stop !== undefined) this.#arrive(stop);
  }

  #arrive(stop: Stop) {
    this.search.leave();
    this.preview.close();
    this.context.wanted = null;
    this.panes.closeOverlay();
    this.page = stop === null ? null : pageIn(stop);
    if (stop === null || this.page) return this.reader.leave();
    this.preferences.change({ place: stop });
    void this.reader.open(stop);
  }
}

export const [useSession, provideSession] = createContext<Session>();
