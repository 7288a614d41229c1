import type { CommandError, Settings, Theme } from '../ipc/bindings';
import { saveSettings } from '../ipc/client';
import { asCommandError } from '../ipc/errors';

const SAVE_AFTER = 400;
export const SIZES = { least: 16, most: 28, usual: 18, step: 2 };
const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'sepia'];

/** What the reader chose. A choice is kept at once; what glides, such as the place, when it comes to rest. */
export class Preferences {
  readonly current: Settings;
  readonly #failed: (error: CommandError) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  #saving = false;

  constructor(initial: Settings, failed: (error: CommandError) => void) {
    this.current = $state(initial);
    this.#failed = failed;
  }

  change(patch: Partial<Settings>) {
    Object.assign(this.current, patch);
    this.#changed = true;
    this.flush();
  }

  /** A change that will be followed by others: scrolling, dragging. */
  drift(patch: Partial<Settings>) {
    Object.assign(this.current, patch);
    this.#changed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER);
  }

  /** Saves now what waits to be saved: one save at a time, so that an older one never comes last. */
  flush() {
    clearTimeout(this.#timer);
    if (!this.#changed || this.#saving) return;
    this.#changed = false;
    this.#saving = true;
    saveSettings($state.snapshot(this.current))
      .catch((thrown: unknown) => this.#failed(asCommandError(thrown)))
      .finally(() => {
        this.#saving = false;
        this.flush();
      });
  }

  resize(direction: 1 | -1) {
    const size = this.current.text_size + direction * SIZES.step;
    this.change({ text_size: Math.min(SIZES.most, Math.max(SIZES.least, size)) });
  }

  resetSize() {
    this.change({ text_size: SIZES.usual });
  }

  nextTheme() {
    const at = THEMES.indexOf(this.current.theme);
    this.change({ theme: THEMES[(at + 1) % THEMES.length] ?? 'system' });
  }
}
