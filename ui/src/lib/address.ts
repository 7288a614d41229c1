// Addresses: document/passage.paragraph.item, or a document as a whole. The only way to point at text.
import type { Address, DocumentId } from './ipc/bindings';

export function documentOf(address: Address): DocumentId {
  const slash = address.indexOf('/');
  return slash < 0 ? address : address.slice(0, slash);
}

/** Whether it is a document, and no place in it. */
export const isWhole = (address: Address): boolean => !address.includes('/');

/** The passage that holds the place: `…/46.2.1` → `…/46`; a document as a whole is its own. */
export function passageOf(address: Address): Address {
  return address.replace(/\..*$/, '');
}

/** Whether the passage is a section of a case or of a page, which has a name instead of a number. */
export const isSection = (passage: Address): boolean => /\/[a-z]/.test(passage);

/** Paragraph and item numbers of a place, as far as it has them. */
export function withinPassage(address: Address): number[] {
  return address.slice(passageOf(address).length).split('.').slice(1).map(Number);
}

export const hrefTo = (address: Address) => `#${address}`;

/** The place or page a link in the window points to; `''` is the start page, `null` is nothing of ours. */
export function placeInHref(link: HTMLAnchorElement): string | null {
  const href = link.getAttribute('href');
  return href?.startsWith('#') ? decodeURIComponent(href.slice(1)) : null;
}
