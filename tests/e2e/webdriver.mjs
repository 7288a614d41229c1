// A client of the W3C WebDriver protocol over fetch: as much of it as our tests need, and no packages.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for anything, in milliseconds; the first start after a build is slow, and machines are shared. */
export const PATIENCE = 30_000;
const POLL = 40;
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Code points that WebDriver gives to keys without a character. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  F1: '\uE031',
  F5: '\uE035',
  F6: '\uE036',
};

/** Drivers that are running. A driver leads a process group with the program in it, so that nothing is left behind. */
const running = new Set();

function end(driver) {
  running.delete(driver);
  try {
    process.kill(-driver.pid, 'SIGKILL');
  } catch {
    // The whole group has gone already.
  }
}

process.on('exit', () => running.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Repeats `attempt` until it returns something true; its last error is the reason when it never does. */
export async function until(attempt, what, patience = PATIENCE) {
  const deadline = Date.now() + patience;
  for (let reason; ; await sleep(POLL)) {
    try {
      const result = await attempt();
      if (result) return result;
      reason = undefined;
    } catch (error) {
      if (error.fatal) throw error;
      reason = error;
    }
    if (Date.now() > deadline)
      throw new Error(`waited ${patience / 1000} s in vain for ${what}`, { cause: reason });
  }
}

/** Starts a driver and, through it, the program `binary`. */
export async function drive(binary, { args = [], env = {}, scriptPatience = PATIENCE } = {}) {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TAURI_WEBVIEW_AUTOMATION: 'true', ...env },
  });
  const failed = new Promise((_, reject) => driver.once('error', reject));
  failed.catch(() => {});
  const said = [];
  for (const stream of [driver.stdout, driver.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => said.push(text));
    // Whoever holds the other end must not keep the tests from ending.
    stream.unref?.();
  }
  driver.unref();
  if (driver.pid) running.add(driver);
  const page = new Page(driver, `http://127.0.0.1:${port}`, said);
  try {
    await Promise.race([page.begin(binary, args, scriptPatience), failed]);
  } catch (error) {
    await page.close();
    throw new Error(`${binary} cannot be driven: ${error.message}\n${said.join('')}`, {
      cause: error,
    });
  }
  return page;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The page in the window of a program. */
export class Page {
  #driver;
  #base;
  #session;
  #said;
  #patience = PATIENCE;

  constructor(driver, base, said) {
    this.#driver = driver;
    this.#base = base;
    this.#said = said;
  }

  async begin(binary, args, scriptPatience) {
    this.#patience = scriptPatience;
    await until(() => this.#send('GET', '/status'), 'the driver', 10_000);
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } };
    const { sessionId } = await this.#send('POST', '/session', { capabilities });
    this.#session = `/session/${sessionId}`;
    await this.#ask('POST', '/timeouts', { script: scriptPatience, pageLoad: PATIENCE });
  }

  /** The process id of the driver; the program is its child. */
  get driverId() {
    return this.#driver.pid;
  }

  /** What driver and program have written to their terminal. */
  get said() {
    return this.#said.join('');
  }

  async #send(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE + this.#patience),
    });
    const { value } = await response.json();
    if (response.ok) return value;
    const error = new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    // Nothing that is tried again can succeed without a window.
    error.fatal = ['invalid session id', 'no such window'].includes(value?.error);
    throw error;
  }

  #ask(method, path, body) {
    return this.#send(method, this.#session + path, body);
  }

  /** Runs a function in the page, as often as it likes to be seen: its source travels, not its surroundings. */
  js(run, ...args) {
    return this.#ask('POST', '/execute/sync', {
      script: `return (${run}).apply(null, arguments)`,
      args,
    });
  }

  /** The same for a function that returns a promise. */
  async jsAsync(run, ...args) {
    const { value, thrown } = await this.#ask('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${run}).apply(null, [...arguments].slice(0, -1)))
          .then((value) => done({ value }), (thrown) => done({ thrown: String(thrown?.stack ?? thrown) }))`,
      args,
    });
    if (thrown !== undefined) throw new Error(`in the page: ${thrown}`);
    return value;
  }

  /** Runs a whole script in the page, such as a library. */
  load(script) {
    return this.#ask('POST', '/execute/sync', { script, args: [] });
  }

  /** Waits until a function in the page returns something true, and returns that. */
  until(run, ...args) {
    const source = String(run).replace(/\s+/g, ' ');
    return until(() => this.js(run, ...args), `${source} with ${JSON.stringify(args)}`);
  }

  /** Waits for an element that is on screen; `words` picks the one that says exactly that. */
  async see(selector, words) {
    return until(
      () =>
        this.js(
          (selector, words) =>
            [...document.querySelectorAll(selector)].find(
              (element) =>
                element.checkVisibility() &&
                (words === null || element.textContent.trim() === words),
            ) ?? null,
          selector,
          words ?? null,
        ),
      `${selector}${words === undefined ? '' : ` that says “${words}”`}`,
    );
  }

  /** Waits until nothing on screen matches. */
  gone(selector) {
    return until(
      () =>
        this.js(
          (selector) =>
            ![...document.querySelectorAll(selector)].some((element) => element.checkVisibility()),
          selector,
        ),
      `${selector} to go away`,
    );
  }

  /** Clicks with the mouse. */
  async click(selector, words) {
    const element = await this.see(selector, words);
    await this.#ask('POST', `/element/${element[ELEMENT]}/click`, {});
  }

  /** Types into an element, character by character. */
  async type(selector, text) {
    const element = await this.see(selector);
    await this.#ask('POST', `/element/${element[ELEMENT]}/value`, { text });
  }

  /** Presses chords such as `Control+Shift+C`, one after the other, wherever focus is. */
  async press(...chords) {
    const actions = [];
    for (const chord of chords) {
      const keys = chord.split('+').map((key) => KEYS[key] ?? key);
      actions.push(...keys.map((value) => ({ type: 'keyDown', value })));
      actions.push(...keys.reverse().map((value) => ({ type: 'keyUp', value })));
    }
    await this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** The text of an element as it is shown. */
  async text(selector) {
    const element = await this.see(selector);
    return this.#ask('GET', `/element/${element[ELEMENT]}/text`);
  }

  title() {
    return this.#ask('GET', '/title');
  }

  url() {
    return this.#ask('GET', '/url');
  }

  windows() {
    return this.#ask('GET', '/window/handles');
  }

  /** Gives the window this size on the screen. */
  resize(width, height) {
    return this.#ask('POST', '/window/rect', { width, height });
  }

  async screenshot() {
    return Buffer.from(await this.#ask('GET', '/screenshot'), 'base64');
  }

  /** Closes the window as the user would, then lets go of the driver. Never fails. */
  async close() {
    try {
      if (this.#session && running.has(this.#driver)) {
        await this.#ask('DELETE', '/window');
        await this.#send('DELETE', this.#session);
      }
    } catch {
      // The window has closed by itself, and the session with it.
    } finally {
      end(this.#driver);
    }
  }
}
