// F6 walks the regions of the window. A region marks where its focus lands with data-ring.

/** Moves focus to the next region that is on screen. */
export function movePane(direction: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) =>
    region.checkVisibility(),
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next =
    regions[(Math.max(at, direction === 1 ? -1 : 0) + direction + regions.length) % regions.length];
  if (next) landIn(next);
}

/** Focuses a region where it says, or as a whole. */
export function landIn(region: HTMLElement) {
  const marks = [...region.querySelectorAll<HTMLElement>('[data-ring]')];
  (marks.find((mark) => mark.checkVisibility()) ?? region).focus();
}
