import { useState } from 'react';
import { waitsForPerson } from '#domain/change';
import type { ChangeId } from '#domain/change';
import type { Group } from '../../groups.ts';

/**
 * The group about which the person has decided last, what to keep in a dispute or to send again what was refused, as
 * long as they have done nothing else since: whatever its age, it is what they did last.
 */
export function useDecided(groups: readonly Group[]): Group | null {
  const needing = groups.filter(waitsForPerson).map(({ id }) => id);
  const [before, setBefore] = useState<readonly ChangeId[]>(needing);
  const [decided, setDecided] = useState<{ readonly id: ChangeId; readonly newest: ChangeId } | null>(null);
  const newest = groups[0]?.id;
  if (needing.join() !== before.join()) {
    setBefore(needing);
    const id = decidedOn(before, groups);
    if (id !== null && newest !== undefined) setDecided({ id, newest });
  }
  return decided !== null && decided.newest === newest ? groups.find(({ id }) => id === decided.id) ?? null : null;
}

/** Of the groups that needed the person `before` the one that does no more, and was not given up. */
export function decidedOn(before: readonly ChangeId[], groups: readonly Group[]): ChangeId | null {
  return groups.find((group) => before.includes(group.id) && !waitsForPerson(group) && group.state !== 'dropped' && group.state !== 'undone')?.id ?? null;
}
