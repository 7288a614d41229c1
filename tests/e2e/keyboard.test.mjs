// A whole visit without a mouse.
import assert from 'node:assert/strict';
import { articles } from './corpus.mjs';
import { arrives, at, becomes, focused, says, search, story, where } from './program.mjs';

const focusedRegion = (page) =>
  page.js(() => document.activeElement?.closest('[data-region]')?.dataset.region ?? null);

story('without a mouse: from the start page to a citation on the clipboard', async ({ open }) => {
  const page = await open();
  // Search, and open the first hit.
  await search(page, '租号');
  await page.press('ArrowDown');
  await focused(page, `.hit[data-address="${at('46')}"] a`);
  await page.press('Enter');
  await arrives(page, '46');
  await focused(page, `article[data-address="${at('46')}"]`);
  // Go to an article by its number, and look around.
  await page.press('Control+l');
  await focused(page, 'dialog[open] input');
  await page.press('5', '4');
  await says54(page);
  await page.press('Enter');
  await arrives(page, '54');
  await page.press('Control+ArrowDown');
  await arrives(page, '55');
  await page.press('Control+ArrowUp', 'Control+ArrowUp');
  await arrives(page, '53');
  // Back and forward.
  await page.press('Alt+ArrowLeft');
  await arrives(page, '46');
  await page.press('Alt+ArrowRight');
  await arrives(page, '53');
  await page.press('Alt+ArrowLeft');
  await arrives(page, '46');
  // Through the regions of the window and back.
  const regions = [];
  for (let step = 0; step < 4; step++) {
    await page.press('F6');
    regions.push(await focusedRegion(page));
  }
  assert.deepEqual([...regions].sort(), ['context', 'library', 'main', 'search']);
  await page.press('Shift+F6');
  assert.equal(await focusedRegion(page), regions[2]);
  // Larger text, and help.
  const size = () =>
    page.js(() => parseFloat(getComputedStyle(document.querySelector('.page')).fontSize));
  const usual = await size();
  await page.press('Control+=', 'Control+=');
  await becomes(size, usual + 4);
  await page.press('Control+0');
  await becomes(size, usual);
  await page.press('F1');
  await becomes(() => page.text('dialog[open] h2'), '帮助与快捷键');
  assert.match(await page.text('dialog[open]'), /连同出处复制/);
  await page.press('Escape');
  await page.gone('dialog');
  // Copy with the source, and paste it where words can be typed.
  await arrives(page, '46');
  await page.press('Control+Shift+c');
  await says(page, '已复制第四十六条，附出处。');
  await page.press('Control+k', 'Control+v');
  const { lines } = articles('zh')[45];
  const pasted = () => page.js(() => document.querySelector('#search').value.replaceAll(/\s/g, ''));
  await page.until(() => document.querySelector('#search').value.includes('——'));
  const [quoted, source] = (await pasted()).split('——');
  assert.equal(quoted, lines.join(''));
  assert.match(source, /^《未成年人网络保护条例》第四十六条（.*非官方文本.*）$/);
});

/** The dialog shows what 54 means before Enter takes it. */
const says54 = (page) =>
  page.until(() => document.querySelector('dialog[open]')?.textContent.includes('第五十四条'));

story('the outline by keys, and keys of the webview that do nothing', async ({ open }) => {
  const page = await open('46');
  await arrives(page, '46');
  await page.js(() => (window.untouched = true));
  await page.press('F5', 'Control+r', 'Control+Shift+r');
  await page.press('Shift+F6');
  await focused(page, `#library [data-node="${at('46')}"]`);
  await page.press('ArrowDown', 'ArrowDown', 'Enter');
  await arrives(page, '48');
  await focused(page, `article[data-address="${at('48')}"]`);
  // Esc in the search box gives focus back to the text; backspace goes nowhere.
  await page.press('Control+k', 'Escape');
  await focused(page, `article[data-address="${at('48')}"]`);
  await page.press('Backspace');
  assert.deepEqual(await where(page), ['reader', at('48')]);
  assert.equal(await page.js(() => window.untouched), true, 'the page was not loaded again');
});
