import { MediaQuery } from 'svelte/reactivity';
import type { Preferences } from './settings.svelte';

export type PaneName = 'library' | 'context';

/** Which side panes are open. Under 960 px they lie over the text, one at a time, and are not remembered. */
export class Panes {
  readonly #narrow = new MediaQuery('max-width: 959px');
  readonly #preferences: Preferences;
  #overlay = $state<PaneName | null>(null);

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  get narrow(): boolean {
    return this.#narrow.current;
  }

  isOpen(name: PaneName): boolean {
    return this.narrow ? this.#overlay === name : this.#preferences.current[`${name}_open`];
  }

  setOpen(name: PaneName, open: boolean) {
    if (this.narrow) this.#overlay = open ? name : null;
    else this.#preferences.change({ [`${name}_open`]: open });
  }

  toggle(name: PaneName) {
    this.setOpen(name, !this.isOpen(name));
  }

  /** Closes the pane that lies over the text; says which it was. */
  closeOverlay(): PaneName | null {
    const closed = this.#overlay;
    this.#overlay = null;
    return closed;
  }
}
