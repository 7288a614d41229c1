// The page keeps its shape: with the reader's own spacing, and while unseen articles take their height.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, launch, overhang } from './window.mjs';

let program;
before(async () => (program = await launch()));
after(() => program.close());

for (const width of [1280, 320])
  for (const reading of ['zh', 'both'])
    test(`text spacing of WCAG 1.4.12 at ${width} px, ${reading}`, async () => {
      const page = await program.open({ place: at('20'), reading, size: [width, 700] });
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; ' +
            'word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
        );
        document.adoptedStyleSheets.push(sheet);
      });
      assert.equal(await overhang(page), 0);
      const clipped = await page.evaluate(() =>
        [...document.querySelectorAll('p, a, button, h1, h2, h3, label, li')]
          .filter((element) => element.checkVisibility() && !element.closest('.unseen'))
          .filter((element) => getComputedStyle(element).overflow !== 'visible')
          .filter((element) => element.scrollHeight > element.clientHeight + 1)
          .map((element) => element.outerHTML),
      );
      assert.deepEqual(clipped, []);
      await page.context().close();
    });

test('the last article stands at the top, and the smallest scroll leaves it', async () => {
  const page = await program.open({ place: at('60') });
  await page.waitForTimeout(200);
  const top = () =>
    page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, at('60'));
  const before = await top();
  assert.ok(before < 120, `top ${before}`);
  await page.mouse.move(640, 500);
  await page.mouse.wheel(0, -10);
  await page.waitForTimeout(300);
  assert.equal(Math.round((await top()) - before), 10);
  await page.context().close();
});

test('scrolling up into articles not yet laid out moves the text by the scroll and no more', async () => {
  const page = await program.open({ place: at('40') });
  const moved = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const scroller = document.querySelector('.page');
    const moves = [];
    for (let step = 0; step < 40; step++) {
      const paragraph = [...scroller.querySelectorAll('p[id]')].find(
        (element) => element.getBoundingClientRect().top > 300,
      );
      const before = paragraph.getBoundingClientRect().top;
      scroller.scrollTop -= 120;
      for (let settled = 0; settled < 4; settled++) await frame();
      moves.push(Math.round(paragraph.getBoundingClientRect().top - before));
    }
    return moves;
  });
  assert.deepEqual(
    moved.filter((distance) => Math.abs(distance - 120) > 2),
    [],
  );
  await page.context().close();
});
