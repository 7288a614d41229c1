// Figures of the window, each beside a peer measured in the same run: `cargo xtask bench`.
//
// WANGHU_DESKTOP and BARE_WINDOW name the programs, WANGHU_FIGURES the folder in which the bench of the core has left
// core.json, DISPLAY the display. Both programs run as they ship, in turn, and in the same environment. Slow figures are
// figures; this fails only when something could not be measured.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { family } from '../e2e/processes.mjs';
import { at, checkMachine, ROOT } from '../e2e/program.mjs';
import { drive, until } from '../e2e/webdriver.mjs';

const RUNS = 12;
/** From the first page to the look at memory, in milliseconds. */
const SETTLED = 2000;
/** Longest wait for a first page; the first after a build is slow. */
const PATIENCE = 90_000;
const MEGA = 1e6;
const MEBI = 1 << 20;

/** What people ask, in both languages; typed character by character. */
const QUERIES = [
  '孩子充值了怎么退款',
  '网络欺凌怎么举报',
  '租号',
  '未成年人模式',
  '个人信息保护影响评估',
  '第四十六条第二款',
  "minors' mode",
  'personal information of minors',
  'cyberbullying records',
  'game account rental',
];

const inRelease = (name) => join(ROOT, 'target/release', name);
const desktop = process.env.WANGHU_DESKTOP ?? inRelease('wanghu-desktop');
const bare = process.env.BARE_WINDOW ?? inRelease('bare-window');

/** A program on a folder of its own. */
function program(name, binary, args) {
  const folder = mkdtempSync(join(tmpdir(), `wanghu-bench-${name}-`));
  const env = {
    WANGHU_DATA_DIR: folder,
    WANGHU_MARKS: '1',
    XDG_DATA_HOME: join(folder, 'webview'),
  };
  return { name, binary, args, folder, env };
}

/** Opens a program once: milliseconds to its first page, and MiB of memory a moment later. */
async function openOnce({ name, binary, args, env }) {
  let said = '';
  const started = performance.timeOrigin + performance.now();
  const child = spawn(binary, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  let processes = [];
  try {
    const painted = await Promise.race([
      until(() => /^MARK painted ([\d.]+)$/m.exec(said)?.[1], `${name} to paint`, PATIENCE),
      ended.then(() => assert.fail(`${name} ended before it had painted:\n${said}`)),
    ]);
    await sleep(SETTLED);
    processes = family(child.pid);
    return {
      start: Number(painted) - started,
      memory: processes.reduce((sum, pid) => sum + pss(pid), 0),
    };
  } finally {
    child.kill('SIGKILL');
    await until(() => processes.every((pid) => !alive(pid)), `${name} to be gone`);
    await sleep(200);
  }
}

/** Memory of a process in MiB, what it shares counted in proportion. */
function pss(pid) {
  const [, kilobytes] =
    /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  assert.ok(kilobytes, `the memory of process ${pid} cannot be read`);
  return (kilobytes * 1024) / MEBI;
}

/** Whether a process still does anything; one that nobody has waited for does not. */
function alive(pid) {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Start and memory, ours and the peer's in turn. */
async function measureStarts(ours, peer) {
  const found = { [ours.name]: [], [peer.name]: [] };
  for (let run = -1; run < RUNS; run++) {
    for (const subject of run % 2 ? [ours, peer] : [peer, ours]) {
      const once = await openOnce(subject);
      if (run >= 0) found[subject.name].push(once);
    }
    process.stderr.write(run < 0 ? 'starts: warmed up' : ` ${run + 1}`);
  }
  process.stderr.write('\n');
  const of = (subject, what) => found[subject.name].map((once) => once[what]);
  const figure = (name, what, percent, unit, goal, note = '') =>
    beside(name, unit, at100(of(ours, what), percent), at100(of(peer, what), percent), goal, note);
  return [
    figure(
      'window: start to first page, p50',
      'start',
      50,
      'ms',
      'ratio ≤ 1.15',
      `${RUNS} starts each, in turn`,
    ),
    figure('window: start to first page, p95', 'start', 95, 'ms', ''),
    figure(
      'window: memory, p50',
      'memory',
      50,
      'MiB',
      'ratio ≤ 1.25',
      'PSS of all processes, 2 s after the first page',
    ),
  ].map((figure) => ({ ...figure, peer_name: 'bare window' }));
}

/** Runs in the page: types every query, and into an echo that does nothing else; milliseconds of each keystroke. */
async function typeAll(queries) {
  const box = document.querySelector('#search');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const frame = () => new Promise(requestAnimationFrame);
  const pause = (ms) => new Promise((later) => setTimeout(later, ms));

  const echo = document.createElement('input');
  const output = document.createElement('output');
  document.querySelector('footer').append(echo, output);
  echo.addEventListener('input', () => (output.textContent = echo.value));

  const shown = (text) =>
    new Promise((resolve, reject) => {
      const look = () =>
        document.querySelector('[data-results-for]')?.dataset.resultsFor === text &&
        finish(resolve);
      const observer = new MutationObserver(look);
      const timer = setTimeout(() => finish(reject, new Error(`no results for “${text}”`)), 10_000);
      const finish = (settle, value) => {
        observer.disconnect();
        clearTimeout(timer);
        settle(value);
      };
      observer.observe(document.querySelector('#main'), {
        subtree: true,
        childList: true,
        attributeFilter: ['data-results-for'],
      });
      look();
    });

  const type = async (input, text, answered) => {
    const start = performance.now();
    const answer = answered(text);
    setValue.call(input, text);
    input.dispatchEvent(
      new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text.at(-1) }),
    );
    await answer;
    await frame();
    await frame();
    return performance.now() - start;
  };

  const ours = [];
  const floor = [];
  for (const query of queries) {
    const characters = [...query];
    for (let count = 1; count <= characters.length; count++) {
      const text = characters.slice(0, count).join('');
      // Fingers do not keep time with the screen.
      await pause(60 + Math.random() * 32);
      ours.push(await type(box, text, shown));
      await pause(60 + Math.random() * 32);
      floor.push(await type(echo, text, async () => {}));
    }
    setValue.call(box, '');
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContent' }));
    await pause(100);
  }
  echo.remove();
  output.remove();
  return { ours, floor };
}

async function measureKeystrokes({ binary, args, env }) {
  const page = await drive(binary, { args, env, scriptPatience: 5 * PATIENCE });
  try {
    await page.see('#main');
    await page.see(`article[data-address="${at('46')}"]`);
    await sleep(SETTLED);
    await page.jsAsync(typeAll, QUERIES.slice(0, 1));
    const { ours, floor } = await page.jsAsync(typeAll, QUERIES);
    assert.ok(ours.length >= 100 && ours.length === floor.length, `${ours.length} keystrokes`);
    const note = `${ours.length} keystrokes, ${QUERIES.length} queries; both to the second frame`;
    return [
      beside(
        'window: keystroke to results on screen, p50',
        'ms',
        at100(ours, 50),
        at100(floor, 50),
        '',
        note,
      ),
      beside(
        'window: keystroke to results on screen, p95',
        'ms',
        at100(ours, 95),
        at100(floor, 95),
        '≤ 50 ms',
      ),
    ].map((figure) => ({ ...figure, peer_name: 'empty echo' }));
  } finally {
    await page.close();
  }
}

function measureSizes() {
  const [ours, peer] = [desktop, bare].map((path) => statSync(path).size / MEGA);
  const note = 'texts and thesaurus included';
  return [
    {
      ...beside('window: program file', 'MB', ours, peer, '≤ 25 MB', note),
      peer_name: 'bare window',
    },
  ];
}

/** The value that so many percent do not exceed. */
function at100(values, percent) {
  assert.ok(values.length > 0 && values.every(Number.isFinite), `measured: ${values}`);
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

function beside(name, unit, ours, peer, goal, note = '') {
  const round = (value, digits) => Number(value.toFixed(digits));
  const ratio = round(ours / peer, 2);
  return {
    name,
    ours: round(ours, 1),
    peer: round(peer, 1),
    unit,
    ratio,
    peer_name: '',
    goal,
    note,
  };
}

function machine() {
  const { length, 0: processor } = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const [, system] =
    /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
  const chosen = ['WEBKIT_DISABLE_DMABUF_RENDERER', 'WEBKIT_DISABLE_COMPOSITING_MODE']
    .filter((name) => process.env[name])
    .map((name) => `; ${name}=${process.env[name]}`);
  return `${processor.model.trim()}, ${length} cores, ${memory} GiB, ${system ?? 'Linux'}, kernel ${release()}${chosen.join('')}`;
}

/** One Markdown table, its columns aligned. */
function table(figures) {
  const number = (value) => (typeof value === 'number' ? String(value) : (value ?? ''));
  const head = ['figure', 'ours', 'peer', 'ratio', 'unit', 'peer is', 'goal', 'note'];
  const rows = figures.map(({ name, ours, peer, ratio, unit, peer_name, goal, note }) =>
    [name, number(ours), number(peer), number(ratio), unit, peer_name, goal, note].map((cell) =>
      String(cell ?? ''),
    ),
  );
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length)),
  );
  const rightward = (column) => column >= 1 && column <= 3;
  const line = (cells) =>
    `| ${cells
      .map((cell, column) =>
        rightward(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join(' | ')} |`;
  const rule = widths.map((width, column) =>
    rightward(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Figures that the bench of the core has left. */
function figuresOfTheCore(folder) {
  const file = join(folder, 'core.json');
  assert.ok(existsSync(file), `${file} is not there; the bench of the core writes it`);
  const { figures } = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(Array.isArray(figures), `${file} holds no figures`);
  return figures;
}

checkMachine(desktop);
checkMachine(bare);
const folder = process.env.WANGHU_FIGURES ?? join(ROOT, 'target/bench');
const core = figuresOfTheCore(folder);
const load = loadavg()[0].toFixed(1);
const ours = program('wanghu', desktop, [at('46')]);
const peer = program('bare', bare, []);
try {
  const window = [
    ...(await measureStarts(ours, peer)),
    ...(await measureKeystrokes(ours)),
    ...measureSizes(),
  ];
  const result = { machine: `${machine()}; load before ${load}`, figures: [...core, ...window] };
  writeFileSync(join(folder, 'figures.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log(`${result.machine}\n\n${table(result.figures)}`);
} finally {
  for (const { folder } of [ours, peer]) rmSync(folder, { recursive: true, force: true });
}
