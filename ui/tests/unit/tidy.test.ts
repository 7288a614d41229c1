// House rules that no reviewer should have to look for.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts|css)$/.test(path) && !path.endsWith('bindings.ts'))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));

const offenders = (rule: (text: string, path: string) => boolean) =>
  files.filter(({ path, text }) => rule(text, path)).map(({ path }) => path);

test('no file is longer than 400 lines, and half are shorter than 80', () => {
  const lengths = files.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
  expect(lengths.at(-1)).toBeLessThanOrEqual(400);
  expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(80);
});

test('text is never markup', () =>
  expect(offenders((text) => text.includes('{@html'))).toEqual([]));

test('only the client reaches the core', () =>
  expect(offenders((text) => text.includes('@tauri-apps'))).toEqual(['lib/ipc/client.ts']));

test('only the client loads the fake, and only when asked', () =>
  expect(offenders((text) => /import\('\.\/fake'\)|from '.*\/fake'/.test(text))).toEqual([
    'lib/ipc/client.ts',
  ]));

test('no style attributes: the content security policy refuses them', () =>
  expect(offenders((text) => /\sstyle="/.test(text))).toEqual([]));

test('colours and font names live in the tokens', () =>
  expect(
    offenders(
      (text, path) =>
        !path.startsWith('styles/tokens') &&
        /(#[0-9a-f]{3,8}|rgba?\(.*\)|font-family: '.*');/i.test(text),
    ),
  ).toEqual([]));

test('dumb widgets know neither the core nor the session', () =>
  expect(
    offenders(
      (text, path) => path.startsWith('lib/components') && /from '\.\.\/(ipc|state)/.test(text),
    ),
  ).toEqual([]));

test('nothing is left to do', () =>
  expect(offenders((text) => /\b(TODO|FIXME|XXX)\b/.test(text))).toEqual([]));
