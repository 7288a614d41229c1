import type { Session } from '../state/session.svelte';
import { stopFor, type Page } from './pages';

/** The page as it was last amended: it has been in view all along. */
let amended: Page | null = null;

/**
 * The page in view says something else about itself, such as what is chosen on it. Its stop in history moves along, so
 * that Back returns to the page as it was left; no stop is added.
 */
export function amend(session: Session, page: Page) {
  const stop = stopFor(page);
  session.rests.delete(stop); // the reader is on the page: nothing is to be scrolled to where it once rested
  session.history.amend(stop);
  amended = page;
  session.page = page;
}

/** A page that is arrived at by a link shows its beginning, wherever the page before it was scrolled to. */
export function beginAtTop(session: Session) {
  $effect(() => {
    const { page } = session;
    if (!page || page === amended || session.rests.has(stopFor(page))) return;
    document.querySelector('.sheet')?.scrollTo({ top: 0 });
  });
}
