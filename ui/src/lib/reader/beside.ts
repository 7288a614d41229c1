const GAP = 6;
const EDGE = 16;

/** Places a fixed card under its anchor, or above where there is no room below. */
export function placeBeside(card: HTMLElement, anchor: HTMLElement) {
  const line = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const below = window.innerHeight - line.bottom;
  const left = Math.min(line.left, window.innerWidth - card.offsetWidth - EDGE);
  card.style.left = `${Math.max(EDGE, left)}px`;
  // Fixed to the side that does not move when the text of the card arrives.
  if (below > card.offsetHeight + EDGE && below > line.top / 2)
    card.style.top = `${line.bottom + GAP}px`;
  else card.style.bottom = `${window.innerHeight - line.top + GAP}px`;
}
