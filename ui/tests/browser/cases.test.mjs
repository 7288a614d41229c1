// Cases, sections, terms and pages: what people do with what is not an article of a law.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  at,
  focused,
  journeys,
  launch,
  passagesOf,
  search,
  TERM,
  waitForPlace,
} from './window.mjs';

let program;
before(async () => (program = await launch()));
after(() => program.close());

const journey = journeys(() => program);

const trail = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main nav li')].map((step) => step.textContent.trim()),
  );

test('a case opens at its title page and is read section by section', () =>
  journey({ place: at('1') }, async (page) => {
    await page.keyboard.press('Control+l');
    await page.keyboard.type('检例43');
    await page.getByText('骆某猥亵儿童案').last().waitFor();
    await page.keyboard.press('Enter');
    await waitForPlace(page, 'spp-43');
    await focused(page, '.title-page');
    assert.equal(await page.evaluate(() => document.querySelector('.page').scrollTop), 0);
    assert.deepEqual(await trail(page), ['首页', '指导性案例', '检例第43号']);
    for (const section of ['keywords', 'holding', 'facts']) {
      await page.keyboard.press('Control+ArrowDown');
      await waitForPlace(page, `spp-43/${section}`);
    }
    await focused(page, 'article[data-address="spp-43/facts"]');
    assert.deepEqual(await trail(page), ['首页', '指导性案例', '检例第43号', '基本案情']);
    await page.keyboard.press('Control+ArrowUp');
    await waitForPlace(page, 'spp-43/holding');
    await page.keyboard.press('Alt+ArrowLeft');
    await waitForPlace(page, at('1'));
  }));

test('the title page of a case: number, name, gist, the facts in one line', () =>
  journey({ place: 'spp-43' }, async (page) => {
    const title = await page.textContent('.title-page');
    for (const words of ['检例第43号', '骆某猥亵儿童案', '第11批', '猥亵儿童罪', '未成年被害人'])
      assert.ok(title.includes(words), words);
    assert.deepEqual(
      await page.locator('h2', { hasText: /^基本案情/ }).count(),
      1,
      'sections are headings of the second level',
    );
    assert.equal(await page.locator('.timeline li').count(), 8);
    assert.match(await page.textContent('.timeline'), /2017年11月15日.*凭记忆/s);
    assert.match(await page.textContent('.rules'), /《刑法》第二百三十七条[^]*定罪的条文/);
    assert.equal(await page.textContent('.audience >> nth=0'), '小学：');
  }));

test('every element with an id has an id of its own', () =>
  journey({ place: 'spp-204', reading: 'both' }, async (page) => {
    const twice = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    assert.deepEqual(twice, []);
  }));

test('what was not seen says so, once where all of it was not', () =>
  journey({ place: 'cybercrime-handling' }, async (page) => {
    const articles = passagesOf('cybercrime-handling').map(({ address, evidence, texts }) => {
      const lines = texts[0].paragraphs.flatMap((line) => [line, ...line.items]);
      return { address, evidence, lines: lines.map((line) => line.evidence) };
    });
    const recalled = articles.filter(({ lines }) => lines.every((line) => line === 'recalled'));
    const partly = articles.filter(
      ({ evidence, lines }) =>
        evidence === 'seen' && lines.includes('seen') && lines.includes('recalled'),
    );
    assert.ok(recalled.length > 5 && partly.length > 2, 'the fixture has both');
    for (const { address } of recalled) {
      assert.equal(await page.locator(`[id="${address}"] .doubt`).count(), 1, address);
      const said = await page.textContent(`[id="${address}"] h3 .doubt`);
      assert.equal(said, '〔凭记忆，引用前核对〕');
    }
    for (const { address } of partly) {
      assert.equal(await page.locator(`[id="${address}"] h3 .doubt`).count(), 0, address);
      assert.ok((await page.locator(`[id="${address}"] p .doubt`).count()) > 0, address);
    }
  }));

test('nothing that was seen bears a mark', () =>
  journey({ place: at('46') }, async (page) => {
    assert.equal(await page.locator('.page .doubt').count(), 0);
  }));

test('⚖ turns the margin to the cases, ¥ to what a breach costs', () =>
  journey({ place: at('46') }, async (page) => {
    await page.locator(`[id="${at('46')}"] .cases`).focus();
    await page.keyboard.press('Enter');
    await focused(page, '#cases');
    assert.match(await page.textContent('#cases'), /检例第204号/);
    await page.locator(`[id="${at('47')}"] .costs`).click();
    await waitForPlace(page, at('47'));
    await focused(page, '#costs');
    const costs = await page.textContent('#costs');
    assert.match(costs, /第五十六条[^]*罚款：10万元以上100万元以下[^]*更重的情形/);
    await page.locator(`#costs a[href="#page:duties/${at('47')}"]`).click();
    await page.waitForSelector('#main[data-view="page"][data-page="duties"]');
  }));

test('a closed margin opens at what was asked for', () =>
  journey({ place: at('46') }, async (page) => {
    await page.click('[data-action="context"]');
    await page.waitForSelector('#context', { state: 'detached' });
    await page.locator(`[id="${at('46')}"] .costs`).click();
    await focused(page, '#costs');
  }));

test('a term shows what it means, and Enter leads to the glossary', () =>
  journey({ place: TERM.at }, async (page) => {
    const term = page.locator(`[id="${TERM.at}"] .term`).first();
    await term.focus();
    await page.waitForSelector('#preview dl');
    assert.equal(await page.getAttribute('.term:focus', 'aria-describedby'), 'preview');
    assert.match(await page.textContent('#preview'), /法律含义[^]*讲给孩子/);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#preview', { state: 'detached' });
    await term.press('Enter');
    await page.waitForSelector('#main[data-view="page"][data-page="glossary"]');
    assert.deepEqual(await trail(page), ['首页', '术语']);
    await page.keyboard.press('Alt+ArrowLeft');
    await waitForPlace(page, TERM.at);
  }));

test('a query that is a term is explained before its places', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, TERM.zh);
    await page.waitForSelector('.term-card');
    const order = await page.evaluate(() => {
      const card = document.querySelector('.term-card');
      return card.compareDocumentPosition(document.querySelector('.hit'));
    });
    assert.ok(order & 4, 'the card stands before the hits');
    await page.click('.term-card a');
    await page.waitForSelector('#main[data-page="glossary"]');
  }));

test('hits in a case name the case, and Enter opens the case that was cited', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '检例43');
    assert.match(await page.textContent('.hit >> nth=0'), /检例第43号[^]*骆某猥亵儿童案/);
    await page.locator('#search').press('Enter');
    await waitForPlace(page, 'spp-43');
  }));

test('a reference to a whole text and to another document is previewed', () =>
  journey({ place: 'spp-204/provisions' }, async (page) => {
    await page
      .locator(`[id="spp-204/provisions"] .reference[href^="#${at('')}"]`)
      .first()
      .focus();
    await page.waitForSelector('#preview .passage');
    assert.match(await page.textContent('#preview strong'), /^条例 第.+条/);
  }));

test('a section is copied with its case', () =>
  journey({ place: 'spp-43/holding' }, async (page) => {
    await page.keyboard.press('Control+Shift+C');
    await page.getByText('已复制检例第43号 要旨').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /影像[^]*——骆某猥亵儿童案（检例第43号）要旨/);
  }));

test('the shelves by keys: open one, peep into a case without opening it, open it', () =>
  journey({ place: at('46') }, async (page) => {
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await focused(page, '[data-node="shelf-cases"]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowDown');
    await focused(page, '[data-node="spp-43"]');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('[data-node="spp-43/facts"]');
    await waitForPlace(page, at('46'));
    await page.keyboard.press('ArrowRight');
    await focused(page, '[data-node="spp-43/keywords"]');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await waitForPlace(page, 'spp-43');
  }));

test('a page comes back as it was left', () =>
  journey({ place: at('46') }, async (page) => {
    await page.click('#library a[href="#page:duties"]');
    await page.waitForSelector('#main[data-page="duties"] h1');
    await focused(page, '.sheet');
    const link = page.locator(`.sheet a[href="#${at('42')}"], .sheet a[href^="#${at('42.')}"]`);
    await link.first().focus();
    await page.evaluate(() => document.activeElement.scrollIntoView({ block: 'center' }));
    const scrolled = () =>
      page.evaluate(() => Math.round(document.querySelector('.sheet').scrollTop));
    await page.waitForTimeout(100);
    const before = await scrolled();
    assert.ok(before > 200, `scrolled ${before}`);
    const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#main[data-view="reader"]');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForSelector('#main[data-page="duties"] h1');
    await focused(page, `.sheet a[href="${href}"]`);
    assert.ok(Math.abs((await scrolled()) - before) < 4);
    await page.keyboard.press('Alt+ArrowRight');
    await page.waitForSelector('#main[data-view="reader"] article:focus');
  }));

test('the search box over a page: Esc returns to the page', () =>
  journey({}, async (page) => {
    await page.click('#library a[href="#page:topics"]');
    await page.waitForSelector('#main[data-page="topics"] h1');
    await search(page, '网络');
    assert.equal(await page.getAttribute('#main', 'data-view'), 'results');
    await page.locator('#search').press('Escape');
    await page.waitForSelector('#main[data-view="page"] h1');
    await page.locator('#search').press('Escape');
    await page.locator('#search').press('Escape');
    await focused(page, '.sheet, .sheet *');
  }));
