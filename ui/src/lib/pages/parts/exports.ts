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

/** The core takes names up to this many bytes, an ending aside. */
const LONGEST = 150;

/** A title as a file name: letters, digits and blanks, cut where it grows too long. */
export function fileName(title: string, ending: string): string {
  const plain = title.replace(/[^\p{L}\p{N} （）()·-]+/gu, ' ').trim();
  let stem = '';
  for (const character of plain) {
    if (new TextEncoder().encode(stem + character).length > LONGEST) break;
    stem += character;
  }
  return `${stem.trim()}.${ending}`;
}
