import { SvelteMap } from 'svelte/reactivity';
import type { Address, Target } from '../ipc/bindings';
import { locate } from '../ipc/client';

/** What places are called. Each is asked about once, when something first shows it. */
class Places {
  readonly #found = new SvelteMap<Address, Target | null>();
  readonly #asked = new Set<Address>();

  /** `null` when there is no such place; `undefined` until the answer is there. */
  get(address: Address): Target | null | undefined {
    return this.#found.get(address);
  }

  ask(address: Address) {
    if (this.#asked.has(address)) return;
    this.#asked.add(address);
    locate(address, null)
      .then((target) => this.#found.set(address, target))
      .catch(() => this.#asked.delete(address)); // the address itself stands there; it is asked again
  }
}

export const places = new Places();

/** The document a place belongs to; a document is a place of its own. */
export const documentAt = (address: Address): string => address.split('/')[0] ?? address;
