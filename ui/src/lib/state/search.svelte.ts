import type { Address, CommandError, IndexState, SearchView } from '../ipc/bindings';
import { search } from '../ipc/client';
import { asCommandError } from '../ipc/errors';
import { languageOf } from '../search/language';
import { afterPaint } from './paint';
import type { Preferences } from './settings.svelte';
import { Suggestions } from './suggestions.svelte';

/** How many hits are asked for: few while one types, more for those who read on. */
export const LIMITS = [20, 60, 200] as const;
/** Hits shown at once: as many as a window holds. The others come after the first have been painted. */
export const FIRST = 8;
/** How many of the others come in one go. */
const PORTION = 20;
/** What stands beside the hits waits this long, so that it does not flicker while one types. */
const SETTLED_AFTER = 250;

/** The search line and its answer. */
export class Search {
  query = $state('');
  /** Whether results stand in the centre. */
  open = $state(false);
  answer = $state.raw<SearchView | null>(null);
  /** How many of its hits are shown so far. */
  shown = $state(0);
  /** The answer once typing has paused. */
  settled = $state.raw<SearchView | null>(null);
  failure = $state.raw<CommandError | null>(null);
  index = $state<IndexState>('ready');
  /** The hit the marker is on. */
  marked = $state<Address | null>(null);
  readonly suggestions = new Suggestions();

  readonly markedHit = $derived(
    this.marked === null
      ? null
      : (this.answer?.hits.find(({ address }) => address === this.marked) ?? null),
  );
  readonly #limit = $derived(LIMITS.find((limit) => limit > (this.answer?.hits.length ?? 0)));
  /** How many more hits the next step would bring. */
  readonly left = $derived.by(() => {
    const { total = 0, hits } = this.answer ?? {};
    return Math.max(0, Math.min(total, this.#limit ?? 0) - (hits?.length ?? 0));
  });

  readonly #preferences: Preferences;
  #ticket = 0;
  #growing = false;
  #callOff = () => {};
  #callOffSuggestions = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  /** Asks anew; an empty query leaves. An answer that a newer question has overtaken is dropped. */
  async ask(query: string): Promise<void> {
    this.query = query;
    const ticket = ++this.#ticket;
    this.#growing = false;
    if (query.trim() === '') return this.leave();
    this.open = true;
    const { widen, interface: fallback } = this.#preferences.current;
    const lang = languageOf(query) ?? fallback;
    this.#callOffSuggestions();
    try {
      const found = await search({ ticket, query, widen, lang, limit: LIMITS[0] });
      if (found.ticket !== this.#ticket) return;
      // Rows that stand already take the new hits in: that costs less than taking them away and bringing them back.
      this.#take(found.answer, Math.max(FIRST, Math.min(this.shown, LIMITS[0])));
      this.index = found.index;
      this.failure = null;
      // What may be typed next must not hold up what was typed.
      if (query !== this.suggestions.query)
        this.#callOffSuggestions = afterPaint(() => void this.suggestions.ask(query, lang));
    } catch (thrown) {
      if (ticket !== this.#ticket) return;
      this.answer = null;
      this.failure = asCommandError(thrown);
    }
    this.marked = null;
  }

  /** Brings the next hits of the same answer; those that stand stay where they are. */
  async more(): Promise<void> {
    const limit = this.#limit;
    if (!this.answer || this.left === 0 || limit === undefined || this.#growing) return;
    this.#growing = true;
    const { query } = this.answer;
    const ticket = this.#ticket;
    const { widen, interface: fallback } = this.#preferences.current;
    try {
      const lang = languageOf(query) ?? fallback;
      const found = await search({ ticket, query, widen, lang, limit });
      if (ticket === this.#ticket) this.#take(found.answer, this.shown);
    } catch (thrown) {
      if (ticket === this.#ticket) this.failure = asCommandError(thrown);
    }
    if (ticket === this.#ticket) this.#growing = false;
  }

  setWiden(widen: boolean) {
    this.#preferences.change({ widen });
    void this.ask(this.query);
  }

  /** Puts the text back in the centre; the query stays in the box. */
  leave() {
    this.#ticket++;
    this.#callOff();
    this.#callOffSuggestions();
    clearTimeout(this.#timer);
    if (this.answer) this.suggestions.remember(this.answer.query);
    if (this.query.trim() === '') this.suggestions.clear();
    this.open = false;
    this.marked = null;
    this.answer = null;
    this.settled = null;
  }

  #take(answer: SearchView, shown: number) {
    this.answer = answer;
    this.shown = Math.min(shown, answer.hits.length);
    this.#callOff();
    if (this.shown < answer.hits.length) this.#callOff = afterPaint(() => this.#unfold());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.settled = answer), SETTLED_AFTER);
  }

  #unfold() {
    const { length } = this.answer?.hits ?? [];
    this.shown = Math.min(length, this.shown + PORTION);
    if (this.shown < length) this.#callOff = afterPaint(() => this.#unfold());
  }
}
