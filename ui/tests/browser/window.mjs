// A window on the built program with the fake backend, and what tests do in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const DOCUMENT = 'minors-online-protection';
export const at = (unit) => `${DOCUMENT}/${unit}`;

/** What the fake backend serves. */
export const corpus = JSON.parse(
  readFileSync(new URL('../fixtures/corpus.json', import.meta.url), 'utf8'),
);

export const passagesOf = (id) =>
  corpus.documents
    .find((document) => document.id === id)
    .chapters.flatMap(({ passages }) => passages);

/** A term of the glossary, and the first article of the Regulations that calls it by its name. */
export const TERM = (() => {
  for (const { address, texts } of passagesOf(DOCUMENT))
    for (const run of texts[0].paragraphs.flatMap(({ runs }) => runs)) {
      const term = corpus.terms.find(({ id }) => id === run.term);
      if (term?.term.zh === run.text) return { at: address, id: term.id, zh: run.text };
    }
  throw new Error('no article uses a term');
})();

/** Starts server and browser; `open` gives a page that fails the test on any error or blocked content. */
export async function launch() {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });

  async function open({ size = [1280, 800], ...steer } = {}) {
    const context = await browser.newContext({
      viewport: { width: size[0], height: size[1] },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.addInitScript('Object.freeze(Object.prototype)'); // as the program does
    page.setDefaultTimeout(5000);
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') page.faults.push(message.text());
    });
    await page.goto(server.url + '?' + new URLSearchParams(steer));
    await page.waitForSelector('#main');
    return page;
  }

  async function close() {
    await browser.close();
    await server.close();
  }

  return { open, close };
}

/** A journey through a fresh page of `program()`, which must end without a fault. */
export const journeys = (program) => async (steer, walk) => {
  const page = await program().open(steer);
  await walk(page);
  assert.deepEqual(page.faults, []);
  await page.context().close();
};

/** Waits until focus is on an element that matches. */
export const focused = (page, selector) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

/** Waits until the place in view is `address`. */
export const waitForPlace = (page, address) =>
  page.waitForSelector(`#main[data-place="${address}"]`);

export async function search(page, query) {
  await page.fill('#search', query);
  await page.waitForSelector(`[data-results-for="${query}"][aria-busy="false"]`);
}

/** How far anything reaches out of the window or of the region that holds it. */
export const overhang = (page) =>
  page.evaluate(() => {
    const held = document.querySelectorAll('main, .page, .scroller, .pane, dialog');
    const regions = [document.documentElement, ...held];
    return Math.max(...regions.map((region) => region.scrollWidth - region.clientWidth));
  });
