// How places and dates of documents are called in words.
import { withinArticle } from '../address';
import type { Address, Lang } from '../ipc/bindings';
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

/** 第二十条第一款第三项, Article 20(1)(iii). An address unknown to the library is its own label. */
export function placeLabel(library: Library, address: Address, lang: Lang): string {
  const article = library.find(address)?.article.label[lang];
  if (article === undefined) return address;
  const [paragraph, item] = withinArticle(address);
  const parts =
    lang === 'zh'
      ? [paragraph && `第${chineseNumeral(paragraph)}款`, item && `第${chineseNumeral(item)}项`]
      : [paragraph && `(${paragraph})`, item && `(${romanNumeral(item)})`];
  return [article, ...parts.filter(Boolean)].join('');
}
