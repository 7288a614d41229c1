// Every view, in every theme, wide and at 400 % zoom: no violation of WCAG 2.2 A and AA that axe can find,
// nothing to scroll sideways, nothing refused by the content security policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { at, launch, overhang, search, TERM } from './window.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const place = at('46');

const views = {
  start: {},
  'start, returning': { act: (page) => page.click('[data-action="home"]'), steer: { place } },
  'reader zh': { steer: { place } },
  'reader en': { steer: { place, reading: 'en', interface: 'en' } },
  'reader both': { steer: { place: at('20'), reading: 'both' } },
  'case page': { steer: { place: 'spp-43' } },
  'case page both': { steer: { place: 'spp-43/facts', reading: 'both', interface: 'en' } },
  'case card': { steer: { place: 'spp-145' } },
  'end of a case': { steer: { place: 'spp-204/sources' } },
  'policy page': { steer: { place: 'policy-proposal-6' } },
  'notice of a law': { steer: { place: 'cybersecurity-law' } },
  'recalled articles': { steer: { place: 'cybercrime-handling/12' } },
  'library of cases open': {
    steer: { place: 'spp-43/holding' },
    act: showPane('library'),
  },
  'library open': { steer: { place }, act: showPane('library') },
  'context open': { steer: { place }, act: showPane('context') },
  'margin of a case': { steer: { place: 'spp-43' }, act: showPane('context') },
  'duties in the margin': {
    steer: { place },
    act: async (page) => {
      await page.click(`[id="${place}"] .costs`);
      await page.waitForSelector('#costs:focus');
    },
  },
  'terms in the margin': {
    steer: { place },
    act: async (page) => {
      await showPane('context')(page);
      await page.click('#context summary');
    },
  },
  'card of a term': {
    steer: { place: TERM.at },
    act: async (page) => {
      await page.locator(`[id="${TERM.at}"] .term`).first().focus();
      await page.waitForSelector('#preview dl');
    },
  },
  'results for a term': { steer: { place }, act: (page) => search(page, TERM.zh) },
  'results for a case': { steer: { place }, act: (page) => search(page, '检例43') },
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
  'chips, drawer of facets, reasons': {
    steer: { place },
    act: async (page) => {
      await search(page, '网络 非 直播 类型：法规');
      await page.waitForSelector('.facets fieldset', { state: 'attached' });
      await page.click('.facets > button');
      await page.getByRole('button', { name: '为何在此' }).first().click();
    },
  },
  'another reading': { steer: { place }, act: (page) => search(page, '网络欺领 颜色:红') },
  'applied reading': { steer: { place }, act: (page) => search(page, '网络欺领') },
  'suggestions open': {
    steer: { place, interface: 'en' },
    act: async (page) => {
      await search(page, 'online');
      await page.waitForSelector('.onward :is(a, button)');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('ArrowDown');
    },
  },
  'examples of an empty box': {
    act: async (page) => {
      await page.click('#search');
      await page.waitForSelector('[role="listbox"]');
    },
  },
  'nothing under these conditions': {
    steer: { place, interface: 'en' },
    act: (page) => search(page, 'quantum NOT streaming type:policy'),
  },
  'search language': {
    steer: { place },
    act: async (page) => {
      await dialog('F1')(page);
      await page.getByRole('radio', { name: '搜索写法' }).check({ force: true });
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
      await showPane('library')(page);
      await page.click('#library a[href="#minors-online-protection"]');
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

async function check({ theme, tags }) {
  document.documentElement.dataset.theme = theme;
  // A place just arrived at is washed in the colour of the theme in which one arrived.
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)));
  return window.axe.run({ runOnly: tags, resultTypes: ['violations'] });
}
