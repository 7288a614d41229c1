// The table of duties seen from three sides: who must act, who enforces it, what a breach brings.
import type {
  Actor,
  Address,
  Authority,
  Bilingual,
  DutyFilter,
  DutyView,
  MeasureKind,
  PenaltyView,
} from '../../ipc/bindings';
import { readParams, writeParams } from '../params';

export const pivots = ['actor', 'authority', 'measure'] as const;
export type Pivot = (typeof pivots)[number];

/** A duty once, with everybody whose it is. */
export interface DutyRow {
  address: Address;
  label: Bilingual;
  duty: Bilingual;
  actors: readonly { id: Actor; name: Bilingual }[];
  authorities: readonly Authority[];
  penalties: readonly PenaltyView[];
}

export interface DutyGroup {
  /** An actor, an authority, a measure; empty where there is none. */
  id: string;
  /** `null` for measures, which the window names itself, and for none. */
  name: Bilingual | null;
  rows: readonly DutyRow[];
}

/** Those who must act, as the Regulations come to them: providers first, everybody last. */
export const ACTORS: readonly Actor[] = [
  'service-provider',
  'large-platform',
  'game',
  'live-streaming',
  'audio-video',
  'social',
  'online-education',
  'personal-information-processor',
  'device-maker',
  'seller',
  'school',
  'guardian',
  'public-place',
  'department',
  'association',
  'media',
  'anyone',
];

/** From the mildest consequence to the gravest. */
export const MEASURES: readonly MeasureKind[] = [
  'admonition',
  'order-correction',
  'criticism',
  'warning',
  'confiscation',
  'fine',
  'suspend-business',
  'suspend-for-rectification',
  'close-website',
  'revoke-licence',
  'ban',
  'discipline',
  'civil-liability',
  'public-security-penalty',
  'criminal-liability',
  'other-law',
];

/** 等部门: named last, whatever their number. */
const OTHERS = 'others';

/** The core lists a duty once for each actor; here it stands once. */
export function merge(duties: readonly DutyView[]): DutyRow[] {
  const rows = new Map<string, DutyRow & { actors: { id: Actor; name: Bilingual }[] }>();
  for (const { address, label, duty, actor, actor_name, authorities, penalties } of duties) {
    const key = `${address} ${duty.zh}`;
    const row = rows.get(key) ?? { address, label, duty, actors: [], authorities, penalties };
    row.actors.push({ id: actor, name: actor_name });
    rows.set(key, row);
  }
  return [...rows.values()];
}

export const kindsIn = ({ penalties }: { penalties: readonly PenaltyView[] }): MeasureKind[] =>
  MEASURES.filter((kind) =>
    penalties.some(({ measures }) => measures.some((measure) => measure.kind === kind)),
  );

/** The penalties with their measures of this kind only. */
export const penaltiesOf = (row: DutyRow, kind: string): PenaltyView[] =>
  row.penalties
    .map((penalty) => ({
      ...penalty,
      measures: penalty.measures.filter((measure) => measure.kind === kind),
    }))
    .filter(({ measures }) => measures.length > 0);

/** Those who enforce something, busiest first. */
export function authoritiesIn(duties: readonly DutyView[]): Authority[] {
  const counts = new Map<string, { authority: Authority; count: number }>();
  for (const row of merge(duties))
    for (const authority of row.authorities) {
      const known = counts.get(authority.id) ?? { authority, count: 0 };
      counts.set(authority.id, { authority, count: known.count + 1 });
    }
  const last = ({ authority }: { authority: Authority }) => Number(authority.id === OTHERS);
  return [...counts.values()]
    .sort((one, other) => last(one) - last(other) || other.count - one.count)
    .map(({ authority }) => authority);
}

export function pivot(duties: readonly DutyView[], by: Pivot): DutyGroup[] {
  const rows = merge(duties);
  const group = (id: string, name: Bilingual | null, belongs: (row: DutyRow) => boolean) => ({
    id,
    name,
    rows: rows.filter(belongs),
  });
  const groups: Record<Pivot, () => DutyGroup[]> = {
    actor: () =>
      ACTORS.map((id) => {
        const name = duties.find(({ actor }) => actor === id)?.actor_name ?? null;
        return group(id, name, ({ actors }) => actors.some((actor) => actor.id === id));
      }),
    authority: () => [
      ...authoritiesIn(duties).map(({ id, name }) =>
        group(id, name, ({ authorities }) => authorities.some((one) => one.id === id)),
      ),
      group('', null, ({ authorities }) => authorities.length === 0),
    ],
    measure: () => [
      ...MEASURES.map((kind) => group(kind, null, (row) => kindsIn(row).includes(kind))),
      group('', null, ({ penalties }) => penalties.length === 0),
    ],
  };
  return groups[by]().filter((one) => one.rows.length > 0);
}

/** What is chosen on the page. */
export interface DutyChoice {
  by: Pivot;
  actor: string;
  authority: string;
  measure: string;
  /** The provision whose duties stand on top. */
  at: Address;
}

const blank: DutyChoice = { by: 'actor', actor: '', authority: '', measure: '', at: '' };

/** A detail that is no list of choices is the address of a provision. */
export function readChoice(detail: string | null): DutyChoice {
  const params = readParams(detail);
  if (detail && params.length === 0) return { ...blank, at: detail };
  const known = Object.fromEntries(params.filter(([name]) => Object.hasOwn(blank, name)));
  const by = pivots.find((side) => side === known['by']) ?? blank.by;
  return { ...blank, ...known, by };
}

export const writeChoice = ({ by, ...rest }: DutyChoice): string | null =>
  writeParams(Object.entries({ by: by === blank.by ? '' : by, ...rest }));

/** The same for the core; `at` only shows, it does not narrow. */
export function filterOf({ actor, authority, measure }: DutyChoice): DutyFilter {
  return {
    actor: (actor || null) as Actor | null,
    at: null,
    authority: authority || null,
    measure: (measure || null) as MeasureKind | null,
  };
}

/** What the core would answer to the filter. */
export function narrow(duties: readonly DutyView[], choice: DutyChoice): DutyView[] {
  const { actor, authority, measure } = filterOf(choice);
  return duties.filter(
    (duty) =>
      (!actor || duty.actor === actor) &&
      (!authority || duty.authorities.some(({ id }) => id === authority)) &&
      (!measure || kindsIn(duty).includes(measure)),
  );
}
