import { expect, test } from 'vitest';
import { articleOf, documentOf, placeInHref, withinArticle } from '../../src/lib/address';

test.each([
  ['a/46', 'a', 'a/46', []],
  ['a/46.2', 'a', 'a/46', [2]],
  ['a/20.1.3', 'a', 'a/20', [1, 3]],
  ['criminal-law/287-1.2', 'criminal-law', 'criminal-law/287-1', [2]],
  ['spp-43/holding', 'spp-43', 'spp-43/holding', []],
])('%s', (address, document, article, within) => {
  expect(documentOf(address)).toBe(document);
  expect(articleOf(address)).toBe(article);
  expect(withinArticle(address)).toEqual(within);
});

test.each([
  ['#a/46', 'a/46'],
  ['#', ''],
  ['https://example.com/', null],
])('a link to %s leads to %s', (href, place) => {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  expect(placeInHref(link)).toBe(place);
});
