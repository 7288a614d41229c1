import { isSection, isWhole } from '../address';
import type { Address, CiteView, Lang, Style } from '../ipc/bindings';
import { cite } from '../ipc/client';
import { spokenLabel } from '../library/labels';
import { layerName } from '../library/layers';
import type { Session } from '../state/session.svelte';
import { selectedPassage, write } from './copy';

/** A place to cite, and the language in which it is being read. */
export interface Cited {
  address: Address;
  lang: Lang;
}

/** The paragraph or item that holds the selection, or the passage it lies in. */
function selectedPlace(): Cited | null {
  const passage = selectedPassage();
  if (!passage) return null;
  const { address, lang } = passage;
  const within = passage.line?.startsWith(`${address}.`) && !isSection(address);
  return { address: within && passage.line ? passage.line : address, lang };
}

/** What a citation would name now: the place of the selection, or the place in view, which may be a document as a whole. */
export function placeToCite(session: Session): Cited | null {
  const { place } = session.reader;
  if (session.view !== 'reader') return null;
  return selectedPlace() ?? (place === null ? null : { address: place, lang: session.readingLang });
}

/** Opens the list of styles; without a place there is nothing to cite. */
export function openCitation(session: Session) {
  if (placeToCite(session)) session.dialog = 'cite';
  else session.say(session.words.messages.noArticle);
}

/** Whether what is cited is in force, and whose words stand in the library. */
export function atHand(session: Session, { status, layer }: CiteView): string {
  const { words } = session;
  return words.cite.hand(words.status[status], layerName(words, { layer, verified: false }));
}

const textIn = (view: CiteView, style: Style) =>
  view.styles.find((citation) => citation.style === style)?.text ?? '';

/** Puts a citation on the clipboard and says so. */
async function copy(session: Session, view: Promise<CiteView>, style: Style) {
  const { words } = session;
  try {
    await write(view.then((cited) => textIn(cited, style)));
    const cited = await view;
    const { address } = cited;
    const label = isWhole(address)
      ? (session.library.entry(address)?.short_title[session.lang] ?? address)
      : spokenLabel(session.library, address, session.lang);
    session.say(words.messages.cited(label, words.cite.styles[style], atHand(session, cited)));
  } catch {
    session.say(words.messages.notCopied);
  }
}

/** Copies a citation that is at hand in a style, and remembers the style. */
export function copyIn(session: Session, view: CiteView, style: Style): Promise<void> {
  session.preferences.change({ citation_style: style });
  return copy(session, Promise.resolve(view), style);
}

/** Copies the citation in the style chosen last. */
export async function copyCitation(session: Session): Promise<void> {
  const place = placeToCite(session);
  if (!place) return session.say(session.words.messages.noArticle);
  const { citation_style: style } = session.preferences.current;
  await copy(session, cite(place.address, place.lang), style);
}
