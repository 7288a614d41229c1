import type { Lang } from '../ipc/bindings';

/** The language a query is written in; `null` when it has no words, such as 46. */
export function languageOf(query: string): Lang | null {
  if (/\p{Script=Han}/u.test(query)) return 'zh';
  return /\p{Letter}/u.test(query) ? 'en' : null;
}
