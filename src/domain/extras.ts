import { isCustomValues } from './customField.ts';
import type { CustomValues } from './customField.ts';
import { isFollowUp, noFollowUp } from './followUp.ts';
import type { FollowUp } from './followUp.ts';

/**
 * What belongs to a contact and is not in the contact itself: Graph keeps each under an address of its own, and the
 * delta tells of none of them. (Graph reference, contact resource type, "Relationships"; the flag is in beta alone)
 */
export type Extras = {
  /** JPEG bytes as base64; null when there is no picture. */
  readonly photo: string | null;
  readonly flag: FollowUp;
  readonly custom: CustomValues;
};
export type ExtraName = keyof Extras;

export const extraNames = ['photo', 'flag', 'custom'] as const satisfies readonly ExtraName[];

export const isExtra = <N extends ExtraName>(name: N, raw: unknown): raw is Extras[N] =>
  name === 'photo' ? raw === null || typeof raw === 'string' : name === 'flag' ? isFollowUp(raw) : isCustomValues(raw);

/** A contact on which nothing hangs. */
export const noExtras: Extras = { photo: null, flag: noFollowUp, custom: {} };

/** The extras in `raw` that can be read, and nothing else. */
export function readExtras(raw: unknown): Partial<Extras> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(extraNames.flatMap((name) => {
    const value = (raw as Record<string, unknown>)[name];
    return isExtra(name, value) ? [[name, value]] : [];
  }));
}

/** Equal by content; the order in which values were written down means nothing. */
export const sameExtra = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

const stable = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) =>
  (typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? '';

/** My changes of values laid over theirs, field by field; what I did not touch is theirs. */
export function mergeCustom(before: CustomValues, mine: CustomValues, theirs: CustomValues): CustomValues {
  const merged: Record<string, CustomValues[string]> = { ...theirs };
  for (const id of new Set([...Object.keys(before), ...Object.keys(mine)])) {
    const value = mine[id];
    if (value === before[id]) continue;
    if (value === undefined) delete merged[id];
    else merged[id] = value;
  }
  return merged;
}
