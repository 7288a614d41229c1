import { documentOf } from '../address';
import type { Address, CommandError, DocumentView } from '../ipc/bindings';
import { readDocument } from '../ipc/client';
import { asCommandError } from '../ipc/errors';

/** A request to bring a place into view; a new object each time, so the same place can be asked for twice. */
export interface Arrival {
  address: Address;
  /** Whether the reader asked for it, so that it is marked; not so while the window opens. */
  jumped: boolean;
}

/** The document in the centre and the place in it. */
export class Reader {
  document = $state.raw<DocumentView | null>(null);
  /** The place in view; `null` on the start page. */
  place = $state<Address | null>(null);
  arrival = $state.raw<Arrival | null>(null);
  failure = $state.raw<CommandError | null>(null);

  readonly #opened: (document: DocumentView) => void;

  constructor(opened: (document: DocumentView) => void) {
    this.#opened = opened;
  }

  take(document: DocumentView) {
    this.document = document;
    this.#opened(document);
  }

  async open(address: Address, jumped = true): Promise<void> {
    this.place = address;
    this.failure = null;
    const id = documentOf(address);
    if (this.document?.id !== id) {
      try {
        const document = await readDocument(id);
        if (this.place !== address) return;
        this.take(document);
      } catch (thrown) {
        if (this.place === address) this.failure = asCommandError(thrown);
        return;
      }
    }
    this.arrival = { address, jumped };
  }

  leave() {
    this.place = null;
    this.failure = null;
  }
}
