// What is built obeys the content security policy by its very text.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const html = readFileSync(dist + 'index.html', 'utf8');
const assets = readdirSync(dist + 'assets').map((name) => [
  name,
  readFileSync(`${dist}assets/${name}`, 'utf8'),
]);

test('the page has no inline script, style or handler', () => {
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
});

test('templates carry no style attributes, and nothing is a data: URL', () => {
  for (const [name, text] of assets) {
    assert.doesNotMatch(text, /<\w+[^<>]* style=/, name);
    assert.doesNotMatch(text, /["'(]data:(?:image|font|text)/, name);
  }
});

test('nothing reaches out of the program', () => {
  for (const [name, text] of assets.filter(([name]) => !name.endsWith('.svg'))) {
    const addresses = text.match(/https?:\/\/[\w.]+/g) ?? [];
    const allowed = /^https?:\/\/(www\.w3\.org|svelte\.dev|localhost|ipc\.localhost)/;
    assert.deepEqual(
      addresses.filter((address) => !allowed.test(address)),
      [],
      name,
    );
  }
});

test('what ships holds no fake backend and no test data', () => {
  for (const [name, text] of assets) {
    assert.doesNotMatch(name, /fake/);
    assert.doesNotMatch(text, /网络游戏服务提供者应当|CANARY/, name);
  }
});
