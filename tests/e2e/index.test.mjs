// The index is a cache: answers are the same without it, and the window says where they come from.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { becomes, search, story } from './program.mjs';

const QUERIES = ['租号', '个人信息', 'minors mode', '第五十六条'];

async function answers(page) {
  const found = [];
  for (const query of QUERIES) found.push(await search(page, query));
  return found;
}

/** The line under the query that says where answers come from; empty when from the index on disk. */
const origin = (page) =>
  page.js(() => {
    const said = document.querySelector('[data-results-for]').textContent;
    return said.match(/正在重建索引|索引无法存到磁盘/)?.[0] ?? '';
  });

const indexes = (folder) => {
  const cache = join(folder, 'cache');
  return readdirSync(cache, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('index-'))
    .map(({ name }) => join(cache, name));
};

const bytesOf = (index) =>
  readdirSync(index).reduce((sum, file) => sum + statSync(join(index, file)).size, 0);

story('a missing, damaged or impossible index changes no answer', async ({ open, folder }) => {
  let page = await open();
  const right = await answers(page);
  assert.ok(right.every((hits) => hits.length > 0));
  await becomes(() => origin(page), '');
  const [index] = indexes(folder);
  const whole = bytesOf(index);
  assert.ok(whole > 100_000);
  await page.close();

  // Every file cut short.
  for (const file of readdirSync(index)) truncateSync(join(index, file), 40);
  page = await open();
  assert.deepEqual(await answers(page), right);
  await becomes(() => origin(page), '');
  assert.ok(bytesOf(index) > 0.9 * whole, 'it has been built anew');
  await page.close();

  // Gone.
  rmSync(join(folder, 'cache'), { recursive: true });
  page = await open();
  assert.deepEqual(await answers(page), right);
  await becomes(() => origin(page), '');
  assert.deepEqual(indexes(folder), [index]);
  // Gone while it is open.
  rmSync(join(folder, 'cache'), { recursive: true });
  assert.deepEqual(await answers(page), right);
  await page.close();

  // A file where the folder should be, so that nothing can be kept, whoever asks.
  writeFileSync(join(folder, 'cache'), 'in the way');
  page = await open();
  assert.deepEqual(await answers(page), right);
  await becomes(() => origin(page), '索引无法存到磁盘');
  await page.close();

  // A folder of someone else's with the name of the index.
  rmSync(join(folder, 'cache'));
  mkdirSync(index, { recursive: true });
  writeFileSync(join(index, 'meta.json'), '{}');
  page = await open();
  assert.deepEqual(await answers(page), right);
  await becomes(() => origin(page), '');
});
