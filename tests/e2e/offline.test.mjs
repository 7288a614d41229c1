// Nothing leaves the machine.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { at, environment, PROGRAM, search, story } from './program.mjs';
import { family, nameOf, socketsOf, variableOf } from './processes.mjs';
import { until } from './webdriver.mjs';

story('no process of the program holds a socket to anywhere', async ({ folder }) => {
  // The way of looking sees a socket when there is one.
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  assert.equal(socketsOf(process.pid).others.length, 1);
  server.close();

  const program = spawn(PROGRAM, ['46'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment(folder) },
  });
  try {
    let said = '';
    program.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    let looks = 0;
    let mostLocal = 0;
    let restAfterPainting = 20;
    await until(async () => {
      assert.equal(program.exitCode, null, said);
      for (const pid of family(program.pid)) {
        const { local, others } = socketsOf(pid);
        if (others.length > 0)
          throw Object.assign(new Error(`${nameOf(pid)} holds ${others}`), { fatal: true });
        mostLocal = Math.max(mostLocal, local);
      }
      looks++;
      return said.includes('MARK painted') && restAfterPainting-- === 0;
    }, 'the first page');
    assert.ok(looks > 20 && mostLocal > 0, 'its sockets to the display were seen');
    assert.ok(family(program.pid).length >= 3, 'the processes of the webview were seen');
  } finally {
    program.kill('SIGKILL');
  }
});

story('nor after a visit, but for those of the test driver', async ({ open }) => {
  const page = await open('46');
  await search(page, '网络欺凌');
  await page.press('Enter');
  await page.see(`article[data-address="${at('26')}"]`);
  const [, ...processes] = family(page.driverId);
  assert.ok(processes.length >= 3);
  const inspector = variableOf(processes[0], 'WEBKIT_INSPECTOR_SERVER');
  const port = Number(inspector.split(':')[1]).toString(16).toUpperCase().padStart(4, '0');
  for (const pid of processes)
    for (const socket of socketsOf(pid).others)
      assert.match(socket, new RegExp(`^tcp .*0100007F:${port}`), nameOf(pid));
});
