import type { Messages } from '../i18n';
import type { Chip } from '../ipc/bindings';

/** What a clause does, in a word: 不要, 罪名; empty for plain words. */
export const nameOf = (words: Messages, { role, field }: Chip): string =>
  role === 'field' && field ? words.search.fields[field] : words.search.clauses[role];

/** What a clause asks for, as it is shown. */
export const textOf = (words: Messages, { role, text }: Chip): string =>
  role === 'phrase' ? words.search.quoted(text) : text;
