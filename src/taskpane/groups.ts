import { groupState } from '#app/acts';
import { isMailboxAct, isPending, waitsForPerson } from '#domain/change';
import type { Change, ChangeId, ChangeState } from '#domain/change';

/** What the person did in one go, as they think of it: one line in the history. */
export type Group = {
  readonly id: ChangeId;
  readonly at: number;
  readonly changes: readonly Change[];
  readonly first: Change;
  readonly state: ChangeState;
  /** It takes another group back. */
  readonly isUndo: boolean;
  readonly canUndo: boolean;
  /** How many of its changes have come to an end, well or not; null for one that has nothing under way. */
  readonly ended: number | null;
};

/** Changes, newest first, as groups, newest first. */
export function groupsOf(changes: readonly Change[]): readonly Group[] {
  const byGroup = new Map<ChangeId, Change[]>();
  for (const change of changes) {
    const group = byGroup.get(change.group);
    if (group) group.push(change);
    else byGroup.set(change.group, [change]);
  }
  const byId = new Map(changes.map((change) => [change.id, change]));
  const takenBack = new Set(changes.filter((change) => change.undoes !== null && isPending(change)).map((change) => change.undoes));
  return [...byGroup].flatMap(([id, members]) => {
    const sorted = [...members].sort((a, b) => begunAt(a, byId) - begunAt(b, byId));
    // A category or folder is what it was about, not the contacts that were changed along with it.
    const first = sorted.find(({ act }) => isMailboxAct(act)) ?? sorted[0];
    if (first === undefined) return [];
    const state = sorted.every(isNothing) ? 'dropped' : groupState(sorted);
    return [{
      id, at: Math.min(...sorted.map(({ at }) => at)), changes: sorted, first, state, isUndo: takesBack(first, byId),
      // An undo that is still on its way is not offered a second time.
      ended: sorted.some(underWay) ? sorted.filter((change) => !underWay(change)).length : null,
      canUndo: (state === 'done' || state === 'waiting' || needsPersonInPart(sorted)) && !sorted.some((change) => takenBack.has(change.id)),
    }];
  });
}

/** What takes others back begins with the last of them, and is told in the order in which they were done. */
function begunAt(change: Change, byId: ReadonlyMap<ChangeId, Change>): number {
  const undone = change.undoes === null ? undefined : byId.get(change.undoes);
  return undone === undefined ? change.at : begunAt(undone, byId);
}

/** Taking back what took something back is doing it again. */
function takesBack({ undoes }: Change, byId: ReadonlyMap<ChangeId, Change>): boolean {
  const undone = undoes === null ? undefined : byId.get(undoes);
  return undoes !== null && (undone === undefined || !takesBack(undone, byId));
}

/** Some of many were not accepted or are in dispute; the others can be taken back all the same, and those go with them. */
const needsPersonInPart = (changes: readonly Change[]): boolean =>
  changes.some(waitsForPerson) && changes.some(({ state }) => state === 'done' || state === 'waiting');

/** In a dispute all that was mine was let go: nothing was changed, and there is nothing to take back. */
const isNothing = ({ act, state }: Change): boolean => state === 'done' && act.kind === 'update' && Object.keys(act.patch).length === 0;

const underWay = ({ state }: Change): boolean => state === 'waiting' || state === 'sending';
