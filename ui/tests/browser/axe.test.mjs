// Every view, in every theme, wide and at 400 % zoom: no violation of WCAG 2.2 A and AA that axe can find,
// nothing to scroll sideways, nothing refused by the content security policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { at, launch, overhang, search } from './window.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const place = at('46');

const views = {
  start: {},
  'start, returning': { act: (page) => page.click('[data-action="home"]'), steer: { place } },
  'reader zh': { steer: { place } },
  'reader en': { steer: { place, reading: 'en', interface: 'en' } },
  'reader both': { steer: { place: at('20'), reading: 'both' } },
  'library open': { steer: { place }, act: showPane('library') },
  'context open': { steer: { place }, act: showPane('context') },
  results: { steer: { place }, act: (page) => search(page, '罚款') },
  'results in English': {
    steer: { place, interface: 'en', index: 'rebuilding' },
    act: (page) => search(page, 'bullying'),
  },
  'marked hit': {
    steer: { place },
    act: async (page) => {
      await search(page, '网络');
      await page.keyboard.press('ArrowDown');
    },
  },
  'no results': { steer: { place }, act: (page) => search(page, '量子计算机') },
  preview: {
    steer: { place: at('54') },
    act: async (page) => {
      await page
        .locator(`[id="${at('54')}"] .reference`)
        .first()
        .focus();
      await page.waitForSelector('#preview .passage');
    },
  },
  'list of places': {
    steer: { place: at('56') },
    act: async (page) => {
      await page.getByRole('link', { name: '第四十二条至第四十五条' }).first().click();
      await page.waitForSelector('#preview[role="dialog"]');
    },
  },
  'go to': { steer: { place }, act: dialog('Control+l') },
  settings: { steer: { place }, act: dialog('Control+,') },
  help: { steer: { place }, act: dialog('F1') },
  'failed search': {
    steer: { place, fail: 'search' },
    act: async (page) => {
      await page.fill('#search', '网络');
      await page.waitForSelector('[role="alert"]');
    },
  },
  'failed document': {
    steer: { fail: 'read_document' },
    act: async (page) => {
      await page.getByRole('link', { name: /第五十六条/ }).click();
      await page.waitForSelector('[role="alert"]');
    },
  },
};

function showPane(name) {
  return async (page) => {
    if (!(await page.isVisible(`#${name}`))) await page.click(`[data-action="${name}"]`);
    await page.waitForSelector(`#${name}`);
  };
}

function dialog(chord) {
  return async (page) => {
    await page.keyboard.press(chord);
    await page.waitForSelector('dialog[open]');
  };
}

let program;
before(async () => (program = await launch()));
after(() => program.close());

for (const [name, { steer = {}, act }] of Object.entries(views))
  for (const size of [
    [1280, 800],
    [320, 640],
  ])
    test(`${name}, ${size[0]} px`, async () => {
      const page = await program.open({ ...steer, size });
      await act?.(page);
      await page.evaluate(axe);
      for (const theme of ['light', 'dark', 'sepia']) {
        const { violations } = await page.evaluate(check, { theme, tags: TAGS });
        const found = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
        assert.deepEqual(found, [], theme);
      }
      assert.equal(await overhang(page), 0, 'px to scroll sideways');
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });

function check({ theme, tags }) {
  document.documentElement.dataset.theme = theme;
  return window.axe.run({ runOnly: tags, resultTypes: ['violations'] });
}
