// Opens the program in a window of its own, and what people do there. Handles are those that ui/src/App.svelte promises.
//
//   DISPLAY=:1 node --test --test-concurrency=1 tests/e2e/
//
// WANGHU_DESKTOP names the program; without it, target/release/wanghu-desktop is opened.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { drive, PATIENCE } from './webdriver.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PROGRAM = process.env.WANGHU_DESKTOP ?? join(ROOT, 'target/release/wanghu-desktop');
const PICTURES = join(ROOT, 'target/e2e');

export const DOCUMENT = 'minors-online-protection';
/** An address in the Regulations: `at('46.2')`. */
export const at = (unit) => `${DOCUMENT}/${unit}`;

/** The environment of a program whose every file lies below `folder`. */
export function environment(folder) {
  return {
    WANGHU_DATA_DIR: folder,
    WANGHU_MARKS: '1',
    // What the webview keeps for itself.
    XDG_DATA_HOME: join(folder, 'webview'),
    // Quicker on machines without a graphics card, and the same picture.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  };
}

/** Fails with advice when there is nothing to test, or nowhere to show it. */
export function checkMachine(program = PROGRAM) {
  assert.ok(
    process.env.DISPLAY || process.env.WAYLAND_DISPLAY,
    'no display: run `cargo xtask test`, or start Xvfb and set DISPLAY',
  );
  try {
    accessSync(program, constants.X_OK);
  } catch {
    assert.fail(`${program} is not there: cargo build --release -p ${basename(program)}`);
  }
}

/**
 * A test that is told as a story. `open(...arguments)` opens the program; each story has one folder for all that it
 * keeps, so that opening it a second time is coming back. A story that fails leaves a picture of each window.
 */
export function story(name, walk) {
  test(name, { timeout: 8 * PATIENCE }, async (t) => {
    checkMachine();
    const folder = mkdtempSync(join(tmpdir(), 'wanghu-e2e-'));
    const opened = [];
    const open = async (...args) => {
      const page = await openProgram(folder, args);
      opened.push(page);
      return page;
    };
    try {
      await walk({ open, folder, note: (line) => t.diagnostic(line) });
      for (const page of opened) assert.doesNotMatch(page.said, /panicked/);
    } catch (error) {
      for (const [index, page] of opened.entries()) t.diagnostic(await evidence(name, index, page));
      throw error;
    } finally {
      for (const page of opened) await page.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  });
}

/** Opens the program on the files below `folder`; returns once its first page is there. */
export async function openProgram(folder, args = []) {
  const page = await drive(PROGRAM, { args, env: environment(folder) });
  try {
    await page.see('#main');
    return page;
  } catch (error) {
    await page.close();
    error.message += `\n${page.said}`;
    throw error;
  }
}

/** Takes a picture of a window, or of the screen where the window gives none; says where it is and what was written. */
async function evidence(name, index, page) {
  const said = `the program wrote:\n${page.said.trim()}`;
  const file = join(PICTURES, `${name.replace(/\W+/g, '-')}${index ? `-${index + 1}` : ''}.png`);
  try {
    mkdirSync(PICTURES, { recursive: true });
    const picture = await Promise.race([page.screenshot(), sleep(10_000, null, { ref: false })]);
    if (picture) writeFileSync(file, picture);
    else execFileSync('import', ['-window', 'root', file], { timeout: 10_000 });
    return `picture: ${file}; ${said}`;
  } catch (error) {
    return `no picture (${error.message}); ${said}`;
  }
}

/** Waits until what `read` returns is `expected`; if it never is, fails by showing both. */
export async function becomes(read, expected) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (isDeepStrictEqual(value, expected)) return;
    if (Date.now() > deadline) return assert.deepEqual(value, expected);
    await sleep(40);
  }
}

/** Where the window is: `['reader', 'minors-online-protection/46']`. */
export const where = (page) =>
  page.js(() => {
    const { view, place } = document.querySelector('#main').dataset;
    return [view, place];
  });

/** Waits until the reader shows this place. */
export async function arrives(page, unit) {
  await becomes(() => where(page), ['reader', at(unit)]);
  await page.see(`article[data-address="${at(unit.split('.')[0])}"]`);
}

/** Waits until focus is on an element that matches. */
export const focused = (page, selector) =>
  page.until((wanted) => document.activeElement?.matches(wanted), selector);

/** Waits until the answer to a query is on screen, all of it; returns the addresses of its hits, best first. */
export async function answered(page, query) {
  await page.see(`[data-results-for="${query}"][aria-busy="false"]`);
  return page.js((query) => {
    const answer = document.querySelector(`[data-results-for="${query}"]`);
    return [...answer.querySelectorAll('.hit')].map((hit) => hit.dataset.address);
  }, query);
}

/** Types a query in place of the last one, by keys alone, and returns the hits. */
export async function search(page, query) {
  await page.press('Control+k');
  await focused(page, '#search');
  await page.press(...query);
  return answered(page, query);
}

/** What stands in the status line: notices and what has just happened. */
export const status = (page) => page.js(() => document.querySelector('footer').textContent);

/** Waits until the status line says this. */
export const says = (page, words) =>
  page.until((words) => document.querySelector('footer').textContent.includes(words), words);
