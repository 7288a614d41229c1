// What people do, without a mouse unless it says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, DOCUMENT, focused, journeys, launch, search, waitForPlace } from './window.mjs';

let program;
before(async () => (program = await launch()));
after(() => program.close());

const journey = journeys(() => program);

const articleTop = (page, address) =>
  page.evaluate((id) => {
    const top = (element) => element.getBoundingClientRect().top;
    return top(document.getElementById(id)) - top(document.querySelector('.page'));
  }, address);

test('the start page searches, and a hit opens with Enter', () =>
  journey({}, async (page) => {
    assert.equal(await page.getAttribute('#main', 'data-view'), 'start');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('账号');
    await page.waitForSelector('[data-results-for="账号"]');
    await page.keyboard.press('ArrowDown');
    const first = await page.getAttribute('.hit.marked', 'data-address');
    await page.waitForSelector('#context .passage');
    await page.keyboard.press('Enter');
    await waitForPlace(page, first);
    await focused(page, `article[data-address="${first}"]`);
    assert.match(await page.title(), /^.+ — 网护$/);
  }));

test('every first step of the start page goes somewhere', () =>
  journey({}, async (page) => {
    const count = await page.locator('.roles li').count();
    assert.equal(count, 9);
    for (let index = 0; index < count; index++) {
      await page.locator('.roles li :is(a, button)').nth(index).click();
      await page.waitForSelector('article:focus, .sheet h1');
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Escape');
      await page.click('[data-action="home"]');
      await page.waitForSelector('#main[data-view="start"]');
    }
  }));

test('a citation in the search box is understood and opened at its paragraph', () =>
  journey({}, async (page) => {
    await search(page, '第四十六条第二款');
    await page.getByRole('link', { name: '第四十六条第二款' }).waitFor();
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('46.2'));
    await focused(page, `article[data-address="${at('46')}"]`);
  }));

test('Esc leaves the results, then empties the box, then returns to the text', () =>
  journey({ place: at('46') }, async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('网络');
    await page.waitForSelector('.hit');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#main[data-view="reader"]');
    assert.equal(await page.inputValue('#search'), '网络');
    await page.keyboard.press('Escape');
    assert.equal(await page.inputValue('#search'), '');
    await page.keyboard.press('Escape');
    await focused(page, `article[data-address="${at('46')}"]`);
  }));

test('arrows walk the hits and return to the box', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网络');
    for (const [key, index] of [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
    ]) {
      await page.keyboard.press(key);
      await page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('.hit')].findIndex((hit) =>
            hit.contains(document.activeElement),
          ) === wanted,
        index,
      );
    }
    await page.keyboard.press('ArrowUp');
    await focused(page, '#search');
  }));

test('the thesaurus is shown and can be switched off', () =>
  journey({ place: at('1') }, async (page) => {
    await search(page, '网游');
    await page.getByText('网络游戏').first().waitFor();
    await page.getByRole('button', { name: '只搜原词' }).click();
    await page.getByText('没有找到“网游”').first().waitFor();
    await page.getByRole('button', { name: '同时搜近义词' }).first().click();
    await page.waitForSelector('.hit');
  }));

test('a slow answer never replaces a newer one', () =>
  journey({ place: at('1'), delay: '400,0' }, async (page) => {
    await page.fill('#search', '网络');
    await page.fill('#search', '欺凌');
    await page.waitForSelector('[data-results-for="欺凌"]');
    await page.waitForTimeout(600);
    assert.equal(await page.locator('[data-results-for="欺凌"]').count(), 1);
  }));

test('pinyin is not searched until it has become words', () =>
  journey({ place: at('1') }, async (page) => {
    await page.focus('#search');
    const client = await page.context().newCDPSession(page);
    for (const text of ['q', 'qi', 'qi ling'])
      await client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.waitForTimeout(100);
    assert.equal(await page.getAttribute('#main', 'data-view'), 'reader');
    await client.send('Input.insertText', { text: '欺凌' });
    await page.waitForSelector('[data-results-for="欺凌"]');
  }));

test('go to article: a live preview, then Enter', () =>
  journey({ place: at('1') }, async (page) => {
    await page.keyboard.press('Control+l');
    await focused(page, '#goto');
    await page.keyboard.type('第二十六条第二款');
    await page.getByText('网络欺凌的禁止与防治').last().waitFor();
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('26.2'));
    await focused(page, `article[data-address="${at('26')}"]`);
  }));

test('back and forward return to where one was', () =>
  journey({ place: at('56') }, async (page) => {
    await page.getByRole('link', { name: '第二十六条第二款' }).first().focus();
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('26.2'));
    await page.keyboard.press('Alt+ArrowLeft');
    await waitForPlace(page, at('56'));
    await page.keyboard.press('Alt+ArrowRight');
    await waitForPlace(page, at('26.2'));
    assert.ok(await page.isDisabled('[data-action="forward"]'));
  }));

test('next and previous article; the last can be reached and is the place', () =>
  journey({ place: at('58') }, async (page) => {
    for (const unit of ['59', '60', '60']) {
      await page.keyboard.press('Control+ArrowDown');
      await waitForPlace(page, at(unit));
    }
    await page.waitForTimeout(300);
    assert.equal(await page.getAttribute('#main', 'data-place'), at('60'));
    await page.keyboard.press('Control+ArrowUp');
    await waitForPlace(page, at('59'));
  }));

test('an article far away lands under the bar and stays there', () =>
  journey({ place: at('1') }, async (page) => {
    await page.keyboard.press('Control+l');
    await page.keyboard.type('54');
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('54'));
    await page.waitForTimeout(400);
    const top = await articleTop(page, at('54'));
    assert.ok(top >= 0 && top < 40, `top ${top}`);
  }));

test('scrolling moves the trail and the outline, not focus', () =>
  journey({ place: at('1') }, async (page) => {
    await page.keyboard.press('Control+k');
    await page.evaluate((id) => {
      const page = document.querySelector('.page');
      page.scrollTop += document.getElementById(id).getBoundingClientRect().top - 120;
    }, at('30'));
    await waitForPlace(page, at('30'));
    await page.waitForSelector(`#library [aria-current="location"][data-node="${at('30')}"]`);
    await focused(page, '#search');
  }));

test('a larger text keeps the place', () =>
  journey({ place: at('30') }, async (page) => {
    await page.mouse.move(640, 500);
    await page.mouse.wheel(0, 40);
    await page.waitForTimeout(200);
    const place = await page.getAttribute('#main', 'data-place');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Control+=');
    await page.waitForTimeout(400);
    assert.equal(await page.getAttribute('#main', 'data-place'), place);
    const size = await page.evaluate(
      () => getComputedStyle(document.querySelector('.page')).fontSize,
    );
    assert.equal(size, '24px');
  }));

test('a reference shows what it points to; Esc takes it away', () =>
  journey({ place: at('54') }, async (page) => {
    await page
      .getByRole('link', { name: /第二十条第一款$/ })
      .first()
      .focus();
    await page.waitForSelector('#preview .passage');
    assert.equal(await page.getAttribute('.reference:focus', 'aria-describedby'), 'preview');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#preview', { state: 'detached' });
  }));

test('a range offers its articles, and Esc returns to the range', () =>
  journey({ place: at('56') }, async (page) => {
    const range = page.getByRole('link', { name: '第四十二条至第四十五条' }).first();
    await range.focus();
    await page.keyboard.press('Enter');
    await focused(page, '#preview a');
    assert.equal(await page.locator('#preview a').count(), 4);
    await page.keyboard.press('Escape');
    await focused(page, '.reference');
    await page.keyboard.press('Enter');
    await focused(page, '#preview a');
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('42'));
  }));

test('cited by, in the margin, leads to the list of who cites', () =>
  journey({ place: at('46') }, async (page) => {
    await page.locator(`[id="${at('46')}"] .cited-by`).focus();
    await page.keyboard.press('Enter');
    await focused(page, '#cited-by');
    await page.locator(`#cited-by a[href="#${at('56')}"]`).focus();
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('56'));
  }));

test('copy with source: the article, then only what is selected', () =>
  journey({ place: at('46') }, async (page) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.keyboard.press('Control+Shift+C');
    await page.getByText('已复制第四十六条').waitFor();
    assert.match(
      await copied(),
      /账号[^]*——《未成年人网络保护条例》第四十六条（整理稿·非官方文本）/,
    );
    await page.evaluate((id) => {
      const text = document.getElementById(id).firstChild;
      const words =
        [...document.getElementById(id).childNodes].find((node) => node.length > 8) ?? text;
      getSelection().setBaseAndExtent(words, 0, words, 4);
    }, at('47.1'));
    await page.keyboard.press('Control+Shift+C');
    await page.getByText('已复制第四十七条').waitFor();
    assert.match(await copied(), /^.{4}\n——《未成年人网络保护条例》第四十七条/);
  }));

test('F6 walks the regions in order and back', () =>
  journey({ place: at('46') }, async (page) => {
    const region = () =>
      page.evaluate(() => document.activeElement?.closest('[data-region]')?.dataset.region);
    assert.equal(await region(), 'main');
    const walked = [];
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('F6');
      walked.push(await region());
    }
    assert.deepEqual(walked, ['context', 'search', 'library', 'main']);
    await page.keyboard.press('Shift+F6');
    assert.equal(await region(), 'library');
  }));

test('the outline by keys: close a chapter, open another, go to an article', () =>
  journey({ place: at('46') }, async (page) => {
    await page.keyboard.press('Shift+F6');
    await focused(page, `[data-node="${at('46')}"]`);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector(`[data-node="${DOCUMENT}:chapter-4"][aria-expanded="false"]`);
    await page.keyboard.press('Home');
    await focused(page, `[data-node="${DOCUMENT}"]`);
    for (const key of ['Right', 'Right', 'Right', 'Down']) await page.keyboard.press(`Arrow${key}`);
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('2'));
  }));

test('dialogs give focus back, and keys behind them do nothing', () =>
  journey({ place: at('46') }, async (page) => {
    for (const chord of ['Control+,', 'F1', 'Control+l']) {
      await page.keyboard.press(chord);
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Control+ArrowDown');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      await focused(page, `article[data-address="${at('46')}"]`);
    }
  }));

test('what was chosen and where one was come back', () =>
  journey({}, async (page) => {
    await page.click('[data-action="theme"]');
    await page.click('[data-action="reading"][data-value="both"]');
    await page.keyboard.press('Control+l');
    await page.keyboard.type('33');
    await page.keyboard.press('Enter');
    await waitForPlace(page, at('33'));
    await page.click('[data-action="interface"]');
    await page.waitForTimeout(600);
    await page.reload();
    await waitForPlace(page, at('33'));
    assert.equal(await page.getAttribute('html', 'data-theme'), 'light');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.equal(await page.locator('.page.two').count(), 1);
    await page.waitForTimeout(300);
    const top = await articleTop(page, at('33'));
    assert.ok(top >= 0 && top < 40, `top ${top}`);
  }));

test('the webview’s own reload keys do nothing', () =>
  journey({ place: at('46') }, async (page) => {
    await page.evaluate(() => (window.alive = true));
    for (const chord of ['F5', 'Control+r', 'Control+Shift+r']) await page.keyboard.press(chord);
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => window.alive), true);
  }));

test('narrow: panes lie over the text and Esc takes them away', () =>
  journey({ place: at('46'), size: [600, 700] }, async (page) => {
    await page.focus('[data-action="library"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#library');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#library', { state: 'detached' });
    await focused(page, '[data-action="library"]');
  }));

test('the splitter by keys', () =>
  journey({ place: at('46') }, async (page) => {
    const width = () => page.evaluate(() => document.querySelector('#library').offsetWidth);
    const before = await width();
    await page.locator('[role="separator"][aria-controls="library"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await width(), before + 16);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#library', { state: 'detached' });
  }));

test('the skip link leads to the text', () =>
  journey({ place: at('46') }, async (page) => {
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await focused(page, `article[data-address="${at('46')}"]`);
  }));

test('on paper there is the text and nothing of the tool', () =>
  journey({ place: at('46') }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['#search', '#library', '#context', 'main nav'])
      assert.equal(await page.isVisible(gone), false, gone);
    assert.equal(await page.isVisible('.layers'), true, 'whose words these are');
    for (const unit of ['1', '60'])
      assert.equal(await page.isVisible(`article[data-address="${at(unit)}"]`), true, unit);
  }));
