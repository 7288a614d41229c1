import { isWhole, passageOf } from '../address';
import type { Address, Lang } from '../ipc/bindings';
import { quote } from '../ipc/client';
import { spokenLabel } from '../library/labels';
import type { Session } from '../state/session.svelte';

interface Passage {
  address: Address;
  lang: Lang;
  /** The words selected; `null` for the whole unit. */
  selection: string | null;
  /** The element that holds the whole selection, by its id, if it is one line. */
  line?: string | undefined;
}

const elementOf = (node: Node | null) =>
  node instanceof Element ? node : (node?.parentElement ?? null);

/** The selected words, if they lie within one passage and one language. */
export function selectedPassage(): Passage | null {
  const selection = getSelection();
  const text = selection?.toString().trim();
  if (!selection || !text) return null;
  const ends = [selection.anchorNode, selection.focusNode].map(elementOf);
  const [article, other] = ends.map((end) => end?.closest<HTMLElement>('article[data-address]'));
  const address = article?.dataset['address'];
  if (!address || article !== other) return null;
  const lang = ends[0]?.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'zh';
  const [line, last] = ends.map((end) => end?.closest('p[id]')?.id);
  return { address, lang, selection: text, line: line === last ? line : undefined };
}

function passageInView(session: Session): Passage | null {
  const { place } = session.reader;
  if (session.view !== 'reader' || place === null || isWhole(place)) return null;
  return { address: passageOf(place), lang: session.readingLang, selection: null };
}

/** Hands the promise itself to the clipboard: WebKit would not accept a write after the wait. */
export async function write(text: Promise<string>): Promise<void> {
  const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** Copies the selection, or the passage in view, with its citation and whose words it is. */
export async function copyWithSource(session: Session): Promise<void> {
  const { messages } = session.words;
  const passage = selectedPassage() ?? passageInView(session);
  if (!passage) return session.say(messages.noArticle);
  try {
    await write(quote(passage.address, passage.lang, passage.selection));
    session.say(messages.copied(spokenLabel(session.library, passage.address, session.lang)));
  } catch {
    session.say(messages.notCopied);
  }
}
