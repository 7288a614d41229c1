// What surrounds a place, sorted as the margin shows it.
import { isWhole, passageOf } from '../address';
import type { Address, DutyView, NeighbourView, ShowView } from '../ipc/bindings';

export interface Around {
  /** What it refers to. */
  out: NeighbourView[];
  /** Texts as a whole that it names. */
  texts: Address[];
  /** What it names that is not in the library, as written. */
  outside: string[];
  byCases: NeighbourView[];
  byTexts: NeighbourView[];
  upper: NeighbourView[];
  lower: NeighbourView[];
}

const isLadder = ({ relation }: NeighbourView) =>
  relation === 'upper-law' || relation === 'lower-law';

export function around(shown: ShowView): Around {
  const ladder = shown.neighbours.filter(isLadder);
  const others = shown.neighbours.filter((one) => !isLadder(one));
  const out = others.filter(({ incoming }) => !incoming);
  const incoming = others.filter((neighbour) => neighbour.incoming);
  const known = new Set(out.map(({ address }) => address));
  const named = shown.references.flatMap(({ address }) => address ?? []);
  const outside = shown.references.filter(({ address }) => address === null);
  return {
    out,
    texts: unique(named).filter(
      (address) => isWhole(address) && !known.has(address) && address !== passageOf(shown.address),
    ),
    outside: unique(outside.map(({ text }) => text)),
    byCases: incoming.filter(({ kind }) => kind === 'guiding-case'),
    byTexts: incoming.filter(({ kind }) => kind !== 'guiding-case'),
    upper: ladder.filter(({ relation }) => relation === 'upper-law'),
    lower: ladder.filter(({ relation }) => relation === 'lower-law'),
  };
}

const unique = (items: readonly string[]) => [...new Set(items)];

/** Duties that cost the same, so that the price is said once. */
export interface PricedDuties {
  duties: DutyView[];
  penalties: DutyView['penalties'];
}

export function byPrice(duties: readonly DutyView[]): PricedDuties[] {
  const groups = new Map<string, PricedDuties>();
  for (const duty of duties) {
    const key = JSON.stringify(duty.penalties);
    const group = groups.get(key) ?? { duties: [], penalties: duty.penalties };
    group.duties.push(duty);
    groups.set(key, group);
  }
  return [...groups.values()];
}
