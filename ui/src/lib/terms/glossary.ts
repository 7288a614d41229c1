import type { Term } from '../ipc/bindings';
import { terms } from '../ipc/tables';

/** The term with this id; the glossary is fetched when the first of them is looked at. */
export const findTerm = async (id: string): Promise<Term | undefined> =>
  (await terms()).find((term) => term.id === id);
