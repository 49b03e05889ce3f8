import { groupState } from '#app/acts';
import { isPending } from '#domain/change';
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
};

/** Changes, newest first, as groups, newest first. */
export function groupsOf(changes: readonly Change[]): readonly Group[] {
  const byGroup = new Map<ChangeId, Change[]>();
  for (const change of changes) {
    const group = byGroup.get(change.group);
    if (group) group.push(change);
    else byGroup.set(change.group, [change]);
  }
  const takenBack = new Set(changes.filter((change) => change.undoes !== null && isPending(change)).map((change) => change.undoes));
  return [...byGroup].flatMap(([id, members]) => {
    const sorted = [...members].sort((a, b) => a.at - b.at);
    const [first] = sorted;
    if (first === undefined) return [];
    const state = groupState(sorted);
    return [{
      id, at: first.at, changes: sorted, first, state, isUndo: first.undoes !== null,
      // An undo that is still on its way is not offered a second time.
      canUndo: (state === 'done' || state === 'waiting') && !sorted.some((change) => takenBack.has(change.id)),
    }];
  });
}
