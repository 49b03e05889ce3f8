import type { Change } from '#domain/change';
import { fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactId, ContactPatch, FolderId } from '#domain/contact';
import { createdBy } from '#domain/contactOrigin';
import { sameExtra } from '#domain/extras';
import { merge3 } from '#domain/merge3';
import type { Settled } from '#store/journal';
import { readAllExtras, sendExtra, writeAllExtras } from './sendExtras.ts';
import { sendCategory, sendFolder } from './sendMailboxAct.ts';
import { sendMove } from './sendMove.ts';
import { failedToSend, notSent } from './sendTrouble.ts';
import type { Server } from './server.ts';
import { withDisplayName } from './withDisplayName.ts';
import { withoutEmpty } from './withoutEmpty.ts';

/** A contact moved on between the look and the write; so often it is looked at again before the change waits. */
const looks = 3;

/**
 * Sends one change and says what became of it. `idNow` is the id its contact goes by now; for a create that brings a
 * deleted contact back, the id that one goes by. Sending the same change twice does no harm: a create whose answer may have
 * been lost looks first for the contact that bears its id, an update sends only what the server does not have yet, a delete of
 * somebody who is gone is done (without an `act`: it could not look what there was).
 */
export function sendChange(
  server: Server, change: Change, idNow: ContactId, folderNow: FolderId | null = null,
): Promise<Settled> {
  const { act } = change;
  switch (act.kind) {
    case 'create': return create(server, change, { ...act, folderId: folderNow }, idNow);
    case 'update': return update(server, change, act, idNow);
    case 'delete': return remove(server, change, act, idNow);
    case 'extra': return sendExtra(server, change, act, idNow);
    case 'move': return sendMove(server, change, act, idNow, folderNow ?? act.folderId);
    case 'category': return sendCategory(server, change, act);
    case 'folder': return sendFolder(server, change, act, idNow, folderNow);
  }
}

async function create(
  server: Server, change: Change, act: Extract<Change['act'], { kind: 'create' }>, idNow: ContactId,
): Promise<Settled> {
  let made: Contact | null = null;
  if (act.restores !== null && idNow !== act.restores) {
    // Another act has brought the same contact back already: one of them is enough.
    const there = await server.getContact(idNow);
    if (there.ok) return { state: 'done', result: there.value };
    if (there.problem.kind !== 'gone') return notSent(change, there.problem);
  }
  if (change.unsure) {
    const found = await server.findMade(act.restores === null ? 'change' : 'by', change.id);
    if (!found.ok) return notSent(change, found.problem);
    made = found.value[0] ?? null;
  }
  if (made === null && act.goneBefore === true && act.restores !== null) {
    const moved = await server.findMade('copyOf', act.restores);
    if (!moved.ok) return notSent(change, moved.problem);
    if (moved.value[0] !== undefined) return { state: 'done', result: moved.value[0] };
  }
  if (made === null) {
    // Whoever lost the answer to the first making of somebody deleted has to find the one that comes back.
    const origin = act.restores === null ? createdBy(change.id) : { change: act.madeBy ?? null, by: change.id, copyOf: null };
    let created = await server.createContact(withoutEmpty(act.fields), act.folderId, origin);
    // The folder is gone since: better in the default folder than not at all.
    if (!created.ok && created.problem.kind === 'gone' && act.folderId !== null) created = await server.createContact(withoutEmpty(act.fields), null, origin);
    if (!created.ok) return failedToSend(change, created.problem);
    made = created.value;
  }
  if (act.photo !== null || act.extras !== undefined) {
    const put = await writeAllExtras(server, made.id, { ...act.extras, photo: act.photo });
    // The contact is there; what hangs on it is tried again, with the contact found by the look above. What Graph will
    // never take must not hold up the contact.
    if (!put.ok && notSent(change, put.problem).state === 'waiting') return { state: 'waiting', problem: put.problem, unsure: true };
  }
  return { state: 'done', result: made };
}

async function update(server: Server, change: Change, act: Extract<Change['act'], { kind: 'update' }>, id: ContactId): Promise<Settled> {
  for (let look = 0; look < looks; look += 1) {
    const latest = await server.getContact(id);
    if (!latest.ok) {
      return latest.problem.kind === 'gone' ? { state: 'refused', problem: latest.problem, gone: id } : notSent(change, latest.problem);
    }
    const theirs = latest.value;
    const { patch, clashes } = merge3(fieldsOf(act.before), act.patch, fieldsOf(theirs));
    if (clashes.length > 0) return { state: 'disputed', dispute: { theirs, fields: clashes } };
    if (Object.keys(patch).length === 0) return { state: 'done', result: theirs };
    const sent = await server.updateContact(id, withDisplayName(patch, theirs), theirs.changeKey);
    // What the server had right before this write is what an undo has to give back, somebody else's changes included.
    if (sent.ok) return { state: 'done', result: sent.value, act: change.unsure ? withEarlier(act, theirs, patch) : { ...act, before: theirs, patch } };
    if (sent.problem.kind === 'gone') return { state: 'refused', problem: sent.problem, gone: id };
    if (sent.problem.kind !== 'changedElsewhere') return failedToSend(change, sent.problem);
  }
  return { state: 'waiting', problem: { kind: 'changedElsewhere' }, unsure: true };
}

/** What was there already may be there by an earlier try whose answer was lost: that is given back as well. */
function withEarlier(act: Extract<Change['act'], { kind: 'update' }>, theirs: Contact, patch: ContactPatch): Change['act'] {
  const names = (Object.keys(act.patch) as (keyof ContactFields)[]).filter((name) => !(name in patch));
  const of = (fields: ContactPatch) => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return { ...act, before: { ...theirs, ...of(act.before) }, patch: { ...of(act.patch), ...patch } };
}

async function remove(server: Server, change: Change, act: Extract<Change['act'], { kind: 'delete' }>, id: ContactId): Promise<Settled> {
  const latest = await server.getWithChange(id);
  if (!latest.ok) return latest.problem.kind === 'gone' ? { state: 'done', result: null, gone: id } : notSent(change, latest.problem);
  const { contact: there, change: madeBy } = latest.value;
  const kept = await readAllExtras(server, id);
  if (!kept.ok) return kept.problem.kind === 'gone' ? { state: 'done', result: null, gone: id } : notSent(change, kept.problem);
  const { photo = null, ...extras } = kept.value;
  // What the undo will need is kept before anything is taken away.
  const known = { ...act, before: there, photo, extras, ...(madeBy === null ? {} : { madeBy }) };
  if (there.changeKey !== act.before.changeKey || photo !== act.photo || !sameExtra(extras, act.extras)) {
    return { state: 'waiting', problem: null, unsure: change.unsure, act: known };
  }
  const deleted = await server.deleteContact(id, there.changeKey);
  // Changed between the look and the delete: looked at again, so that the undo knows of it.
  if (!deleted.ok && deleted.problem.kind !== 'gone') return failedToSend(change, deleted.problem);
  return { state: 'done', result: null, gone: id, act: known };
}
