import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CiteView } from '../../src/lib/ipc/bindings';
import * as client from '../../src/lib/ipc/client';
import { copyCitation, copyIn, openCitation, placeToCite } from '../../src/lib/reader/cite';
import { Session } from '../../src/lib/state/session.svelte';
import { at, startView } from './fixture';

vi.mock('../../src/lib/ipc/client');

const view: CiteView = {
  address: at('46'),
  styles: [
    { style: 'official', text: '《未成年人网络保护条例》第四十六条' },
    { style: 'law-review', text: '《未成年人网络保护条例》第46条。' },
  ],
  status: 'in-force',
  layer: 'restatement',
};

const written: Promise<string>[] = [];

beforeEach(() => {
  written.length = 0;
  vi.mocked(client.saveSettings).mockResolvedValue(undefined);
  vi.mocked(client.cite).mockResolvedValue(view);
  const query = () => Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal('matchMedia', query);
  class Item {
    constructor(readonly parts: Record<string, Promise<Blob>>) {}
  }
  vi.stubGlobal('ClipboardItem', Item);
  const write = async ([item]: Item[]) => {
    const blob = item?.parts['text/plain'];
    if (blob) written.push(blob.then((part) => part.size.toString()).catch(() => ''));
    await blob;
  };
  vi.stubGlobal('navigator', Object.assign(navigator, { clipboard: { write } }));
});
afterEach(() => vi.unstubAllGlobals());

function sessionAt(place: string | null): Session {
  const session = new Session(startView());
  session.reader.place = place;
  return session;
}

const bytes = (text: string) => new Blob([text]).size.toString();

test('without a place there is nothing to cite, and that is said', async () => {
  const session = sessionAt(null);
  expect(placeToCite(session)).toBeNull();
  openCitation(session);
  expect(session.dialog).toBeNull();
  await copyCitation(session);
  expect(session.message).toBe(session.words.messages.noArticle);
  expect(client.cite).not.toHaveBeenCalled();
});

test('the key copies in the style chosen last, and says status and layer', async () => {
  const session = sessionAt(at('46'));
  openCitation(session);
  expect(session.dialog).toBe('cite');
  await copyCitation(session);
  expect(await written[0]).toBe(bytes('《未成年人网络保护条例》第四十六条'));
  expect(session.message).toContain('文书体');
  expect(session.message).toContain('现行有效');
  expect(session.message).toContain('整理稿');

  await copyIn(session, view, 'law-review');
  expect(session.preferences.current.citation_style).toBe('law-review');
  await copyCitation(session);
  expect(await written[2]).toBe(bytes('《未成年人网络保护条例》第46条。'));
  expect(session.message).toContain('《法学引注手册》');
});

test('a refusal is said, and the place may be a part of an article', async () => {
  vi.mocked(client.cite).mockRejectedValue({ code: 'not-found', subject: 'x', detail: '' });
  const session = sessionAt(at('46.2'));
  expect(placeToCite(session)).toEqual({ address: at('46.2'), lang: 'zh' });
  await copyCitation(session);
  expect(session.message).toBe(session.words.messages.notCopied);
});
