import type { NeighbourView, Relation } from '../ipc/bindings';

export type GroupName = Relation | 'incoming';

/** The groups in the order in which they are shown: what bound the case first, who mentions it last. */
const GROUPS: readonly GroupName[] = [
  'applied',
  'quoted',
  'mapping',
  'upper-law',
  'lower-law',
  'same-issue',
  'cited',
  'incoming',
];

/** A case on the same issue is one, whichever of the two names the other. */
const groupOf = ({ incoming, relation }: NeighbourView): GroupName =>
  incoming && relation !== 'same-issue' ? 'incoming' : relation;

export function groupBehind(behind: readonly NeighbourView[]) {
  return GROUPS.map((name) => ({
    name,
    members: behind.filter((place) => groupOf(place) === name),
  })).filter(({ members }) => members.length > 0);
}
