// Where a page was left, so that Back returns to it: how far it was scrolled and which link had focus.

export interface Rest {
  top: number;
  href: string | null;
}

/** Where each page was left, by its stop. */
export class Rests extends Map<string, Rest> {}

/** How long the page may grow, its content arriving, before it is left where it is. */
const SETTLES_WITHIN = 2000;

/** Notes where the page rests, as it is read. */
export function watchRest(page: HTMLElement, note: (rest: Rest) => void): () => void {
  const rest: Rest = { top: page.scrollTop, href: null };
  const onscroll = () => note(Object.assign(rest, { top: page.scrollTop }));
  const onfocus = ({ target }: FocusEvent) => {
    const href = target instanceof HTMLElement ? target.getAttribute('href') : null;
    note(Object.assign(rest, { href }));
  };
  // A scroll is told a frame late; what leads away may come before it, and begins with one of the others.
  const moves = ['scroll', 'click', 'keydown'];
  for (const move of moves) page.addEventListener(move, onscroll, { capture: true, passive: true });
  page.addEventListener('focusin', onfocus);
  return () => {
    for (const move of moves) page.removeEventListener(move, onscroll, { capture: true });
    page.removeEventListener('focusin', onfocus);
  };
}

/** Brings the page back to where it rested, as soon as enough of it is there; a hand on it ends that. */
export function restore(page: HTMLElement, { top, href }: Rest): () => void {
  const content = new MutationObserver(settle);
  const end = () => {
    content.disconnect();
    clearTimeout(timer);
    page.removeEventListener('wheel', end);
    page.removeEventListener('keydown', end);
    page.removeEventListener('pointerdown', end);
  };
  const timer = setTimeout(end, SETTLES_WITHIN);
  page.addEventListener('wheel', end, { passive: true });
  page.addEventListener('keydown', end);
  page.addEventListener('pointerdown', end);

  function settle() {
    const link = href && page.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
    if (link) link.focus({ preventScroll: true });
    page.scrollTop = top;
    if (page.scrollTop >= top - 1 && (link || !href)) end();
  }

  content.observe(page, { childList: true, subtree: true });
  settle();
  return end;
}
