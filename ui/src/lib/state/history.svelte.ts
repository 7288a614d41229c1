import type { Address } from '../ipc/bindings';
import type { PageStop } from '../pages/pages';

/** A place or a page that was shown; `null` is the start page. */
export type Stop = Address | PageStop | null;

/** Where the reader has been, as Back and Forward walk it. */
export class History {
  #stops: Stop[] = $state([]);
  #at = $state(-1);

  readonly canGoBack = $derived(this.#at > 0);
  readonly canGoForward = $derived(this.#at < this.#stops.length - 1);

  /** A new stop; what lay ahead is forgotten. */
  visit(stop: Stop) {
    if (this.#at >= 0 && this.#stops[this.#at] === stop) return;
    this.#stops = [...this.#stops.slice(0, this.#at + 1), stop];
    this.#at = this.#stops.length - 1;
  }

  /** The current stop has moved, by scrolling or stepping. */
  amend(stop: Stop) {
    if (this.#at < 0) this.visit(stop);
    else this.#stops[this.#at] = stop;
  }

  back(): Stop | undefined {
    if (this.canGoBack) return this.#stops[--this.#at];
  }

  forward(): Stop | undefined {
    if (this.canGoForward) return this.#stops[++this.#at];
  }
}
