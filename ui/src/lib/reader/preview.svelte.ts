import type { Address } from '../ipc/bindings';

const OPEN_AFTER = 300;
const CLOSE_AFTER = 250;

/** What a card shows: places, or the meaning of a term by its id. */
export type Beside = { places: readonly Address[] } | { term: string };

/** The card beside a reference or a term; a list of places when a reference points to several. */
export class Preview {
  /** The link the card belongs to; `null` while it is closed. */
  anchor = $state.raw<HTMLElement | null>(null);
  shows = $state.raw<Beside>({ places: [] });
  /** Opened to choose from, so it stays until a choice or Esc. */
  pinned = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Pointed at: opens after a moment. */
  point(anchor: HTMLElement, shows: Beside) {
    if (this.pinned || this.anchor === anchor) return this.keep();
    this.#later(() => this.open(anchor, shows), OPEN_AFTER);
  }

  open(anchor: HTMLElement, shows: Beside) {
    clearTimeout(this.#timer);
    this.anchor = anchor;
    this.shows = shows;
    this.pinned = false;
  }

  pin(anchor: HTMLElement, shows: Beside) {
    this.open(anchor, shows);
    this.pinned = true;
  }

  /** The pointer is on the card: it stays. */
  keep() {
    clearTimeout(this.#timer);
  }

  /** The pointer or focus has gone: closes after a moment. */
  release() {
    if (!this.pinned) this.#later(() => this.close(), CLOSE_AFTER);
  }

  close() {
    clearTimeout(this.#timer);
    this.anchor = null;
    this.pinned = false;
  }

  #later(run: () => void, ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, ms);
  }
}
