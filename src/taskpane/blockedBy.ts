import type { SyncState } from '#app/keepInSync';
import type { Problem } from '#domain/problem';

/**
 * What keeps the pane from knowing anybody at all: nothing was ever read here, and reading does not work. It belongs
 * in the middle of the page; with contacts at hand the same problem is a line at the foot.
 */
export function blockedBy(sync: SyncState, mailboxProblem: Problem | null): Problem | null {
  if (mailboxProblem !== null) return mailboxProblem;
  return sync.lastAt === null && sync.phase === 'troubled' ? sync.problem : null;
}
