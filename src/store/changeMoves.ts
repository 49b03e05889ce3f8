import type { Change, ChangeState } from '#domain/change';
import { canMove, waitsForPerson } from '#domain/change';
import type { Decision, Settled } from './journal.ts';

/** Throws where the table of states knows no such move: that is a defect, and nothing is written. */
export function moved(change: Change, state: ChangeState): Change {
  if (!canMove(change.state, state)) throw new Error(`A change does not move from ${change.state} to ${state}.`);
  return { ...change, state, claim: null, problem: null, dispute: null };
}

/** What a change is after it was sent. */
export function settledAs(change: Change, outcome: Settled): Change {
  const next = moved(change, outcome.state);
  switch (outcome.state) {
    case 'done':
      if (next.act.kind === 'create' && outcome.result === null) throw new Error('A create is done when Graph has given a contact.');
      return { ...next, act: outcome.act ?? next.act, result: outcome.result, unsure: false };
    case 'waiting':
      return { ...next, act: outcome.act ?? next.act, problem: outcome.problem, unsure: outcome.unsure };
    // What made it unsure is an earlier answer that never came; being refused now does not tell what became of that.
    case 'refused':
      return { ...next, act: outcome.act ?? next.act, problem: outcome.problem, unsure: outcome.unsure ?? next.unsure };
    case 'dropped':
      return { ...next, act: outcome.act, unsure: false };
    case 'disputed':
      // An earlier try may have saved what is not in dispute.
      return { ...next, dispute: outcome.dispute };
  }
}

/** A move of which there may be a copy, and whose old contact nobody has tried to delete: it can be taken back by taking the copy away. */
export function halfMoved({ act, state, unsure }: Change): boolean {
  if (act.kind !== 'move') return false;
  return state === 'refused' ? act.copyId !== null || unsure : state === 'waiting' && act.copyId !== null && !unsure;
}

export const givenUp = (change: Change): Change => change.act.kind !== 'move' ? change
  : { ...(change.state === 'refused' ? moved(change, 'waiting') : { ...change, problem: null }), act: { ...change.act, givenUp: true } };

/** The change itself where the decision no longer fits: another pane was quicker. */
export function decidedAs(change: Change, decision: Exclude<Decision, { kind: 'drop' }>): Change {
  if (decision.kind === 'resolve') return waitsForPerson(change) ? { ...moved(change, 'waiting'), act: decision.act } : change;
  if (change.state === 'refused') return moved(change, 'waiting');
  return change.state === 'waiting' && change.problem !== null ? { ...change, problem: null } : change;
}
