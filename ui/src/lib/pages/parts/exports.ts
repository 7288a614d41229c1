import { asCommandError, explain } from '../../ipc/errors';
import type { Session } from '../../state/session.svelte';

/** Has a file written and says where it is, or why it is not. */
export async function sayWhere(session: Session, write: () => Promise<string>): Promise<void> {
  try {
    session.say(session.words.pages.exported(await write()));
  } catch (thrown) {
    session.say(explain(session.words, asCommandError(thrown)));
  }
}
