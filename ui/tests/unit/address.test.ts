import { expect, test } from 'vitest';
import {
  documentOf,
  isSection,
  isWhole,
  passageOf,
  placeInHref,
  withinPassage,
} from '../../src/lib/address';

test.each([
  ['a/46', 'a', 'a/46', []],
  ['a/46.2', 'a', 'a/46', [2]],
  ['a/20.1.3', 'a', 'a/20', [1, 3]],
  ['criminal-law/287-1.2', 'criminal-law', 'criminal-law/287-1', [2]],
  ['spp-43/holding', 'spp-43', 'spp-43/holding', []],
  ['spp-43', 'spp-43', 'spp-43', []],
])('%s', (address, document, passage, within) => {
  expect(documentOf(address)).toBe(document);
  expect(passageOf(address)).toBe(passage);
  expect(withinPassage(address)).toEqual(within);
});

test.each([
  ['spp-43', true, false],
  ['spp-43/holding', false, true],
  ['criminal-law/287-1', false, false],
])('%s as a whole: %s, a section: %s', (address, whole, section) => {
  expect(isWhole(address)).toBe(whole);
  expect(isSection(address)).toBe(section);
});

test.each([
  ['#a/46', 'a/46'],
  ['#page:duties/a/46.2', 'page:duties/a/46.2'],
  ['#', ''],
  ['https://example.com/', null],
])('a link to %s leads to %s', (href, place) => {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  expect(placeInHref(link)).toBe(place);
});
