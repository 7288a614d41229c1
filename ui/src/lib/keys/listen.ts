import { placeInHref } from '../address';
import type { Session } from '../state/session.svelte';
import { actions } from './actions';
import { composition } from './composition';
import { actionFor, chordOf, forbidden } from './shortcuts';

const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;

/** Shortcuts of the whole window. While a dialog is open the keys are the dialog's. */
export function onWindowKey(session: Session, event: KeyboardEvent) {
  if (event.defaultPrevented || composition.owns(event)) return;
  if (forbidden.includes(chordOf(event))) return event.preventDefault();
  if (session.dialog !== null) return;
  if (event.key === 'Escape') return uncover(session);
  const action = actionFor(event);
  if (!action) return;
  event.preventDefault();
  actions[action](session);
}

/** Esc takes away a pane that lies over the text, back to the button that opened it. */
function uncover(session: Session) {
  const closed = session.panes.closeOverlay();
  if (closed) document.querySelector<HTMLElement>(`[data-action="${closed}"]`)?.focus();
}

/** A link to an address opens it, wherever in the window it stands. */
export function onWindowClick(session: Session, event: MouseEvent) {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  const place = link && placeInHref(link);
  if (place === null) return;
  event.preventDefault();
  if (place === '') session.home();
  else session.go(place);
}

export function onWindowMouse(session: Session, event: MouseEvent) {
  if (event.button === MOUSE_BACK) session.back();
  if (event.button === MOUSE_FORWARD) session.forward();
}
