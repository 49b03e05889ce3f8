import type { Change } from '#domain/change';
import type { Problem } from '#domain/problem';
import { wasTurnedAway } from '#domain/problem';
import type { Settled } from '#store/journal';

/** Trouble that goes away by itself: the change waits and is sent again. */
const passes: ReadonlySet<Problem['kind']> = new Set(['offline', 'busy', 'serverTrouble', 'noAnswer', 'notUnderstood', 'changedElsewhere', 'abandoned', 'bookmarkExpired']);
/** The change was not sent at all; it waits until the person has done something about it. */
const needsPerson: ReadonlySet<Problem['kind']> = new Set(['signInNeeded', 'signInCancelled', 'signInWindow', 'signInUnsupported', 'signInFailed', 'adminConsentNeeded', 'wrongAccount', 'otherAccount', 'mailboxUnsupported']);

export const passesByItself = (problem: Problem): boolean => passes.has(problem.kind);

/** Trouble before anything was written. */
export function notSent(change: Change, problem: Problem): Settled {
  return passesByItself(problem) || needsPerson.has(problem.kind)
    ? { state: 'waiting', problem, unsure: change.unsure }
    : { state: 'refused', problem };
}

/** Trouble with the write itself: Graph may have acted. */
export function failedToSend(change: Change, problem: Problem): Settled {
  if (needsPerson.has(problem.kind)) return { state: 'waiting', problem, unsure: change.unsure };
  return passesByItself(problem) ? { state: 'waiting', problem, unsure: change.unsure || !wasTurnedAway(problem) } : { state: 'refused', problem };
}
