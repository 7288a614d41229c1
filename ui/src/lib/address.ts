// Addresses: document/article.paragraph.item. The only way to point at text.
import type { Address, DocumentId } from './ipc/bindings';

export function documentOf(address: Address): DocumentId {
  return address.slice(0, address.indexOf('/'));
}

/** The article that holds the place: `…/46.2.1` → `…/46`. */
export function articleOf(address: Address): Address {
  return address.replace(/\..*$/, '');
}

/** Paragraph and item numbers of a place, as far as it has them. */
export function withinArticle(address: Address): number[] {
  return address.slice(articleOf(address).length).split('.').slice(1).map(Number);
}

export const hrefTo = (address: Address) => `#${address}`;

/** The place a link in the window points to; `''` is the start page, `null` is no place of ours. */
export function placeInHref(link: HTMLAnchorElement): Address | null {
  const href = link.getAttribute('href');
  return href?.startsWith('#') ? decodeURIComponent(href.slice(1)) : null;
}
