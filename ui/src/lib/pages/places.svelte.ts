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

/** 《规定》第四十一条 → 第四十一条, Provisions, Article 41 → Article 41: where the page says which text it is about. */
export function withoutTitle(label: string, title: string): string {
  const led = [`《${title}》`, `${title}, `, `${title} `].find((lead) => label.startsWith(lead));
  return led ? label.slice(led.length) : label;
}
