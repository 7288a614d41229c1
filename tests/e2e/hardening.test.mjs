// The page is the program. What would run, load or lead away is refused, and the page stands.
//
// The attempts are real ones: against the bare window of tests/bare-window, which has no such protection, 31 of the 36
// run or connect, and 13 of the 18 departures leave or connect. The others are refused by WebKit itself today.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { at, search, story } from './program.mjs';

/** A server that counts who connects, and who says anything. */
async function listener() {
  const heard = { connections: 0, requests: 0 };
  const server = createServer((socket) => {
    heard.connections++;
    socket.on('error', () => {});
    socket.once('data', () => {
      heard.requests++;
      socket.destroy();
    });
    // A connection held open would serve the next caller unseen.
    socket.setTimeout(30, () => socket.destroy());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { host: `127.0.0.1:${server.address().port}`, heard, close: () => server.close() };
}

async function stands(page) {
  assert.equal(await page.js(() => window.untouched), true, 'the page is the same as before');
  assert.match(await page.url(), /^tauri:\/\/localhost\/?(#.*)?$/);
  assert.equal((await page.windows()).length, 1);
  assert.equal((await search(page, '租号'))[0], at('46'));
  await page.press('Escape');
}

/** Every way we know to run foreign code or reach another machine from inside a page. */
function attempts(host) {
  const http = `http://${host}/`;
  const https = 'https://canary.example/';
  const append = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    document.body.append(element);
    return element;
  };
  const attribute = (tag, name, value) => {
    const element = document.createElement(tag);
    element.setAttribute(name, value);
    document.body.append(element);
    return element;
  };
  const both = (attempt) => () => [http, https].map(attempt);
  return {
    'inline script': () => append('script', { textContent: 'window.ran.push("inline script")' }),
    'handler in an attribute': () =>
      attribute('b', 'onclick', 'window.ran.push("handler in an attribute")').click(),
    'handler of an image': () =>
      attribute('img', 'onerror', 'window.ran.push("handler of an image")').setAttribute(
        'src',
        'x:',
      ),
    eval: () => window.eval('window.ran.push("eval")'),
    'new Function': () => new Function('window.ran.push("new Function")')(),
    'a timer of text': () => setTimeout('window.ran.push("a timer of text")'),
    'script: link': () =>
      attribute('a', 'href', 'javascript:window.ran.push("script: link")').click(),
    'script from a blob': () =>
      append('script', { src: URL.createObjectURL(new Blob(['window.ran.push("blob")'])) }),
    'script in a data: address': () => append('script', { src: 'data:,window.ran.push("data")' }),
    'inline style': () => {
      const element = attribute('b', 'style', 'position: fixed');
      if (getComputedStyle(element).position === 'fixed') window.ran.push('inline style');
    },
    'style element': () => {
      append('style', { textContent: '#main { visibility: hidden }' });
      if (getComputedStyle(document.querySelector('#main')).visibility === 'hidden')
        window.ran.push('style element');
    },
    'script from elsewhere': both((from) => append('script', { src: from + 'script.js' })),
    'module from elsewhere': both((from) => import(from + 'module.js').catch(() => {})),
    'style sheet': both((from) => append('link', { rel: 'stylesheet', href: from + 'a.css' })),
    fetch: both((from) => fetch(from + 'fetch', { mode: 'no-cors' }).catch(() => {})),
    XMLHttpRequest: both((from) => {
      const request = new XMLHttpRequest();
      request.open('GET', from + 'xhr');
      request.send();
    }),
    WebSocket: () => [new WebSocket(`ws://${host}/`), new WebSocket('wss://canary.example/')],
    EventSource: both((from) => new EventSource(from + 'events')),
    beacon: both((from) => navigator.sendBeacon(from + 'beacon', 'x')),
    image: both((from) => (new Image().src = from + 'image.png')),
    'picture in a style': both((from) => {
      const element = append('b', {});
      element.style.backgroundImage = `url(${from}background.png)`;
    }),
    font: both((from) => new FontFace('canary', `url(${from}font.woff)`).load().catch(() => {})),
    sound: both((from) => append('audio', { src: from + 'a.mp3', preload: 'auto' })),
    film: both((from) => append('video', { src: from + 'a.mp4', preload: 'auto' })),
    frame: both((from) => append('iframe', { src: from + 'frame' })),
    'frame of text': () =>
      append('iframe', { srcdoc: '<script>parent.ran.push("frame")</script>' }),
    object: both((from) => append('object', { data: from + 'object' })),
    embed: both((from) => append('embed', { src: from + 'embed' })),
    worker: both((from) => new Worker(from + 'worker.js')),
    'worker from a blob': () =>
      new Worker(URL.createObjectURL(new Blob(['fetch("http://' + host + '/")']))),
    form: both((from) => append('form', { action: from + 'form', method: 'post' }).submit()),
    base: () => append('base', { href: http }),
    prefetch: both((from) => append('link', { rel: 'prefetch', href: from + 'prefetch' })),
    preload: both((from) => append('link', { rel: 'preload', as: 'image', href: from + 'p.png' })),
    preconnect: both((from) => append('link', { rel: 'preconnect', href: from })),
    'peer connection': () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
      peer.createDataChannel('canary');
      return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    },
  };
}

/** Every way we know to lead the window somewhere else. */
function departures(host) {
  const http = `http://${host}/`;
  const click = (properties) => {
    const link = Object.assign(document.createElement('a'), { textContent: 'x', ...properties });
    document.body.append(link);
    link.click();
  };
  return {
    location: () => (location.href = http),
    'location, encrypted': () => (location.href = 'https://canary.example/'),
    replace: () => location.replace(http),
    'data: address': () => (location.href = 'data:text/html,gone'),
    'file: address': () => (location.href = 'file:///etc/passwd'),
    'blob: address': () =>
      (location.href = URL.createObjectURL(new Blob(['gone'], { type: 'text/html' }))),
    'about: address': () => (location.href = 'about:blank'),
    'script: address': () => (location.href = 'javascript:window.ran.push("script: address")'),
    'scheme of the system': () => (location.href = 'mailto:canary@canary.example'),
    'look-alike host': () => (location.href = 'http://tauri.localhost.canary.example/'),
    link: () => click({ href: http }),
    'link to a new window': () => click({ href: http, target: '_blank' }),
    'link to a download': () => click({ href: http, download: 'canary' }),
    'link that tells another': () => click({ href: '#', ping: http }),
    'window.open': () => window.open(http),
    'window.open of nothing': () => window.open('about:blank', 'canary'),
    refresh: () => {
      const meta = Object.assign(document.createElement('meta'), { content: `0; url=${http}` });
      meta.setAttribute('http-equiv', 'refresh');
      document.head.append(meta);
    },
    form: () => {
      const form = Object.assign(document.createElement('form'), {
        action: http,
        target: '_blank',
      });
      document.body.append(form);
      form.submit();
    },
  };
}

/** Tries one thing in the page and gives it time to do harm. */
const tryIn = (page, all, name, host) =>
  page.jsAsync(
    `async (name, host) => {
      const attempt = (${all})(host)[name];
      try { attempt(); } catch { /* Refused at once. */ }
      await new Promise((later) => setTimeout(later, 60));
    }`,
    name,
    host,
  );

/** Opens a window that would notice being replaced, and a server nearby that would notice being called. */
async function underAttack(open, attack) {
  const server = await listener();
  try {
    const page = await open('46');
    await page.js(() => {
      window.untouched = true;
      window.ran = [];
      window.refused = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.refused.push(event.effectiveDirective),
      );
    });
    await attack(page, server);
  } finally {
    server.close();
  }
}

story('nothing runs in the page or loads into it but the program itself', ({ open, note }) =>
  underAttack(open, async (page, server) => {
    const names = Object.keys(attempts('x'));
    for (const name of names) {
      await tryIn(page, attempts, name, server.host);
      assert.deepEqual(await page.js(() => window.ran), [], name);
      assert.equal(server.heard.requests, 0, `${name} reached the network`);
    }
    await page.js(() => document.querySelectorAll('body > :not(#app)').forEach((e) => e.remove()));
    const refused = await page.js(() => [...new Set(window.refused)]);
    for (const kind of ['script', 'style', 'connect', 'img', 'frame', 'font', 'object', 'media'])
      assert.ok(
        refused.some((directive) => directive.startsWith(`${kind}-src`)),
        `nothing of the kind ${kind} was refused, only ${refused}`,
      );
    await stands(page);
    note(`${names.length} attempts, 0 ran, 0 reached the network`);
  }),
);

story('nothing leads away from the page', ({ open, note }) =>
  underAttack(open, async (page, server) => {
    const names = Object.keys(departures('x'));
    for (const name of names) {
      await tryIn(page, departures, name, server.host);
      assert.equal(await page.js(() => window.untouched), true, `${name} left the page`);
      assert.deepEqual(await page.js(() => window.ran), [], name);
      assert.equal((await page.windows()).length, 1, `${name} opened a window`);
      assert.equal(server.heard.requests, 0, `${name} reached the network`);
    }
    await stands(page);
    note(`${names.length} attempts, 0 left`);
  }),
);

story('not even a connection is opened ahead of what is refused', ({ open }) =>
  underAttack(open, async (page, server) => {
    const connected = [];
    for (const [all, names] of [
      [attempts, ['preconnect', 'prefetch']],
      [departures, ['link', 'link to a new window', 'link to a download']],
    ])
      for (const name of names) {
        const before = server.heard.connections;
        await tryIn(page, all, name, server.host);
        if (server.heard.connections > before) connected.push(name);
      }
    assert.deepEqual(connected, []);
  }),
);
