// Which keys belong to the input method. The one place that knows; no component tests keys by itself.

/** WebKit reports the Enter that confirms a candidate after the composition, with this code … */
const INPUT_METHOD_KEY = 229;
/** … so for this long after the end of a composition one such key is still not ours. */
const ECHO_WITHIN = 500;

export class Composition {
  #composing = false;
  #echoUntil = -Infinity;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get active(): boolean {
    return this.#composing;
  }

  watch(target: EventTarget) {
    target.addEventListener('compositionstart', () => this.#start(), true);
    target.addEventListener('compositionend', () => this.#end(), true);
  }

  /** Whether the key went to the input method. Each keydown is asked about once. */
  owns(event: KeyboardEvent): boolean {
    if (event.isComposing || this.#composing) return true;
    const echo = event.keyCode === INPUT_METHOD_KEY && this.#now() < this.#echoUntil;
    this.#echoUntil = -Infinity;
    return echo;
  }

  #start() {
    this.#composing = true;
  }

  #end() {
    this.#composing = false;
    this.#echoUntil = this.#now() + ECHO_WITHIN;
  }
}

export const composition = new Composition();
