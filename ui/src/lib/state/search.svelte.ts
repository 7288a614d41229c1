import type { Address, CommandError, IndexState, SearchView } from '../ipc/bindings';
import { search } from '../ipc/client';
import { asCommandError } from '../ipc/errors';
import { languageOf } from '../search/language';
import type { Preferences } from './settings.svelte';

const LIMIT = 100;

/** The search line and its answer. */
export class Search {
  query = $state('');
  /** Whether results stand in the centre. */
  open = $state(false);
  answer = $state.raw<SearchView | null>(null);
  failure = $state.raw<CommandError | null>(null);
  index = $state<IndexState>('ready');
  /** The hit the marker is on. */
  marked = $state<Address | null>(null);

  readonly markedHit = $derived(
    this.answer?.hits.find(({ address }) => address === this.marked) ?? null,
  );

  readonly #preferences: Preferences;
  #ticket = 0;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  /** Asks anew; an empty query leaves. An answer that a newer question has overtaken is dropped. */
  async ask(query: string): Promise<void> {
    this.query = query;
    const ticket = ++this.#ticket;
    if (query.trim() === '') return this.leave();
    this.open = true;
    const { widen, interface: fallback } = this.#preferences.current;
    try {
      const lang = languageOf(query) ?? fallback;
      const found = await search({ ticket, query, widen, lang, limit: LIMIT });
      if (found.ticket !== this.#ticket) return;
      this.answer = found.answer;
      this.index = found.index;
      this.failure = null;
    } catch (thrown) {
      if (ticket !== this.#ticket) return;
      this.answer = null;
      this.failure = asCommandError(thrown);
    }
    this.marked = null;
  }

  setWiden(widen: boolean) {
    this.#preferences.change({ widen });
    void this.ask(this.query);
  }

  /** Puts the text back in the centre; the query stays in the box. */
  leave() {
    this.#ticket++;
    this.open = false;
    this.marked = null;
    this.answer = null;
  }
}
