// The window opens, whatever it is told.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  arrives,
  at,
  becomes,
  environment,
  focused,
  PROGRAM,
  says,
  search,
  status,
  story,
  where,
} from './program.mjs';
import { PATIENCE } from './webdriver.mjs';

story('a first start is one click away from readable text', async ({ open, folder }) => {
  const page = await open();
  assert.deepEqual(await where(page), ['start', '']);
  await focused(page, '#search');
  assert.equal((await status(page)).trim(), '', 'nothing to complain about');
  assert.ok(!existsSync(join(folder, 'config')), 'nothing is kept before anything was chosen');
  await page.click(`#main a[href="#${at('1')}"]`);
  await arrives(page, '1');
  await focused(page, `article[data-address="${at('1')}"]`);
  await becomes(() => page.title(), '条例 — 网护');
  await page.click('[data-action="home"]');
  await becomes(() => where(page), ['start', '']);
});

story('a citation on the command line opens at its paragraph', async ({ open }) => {
  const page = await open('条例第46条第2款');
  await arrives(page, '46.2');
  await focused(page, `article[data-address="${at('46')}"]`);
  await page.see(`#library [aria-current="location"][data-node="${at('46')}"]`);
  await becomes(() => page.text('#main [aria-current="location"]'), '第四十六条第二款');
  const isAtTheTop = (id) => {
    const top = (element) => element.getBoundingClientRect().top;
    const room = top(document.getElementById(id)) - top(document.querySelector('.page'));
    return room >= 0 && room < 40;
  };
  await page.until(isAtTheTop, at('46.2'));
  await becomes(() => page.title(), '条例 — 网护');
});

story('an argument that names no place is said, and stops nothing', async ({ open }) => {
  const page = await open('量子通信条例', '第九十九条');
  await says(page, '没有找到要打开的地方：量子通信条例 第九十九条');
  assert.deepEqual(await where(page), ['start', '']);
  assert.equal((await search(page, '网络欺凌'))[0], at('26'));
  await page.click('footer button');
  await becomes(async () => (await status(page)).includes('量子通信条例'), false);
});

story('without a display the program says so in a sentence', async ({ folder }) => {
  const { status, stderr } = spawnSync(PROGRAM, [], {
    encoding: 'utf8',
    env: { ...process.env, ...environment(folder), DISPLAY: '', WAYLAND_DISPLAY: '' },
    timeout: PATIENCE,
  });
  assert.ok(status > 0, `status ${status}`);
  assert.match(stderr, /^wanghu: .+$/m);
  assert.doesNotMatch(stderr, /panicked/);
});
