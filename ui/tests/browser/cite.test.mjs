// Copying citations: the list of styles, the style remembered, the keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { at, focused, journeys, launch, overhang } from './window.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const OFFICIAL = '《未成年人网络保护条例》第四十六条';

let program;
before(async () => (program = await launch()));
after(() => program.close());

const journey = journeys(() => program);
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const preview = (page, text) =>
  page.waitForFunction(
    (wanted) => document.querySelector('dialog pre')?.textContent.includes(wanted),
    text,
  );
const closed = (page) => page.waitForSelector('dialog', { state: 'detached' });

test('the styles are walked through by arrows, copied by Enter, and the last one by its key', () =>
  journey({ place: at('46') }, async (page) => {
    await focused(page, `article[data-address="${at('46')}"]`);
    await page.keyboard.press('Control+Shift+S');
    await focused(page, 'dialog input[value="official"]:checked');
    await preview(page, OFFICIAL);
    assert.equal(await page.locator('dialog input[type="radio"]').count(), 8);
    await page.keyboard.press('ArrowDown');
    await preview(page, '《未成年人网络保护条例》第46条。');
    assert.match(await page.textContent('dialog .hand'), /现行有效.*整理稿/);
    await page.keyboard.press('Enter');
    await closed(page);
    await page.getByRole('status').filter({ hasText: '《法学引注手册》' }).waitFor();
    assert.equal(await copied(page), '《未成年人网络保护条例》第46条。');
    await focused(page, `article[data-address="${at('46')}"]`);

    await page.keyboard.press('Control+Shift+C');
    await page.getByRole('status').filter({ hasText: '附出处' }).waitFor();
    assert.match(await copied(page), /——《未成年人网络保护条例》第四十六条/);
    await page.keyboard.press('Control+Shift+X');
    await page.getByRole('status').filter({ hasText: '的引注' }).waitFor();
    assert.equal(await copied(page), '《未成年人网络保护条例》第46条。');

    await page.reload();
    await page.waitForSelector(`[id="${at('46')}"] [data-action="cite-as"]`);
    await page.click(`[id="${at('46')}"] [data-action="cite-as"]`);
    await focused(page, 'dialog input[value="law-review"]:checked');
    await page.keyboard.press('Escape');
    await closed(page);
    await focused(page, '[data-action="cite-as"]');
  }));

test('the paragraph selected is what is cited', () =>
  journey({ place: at('46') }, async (page) => {
    await page.evaluate((id) => {
      const text = document.getElementById(id).firstElementChild ?? document.getElementById(id);
      getSelection().selectAllChildren(text);
    }, at('46.2'));
    await page.keyboard.press('Control+Shift+S');
    await preview(page, `${OFFICIAL}第二款`);
  }));

test('a case is cited as a whole from its title page, and the start page cites nothing', () =>
  journey({ place: 'spp-43' }, async (page) => {
    await page.click('.title-page [data-action="cite-as"]');
    await preview(page, '指导性案例“骆某猥亵儿童案”');
    await page.keyboard.press('Escape');
    await closed(page);
    await page.click('[data-action="home"]');
    await page.waitForSelector('#main[data-view="start"]');
    await page.keyboard.press('Control+Shift+S');
    await page.getByRole('status').filter({ hasText: '先打开一处' }).waitFor();
  }));

for (const [theme, lang] of [
  ['light', 'zh'],
  ['dark', 'en'],
  ['sepia', 'zh'],
])
  test(`axe finds nothing in the list of styles: ${theme}, ${lang}`, () =>
    journey({ place: at('46'), theme, interface: lang, size: [320, 640] }, async (page) => {
      await page.waitForSelector(`[id="${at('46')}"] [data-action="cite-as"]`);
      await page.keyboard.press('Control+Shift+S');
      await page.locator('dialog input[value="csl-json"]').check();
      await preview(page, 'legislation');
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags } }),
        TAGS,
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
      assert.ok((await overhang(page)) <= 0);
    }));
