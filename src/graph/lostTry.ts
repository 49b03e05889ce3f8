import type { Problem } from '#domain/problem';
import { wasTurnedAway } from '#domain/problem';
import type { GraphMethod } from './client.ts';

/** A POST is sent again only after an answer which says that nothing was done, so no try of it is ever lost before another. */
export const mayLoseTries = (method: GraphMethod): boolean => method !== 'GET' && method !== 'POST';

/** That a later try was turned away does not tell what became of an earlier one. */
const saysNothingOfEarlier: ReadonlySet<Problem['kind']> = new Set(['refused', 'accessDenied', 'signInFailed', 'mailboxUnsupported']);

/** What to say of a write: the trouble of an earlier try that may have done its work all the same (`lost`), or the last one's. */
export const afterLostTry = (lost: Problem | null, problem: Problem): Problem =>
  lost !== null && (saysNothingOfEarlier.has(problem.kind) || wasTurnedAway(problem)) ? lost : problem;
