// Asking: what was understood, what narrows it, what else may have been meant, and what may be asked next.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, focused, journeys, launch, search, waitForPlace } from './window.mjs';

let program;
before(async () => (program = await launch()));
after(() => program.close());

const journey = journeys(() => program);

const shownFor = (page, query) =>
  page.waitForSelector(`[data-results-for="${query.replaceAll('"', '\\"')}"][aria-busy="false"]`);
const typed = (page) => page.inputValue('#search');
const texts = (page, selector) =>
  page.$$eval(selector, (found) => found.map(({ textContent }) => textContent.trim()));
const hits = (page) => page.$$eval('.hit', (found) => found.map(({ dataset }) => dataset.address));

test('each clause of a query stands as a chip, and can be taken out by keys', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络 非 直播 类型：法规');
    const names = await texts(page, '.chips button');
    assert.deepEqual(
      names.map((name) => name.replaceAll(/\s+/g, ' ')),
      ['去掉 网络', '去掉 不要 直播', '去掉 类型 法规'],
    );
    const narrow = await hits(page);
    await page.getByRole('button', { name: '去掉 不要 直播' }).press('Enter');
    await shownFor(page, '网络 类型：法规');
    assert.equal(await typed(page), '网络 类型：法规');
    await focused(page, '.chips li:nth-child(2) button');
    assert.ok((await hits(page)).length >= narrow.length);
    await page.keyboard.press('Enter');
    await shownFor(page, '网络');
    assert.equal(await page.locator('.chips').count(), 0, 'plain words have no chips');
    await focused(page, '#search');
  }));

test('what cannot be read is said, and searched as words', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络 颜色:红');
    assert.match(await page.textContent('.readings'), /没有“颜色”这个字段，已按词语搜索/);
    await page.waitForSelector('.hit');
  }));

test('a slip is answered as it was meant, and the letters typed can be insisted on', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络欺领');
    assert.match(await page.textContent('.readings'), /已按“网络欺凌”搜索/);
    assert.equal((await hits(page))[0], at('26'));
    await page.getByRole('button', { name: '仍搜“网络欺领”' }).click();
    await shownFor(page, '“网络欺领”');
    assert.equal(await page.locator('.hit').count(), 0);
  }));

for (const [size, drawer] of [
  [[1600, 900], false],
  [[1280, 800], true],
])
  test(`facets narrow and widen, ${size[0]} px`, () =>
    journey({ place: at('1'), size }, async (page) => {
      await search(page, '网络');
      const all = await page.textContent('.understood .count p');
      const toggle = page.locator('.facets > button');
      await page.waitForSelector('.facets fieldset', { state: 'attached' });
      assert.equal(await toggle.isVisible(), drawer);
      if (drawer) {
        assert.equal(await page.isVisible('.facets fieldset'), false);
        await toggle.press('Enter');
      }
      const box = page.getByRole('checkbox', { name: /^指导性案例/ });
      const count = (await texts(page, '.facets label:has([value="指导性案例"]) .count'))[0];
      await box.focus();
      await box.press('Space');
      await shownFor(page, '网络 类型:指导性案例');
      assert.equal(await page.textContent('.understood .count p'), `找到 ${count} 处`);
      await page.waitForSelector('.facets [value="指导性案例"]:checked');
      await focused(page, '.facets [value="指导性案例"]');
      await page.keyboard.press('Space');
      await shownFor(page, '网络');
      assert.equal(await page.textContent('.understood .count p'), all);
    }));

test('a long facet shows its first six', () =>
  journey({ place: at('1'), size: [1600, 900] }, async (page) => {
    await search(page, '网络');
    const topics = page.locator('.facets fieldset', { hasText: '主题' });
    await topics.waitFor();
    assert.equal(await topics.locator('li').count(), 6);
    await topics.getByRole('button', { name: /^其余 \d+ 个/ }).press('Enter');
    assert.ok((await topics.locator('li').count()) > 7);
  }));

test('words within the results are added to the query', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络');
    const within = page.getByRole('textbox', { name: '在结果中再找' });
    await within.fill('直播');
    await within.press('Enter');
    await shownFor(page, '网络 +直播');
    assert.equal(await within.inputValue(), '');
    assert.deepEqual(await texts(page, '.chips .kind'), ['须有']);
    await within.fill('再');
    await within.press('Escape');
    assert.equal(await within.inputValue(), '', 'Esc empties it first');
    assert.equal(await page.getAttribute('#main', 'data-view'), 'results');
  }));

test('the order is a part of the query', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络');
    await page.getByRole('radio', { name: '日期' }).check({ force: true });
    await shownFor(page, '网络 排序:日期');
    const dates = await texts(page, '.hit .source');
    assert.match(dates[0], /2024年/);
    await page.getByRole('radio', { name: '相关' }).check({ force: true });
    await shownFor(page, '网络');
  }));

test('what may be asked next stands above the hits and does not move them', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络');
    const next = page.locator('.onward button', { hasText: '网络欺凌' });
    await next.waitFor();
    const top = () =>
      page.evaluate(() => document.querySelector('.hit').getBoundingClientRect().top);
    const before = await top();
    await page.fill('#search', '网络游戏账号');
    await shownFor(page, '网络游戏账号');
    assert.equal(await page.locator('.onward button', { hasText: '网络欺凌' }).count(), 0);
    assert.equal(await top(), before);
    await search(page, '网络');
    await next.click();
    await shownFor(page, '网络欺凌');
  }));

test('the list under the box by keys: opened, walked, taken, closed before anything else', () =>
  journey({ place: at('1') }, async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('网络');
    await page.waitForSelector('.onward :is(a, button)');
    const box = page.getByRole('combobox');
    assert.equal(await box.getAttribute('aria-expanded'), 'false', 'the hits are not covered');
    await page.keyboard.press('Alt+ArrowDown');
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role="option"][aria-selected="true"]');
    await focused(page, '#search');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('[role="listbox"]').count(), 0);
    assert.equal(await page.getAttribute('#main', 'data-view'), 'results');
    await page.fill('#search', '网络犯罪案件规定');
    await page.waitForSelector('.onward a');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForPlace(page, 'cybercrime-handling');
  }));

test('an empty box offers what was asked before, then examples', () =>
  journey({}, async (page) => {
    await page.click('#search');
    assert.equal(await page.locator('[role="option"]').count(), 3);
    await page.getByRole('option', { name: '打赏 非 直播' }).click();
    await shownFor(page, '打赏 非 直播');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    assert.match((await texts(page, '[role="option"]'))[0], /^打赏 非 直播\s*搜过$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shownFor(page, '打赏 非 直播');
  }));

test('why a hit is here is told when it is asked', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络');
    assert.equal(await page.locator('.why li').count(), 0);
    const why = page.getByRole('button', { name: '为何在此' }).first();
    await why.press('Enter');
    assert.equal(await why.getAttribute('aria-expanded'), 'true');
    assert.match((await texts(page, '.hit .why li'))[0], /^整句原样出现\s*48%$/);
    assert.equal(await page.getAttribute('#main', 'data-view'), 'results');
    await page.fill('#search', '欺凌');
    await shownFor(page, '欺凌');
    assert.equal(await page.locator('.hit .why').count(), 0, 'another hit begins closed');
  }));

test('hits say where they stand and when they were issued', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络欺凌');
    const hit = (await texts(page, `.hit[data-address="${at('26')}"]`))[0];
    assert.match(hit, /条例 › 第三章 .+ › 第二十六条/);
    assert.match(hit, /2023年10月16日/);
  }));

test('more hits come when one reads on, and those that stand stay', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络');
    await page.waitForFunction(() => document.querySelectorAll('.hit').length === 20);
    const first = await hits(page);
    await page.getByRole('button', { name: '再看 40 处' }).press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.hit').length === 60);
    assert.deepEqual((await hits(page)).slice(0, 20), first);
    await page.locator('.hit a').nth(59).focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelectorAll('.hit').length > 60);
    await focused(page, '.hit:nth-child(60) a');
    await search(page, '网');
    assert.equal(
      await page.evaluate(
        () => document.querySelector('[data-view="results"] > .scroller').scrollTop,
      ),
      0,
    );
    assert.ok((await hits(page)).length <= 20);
  }));

test('where nothing is found there are three ways on', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '量子计算机 -直播 类型:法律');
    assert.deepEqual(await texts(page, '.ways h3'), ['换个写法', '少些条件', '换条路走']);
    await page.getByRole('button', { name: '去掉“量子计算机”再搜' }).click();
    await shownFor(page, '-直播 类型:法律');
    await page.waitForSelector('.hit');
    await search(page, '量子计算机');
    await page.getByRole('link', { name: '从主题里找' }).click();
    await page.waitForSelector('#main[data-page="topics"] h1');
  }));

test('the search language is told by examples that can be tried', () =>
  journey({ place: at('1') }, async (page) => {
    await page.keyboard.press('F1');
    await page.getByRole('radio', { name: '搜索写法' }).check({ force: true });
    await page.getByRole('button', { name: '打赏 非 直播' }).click();
    await page.waitForSelector('dialog', { state: 'detached' });
    await shownFor(page, '打赏 非 直播');
    assert.deepEqual(await texts(page, '.chips .kind'), ['不要']);
  }));

test('the margin tells which places resemble the one in view, and what they share', () =>
  journey({ place: at('46') }, async (page) => {
    await page.waitForSelector('#similar li');
    assert.match(await page.textContent('#similar li'), /同主题 1 个/);
    const link = page.locator('#similar a').first();
    const href = await link.getAttribute('href');
    await link.focus();
    await page.keyboard.press('Enter');
    await waitForPlace(page, href.slice(1));
  }));
