import type { Address } from '../ipc/bindings';

const OPEN_AFTER = 300;
const CLOSE_AFTER = 250;

/** The card beside a reference: what it points to, or the list of places when there are several. */
export class Preview {
  /** The link the card belongs to; `null` while it is closed. */
  anchor = $state.raw<HTMLElement | null>(null);
  places = $state.raw<readonly Address[]>([]);
  /** Opened to choose from, so it stays until a choice or Esc. */
  pinned = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Pointed at: opens after a moment. */
  point(anchor: HTMLElement, places: readonly Address[]) {
    if (this.pinned || this.anchor === anchor) return this.keep();
    this.#later(() => this.open(anchor, places), OPEN_AFTER);
  }

  open(anchor: HTMLElement, places: readonly Address[]) {
    clearTimeout(this.#timer);
    this.anchor = anchor;
    this.places = places;
    this.pinned = false;
  }

  pin(anchor: HTMLElement, places: readonly Address[]) {
    this.open(anchor, places);
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
