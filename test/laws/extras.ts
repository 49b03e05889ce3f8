/** Flags, pictures and own fields: what hangs on a contact, has an address of its own, and no delta tells of. */
import { createHash } from 'node:crypto';
import type { Change } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Extras } from '#domain/extras';
import { noFollowUp } from '#domain/followUp';
import { madeJpeg } from '#sandbox/fakeGraph/shapes/jpeg';
import type { Write } from './model.ts';
import type { Random } from './random.ts';

export const isExtraSlot = (slot: string): boolean => slot.startsWith('extra.');

/** As slots of the model; what is not there is not in it. */
export function extraSlots({ flag, photo, custom }: Partial<Extras>): Map<string, string> {
  const slots = new Map<string, string>();
  if (flag && flag.status !== 'notFlagged') slots.set('extra.flag', `${flag.status} ${flag.due}`);
  if (photo) slots.set('extra.photo', createHash('sha256').update(photo).digest('base64url').slice(0, 8));
  for (const [id, value] of Object.entries(custom ?? {})) slots.set(`extra.custom.${id}`, String(value));
  return slots;
}

/** What makes `after` of `before`. */
export function extraWrites(before: Partial<Extras>, after: Partial<Extras>): Write[] {
  const [old, next] = [extraSlots(before), extraSlots(after)];
  return [...new Set([...old.keys(), ...next.keys()])].filter((slot) => old.get(slot) !== next.get(slot))
    .map((slot) => ({ slot, value: next.get(slot) ?? '' }));
}

/** What an undo of a change says. Of one that was not known to change anything yet, what was `there` before it, as far as anybody said. */
export function writesOfBack({ act }: Change, undone: Change | undefined, there: (slot: string) => string): Write[] {
  if (act.kind !== 'extra') return [];
  if (undone?.act.kind === 'extra' && undone.act.before !== undefined) return extraWrites({ [act.of]: act.before }, { [act.of]: act.after });
  return [...extraSlots({ [act.of]: act.before }).keys(), ...(act.of === 'custom' ? [] : [`extra.${act.of}`])].map((slot) => ({ slot, value: there(slot) }));
}

export type NewExtra = { readonly [N in keyof Extras]: { readonly of: N; readonly before: Extras[N] | undefined; readonly after: Extras[N] } }[keyof Extras];

/** Another value for one of them; `count` goes up with each. */
export function newExtra(random: Random, known: Partial<Extras>, count: number): NewExtra {
  const of = random.pick<keyof Extras>(['flag', 'photo', 'custom', 'custom']);
  if (of === 'photo') return { of, before: known.photo, after: madeJpeg(48 + 8 * (count % 5), 1 + count % 200).toString('base64') };
  if (of === 'flag') {
    const day = new Date(Date.UTC(2027, 0, 1 + count)).toISOString().slice(0, 10);
    return { of, before: known.flag, after: random.chance(0.2) ? noFollowUp : { status: 'flagged', start: day, due: day, completed: '' } };
  }
  const before = known.custom ?? {};
  const id = random.pick(['seat', 'shoes']);
  const { [id]: _gone, ...others } = before;
  return { of, before, after: random.chance(0.2) ? others : { ...before, [id]: `v${count}` } };
}

/** Whose contact an id is or was; a change of an extra names its contact by nothing else. */
export const personsById = new Map<ContactId, number>();
