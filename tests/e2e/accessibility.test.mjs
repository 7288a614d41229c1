// WCAG 2.2 A and AA as far as axe can judge, in the window that people get, with the data that they get.
import assert from 'node:assert/strict';
import { AXE, inspect, THEMES } from './axe.mjs';
import { arrives, at, focused, says, search, story } from './program.mjs';

async function dialog(page, chord) {
  await page.press(chord);
  await page.see('dialog[open]');
}

async function leave(page) {
  await page.press('Escape');
  await page.gone('dialog');
}

story('axe finds nothing to object to in any view, light and dark', async ({ open, note }) => {
  const page = await open('量子通信条例');
  await page.load(AXE);
  let inspections = 0;
  const views = {
    'the start page, with a notice': () => says(page, '量子通信条例'),
    'the reader': async () => {
      await page.click('footer button');
      await page.press('Control+l');
      await page.see('dialog[open] input');
      await page.press('5', '6', 'Enter');
      await arrives(page, '56');
      await page.see('#cited-by');
    },
    'a preview': async () => {
      await page.js((id) => document.querySelector(`[id="${id}"] .reference`).focus(), at('56'));
      await page.see('#preview .passage');
    },
    'side by side': async () => {
      await page.press('Escape');
      await page.click('[data-action="reading"][data-value="both"]');
      await page.see(`[id="${at('56')}"] h3[lang="en"]`);
    },
    'go to': () => dialog(page, 'Control+l'),
    settings: async () => {
      await leave(page);
      await dialog(page, 'Control+,');
    },
    help: async () => {
      await leave(page);
      await dialog(page, 'F1');
    },
    results: async () => {
      await leave(page);
      assert.notDeepEqual(await search(page, '网暴'), []);
    },
    'a marked result': async () => {
      await page.press('ArrowDown');
      await focused(page, '.hit a');
      await page.see('#context .passage');
    },
    'nothing found': async () => {
      assert.deepEqual(await search(page, '量子 超导'), []);
    },
    'nothing found, in English': async () => {
      await page.click('[data-action="interface"]');
      await page.until(() => document.documentElement.lang === 'en');
    },
    'results in English': async () => {
      assert.notDeepEqual(await search(page, 'cyberbullying'), []);
    },
  };
  for (const [name, show] of Object.entries(views)) {
    await show();
    for (const theme of THEMES) {
      const { violations, passes } = await inspect(page, theme);
      assert.deepEqual(violations, [], `${name}, ${theme}`);
      assert.ok(passes > 8, `${name}: axe looked at too little`);
      inspections++;
    }
  }
  note(`${inspections} inspections, 0 violations`);
});
