import { createContext } from 'svelte';
import { catalogues } from '../i18n';
import type { Address, Lang, Notice, StartView } from '../ipc/bindings';
import { explain } from '../ipc/errors';
import { Library } from '../library/library';
import { Preview } from '../reader/preview.svelte';
import { Context } from './context.svelte';
import { History, type Stop } from './history.svelte';
import { Panes } from './panes.svelte';
import { Reader } from './reader.svelte';
import { Search } from './search.svelte';
import { Preferences } from './settings.svelte';

export type DialogName = 'goto' | 'settings' | 'help';
export type View = 'start' | 'reader' | 'results';

const MESSAGE_STAYS = 5000;

/** Everything one window knows, and the moves that touch more than one part of it. */
export class Session {
  readonly version: string;
  readonly library: Library;
  readonly preferences: Preferences;
  readonly search: Search;
  readonly panes: Panes;
  readonly reader = new Reader();
  readonly context = new Context();
  readonly history = new History();
  readonly preview = new Preview();

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
    this.reader.document = view.document;
    if (view.place === null) this.history.visit(null);
    else {
      this.history.visit(view.place);
      if (view.place !== view.settings.place) this.preferences.change({ place: view.place });
      void this.reader.open(view.place, false);
    }
  }

  /** Opens a place; Back returns from it. */
  go(address: Address) {
    this.history.visit(address);
    this.#arrive(address);
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

  /** The next or previous article, without a stop for each one read through. */
  step(direction: 1 | -1) {
    const from = this.reader.place;
    const address = from && this.library.neighbour(from, direction);
    if (!address) return;
    this.history.amend(address);
    this.#arrive(address);
  }

  /** Another article has scrolled into view. */
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
    this.panes.closeOverlay();
    if (stop === null) return this.reader.leave();
    this.preferences.change({ place: stop });
    void this.reader.open(stop);
  }
}

export const [useSession, provideSession] = createContext<Session>();
