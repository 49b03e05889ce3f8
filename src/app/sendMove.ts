import type { Act, Change } from '#domain/change';
import { changedFields, fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactId, FolderId } from '#domain/contact';
import { sameExtra } from '#domain/extras';
import { foldAddress } from '#domain/normalize';
import type { Settled } from '#store/journal';
import { readAllExtras, writeAllExtras } from './sendExtras.ts';
import { notSent, passesByItself } from './sendTrouble.ts';
import type { Server } from './server.ts';
import { withoutEmpty } from './withoutEmpty.ts';

type Move = Extract<Act, { kind: 'move' }>;

/**
 * Moves a contact to another folder: Graph has no such call, so it is copied, the copy is looked at, and the one in the old
 * folder is deleted last. Each step is written down before the next begins, so a crash in between leaves neither two nor
 * none: whoever goes on knows of the copy. (Facts: no move or copy action in Graph's metadata for contacts)
 */
export async function sendMove(server: Server, change: Change, act: Move, id: ContactId, folderId: FolderId, known: ReadonlySet<ContactId>): Promise<Settled> {
  const latest = await server.getContact(id);
  if (!latest.ok) return latest.problem.kind === 'gone' ? oldOneGone(server, change, act, id) : notSent(change, latest.problem);
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
    // Somebody was at it since: a copy of how it was is no use.
    return act.copyId === null ? next({ ...act, before: now, extras: extras.value }, false) : withoutCopy(server, change, act, now, extras.value);
  }
  if (act.copyId === null) {
    const copy = await server.createContact(withoutEmpty(fieldsOf(now)), folderId);
    if (copy.ok) return next({ ...act, copyId: copy.value.id }, true);
    return passesByItself(copy.problem) ? { state: 'waiting', problem: copy.problem, unsure: true } : notSent(change, copy.problem);
  }

  const filled = await writeAllExtras(server, act.copyId, act.extras ?? {});
  if (!filled.ok && filled.problem.kind === 'gone') return next({ ...act, copyId: null }, false);
  if (!filled.ok) return notSent(change, filled.problem).state === 'waiting' ? notSent(change, filled.problem) : giveUp(server, change, act, filled.problem);
  const copy = await server.getContact(act.copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? next({ ...act, copyId: null }, false) : notSent(change, copy.problem);
  if (!isSame(fieldsOf(now), fieldsOf(copy.value))) return giveUp(server, change, act, { kind: 'refused', code: 'copyDiffers', message: '' });

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

async function oldOneGone(server: Server, change: Change, act: Move, id: ContactId): Promise<Settled> {
  // We deleted it and the answer was lost, or somebody else did; the copy is complete by then only in the first case.
  if (act.copyId === null) return { state: 'refused', problem: { kind: 'gone' }, gone: id };
  const filled = await writeAllExtras(server, act.copyId, act.extras ?? {});
  if (!filled.ok && filled.problem.kind !== 'gone' && notSent(change, filled.problem).state === 'waiting') return notSent(change, filled.problem);
  const copy = await server.getContact(act.copyId);
  if (copy.ok) return { state: 'done', result: copy.value, gone: id };
  return copy.problem.kind === 'gone' ? { state: 'refused', problem: copy.problem, gone: id } : notSent(change, copy.problem);
}

async function withoutCopy(server: Server, change: Change, act: Move, before: Contact, extras: NonNullable<Move['extras']>): Promise<Settled> {
  const removed = act.copyId === null ? null : await server.deleteContact(act.copyId, '');
  if (removed !== null && !removed.ok && removed.problem.kind !== 'gone') return notSent(change, removed.problem);
  return next({ ...act, before, extras, copyId: null }, false);
}

/** It cannot be done: the copy goes, and the contact stays where it was. */
async function giveUp(server: Server, change: Change, act: Move, problem: NonNullable<Change['problem']>): Promise<Settled> {
  const removed = act.copyId === null ? null : await server.deleteContact(act.copyId, '');
  if (removed !== null && !removed.ok && removed.problem.kind !== 'gone') return notSent({ ...change, unsure: true }, removed.problem);
  return { state: 'refused', problem, act: { ...act, copyId: null } };
}

/** A copy holds the same, as far as Graph lets us write it: the names of addresses it may replace by the directory's. */
function isSame(original: ContactFields, copy: ContactFields): boolean {
  const comparable = (fields: ContactFields): ContactFields => ({
    ...fields, emailAddresses: fields.emailAddresses.map(({ address }) => ({ name: '', address: foldAddress(address) || address })),
  });
  return Object.keys(changedFields(comparable(original), comparable(copy))).every((name) =>
    // What the old one lacked Graph may have filled in.
    original[name as keyof ContactFields] === '');
}
