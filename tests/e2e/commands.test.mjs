// The window's way into the core: only what was granted, and nothing it is handed brings the program down.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { at, search, story, where } from './program.mjs';

/** Asks for a command as the page can; says how that ended, or that it has not. */
const ask = (page, command, args) =>
  page.jsAsync(
    async (command, args) => {
      const late = new Promise((resolve) => setTimeout(() => resolve('no answer'), 15_000));
      const answer = window.__TAURI_INTERNALS__.invoke(command, args).then(
        (value) => `answer ${JSON.stringify(value)?.slice(0, 80)}`,
        (error) => `refusal ${JSON.stringify(error?.code ?? String(error))?.slice(0, 200)}`,
      );
      return Promise.race([answer, late]);
    },
    command,
    args,
  );

/** What Tauri could do for a page that has been granted it. */
const NOT_GRANTED = [
  ['plugin:event|emit', { event: 'index-changed', payload: 'ready' }],
  ['plugin:event|emit_to', { target: { kind: 'Any' }, event: 'x', payload: 1 }],
  ['plugin:event|unlisten', { event: 'index-changed', eventId: 1 }],
  ['plugin:window|close', { label: 'main' }],
  ['plugin:window|create', { options: { label: 'other', url: 'https://canary.example' } }],
  ['plugin:window|set_title', { label: 'main', value: 'x' }],
  ['plugin:webview|create_webview_window', { options: { label: 'other' } }],
  ['plugin:webview|internal_toggle_devtools', {}],
  ['plugin:webview|print', {}],
  ['plugin:app|version', {}],
  ['plugin:app|app_hide', {}],
  ['plugin:path|resolve_directory', { directory: 21 }],
  ['plugin:path|join', { paths: ['/', 'etc'] }],
  ['plugin:image|from_path', { path: '/etc/passwd' }],
  ['plugin:menu|new', { kind: 'Menu', options: {} }],
  ['plugin:tray|new', { options: {} }],
  ['plugin:resources|close', { rid: 0 }],
  ['plugin:fs|read_text_file', { path: '/etc/passwd' }],
  ['plugin:shell|execute', { program: 'sh', args: [] }],
  ['plugin:opener|open_url', { url: 'https://canary.example' }],
  ['plugin:nothing|at_all', {}],
  ['nothing', {}],
  ['', {}],
];

story('what was not granted is refused', async ({ open, note }) => {
  const page = await open('46');
  for (const [command, args] of NOT_GRANTED)
    assert.match(await ask(page, command, args), /^refusal .*not (allowed|found)/, command);
  assert.equal(await page.js(() => 'isTauri' in window && '__TAURI__' in window), false);
  assert.equal((await page.windows()).length, 1);
  // The same way in, for something granted, does answer.
  assert.match(await ask(page, 'locate', { text: '46', near: null }), /^answer .*第四十六条/);
  note(`${NOT_GRANTED.length} commands refused`);
});

/** Runs in the page, because half of these values cannot travel there. */
const hostileValues = () => {
  const long = 'x'.repeat(1 << 20);
  return {
    nothing: undefined,
    null: null,
    true: true,
    zero: 0,
    negative: -1,
    fraction: 0.5,
    'not a number': NaN,
    'beyond u32': 2 ** 32,
    'beyond u64': 2 ** 64,
    'beyond everything': 1e308,
    empty: '',
    blank: ' \u3000\t\r\n',
    NUL: 'a\0b',
    'lone surrogate': 'a\ud800b',
    'lone low surrogate': '\udc00',
    'not a character': '\uffff\ufffe',
    'right to left': '\u202e条例\u202d第46条',
    combining: 'e' + '\u0301'.repeat(10_000),
    emoji: '👨‍👩‍👧‍👦'.repeat(1000),
    'a long word': long,
    'a long text': '网络欺凌，'.repeat(100_000),
    quotes: '"'.repeat(10_000),
    brackets: '('.repeat(10_000) + ')'.repeat(10_000),
    operators: 'a AND OR NOT +- && || ~ ^ * ? : \\ / [a TO b] {a TO b}',
    field: 'text:网络 _id:1 *:*',
    markup: '<img src=x onerror=alert(1)>',
    path: '../../../../etc/passwd',
    'path of an address': 'minors-online-protection/../../etc/passwd',
    'absolute path': '/etc/passwd',
    'path of Windows': 'C:\\Windows\\System32\\config\\SAM',
    'UNC path': '\\\\canary.example\\share',
    URL: 'file:///etc/passwd',
    'article 0': 'minors-online-protection/0',
    'article beyond': 'minors-online-protection/99999999999999999999',
    'article below': 'minors-online-protection/-1',
    'place within place': `minors-online-protection/46${'.1'.repeat(1000)}`,
    numerals: '第' + '九'.repeat(10_000) + '条',
    'numerals in Latin': 'art. ' + '9'.repeat(10_000),
    range: '第一条至第九千九百九十九条',
    'a list': [],
    'a list of lists': JSON.parse('['.repeat(100) + ']'.repeat(100)),
    'a long list': new Array(10_000).fill('46'),
    'an object': { toString: 'x', length: -1 },
    prototype: JSON.parse('{"__proto__": {"polluted": true}, "constructor": null}'),
    bytes: new Uint8Array([0xff, 0xfe, 0x00]),
  };
};

/** A sound question to each command; every argument in turn is replaced by each hostile value. */
const SOUND = {
  start: {},
  painted: {},
  read_document: { id: 'minors-online-protection' },
  show: { address: 'minors-online-protection/46', lang: 'zh' },
  locate: { text: '46', near: null },
  quote: { address: 'minors-online-protection/46', lang: 'zh', selection: null },
  search: { ticket: 1, query: '租号', widen: true, lang: 'zh', limit: 10 },
  save_settings: {
    settings: {
      interface: 'zh',
      theme: 'system',
      text_size: 18,
      reading: 'zh',
      widen: true,
      library_open: true,
      library_width: 264,
      context_open: true,
      context_width: 280,
      place: null,
    },
  },
};

story('hostile arguments are refused or answered, never fatal', async ({ open, folder, note }) => {
  const page = await open('46');
  let calls = 0;
  for (const [command, sound] of Object.entries(SOUND)) {
    assert.match(await ask(page, command, sound), /^answer/, `${command}, asked properly`);
    const ends = await page.jsAsync(
      `async (command, sound) => {
        const { invoke } = window.__TAURI_INTERNALS__;
        const hostile = Object.entries((${hostileValues})());
        const cases = [];
        for (const [name, value] of hostile) {
          cases.push([name + ' for everything', value]);
          for (const [key, inner] of Object.entries(sound)) {
            cases.push([name + ' as ' + key, { ...sound, [key]: value }]);
            if (inner !== null && typeof inner === 'object')
              for (const part of Object.keys(inner))
                cases.push([name + ' as ' + part, { ...sound, [key]: { ...inner, [part]: value } }]);
          }
        }
        const ends = { answered: 0, refused: 0, unanswered: [] };
        for (const [name, args] of cases) {
          const asked = Promise.resolve().then(() => invoke(command, args));
          const end = await Promise.race([
            asked.then(() => 'answered', () => 'refused'),
            new Promise((late) => setTimeout(late, 10_000, 'late')),
          ]);
          if (end === 'late') ends.unanswered.push(name);
          else ends[end]++;
        }
        return ends;
      }`,
      command,
      sound,
    );
    assert.deepEqual(ends.unanswered, [], command);
    if (Object.keys(sound).length > 0) assert.ok(ends.refused > 10, `${command}: ${ends.refused}`);
    calls += ends.answered + ends.refused;
  }
  assert.deepEqual(await where(page), ['reader', at('46')]);
  assert.equal((await search(page, '租号'))[0], at('46'));
  assert.doesNotMatch(page.said, /panicked/);
  // Nothing was written but where the program writes.
  assert.deepEqual(readdirSync(folder).sort(), ['cache', 'config', 'webview']);
  assert.deepEqual(readdirSync(`${folder}/config`), ['settings.toml']);
  assert.ok(!existsSync(`${folder}/data`));
  note(`${calls} hostile calls, 0 panics, 0 left unanswered`);
  await page.close();
  // What was saved last can be opened again.
  const again = await open();
  assert.equal((await search(again, '租号'))[0], at('46'));
});
