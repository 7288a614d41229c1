// The texts as they are committed, read by nothing of the program: what the window must show.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT, ROOT } from './program.mjs';

const CHINESE = '一二三四五六七八九十';
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const ITEM_LABELS = {
  zh: (index) => `（${CHINESE[index]}）`,
  en: (index) => `(${ROMAN[index]}) `,
};

/** The articles of the Regulations in one language, in order: title line, and its paragraphs and items as printed. */
export function articles(lang) {
  const file = join(ROOT, `corpus/regulations/${DOCUMENT}.${lang}.md`);
  const found = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('### ')) found.push({ title: line.slice(4), lines: [] });
    else if (line.startsWith('#') || line.trim() === '') continue;
    else found.at(-1)?.lines.push(printed(line, lang));
  }
  return found;
}

function printed(line, lang) {
  const item = /^(\d+)\. (.*)$/.exec(line);
  return item ? ITEM_LABELS[lang](item[1] - 1) + item[2] : line;
}
