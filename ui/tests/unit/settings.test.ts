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

test('changes in a burst are saved once, the last of them', () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  preferences.change({ text_size: 20 });
  preferences.change({ text_size: 22 });
  vi.runAllTimers();
  expect(client.saveSettings).toHaveBeenCalledOnce();
  expect(client.saveSettings).toHaveBeenCalledWith(expect.objectContaining({ text_size: 22 }));
});

test('closing the window saves at once, and only what waits', () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  preferences.flush();
  expect(client.saveSettings).not.toHaveBeenCalled();
  preferences.change({ widen: false });
  preferences.flush();
  expect(client.saveSettings).toHaveBeenCalledOnce();
});

test('a disk that refuses is reported', async () => {
  const failed = vi.fn();
  const refusal = { code: 'read-only', subject: '/etc', detail: '' };
  vi.mocked(client.saveSettings).mockRejectedValue(refusal);
  const preferences = new Preferences(startView().settings, failed);
  preferences.change({ widen: false });
  preferences.flush();
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(refusal));
});

test('the size of the text stays between 16 and 28', () => {
  const preferences = new Preferences(startView().settings, () => undefined);
  for (let press = 0; press < 10; press++) preferences.resize(1);
  expect(preferences.current.text_size).toBe(28);
  for (let press = 0; press < 10; press++) preferences.resize(-1);
  expect(preferences.current.text_size).toBe(16);
});
