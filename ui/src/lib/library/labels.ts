// How places and dates of documents are called in words.
import { documentOf, isSection, isWhole, withinPassage } from '../address';
import type { Address, DocumentEntry, Lang } from '../ipc/bindings';
import type { Library } from './library';

const DIGITS = '零一二三四五六七八九';
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** 1 → 一, 12 → 十二, 20 → 二十. Paragraphs and items never reach a hundred. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS[ones] : '');
}

function romanNumeral(n: number): string {
  return 'x'.repeat(Math.floor(n / 10)) + ROMAN[n % 10];
}

/** The printed number of an item: （三）, (iii) with the space that follows it. */
export function itemLabel(n: number, lang: Lang): string {
  return lang === 'zh' ? `（${chineseNumeral(n)}）` : `(${romanNumeral(n)}) `;
}

/**
 * 第二十条第一款第（三）项, Article 20(1)(iii), 要旨; a document as a whole by its short title. A place in a document whose
 * outline is not known is its own label.
 */
export function placeLabel(library: Library, address: Address, lang: Lang): string {
  if (isWhole(address)) return library.entry(address)?.short_title[lang] ?? address;
  const passage = library.find(address)?.passage.label[lang];
  if (passage === undefined) return address;
  const [paragraph, item] = withinPassage(address);
  const parts =
    lang === 'zh'
      ? [paragraph && `第${chineseNumeral(paragraph)}款`, item && `第${itemLabel(item, lang)}项`]
      : [paragraph && `(${paragraph})`, item && `(${romanNumeral(item)})`];
  return [passage, ...parts.filter(Boolean)].join('');
}

/** The place with its document where it needs one to be known: 检例第43号 要旨, 条例 第四十六条. */
export function fullLabel(library: Library, address: Address, lang: Lang): string {
  const label = placeLabel(library, address, lang);
  const title = library.entry(documentOf(address))?.short_title[lang];
  return !title || isWhole(address) ? label : `${title} ${label}`;
}

/** What a copied or announced place is called: articles by their number alone, sections with their document. */
export const spokenLabel = (library: Library, address: Address, lang: Lang): string =>
  isSection(address) ? fullLabel(library, address, lang) : placeLabel(library, address, lang);

/** How a case is called in a list, where every character counts: 检例第43号, SPP No. 43. */
export const listLabel = ({ short_title }: DocumentEntry, lang: Lang): string =>
  short_title[lang].replace('Guiding Case ', '');
