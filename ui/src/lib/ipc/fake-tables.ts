// The tables of the fixture, filtered as the core filters them.
import type { Address, DutyFilter, DutyView } from './bindings';

/** Whether one of the places holds the other: 46 and 46.2. */
const meets = (one: Address, other: Address) =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

export function dutiesIn(all: readonly DutyView[], filter: Partial<DutyFilter>): DutyView[] {
  const { actor, at, authority, measure } = filter;
  return all
    .filter((duty) => !actor || duty.actor === actor)
    .filter((duty) => !at || [duty, ...duty.penalties].some(({ address }) => meets(address, at)))
    .filter((duty) => !authority || duty.authorities.some(({ id }) => id === authority))
    .filter(
      (duty) =>
        !measure ||
        duty.penalties.some(({ measures }) => measures.some(({ kind }) => kind === measure)),
    );
}
