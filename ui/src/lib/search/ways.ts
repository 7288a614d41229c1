// What to ask instead, when everything that was asked finds nothing.
import type { Chip } from '../ipc/bindings';
import { shorterQueries } from './shorter';

const MOST = 3;

/** Clauses that keep hits away: each may be the one that kept them all. */
export const narrowing = (chips: readonly Chip[]): Chip[] =>
  chips
    .filter(({ role, without }) => role !== 'sort' && role !== 'citation' && without.trim() !== '')
    .slice(0, MOST);

/** Fewer words. A query with operators is not cut: its clauses are taken out whole. */
export const fewerWords = (query: string, chips: readonly Chip[]): string[] =>
  chips.length > 0 ? [] : shorterQueries(query);
