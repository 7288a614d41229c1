// Contrast of every pair of colours in use, computed from the tokens themselves.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens/colours.css', 'utf8');
const block = (selector: string) => css.split(`${selector} {`)[1]?.split('}')[0] ?? '';

type Palette = Record<string, string>;

function palette(text: string, which: 0 | 1): Palette {
  const pairs = text.matchAll(/--(\w+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g);
  return Object.fromEntries(
    [...pairs].map(([, name, light, dark, plain]) => [name, plain ?? (which === 0 ? light : dark)]),
  ) as Palette;
}

const light = palette(block(':root'), 0);
const themes: Record<string, Palette> = {
  light,
  dark: palette(block(':root'), 1),
  sepia: { ...light, ...palette(block(":root[data-theme='sepia']"), 0) },
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const pairs: [string, string, number][] = [
  ...['paper', 'raised', 'wash'].flatMap((ground): [string, string, number][] => [
    ['ink', ground, TEXT],
    ['muted', ground, TEXT],
    ['link', ground, TEXT],
    ['accent', ground, TEXT],
    ['edge', ground, SHAPE],
  ]),
  ['paper', 'accent', TEXT],
  ['paper', 'ink', TEXT],
];

test.each(Object.keys(themes).flatMap((theme) => pairs.map((pair) => [theme, ...pair] as const)))(
  '%s: %s on %s is at least %d',
  (theme, text, ground, least) => {
    const colours = themes[theme] ?? {};
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(least);
  },
);
