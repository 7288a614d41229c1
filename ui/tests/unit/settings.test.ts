import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as client from '../../src/lib/ipc/client';
import { Preferences } from '../../src/lib/state/settings.svelte';
import { startView } from './fixture';

vi.mock('../../src/lib/ipc/client');

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(client.saveSettings).mockReset().mockResolvedValue(undefined);
});
afterEach(() => vi.useRealTimers());

test('a choice is saved at once, and while a save is under way only the last of several', async () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  for (const text_size of [20, 22, 24]) preferences.change({ text_size });
  expect(client.saveSettings).toHaveBeenCalledOnce();
  await vi.runAllTimersAsync();
  expect(client.saveSettings).toHaveBeenCalledTimes(2);
  expect(client.saveSettings).toHaveBeenLastCalledWith(expect.objectContaining({ text_size: 24 }));
});

test('what glides is saved once, when it rests', () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  preferences.drift({ library_width: 300 });
  preferences.drift({ library_width: 320 });
  expect(client.saveSettings).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(client.saveSettings).toHaveBeenCalledOnce();
  expect(client.saveSettings).toHaveBeenCalledWith(expect.objectContaining({ library_width: 320 }));
});

test('closing the window saves at once, and only what waits', () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  preferences.flush();
  expect(client.saveSettings).not.toHaveBeenCalled();
  preferences.drift({ library_width: 300 });
  preferences.flush();
  expect(client.saveSettings).toHaveBeenCalledOnce();
});

test('a disk that refuses is reported', async () => {
  const failed = vi.fn();
  const refusal = { code: 'read-only', subject: '/etc', detail: '' };
  vi.mocked(client.saveSettings).mockRejectedValue(refusal);
  const preferences = new Preferences(startView().settings, failed);
  preferences.change({ widen: false });
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(refusal));
});

test('the size of the text stays between 16 and 28', () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  for (let press = 0; press < 10; press++) preferences.resize(1);
  expect(preferences.current.text_size).toBe(28);
  for (let press = 0; press < 10; press++) preferences.resize(-1);
  expect(preferences.current.text_size).toBe(16);
});
