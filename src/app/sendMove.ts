import type { Act, Change } from '#domain/change';
import { changedFields, fieldsOf } from '#domain/contact';
import type { Contact, ContactId, FolderId } from '#domain/contact';
import { sameExtra } from '#domain/extras';
import { noFollowUp } from '#domain/followUp';
import { holdsTheSame } from '#domain/madeByThis';
import { merge3 } from '#domain/merge3';
import type { Settled } from '#store/journal';
import { readAllExtras, writeAllExtras } from './sendExtras.ts';
import { notSent, passesByItself } from './sendTrouble.ts';
import type { Server } from './server.ts';
import { withDisplayName } from './withDisplayName.ts';
import { withoutEmpty } from './withoutEmpty.ts';

type Move = Extract<Act, { kind: 'move' }>;

/**
 * Moves a contact to another folder: Graph has no such call, so it is copied, the copy is looked at, and the one in the old
 * folder is deleted last. Each step is written down before the next begins, so a crash in between leaves neither two nor
 * none: whoever goes on knows of the copy. (Facts: no move or copy action in Graph's metadata for contacts)
 */
export async function sendMove(server: Server, change: Change, act: Move, id: ContactId, folderId: FolderId, known: ReadonlySet<ContactId>): Promise<Settled> {
  const latest = await server.getContact(id);
  if (!latest.ok) return latest.problem.kind === 'gone' ? oldOneGone(server, change, act, id, folderId, known) : notSent(change, latest.problem);
  const now = latest.value;
  if (act.copyId === null && now.parentFolderId === folderId) return { state: 'done', result: now };

  if (act.copyId === null && change.unsure) {
    // A copy may have been made whose answer was lost.
    const found = await server.findMade(fieldsOf(act.before), change.at, new Set([...known, id]), folderId);
    if (!found.ok) return notSent(change, found.problem);
    return next({ ...act, copyId: found.value?.id ?? null }, found.value !== null);
  }
  const extras = await readAllExtras(server, id);
  if (!extras.ok) return notSent(change, extras.problem);
  const isAsBefore = now.changeKey === act.before.changeKey && act.extras !== null && sameExtra(extras.value, act.extras);
  if (!isAsBefore) {
    // Somebody was at it since: the copy has to have that too.
    return act.copyId === null ? next({ ...act, before: now, extras: extras.value }, false) : copyBroughtUp(server, change, act, now, extras.value);
  }
  if (act.copyId === null) {
    const copy = await server.createContact(withoutEmpty(fieldsOf(now)), folderId);
    // Looked at now: what differs later was changed by somebody, and goes on with the copy.
    if (copy.ok) return next({ ...act, copyId: copy.value.id, ...(holdsTheSame(fieldsOf(now), fieldsOf(copy.value)) ? {} : { copyDiffers: true }) }, true);
    return passesByItself(copy.problem) ? { state: 'waiting', problem: copy.problem, unsure: true } : notSent(change, copy.problem);
  }

  if (act.copyDiffers === true) return giveUp(server, change, act, { kind: 'refused', code: 'copyDiffers', message: '' });
  const filled = await writeAllExtras(server, act.copyId, act.extras ?? {});
  if (!filled.ok && filled.problem.kind === 'gone') return next({ ...act, copyId: null }, false);
  if (!filled.ok) return notSent(change, filled.problem).state === 'waiting' ? notSent(change, filled.problem) : giveUp(server, change, act, filled.problem);
  const copy = await server.getContact(act.copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? next({ ...act, copyId: null }, false) : notSent(change, copy.problem);

  const deleted = await server.deleteContact(id, now.changeKey);
  if (!deleted.ok && deleted.problem.kind === 'changedElsewhere') return next(act, true);
  if (!deleted.ok && deleted.problem.kind !== 'gone') {
    return notSent(change, deleted.problem).state === 'waiting'
      ? { state: 'waiting', problem: deleted.problem, unsure: true } : giveUp(server, change, act, deleted.problem);
  }
  return { state: 'done', result: copy.value, gone: id };
}

/** Written down, and at once the next step. With a copy in the world it cannot simply be dropped any more. */
const next = (act: Move, unsure: boolean): Settled => ({ state: 'waiting', problem: null, unsure, act });

async function oldOneGone(server: Server, change: Change, act: Move, id: ContactId, folderId: FolderId, known: ReadonlySet<ContactId>): Promise<Settled> {
  // We deleted it and the answer was lost, or somebody else did; the copy is complete by then only in the first case.
  if (act.copyId === null) {
    // A copy whose answer was lost is all that is left of the contact: whatever was done to it later means the copy.
    const found = change.unsure ? await server.findMade(fieldsOf(act.before), change.at, new Set([...known, id]), folderId) : null;
    if (found !== null && !found.ok) return notSent(change, found.problem);
    return found?.value ? next({ ...act, copyId: found.value.id }, true) : { state: 'refused', problem: { kind: 'gone' }, gone: id };
  }
  const filled = await writeAllExtras(server, act.copyId, act.extras ?? {});
  if (!filled.ok && filled.problem.kind !== 'gone' && notSent(change, filled.problem).state === 'waiting') return notSent(change, filled.problem);
  const copy = await server.getContact(act.copyId);
  if (copy.ok) return { state: 'done', result: copy.value, gone: id };
  return copy.problem.kind === 'gone' ? { state: 'refused', problem: copy.problem, gone: id } : notSent(change, copy.problem);
}

/** What was changed in the old one is changed in the copy as well; where somebody changed the same there, theirs stays. */
async function copyBroughtUp(server: Server, change: Change, act: Move, now: Contact, extras: NonNullable<Move['extras']>): Promise<Settled> {
  if (act.copyId === null || isLess(act.extras ?? {}, extras)) return withoutCopy(server, change, act, now, extras);
  const copy = await server.getContact(act.copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? next({ ...act, before: now, extras, copyId: null }, false) : notSent(change, copy.problem);
  const { patch } = merge3(fieldsOf(act.before), changedFields(fieldsOf(act.before), fieldsOf(now)), fieldsOf(copy.value));
  if (Object.keys(patch).length > 0) {
    const sent = await server.updateContact(act.copyId, withDisplayName(patch, copy.value), copy.value.changeKey);
    if (!sent.ok && sent.problem.kind === 'changedElsewhere') return next(act, true);
    if (!sent.ok) return notSent(change, sent.problem).state === 'waiting' ? notSent({ ...change, unsure: true }, sent.problem) : giveUp(server, change, act, sent.problem);
  }
  return next({ ...act, before: now, extras }, true);
}

/** Something was taken away, which writing the rest once more does not take away from the copy. */
const isLess = (before: NonNullable<Move['extras']>, now: NonNullable<Move['extras']>): boolean =>
  (Boolean(before.photo) && !now.photo) || Object.keys(before.custom ?? {}).some((key) => !Object.hasOwn(now.custom ?? {}, key))
  || (!sameExtra(before.flag ?? noFollowUp, noFollowUp) && !sameExtra(before.flag, now.flag));

async function withoutCopy(server: Server, change: Change, act: Move, before: Contact, extras: NonNullable<Move['extras']>): Promise<Settled> {
  const removed = act.copyId === null ? null : await server.deleteContact(act.copyId, '');
  if (removed !== null && !removed.ok && removed.problem.kind !== 'gone') return notSent(change, removed.problem);
  return next({ ...act, before, extras, copyId: null }, false);
}

/** It cannot be done: the copy goes, and the contact stays where it was. */
async function giveUp(server: Server, change: Change, act: Move, problem: NonNullable<Change['problem']>): Promise<Settled> {
  const removed = act.copyId === null ? null : await server.deleteContact(act.copyId, '');
  if (removed !== null && !removed.ok && removed.problem.kind !== 'gone') return notSent({ ...change, unsure: true }, removed.problem);
  const { copyDiffers: _gone, ...rest } = act;
  return { state: 'refused', problem, act: { ...rest, copyId: null } };
}
