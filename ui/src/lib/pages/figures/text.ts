// How much room words take in a drawing, where no browser lays them out.

const WIDE = /[\p{Script=Han}\u2014\u2026\u3000-\u303f\uff00-\uffef]/u;
const EM = { wide: 1, capital: 0.68, narrow: 0.3, other: 0.56 };

function emOf(character: string): number {
  if (WIDE.test(character)) return EM.wide;
  if (/[A-Z%@]/.test(character)) return EM.capital;
  if (/[\s.,:;'|!ijl()]/.test(character)) return EM.narrow;
  return EM.other;
}

/** The likely width of a line. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + emOf(character), 0) * size;

/** Marks that do not begin a line. */
const CLOSING = /^[，。、；：？！》）〉」』”’…—]/u;

/** Breaks a text into lines: between Chinese characters, and where there are blanks. */
export function wrap(text: string, width: number, size: number): string[] {
  const pieces = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const fits = widthOf((line + piece).trimEnd(), size) <= width;
    if (fits || line === '' || CLOSING.test(piece)) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}
