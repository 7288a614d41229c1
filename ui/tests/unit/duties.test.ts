import { expect, test } from 'vitest';
import { catalogues } from '../../src/lib/i18n';
import type { DutyView } from '../../src/lib/ipc/bindings';
import {
  ACTORS,
  authoritiesIn,
  filterOf,
  kindsIn,
  MEASURES,
  merge,
  narrow,
  penaltiesOf,
  pivot,
  pivots,
  readChoice,
  writeChoice,
  type DutyRow,
} from '../../src/lib/pages/duties/pivot';
import corpus from '../fixtures/corpus.json';
import { at } from './fixture';

const duties = corpus.duties as unknown as DutyView[];
const choice = readChoice(null);

test('a duty of several actors stands once, with all of them', () => {
  const rows = merge(duties);
  const shared = rows.find(({ address }) => address === at('6.1')) as DutyRow;
  expect(rows.length).toBeLessThan(duties.length);
  expect(shared.actors.length).toBeGreaterThan(1);
  const told = rows.reduce((sum, { actors }) => sum + actors.length, 0);
  expect(told).toBe(duties.length);
});

test('two duties of one provision stay two', () => {
  const here = merge(duties).filter(({ address }) => address === at('19.3'));
  expect(new Set(here.map(({ duty }) => duty.zh)).size).toBe(here.length);
});

test.each(pivots)(
  'by %s every duty stands under everything it belongs to, and none is lost',
  (by) => {
    const groups = pivot(duties, by);
    const seen = new Set(
      groups.flatMap(({ rows }) => rows.map(({ address, duty }) => address + duty.zh)),
    );
    expect(seen.size).toBe(merge(duties).length);
    for (const { rows } of groups) expect(rows.length).toBeGreaterThan(0);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
  },
);

test('what has no authority or no penalty comes last', () => {
  for (const by of ['authority', 'measure'] as const) {
    const bare = pivot(duties, by).findIndex(({ id }) => id === '');
    expect(bare).toBe(pivot(duties, by).length - 1);
  }
  expect(authoritiesIn(duties).at(-1)?.id).toBe('others');
});

test('by consequence only that consequence is told', () => {
  const fined = pivot(duties, 'measure').find(({ id }) => id === 'fine');
  for (const row of fined?.rows ?? [])
    for (const { measures } of penaltiesOf(row, 'fine'))
      expect(measures.every(({ kind }) => kind === 'fine')).toBe(true);
});

test('every actor and every measure has its place in the order', () => {
  for (const { actor } of duties) expect(ACTORS).toContain(actor);
  const kinds = duties.flatMap(({ penalties }) =>
    penalties.flatMap(({ measures }) => measures.map(({ kind }) => kind)),
  );
  for (const kind of kinds) expect(MEASURES).toContain(kind);
  expect(Object.keys(catalogues.zh.pages.duties.measures).sort()).toEqual([...MEASURES].sort());
});

test('a consequence is called here what the core calls it', () => {
  const measures = duties.flatMap(({ penalties }) => penalties.flatMap(({ measures }) => measures));
  expect(measures.length).toBeGreaterThan(0);
  for (const lang of ['zh', 'en'] as const)
    for (const { kind, words } of measures) {
      const name = catalogues[lang].pages.duties.measures[kind].toLowerCase();
      expect(words[lang].startsWith(name), `${words[lang]}: ${name}`).toBe(true);
    }
});

test('the filters narrow together', () => {
  const games = narrow(duties, { ...choice, actor: 'game' });
  expect(games.every(({ actor }) => actor === 'game')).toBe(true);
  const closed = narrow(duties, { ...choice, actor: 'game', measure: 'close-website' });
  expect(closed.length).toBeLessThanOrEqual(games.length);
  for (const duty of closed) expect(kindsIn(duty)).toContain('close-website');
  const enforced = narrow(duties, { ...choice, authority: 'cyberspace' });
  for (const { authorities } of enforced)
    expect(authorities.some(({ id }) => id === 'cyberspace')).toBe(true);
});

test('a plain detail is the provision to show on top; what is chosen is written and read back', () => {
  expect(readChoice(at('46.2'))).toEqual({ ...choice, at: at('46.2') });
  const chosen = { ...choice, by: 'measure', actor: 'game', at: at('46') } as const;
  expect(readChoice(writeChoice(chosen))).toEqual(chosen);
  expect(readChoice('by=nonsense&__proto__=1')).toEqual(choice);
  expect(writeChoice(choice)).toBeNull();
});

test('the file that is exported holds what the selects say', () => {
  const chosen = readChoice('actor=game&at=x');
  expect(filterOf(chosen)).toEqual({ actor: 'game', at: null, authority: null, measure: null });
});
