import type { Problem } from '#domain/problem';
import type { Texts } from './en.ts';

/** Why a change waits, half a sentence, where it is sent by itself later; null where a person is needed. */
export const waitingBecause = (texts: Texts, problem: Problem): string | null => texts.waits[problem.kind] ?? null;

/** The sentence for a problem. The table is complete by its type, so there is always one. */
export function problemText(texts: Texts, problem: Problem): string {
  if (problem.kind === 'refused' && problem.code === 'tooManyAddresses') return texts.save.full;
  if (problem.kind === 'refused' && problem.code === 'photoCannotBeRemoved') return texts.photo.cannotBeRemoved;
  const refusal = problem.kind === 'refused' ? texts.refusals[problem.code] : undefined;
  if (refusal !== undefined) return refusal;
  const sentence = texts.problem[problem.kind] as (problem: Problem) => string;
  return sentence(problem);
}
