import { copyCitation, openCitation } from '../reader/cite';
import { copyWithSource } from '../reader/copy';
import type { Session } from '../state/session.svelte';
import { movePane } from './ring';
import type { Action } from './shortcuts';

/** Puts the caret in the search box with its text selected. */
export function focusSearch() {
  const box = document.querySelector<HTMLInputElement>('#search');
  box?.focus();
  box?.select();
}

function resize(session: Session, direction: 1 | -1 | 0) {
  if (direction === 0) session.preferences.resetSize();
  else session.preferences.resize(direction);
  session.say(session.words.messages.size(session.preferences.current.text_size));
}

/** What each action does. */
export const actions: Record<Action, (session: Session) => void> = {
  search: focusSearch,
  goto: (session) => (session.dialog = 'goto'),
  back: (session) => session.back(),
  forward: (session) => session.forward(),
  next: (session) => session.step(1),
  previous: (session) => session.step(-1),
  copy: (session) => void copyWithSource(session),
  cite: (session) => void copyCitation(session),
  'cite-as': openCitation,
  pane: () => movePane(1),
  'previous-pane': () => movePane(-1),
  bigger: (session) => resize(session, 1),
  smaller: (session) => resize(session, -1),
  reset: (session) => resize(session, 0),
  settings: (session) => (session.dialog = 'settings'),
  print: () => window.print(),
  help: (session) => (session.dialog = 'help'),
};
