import { landIn } from '../keys/ring';

/** Puts focus back into the text: on the article in view, or the centre as a whole. */
export function focusPlace() {
  const main = document.querySelector<HTMLElement>('#main');
  if (main) landIn(main);
}
