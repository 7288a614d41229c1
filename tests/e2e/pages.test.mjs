// Cases and the pages beside the reader, in the window that people get: shown, free of what axe objects to, and what they
// write is a file on disk.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AXE, inspect, THEMES } from './axe.mjs';
import { becomes, says, status, story } from './program.mjs';

/** Follows a link of ours, as any link in the window does, and waits until the page is whole. */
async function visit(page, stop) {
  await page.js((href) => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = href;
    link.click();
    link.remove();
  }, `#page:${stop}`);
  await page.see(`#main[data-page="${stop.split('/')[0]}"] .sheet h1`);
  await page.until(() => !document.querySelector('.sheet .late'));
}

/** The files that were taken out of the program. */
const exported = (folder) => readdirSync(join(folder, 'exports')).sort();

story('every page and a case, in light and dark, pass axe', async ({ open, note }) => {
  const page = await open('检例第43号');
  await page.see('article[data-address="spp-43/holding"]');
  await page.load(AXE);
  const stops = [
    'library',
    'duties',
    'checklists/electronic-data',
    'glossary',
    'topics',
    'figures',
  ];
  let inspections = 0;
  for (const stop of [null, ...stops]) {
    if (stop) await visit(page, stop);
    for (const theme of THEMES) {
      const { violations, passes } = await inspect(page, theme);
      assert.deepEqual(violations, [], `${stop ?? 'the case'}, ${theme}`);
      assert.ok(passes > 8, `${stop}: axe looked at too little`);
      inspections++;
    }
  }
  note(`${inspections} inspections`);
});

story('from a case to the rule behind it, to its price, and back', async ({ open }) => {
  const page = await open('检例204');
  await page.see('article[data-address="spp-204/holding"]');
  await page.js(() => document.querySelector('a[href="#minors-online-protection/46.2"]').click());
  await page.see('article[data-address="minors-online-protection/46"]');
  await page.until(() => document.querySelector('#context')?.textContent.includes('第五十六条'));
  await visit(page, 'duties/minors-online-protection/46.2');
  await page.until(() =>
    document.querySelector('.sheet').textContent.includes('10万元以上100万元以下'),
  );
  await page.press('Alt+ArrowLeft', 'Alt+ArrowLeft');
  await page.see('article[data-address="spp-204/holding"]');
});

story('tables and charts are written as files', async ({ open, folder }) => {
  const page = await open();
  await visit(page, 'duties');
  await page.click('[data-action="export"]');
  await says(page, '义务与罚则.csv');
  const table = readFileSync(join(folder, 'exports', '义务与罚则.csv'), 'utf8');
  assert.match(table, /^\uFEFF条文,/);
  assert.ok(
    table.includes('第四十六条第二款') && table.includes('罚款：违法所得1倍以上10倍以下'),
    table.slice(0, 400),
  );
  await visit(page, 'figures');
  await page.click('[data-action="save-svg"]');
  await becomes(() => exported(folder).filter((name) => name.endsWith('.svg')).length, 1);
  await page.click('[data-action="save-png"]');
  await becomes(() => exported(folder).filter((name) => name.endsWith('.png')).length, 1);
  const [png, svg] = ['.png', '.svg'].map((ending) => {
    const name = exported(folder).find((one) => one.endsWith(ending));
    return readFileSync(join(folder, 'exports', name));
  });
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10], 'no PNG');
  assert.ok(png.length > 4000, `${png.length} bytes of picture`);
  assert.match(svg.toString(), /^<\?xml|^<svg/);
  assert.match(await status(page), /exports/);
});
