import type { Act, Change } from '#domain/change';
import { changedFields, fieldsOf } from '#domain/contact';
import type { Contact, ContactId, FolderId } from '#domain/contact';
import { sameExtra } from '#domain/extras';
import { noFollowUp } from '#domain/followUp';
import { editsIn, holdsTheSame, onlyLacks } from '#domain/madeByThis';
import { merge3 } from '#domain/merge3';
import type { Problem } from '#domain/problem';
import { wasTurnedAway } from '#domain/problem';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
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
 * none: whoever goes on knows of the copy, or finds it by the change that made it. A change without a copy that is `unsure`
 * may have made one; one with a copy may have deleted the old one. (Facts: no move or copy action in Graph's metadata for
 * contacts)
 */
export async function sendMove(server: Server, change: Change, act: Move, id: ContactId, folderId: FolderId): Promise<Settled> {
  if (act.copyId === null && change.unsure) {
    const found = await server.findMade('by', change.id);
    if (!found.ok) return notSent(change, found.problem);
    return next({ ...act, ...copyFound(act, found.value[0] ?? null, false) });
  }
  const latest = await server.getWithChange(id);
  if (!latest.ok) return latest.problem.kind === 'gone' ? oldOneGone(server, change, act, id) : notSent(change, latest.problem);
  const now = latest.value.contact;
  if (now.parentFolderId === folderId || act.givenUp === true) {
    const trouble = await withoutCopy(server, act, now);
    if (trouble !== null) return notSent(change, trouble);
    return act.givenUp === true ? { state: 'dropped', act: { ...act, copyId: null } } : { state: 'done', result: now };
  }
  const extras = await readAllExtras(server, id);
  if (!extras.ok) return notSent(change, extras.problem);
  // Written down first, so that sync can tell what it brings of the copy from somebody else.
  if (act.copyId === null && now.changeKey !== act.before.changeKey) return next({ ...act, before: now, extras: extras.value });
  if (act.copyId === null) {
    const copied: Move = { ...act, before: now, extras: extras.value };
    // Whoever lost the answer to the making of the old one has to find the copy, too.
    const copy = await server.createContact(withoutEmpty(fieldsOf(now)), folderId, { change: latest.value.change, by: change.id, copyOf: id });
    if (copy.ok) return next({ ...copied, ...copyFound(copied, copy.value, true) });
    return passesByItself(copy.problem) ? { state: 'waiting', problem: copy.problem, unsure: !wasTurnedAway(copy.problem), act: copied } : notSent(change, copy.problem);
  }
  // Somebody was at it since: the copy has to have that too.
  const isAsBefore = now.changeKey === act.before.changeKey && act.extras !== null && sameExtra(extras.value, act.extras);
  if (!isAsBefore) return copyBroughtUp(server, change, act, act.copyId, now, extras.value);
  if (act.copyDiffers === true) return giveUp(server, change, act, now, { kind: 'refused', code: 'copyDiffers', message: '' });

  const filled = await writeAllExtras(server, act.copyId, act.extras ?? {});
  if (!filled.ok && filled.problem.kind !== 'gone') return waitOrGiveUp(server, change, act, now, filled.problem);
  const copy = await server.getContact(act.copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? next({ ...act, copyId: null }) : notSent(change, copy.problem);
  // The copy is there, and what hangs on it not yet: to be tried again, but not without end.
  if (!filled.ok) return { state: 'waiting', problem: { kind: 'notUnderstood', from: 'graph' }, unsure: false, act };

  const deleted = await server.deleteContactOnce(id, now.changeKey);
  if (deleted.ok) return { state: 'done', result: copy.value, gone: id };
  if (deleted.problem.kind === 'gone') return deletedByWhom(server, change, act, id, copy.value);
  if (deleted.problem.kind === 'changedElsewhere') return { state: 'waiting', problem: deleted.problem, unsure: false, act };
  if (passesByItself(deleted.problem)) return { state: 'waiting', problem: deleted.problem, unsure: !wasTurnedAway(deleted.problem) };
  return waitOrGiveUp(server, change, act, now, deleted.problem);
}

/** Written down, and at once the next step. With a copy in the world it cannot simply be dropped any more. */
const next = (act: Move): Settled => ({ state: 'waiting', problem: null, unsure: false, act });

/**
 * Looked at now: what differs later was changed by somebody, and goes on with the copy. At one just made nobody can have been;
 * one that was found may have been written into since.
 */
function copyFound(act: Move, copy: Contact | null, isJustMade: boolean): Pick<Move, 'copyId' | 'copyDiffers'> {
  if (copy === null) return { copyId: null };
  const [was, is] = [fieldsOf(act.before), fieldsOf(copy)];
  return !holdsTheSame(was, is) && (isJustMade || onlyLacks(was, is)) ? { copyId: copy.id, copyDiffers: true } : { copyId: copy.id };
}

/**
 * We deleted it and the answer was lost, or somebody else did, or moved it: another device, or a pane that keeps everything in
 * its own memory. Who deleted it wants it gone, so then the copy goes as well, unless somebody is at work on it.
 */
async function oldOneGone(server: Server, change: Change, act: Move, id: ContactId): Promise<Settled> {
  const gone: Settled = { state: 'refused', problem: { kind: 'gone' }, gone: id, act: { ...act, copyId: null } };
  if (act.copyId === null) return gone;
  const copy = await server.getContact(act.copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? gone : notSent(change, copy.problem);
  const copies = await copiesOf(server, change, id);
  if (!copies.ok) return notSent(change, copies.problem);
  // Two may have moved it at the same moment, and both lost the answer: the older copy stays. Who never tried to delete it yields.
  const other = change.unsure ? (copies.value.some((one) => one.id === act.copyId) ? copies.value[0] : undefined) : copies.value.find((one) => one.id !== act.copyId);
  if (other !== undefined && other.id !== act.copyId) return yieldTo(server, change, act, id, other);
  if (!change.unsure && !isEdited(act, copy.value)) {
    const removed = await server.deleteContact(act.copyId, copy.value.changeKey);
    return removed.ok ? gone : notSent(change, removed.problem);
  }
  const filled = await writeAllExtras(server, act.copyId, act.extras ?? {});
  if (!filled.ok && filled.problem.kind !== 'gone' && notSent(change, filled.problem).state === 'waiting') return notSent(change, filled.problem);
  return { state: 'done', result: copy.value, gone: id };
}

/**
 * It was there a moment ago. Either another pane was quicker, whose copy stays then; or the answer to our own delete was
 * lost on the way and the browser sent it again, unasked (decision 15): then there is no other copy, and ours is all that is left.
 */
async function deletedByWhom(server: Server, change: Change, act: Move, id: ContactId, copy: Contact): Promise<Settled> {
  const copies = await copiesOf(server, change, id);
  if (!copies.ok) return { state: 'waiting', problem: copies.problem, unsure: true };
  const other = copies.value.find((one) => one.id !== act.copyId);
  return other === undefined ? { state: 'done', result: copy, gone: id } : yieldTo(server, { ...change, unsure: true }, act, id, other);
}

/** Another move's copy stays, and gets what somebody wrote into ours. */
async function yieldTo(server: Server, change: Change, act: Move, id: ContactId, other: Contact): Promise<Settled> {
  const trouble = await withoutCopy(server, act, other);
  return trouble === null ? { state: 'done', result: other, gone: id } : notSent(change, trouble);
}

/** Its copies, the oldest first. One from before this move was made by an earlier one, and is somebody's contact. */
async function copiesOf(server: Server, { at }: Change, id: ContactId): Promise<Result<readonly Contact[]>> {
  const copies = await server.findMade('copyOf', id);
  return copies.ok ? ok(copies.value.filter(({ createdDateTime }) => Date.parse(createdDateTime) >= at - slackMs)) : copies;
}

/** Our clock and Graph's may differ. */
const slackMs = 10 * 60_000;

const isEdited = (act: Move, copy: Contact): boolean => act.copyDiffers !== true && Object.keys(editsIn(fieldsOf(act.before), fieldsOf(copy))).length > 0;

/** What was changed in the old one is changed in the copy as well; where somebody changed the same there, theirs stays. */
async function copyBroughtUp(server: Server, change: Change, act: Move, copyId: ContactId, now: Contact, extras: NonNullable<Move['extras']>): Promise<Settled> {
  if (isLess(act.extras ?? {}, extras)) {
    const trouble = await withoutCopy(server, act, now);
    return trouble === null ? next({ ...act, before: now, extras, copyId: null }) : notSent(change, trouble);
  }
  const copy = await server.getContact(copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? next({ ...act, before: now, extras, copyId: null }) : notSent(change, copy.problem);
  const { patch } = merge3(fieldsOf(act.before), changedFields(fieldsOf(act.before), fieldsOf(now)), fieldsOf(copy.value));
  if (Object.keys(patch).length > 0) {
    const sent = await server.updateContact(copyId, withDisplayName(patch, copy.value), copy.value.changeKey);
    if (!sent.ok && sent.problem.kind === 'changedElsewhere') return { state: 'waiting', problem: sent.problem, unsure: false, act };
    if (!sent.ok) return waitOrGiveUp(server, change, act, now, sent.problem);
  }
  return next({ ...act, before: now, extras });
}

/** Something was taken away, which writing the rest once more does not take away from the copy. */
const isLess = (before: NonNullable<Move['extras']>, now: NonNullable<Move['extras']>): boolean =>
  (Boolean(before.photo) && !now.photo) || Object.keys(before.custom ?? {}).some((key) => !Object.hasOwn(now.custom ?? {}, key))
  || (!sameExtra(before.flag ?? noFollowUp, noFollowUp) && !sameExtra(before.flag, now.flag));

/** The copy goes again, if there is one, and what somebody wrote into it meanwhile goes over to the one that stays. Gives what is in the way. */
async function withoutCopy(server: Server, act: Move, stays: Contact): Promise<Problem | null> {
  if (act.copyId === null || act.copyId === stays.id) return null;
  const copy = await server.getContact(act.copyId);
  if (!copy.ok) return copy.problem.kind === 'gone' ? null : copy.problem;
  const { patch } = isEdited(act, copy.value)
    ? merge3(fieldsOf(act.before), editsIn(fieldsOf(act.before), fieldsOf(copy.value)), fieldsOf(stays)) : { patch: {} };
  if (Object.keys(patch).length > 0) {
    const sent = await server.updateContact(stays.id, withDisplayName(patch, stays), stays.changeKey);
    if (!sent.ok) return sent.problem;
  }
  const removed = await server.deleteContact(act.copyId, copy.value.changeKey);
  return removed.ok ? null : removed.problem;
}

function waitOrGiveUp(server: Server, change: Change, act: Move, now: Contact, problem: Problem): Settled | Promise<Settled> {
  const waits = notSent(change, problem);
  return waits.state === 'waiting' ? waits : giveUp(server, change, act, now, problem);
}

/** It cannot be done: the copy goes, and the contact stays where it was. */
async function giveUp(server: Server, change: Change, act: Move, now: Contact, problem: Problem): Promise<Settled> {
  const trouble = await withoutCopy(server, act, now);
  if (trouble !== null) return notSent(change, trouble);
  const { copyDiffers: _gone, ...rest } = act;
  return { state: 'refused', problem, act: { ...rest, copyId: null } };
}
