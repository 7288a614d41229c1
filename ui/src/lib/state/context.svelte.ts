import type { Address, CommandError, Lang, ShowView } from '../ipc/bindings';
import { show } from '../ipc/client';
import { asCommandError } from '../ipc/errors';

/** Parts of the margin that can be turned to; also the ids of their elements. */
export type ContextPart = 'cited-by' | 'cases' | 'costs';

/** What the margin says about one place. */
export class Context {
  shown = $state.raw<ShowView | null>(null);
  /** The part to turn to as soon as it is there. */
  wanted = $state<ContextPart | null>(null);
  failure = $state.raw<CommandError | null>(null);
  #wanted: string | null = null;

  async show(address: Address | null, lang: Lang): Promise<void> {
    const wanted = address && `${lang} ${address}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.failure = null;
    if (address === null) {
      this.shown = null;
      return;
    }
    try {
      const shown = await show(address, lang);
      if (this.#wanted === wanted) this.shown = shown;
    } catch (thrown) {
      if (this.#wanted === wanted) this.failure = asCommandError(thrown);
    }
  }
}
