// What was chosen comes back, and a file that cannot be read stops nothing.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrives, at, becomes, says, status, story, where } from './program.mjs';

const settingsFile = (folder) => join(folder, 'config/settings.toml');

const settings = (folder) => {
  try {
    return readFileSync(settingsFile(folder), 'utf8');
  } catch {
    return '';
  }
};

/** What the reader sees of their choices. */
const dressed = (page) =>
  page.js(() => {
    const { lang, dataset } = document.documentElement;
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return {
      window: [innerWidth, innerHeight],
      lang,
      theme: dataset.theme ?? 'system',
      ink: style('.page').color,
      size: style('.page').fontSize,
      languages: [...new Set([...document.querySelectorAll('article h3')].map((h) => h.lang))],
      library: document.querySelector('#library') !== null,
      context: document.querySelector('#context')?.offsetWidth ?? null,
    };
  });

story('place, sizes, colours, languages and panes come back', async ({ open, folder }) => {
  let page = await open();
  await page.press('Control+l');
  await page.see('dialog[open] input');
  await page.press('3', '3', 'Enter');
  await arrives(page, '33');
  await page.resize(1200, 720);
  await becomes(async () => (await dressed(page)).window, [1200, 720]);
  const before = await dressed(page);
  await page.press('Control+=', 'Control+=', 'Control+=');
  await page.click('[data-action="reading"][data-value="both"]');
  await page.click('[data-action="interface"]');
  await page.click('[data-action="library"]');
  const themes = [];
  for (let step = 0; step < 2; step++) {
    await page.click('[data-action="theme"]');
    themes.push(await dressed(page));
  }
  assert.deepEqual(
    themes.map(({ theme }) => theme),
    ['light', 'dark'],
  );
  assert.notEqual(themes[0].ink, themes[1].ink);
  await page.js(() =>
    document.querySelector('[role="separator"][aria-controls="context"]').focus(),
  );
  await page.press('ArrowRight', 'ArrowRight');
  await becomes(async () => (await dressed(page)).context, before.context - 32);
  await arrives(page, '33');
  const chosen = await dressed(page);
  assert.deepEqual(
    { ...chosen, ink: null },
    {
      window: [1200, 720],
      lang: 'en',
      theme: 'dark',
      ink: null,
      size: '24px',
      languages: ['zh-CN', 'en'],
      library: false,
      context: before.context - 32,
    },
  );
  await becomes(async () => /context_width = 248/.test(settings(folder)), true);
  await page.close();

  page = await open();
  await arrives(page, '33');
  await becomes(() => dressed(page), chosen);
  const top = await page.js((id) => {
    const edge = (element) => element.getBoundingClientRect().top;
    return edge(document.getElementById(id)) - edge(document.querySelector('.page'));
  }, at('33'));
  assert.ok(top >= 0 && top < 40, `article 33 stands ${top} px below the top`);
  assert.equal((await status(page)).trim(), '');
});

story('a choice made the moment before closing is kept', async ({ open, folder }) => {
  const page = await open('46');
  await arrives(page, '46');
  await page.click('[data-action="theme"]');
  await page.close();
  assert.match(settings(folder), /theme = "light"/);
});

story(
  'a place opened from the command line is the place to come back to',
  async ({ open, folder }) => {
    let page = await open('46');
    await arrives(page, '46');
    await page.click('[data-action="theme"]');
    await becomes(async () => /theme = "light"/.test(settings(folder)), true);
    await page.close();
    page = await open();
    assert.deepEqual(await where(page), ['reader', at('46')]);
  },
);

story('a damaged settings file is said and put aside', async ({ open, folder }) => {
  mkdirSync(join(folder, 'config'));
  writeFileSync(settingsFile(folder), 'theme = "dar\u0000\nplace = 46');
  let page = await open();
  await says(page, '设置文件读不出来');
  assert.deepEqual(await where(page), ['start', '']);
  assert.equal((await page.js(() => document.documentElement.dataset.theme)) ?? null, null);
  await page.click('[data-action="theme"]');
  await becomes(async () => /theme = "light"/.test(settings(folder)), true);
  const aside = readdirSync(join(folder, 'config')).filter((name) => name !== 'settings.toml');
  assert.equal(aside.length, 1);
  assert.match(readFileSync(join(folder, 'config', aside[0]), 'utf8'), /theme = "dar/);
  await page.close();
  page = await open();
  await becomes(() => page.js(() => document.documentElement.dataset.theme), 'light');
  assert.equal((await status(page)).trim(), '');
});

story('choices that cannot be kept are said, and hold meanwhile', async ({ open, folder }) => {
  // A file where the folder should be refuses everyone, whoever runs the tests.
  writeFileSync(join(folder, 'config'), 'in the way');
  const page = await open('46');
  await arrives(page, '46');
  await page.click('[data-action="theme"]');
  await says(page, join(folder, 'config'));
  assert.equal(await page.js(() => document.documentElement.dataset.theme), 'light');
  assert.equal(readFileSync(join(folder, 'config'), 'utf8'), 'in the way');
});
