import type { Term } from '../ipc/bindings';
import { terms } from '../ipc/client';

/** The terms, fetched when the first of them is looked at. */
export class Glossary {
  #all: Promise<Term[]> | null = null;

  async find(id: string): Promise<Term | undefined> {
    this.#all ??= terms();
    try {
      return (await this.#all).find((term) => term.id === id);
    } catch (thrown) {
      this.#all = null; // asked again next time
      throw thrown;
    }
  }
}
