import type { Lang, Suggestion } from '../ipc/bindings';
import { suggest } from '../ipc/client';

/** How many queries are remembered. */
const REMEMBERED = 20;

/** What may be searched for next: what the core knows of it, and what was searched for before. */
export class Suggestions {
  found = $state.raw<readonly Suggestion[]>([]);
  /** The query they were asked for. */
  query = '';
  /** Queries that led somewhere, latest first; kept while the window is open. */
  history = $state.raw<readonly string[]>([]);

  #ticket = 0;

  /** Asks beside the search and never in its way: a late or failed answer is dropped. */
  async ask(query: string, lang: Lang): Promise<void> {
    this.query = query;
    const ticket = ++this.#ticket;
    const found = await suggest(query, lang).catch(() => []);
    if (ticket === this.#ticket) this.found = found;
  }

  remember(query: string) {
    const text = query.trim();
    if (text === '') return;
    const others = this.history.filter((other) => other !== text);
    this.history = [text, ...others].slice(0, REMEMBERED);
  }

  clear() {
    this.#ticket++;
    this.query = '';
    this.found = [];
  }
}
