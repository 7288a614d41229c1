// The text is the text: what is on screen is what is committed, word for word, and leads where it says.
import assert from 'node:assert/strict';
import { articles } from './corpus.mjs';
import { arrives, at, becomes, DOCUMENT, story } from './program.mjs';

/** Title and lines of every article on screen, in one language. */
const onScreen = (page, lang) =>
  page.js((lang) => {
    const words = (element) => element.textContent.trim();
    const all = [...document.querySelectorAll('article[data-address]')];
    return all.map((article) => ({
      address: article.dataset.address,
      title: words(article.querySelector(`h3:lang(${lang})`)),
      lines: [...article.querySelectorAll(`p:lang(${lang})`)].map(words),
    }));
  }, lang);

async function isWordForWord(page, lang) {
  const shown = await onScreen(page, lang);
  const committed = articles(lang);
  assert.equal(committed.length, 60);
  assert.equal(shown.length, 60);
  for (const [index, { title, lines }] of committed.entries())
    assert.deepEqual(shown[index], { address: `${DOCUMENT}/${index + 1}`, title, lines });
}

const inLanguages = (page) =>
  page.js(() => {
    const titles = [...document.querySelectorAll('article[data-address] h3')];
    return [...new Set(titles.map(({ lang }) => lang))];
  });

story('every article is word for word as committed, in every layout', async ({ open }) => {
  const page = await open('20');
  await arrives(page, '20');
  await isWordForWord(page, 'zh');
  await page.click('[data-action="reading"][data-value="en"]');
  await becomes(() => inLanguages(page), ['en']);
  await isWordForWord(page, 'en');
  await page.click('[data-action="reading"][data-value="both"]');
  await becomes(() => inLanguages(page), ['zh-CN', 'en']);
  await isWordForWord(page, 'zh');
  await isWordForWord(page, 'en');
  const [chinese, english] = await page.js((address) => {
    const titles = [...document.querySelectorAll(`article[data-address="${address}"] h3`)];
    return titles.map((title) => title.getBoundingClientRect().toJSON());
  }, at('20'));
  assert.ok(english.left >= chinese.right, 'English stands beside Chinese');
  assert.ok(Math.abs(english.top - chinese.top) < 30, 'and level with it');
});

story('the language of the window is another matter than that of the text', async ({ open }) => {
  const page = await open('46');
  const [zh] = articles('zh').slice(45);
  const heading = () =>
    page.js((id) => document.querySelector(`[id="${id}"] h3`).textContent.trim(), at('46'));
  const language = () => page.js(() => document.documentElement.lang);
  await becomes(() => page.title(), '条例 — 网护');
  await page.click('[data-action="interface"]');
  await becomes(language, 'en');
  await becomes(() => page.title(), 'Regulations — Wanghu');
  assert.equal(await heading(), zh.title);
  assert.equal(await page.js(() => document.querySelector('#main').ariaLabel), 'Text');
  await page.click('[data-action="reading"][data-value="en"]');
  await becomes(heading, articles('en')[45].title);
  await page.click('[data-action="interface"]');
  await becomes(language, 'zh-CN');
  assert.equal(await heading(), articles('en')[45].title);
  await arrives(page, '46');
});

story('the margin leads to what an article cites and to who cites it', async ({ open }) => {
  const page = await open('56');
  const [fiftySix] = articles('zh').slice(55);
  const links = (selector) =>
    page.js(
      (selector) => [...document.querySelectorAll(selector)].map((a) => a.getAttribute('href')),
      selector,
    );
  await page.see('#context a');
  await becomes(
    () => page.js(() => document.querySelector('#context h2').textContent.includes('第五十六条')),
    true,
  );
  // Every citation that the committed text spells out in full is listed.
  const cited = fiftySix.lines.join('').match(/第[一二三四五六七八九十]+条/g);
  const listed = await page.text('#context');
  assert.ok(cited.length > 5);
  for (const words of cited) assert.ok(listed.includes(words), `${words} is not in the margin`);
  await page.click(`#context a[href="#${at('46.2')}"]`);
  await arrives(page, '46.2');
  const citing = `#cited-by a[href="#${at('56')}"]`;
  await becomes(() => links(citing), [`#${at('56')}`]);
  await page.click(citing);
  await arrives(page, '56');
  await page.click('[data-action="back"]');
  await arrives(page, '46.2');
  await page.click('[data-action="context"]');
  await page.gone('#context');
});
