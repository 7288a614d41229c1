import type { Messages } from '../i18n';
import type { CommandError, ErrorCode } from './bindings';

/** What the reader can do about a failure. */
export type Remedy = 'home' | 'retry' | null;

interface Wording {
  sentence: (words: Messages, error: CommandError) => string;
  remedy: Remedy;
}

const table: Record<ErrorCode, Wording> = {
  'not-found': { sentence: (t, { subject }) => t.errors.notFound(subject), remedy: 'home' },
  'read-only': { sentence: (t, { subject }) => t.errors.readOnly(subject), remedy: null },
  'disk-full': { sentence: (t, { subject }) => t.errors.diskFull(subject), remedy: null },
  internal: { sentence: (t, { detail }) => t.errors.internal(detail), remedy: 'retry' },
};

export function explain(words: Messages, error: CommandError): string {
  return table[error.code].sentence(words, error);
}

export function remedyFor(error: CommandError): Remedy {
  return table[error.code].remedy;
}

/** Anything thrown, as the core would have put it. */
export function asCommandError(thrown: unknown): CommandError {
  if (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    String(thrown.code) in table
  )
    return thrown as CommandError;
  return { code: 'internal', subject: '', detail: String(thrown) };
}
