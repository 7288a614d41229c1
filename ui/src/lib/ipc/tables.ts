// The tables beside the texts. Each is asked for once: none of them changes while the program is open.
import * as client from './client';

function once<Table>(ask: () => Promise<Table>): () => Promise<Table> {
  let asked: Promise<Table> | undefined;
  return () => {
    // What failed is asked again the next time.
    asked ??= ask().catch((thrown: unknown) => {
      asked = undefined;
      throw thrown;
    });
    return asked;
  };
}

export const catalogue = once(() => client.catalogue());
export const allDuties = once(() => client.duties());
export const checklists = once(() => client.checklists());
export const figures = once(() => client.figures());
export const terms = once(() => client.terms());
export const topics = once(() => client.topics());
