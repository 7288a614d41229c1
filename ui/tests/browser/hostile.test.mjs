// Texts that try to run code, in every view that shows them: nothing runs, nothing is fetched, all of it is text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, search } from './window.mjs';

let program;
before(async () => (program = await launch()));
after(() => program.close());

/** A window on the hostile texts that counts what they manage to do. */
async function open(steer) {
  const page = await program.open({ corpus: 'hostile', ...steer });
  page.asked = [];
  page.on('request', (request) => page.asked.push(request.url()));
  await page.evaluate(() => {
    window.ran = [];
    window.CANARY = (payload) => window.ran.push(payload);
  });
  return page;
}

async function harmless(page) {
  // What a payload starts may take a moment to fire.
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => window.ran), []);
  const foreign = page.asked.filter((url) => new URL(url).hostname !== '127.0.0.1');
  assert.deepEqual(foreign, []);
  assert.deepEqual(page.faults, []);
  const elements = await page.evaluate(
    () =>
      document.querySelectorAll(
        'main :is(script, img, iframe, object, embed, form, style, meta, video, math, details, b)',
      ).length,
  );
  assert.equal(elements, 0);
  const links = await page.evaluate(() => [...document.links].map((link) => link.protocol));
  assert.ok(links.every((protocol) => protocol === 'http:'));
}

for (const interface_ of ['zh', 'en']) {
  test(`reader, outline, title, context and preview, ${interface_}`, async () => {
    const page = await open({ place: 'hostile/1', interface: interface_ });
    const words = await page.textContent('main');
    assert.match(words, /<script>CANARY\(7\)<\/script>/);
    assert.match(words, /onerror="CANARY\(8\)"/);
    assert.match(await page.textContent('#library'), /CANARY/);
    assert.match(await page.title(), /CANARY\(1\)/);
    await page.locator('main .reference').first().focus();
    await page.waitForSelector('#preview');
    await harmless(page);
    await page.context().close();
  });
}

test('results, chips and snippets', async () => {
  const page = await open({ place: 'hostile/1' });
  await search(page, '<img src=x onerror=CANARY(99)>');
  await harmless(page);
  for (const query of ['点这里', '列举', '加粗']) {
    await search(page, query);
    assert.match(await page.textContent('.hit'), /CANARY/);
    await harmless(page);
  }
  await page.context().close();
});

test('every element of the page can be clicked', async () => {
  const page = await open({ place: 'hostile/1' });
  for (const article of await page.locator('article[data-address]').all()) {
    for (const paragraph of await article.locator('p').all()) await paragraph.click();
  }
  await harmless(page);
  await page.context().close();
});
