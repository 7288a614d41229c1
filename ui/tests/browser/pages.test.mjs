// The pages that are not texts, without a mouse unless it says so, and each of them by axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { at, journeys, launch, overhang, waitForPlace } from './window.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let program;
before(async () => (program = await launch()));
after(() => program.close());

/** Opens a page of the program by its link, as any link in the window does. */
async function visit(page, stop) {
  await page.evaluate((href) => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = href;
    link.click();
    link.remove();
  }, `#page:${stop}`);
  await page.waitForSelector('.sheet h1');
  await page.waitForFunction(() => !document.querySelector('.sheet .late'));
}

const journey = journeys(() => program);

const unfold = (page) =>
  page.evaluate(() =>
    document.querySelectorAll('.sheet details').forEach((one) => (one.open = true)),
  );

const views = {
  library: {},
  'library/shelf=cases&function=civil&minor=victim': {},
  'library/text=nothing-of-this-name': {},
  duties: { act: unfold },
  [`duties/${at('46.2')}`]: {},
  'duties/by=measure': {},
  checklists: {},
  'checklists/electronic-data': {},
  'checklists/no-such-sheet': {},
  glossary: {},
  'glossary/online-bullying': {},
  topics: {},
  'topics/mandatory-reporting': { act: unfold },
  figures: { act: unfold },
};

for (const [stop, { act }] of Object.entries(views))
  for (const lang of ['zh', 'en'])
    for (const size of [
      [1280, 800],
      [320, 640],
    ])
      test(`${stop}, ${lang}, ${size[0]} px`, () =>
        journey({ interface: lang, size }, async (page) => {
          await visit(page, stop);
          await act?.(page);
          await page.evaluate(axe);
          for (const theme of ['light', 'dark', 'sepia']) {
            const { violations } = await page.evaluate(check, { theme, tags: TAGS });
            const found = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
            assert.deepEqual(found, [], theme);
          }
          assert.equal(await overhang(page), 0, 'px to scroll sideways');
          const sheet = await page.$eval('.sheet', (one) => one.scrollWidth - one.clientWidth);
          assert.equal(sheet, 0, 'px to scroll the page sideways');
        }));

function check({ theme, tags }) {
  document.documentElement.dataset.theme = theme;
  return window.axe.run({ runOnly: tags, resultTypes: ['violations'] });
}

test('a page that cannot be had says so, and is asked for again', () =>
  journey({ fail: 'topics' }, async (page) => {
    await visit(page, 'topics');
    await page.waitForSelector('.sheet [role="alert"]');
    await page.getByRole('button', { name: '再试一次' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.sheet [role="alert"]');
  }));

test('facets narrow by keyboard; chips take themselves away; Back keeps what was chosen', () =>
  journey({}, async (page) => {
    await visit(page, 'library');
    const lines = () => page.locator('.sheet .entry').count();
    const all = await lines();
    const box = page.getByRole('checkbox', { name: /^民事检察/ });
    await box.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '去掉 检察职能 民事检察' }).waitFor();
    const civil = await lines();
    assert.ok(civil > 0 && civil < all);
    assert.ok(await box.evaluate((one) => one === document.activeElement), 'focus stays');

    // Another choice within the facet widens; one in another facet narrows. Counts follow.
    await page.getByRole('checkbox', { name: /^公益诉讼检察/ }).press('Space');
    const either = await lines();
    assert.ok(either > civil);
    const promised = Number(
      await page
        .locator('label', { has: page.getByRole('checkbox', { name: /^最高法/ }) })
        .locator('.count')
        .textContent(),
    );
    await page.getByRole('checkbox', { name: /^最高法/ }).press('Space');
    assert.equal(await lines(), promised);

    await page.locator('.sheet .entry a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#main:not([data-view="page"])');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForSelector('.sheet .chip');
    assert.equal(await lines(), promised);

    await page.locator('.sheet .chip').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.sheet .chip').count(), 2);
    await page.waitForFunction(() => document.activeElement?.matches('.chip'));
    await page.getByRole('button', { name: '全部清除' }).press('Enter');
    assert.equal(await lines(), all);
  }));

test('the text filter waits for the input method; nothing found offers the way back', () =>
  journey({}, async (page) => {
    await visit(page, 'library');
    const filter = page.getByRole('textbox', { name: '筛选题名与要旨' });
    await filter.focus();
    await page.keyboard.type('骆某');
    await page.getByText('1 种，全部').waitFor();
    await page.keyboard.type('没有这样的');
    await page.getByText('没有同时合乎这些条件的文献').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/^共 \d+ 种$/).waitFor();
  }));

test('a link can ask for a facet', () =>
  journey({ interface: 'en' }, async (page) => {
    await visit(page, 'library/shelf=policy');
    const shelves = await page.locator('.sheet .list h2').allTextContents();
    assert.equal(shelves.length, 1);
    assert.match(shelves[0], /^Policy and data/);
  }));

test('duties are grouped from three sides, narrowed, and leave as a table', () =>
  journey({}, async (page) => {
    await visit(page, 'duties');
    const heads = () => page.locator('.sheet section h2').allTextContents();
    const byActor = await heads();
    await page.getByRole('radio', { name: '按义务主体' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sheet section h2', { hasText: '网信部门' }).first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sheet section h2', { hasText: '罚款' }).first().waitFor();
    assert.notDeepEqual(await heads(), byActor);

    await page
      .getByLabel('义务主体', { exact: true })
      .selectOption({ label: '网络游戏服务提供者' });
    const whose = await page.locator('.duty dd').first().textContent();
    assert.match(whose, /网络游戏服务提供者/);
    await page.getByRole('button', { name: '导出 CSV' }).press('Enter');
    await page.getByText(/已存为 .*\.csv/).waitFor();
  }));

test('penalties unfold, with their tiers and what each is imposed on', () =>
  journey({}, async (page) => {
    await visit(page, `duties/${at('46.2')}`);
    const here = page.locator('.sheet section').first();
    await here.getByRole('table').first().waitFor();
    assert.match(await here.locator('h2').textContent(), /第四十六条第二款/);
    assert.match(await here.getByRole('table').first().textContent(), /一般.*更重/s);
    const summary = page.locator('.duty:not(section:first-of-type .duty) summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.parentElement.open);
    await page.locator('.duty .clause a').first().focus();
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('56.1'));
  }));

test('ticks last while the program is open, and are cleared together', () =>
  journey({}, async (page) => {
    await visit(page, 'checklists');
    await page.locator('.sheet li a').first().focus();
    await page.keyboard.press('Enter');
    const boxes = page.locator('.sheet input[type="checkbox"]');
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab'); // the article the point comes from
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText(/^已核对 2，/).waitFor();
    await visit(page, 'glossary');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByText(/^已核对 2，/).waitFor();
    assert.ok(await boxes.first().isChecked());
    await page.getByRole('button', { name: '清除勾选' }).press('Enter');
    await page.getByText(/^已核对 0，/).waitFor();
    assert.ok(!(await boxes.first().isChecked()));
  }));

test('a term that is asked for has focus; the filter lets go with Esc', () =>
  journey({}, async (page) => {
    await visit(page, 'glossary/online-bullying');
    await page.waitForFunction(() => document.activeElement?.id === 'term-online-bullying');
    const top = await page.$eval(
      '#term-online-bullying',
      (term) => term.getBoundingClientRect().top,
    );
    assert.ok(top > 0 && top < 400, `top ${top}`);
    const filter = page.getByRole('textbox', { name: '筛选术语' });
    await filter.fill('网络欺凌');
    const left = await page.locator('.sheet dfn').count();
    await filter.press('Escape');
    assert.ok((await page.locator('.sheet dfn').count()) > left);
  }));

test('a topic leads to its places, called as people cite them', () =>
  journey({}, async (page) => {
    await visit(page, 'topics');
    const link = page.locator('.sheet section li a', { hasText: /第.+条/ }).first();
    await link.focus();
    const href = await link.getAttribute('href');
    await page.keyboard.press('Enter');
    await waitForPlace(page, href.slice(1));
  }));

test('a chart has a twin in words, and leaves as a picture', () =>
  journey({}, async (page) => {
    await visit(page, 'figures');
    const chart = page.locator('.sheet figure').first();
    const picture = chart.getByRole('img');
    const described = await picture.evaluate((svg) =>
      [...svg.querySelectorAll('title, desc')].map((words) => words.textContent).join(' '),
    );
    const rows = chart.locator('tbody tr');
    await chart.locator('summary').focus();
    await page.keyboard.press('Enter');
    await rows.first().waitFor();
    assert.equal(await rows.count(), await picture.locator('rect').count());
    for (const label of await rows.locator('th').allTextContents())
      assert.ok(described.includes(label), label);
    await chart.getByRole('button', { name: '存为 SVG' }).press('Enter');
    await page.getByText(/已存为 .*\.svg/).waitFor();
    await chart.getByRole('button', { name: '存为 PNG' }).press('Enter');
    await page.getByText(/已存为 .*\.png/).waitFor();
  }));

test('the table of figures is sorted by period, both ways', () =>
  journey({ interface: 'en' }, async (page) => {
    await visit(page, 'figures');
    const first = () => page.locator('#figures ~ .region tbody tr').first().textContent();
    const newest = await first();
    await page.getByRole('button', { name: /^Period/ }).press('Enter');
    await page.waitForSelector('th[aria-sort="ascending"]');
    assert.notEqual(await first(), newest);
  }));

test('the start knows none of the pages', () =>
  journey({}, async (page) => {
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
    );
    assert.deepEqual(
      loaded.filter((name) => /Page-|d3/.test(name)),
      [],
    );
  }));

test('a page that is reached by a link begins at its top; Back finds the old place again', () =>
  journey({ size: [1280, 600] }, async (page) => {
    await visit(page, 'topics');
    const link = page.getByRole('link', { name: '在馆藏里筛选这个主题' });
    const top = () => page.$eval('.sheet', (sheet) => sheet.scrollTop);
    await link.focus();
    await page.$eval('.sheet', (sheet) => sheet.scrollTo(0, 120));
    const left = await top();
    assert.ok(left > 0);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#main[data-page="library"] .chip');
    assert.equal(await top(), 0);
    await page.$eval('.sheet', (sheet) => sheet.scrollTo(0, 60));
    await page
      .getByRole('checkbox', { name: /^指导性案例/ })
      .first()
      .press('Space');
    assert.equal(await top(), 60, 'choosing does not scroll');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForSelector('#main[data-page="topics"]');
    await page.waitForFunction((y) => document.querySelector('.sheet').scrollTop === y, left);
  }));
