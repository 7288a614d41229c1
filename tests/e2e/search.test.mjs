// Finding, with keys really typed.
import assert from 'node:assert/strict';
import { answered, arrives, at, becomes, focused, search, story, where } from './program.mjs';

const answerText = (page) =>
  page.js(() => document.querySelector('[data-results-for]').textContent);

story('everyday words find the article; what was added can be left out', async ({ open }) => {
  const page = await open();
  await page.type('#search', '租号');
  const widened = await answered(page, '租号');
  assert.equal(widened[0], at('46'));
  // corpus/thesaurus.toml: 租号 means 游戏账号租售.
  assert.match(await answerText(page), /另搜\s*游戏账号租售/);
  assert.match(await page.text('.hit mark'), /账号|租售|游戏/);
  await page.click('[data-results-for] button', '只搜原词');
  await becomes(async () => /另搜/.test(await answerText(page)), false);
  const narrow = await answered(page, '租号');
  assert.notDeepEqual(narrow, widened);
  await page.click('[data-results-for] button', '同时搜近义词');
  await becomes(() => answered(page, '租号'), widened);
  // A hit opens by the mouse, and Back leads out again.
  await page.click(`.hit[data-address="${at('46')}"] a`);
  await arrives(page, '46');
  await focused(page, `article[data-address="${at('46')}"]`);
  await page.click('[data-action="back"]');
  await becomes(() => where(page), ['start', '']);
});

story('traditional characters, full width and English find the same places', async ({ open }) => {
  const page = await open();
  for (const [query, unit] of [
    ['遊戲帳號租售', '46'],
    ['網路欺凌', '26'],
    ['ＭＩＮＯＲＳ＇　ＭＯＤＥ', '43'],
    ["minors' mode", '43'],
    ['cyberbullying', '26'],
    ['孩子充值了怎么办', '44'],
  ])
    assert.equal((await search(page, query))[0], at(unit), query);
});

story('a citation typed into the box is understood, and Enter goes there', async ({ open }) => {
  const page = await open('1');
  for (const [query, unit] of [
    ['第四十六条第二款', '46.2'],
    ['条例54条', '54'],
    ['art. 20(1)(v)', '20.1.5'],
  ]) {
    await search(page, query);
    await page.see(`[data-results-for] a[href="#${at(unit)}"]`);
    await page.press('Enter');
    await arrives(page, unit);
    await focused(page, `article[data-address="${at(unit.split('.')[0])}"]`);
  }
});

story('where nothing is found there are ways on', async ({ open }) => {
  const page = await open('30');
  await arrives(page, '30');
  assert.deepEqual(await search(page, '量子 超导'), []);
  assert.match(await answerText(page), /没有找到“量子 超导”/);
  await page.click('[data-results-for] button', '只搜“量子”');
  assert.deepEqual(await answered(page, '量子'), []);
  await page.click('[data-results-for] button', '前往某一处');
  await page.see('dialog[open]');
  await page.press('Escape');
  await page.gone('dialog');
  // Without the thesaurus an everyday word may find nothing; the way on is to let it help.
  await search(page, '网暴');
  await page.click('[data-results-for] button', '只搜原词');
  await page.until(() => document.querySelector('[data-results-for] .hit') === null);
  await page.click('[data-results-for] li button', '同时搜近义词');
  await page.see(`.hit[data-address="${at('26')}"]`);
  await search(page, '量子 超导');
  await page.click('[data-results-for] button', '回到正文和目录');
  await becomes(async () => (await where(page))[0], 'reader');
});

story('Esc leaves the results for the place that was being read', async ({ open }) => {
  const page = await open('46.2');
  await arrives(page, '46.2');
  const scrolled = () => page.js(() => Math.round(document.querySelector('.page').scrollTop));
  await page.until(() => document.querySelector('.page').scrollTop > 1000);
  const before = await scrolled();
  await search(page, '租号');
  await page.press('Escape');
  await becomes(async () => (await where(page))[0], 'reader');
  await arrives(page, '46.2');
  await becomes(scrolled, before);
  // Then the box is emptied, then focus goes back to the text.
  await page.press('Escape');
  await becomes(() => page.js(() => document.querySelector('#search').value), '');
  await page.press('Escape');
  await focused(page, `article[data-address="${at('46')}"]`);
});
