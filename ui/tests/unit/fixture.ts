import corpus from '../fixtures/corpus.json';
import type { StartView } from '../../src/lib/ipc/bindings';

/** The window's first answer, fresh for each test. */
export const startView = (): StartView => structuredClone(corpus.start) as StartView;

export const at = (unit: string) => `minors-online-protection/${unit}`;
