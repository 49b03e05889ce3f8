import type { Change } from '#domain/change';
import { fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactId, ContactPatch, FolderId } from '#domain/contact';
import { merge3 } from '#domain/merge3';
import type { Problem } from '#domain/problem';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { Settled } from '#store/journal';

/** What sending a change needs from Graph. */
export type Server = {
  readonly getContact: (id: ContactId) => Promise<Result<Contact>>;
  readonly createContact: (fields: ContactPatch, folderId: FolderId | null) => Promise<Result<Contact>>;
  readonly updateContact: (id: ContactId, patch: ContactPatch, changeKey: string) => Promise<Result<Contact>>;
  /** Only while the contact still has this change key. */
  readonly deleteContact: (id: ContactId, changeKey: string) => Promise<Result<null>>;
  /** A contact that a create whose answer was lost may have made, made at `since` (ms) or later; null when certain that there is none. */
  readonly findMade: (fields: ContactFields, folderId: FolderId | null, since: number) => Promise<Result<Contact | null>>;
  readonly getPhoto: (id: ContactId) => Promise<Result<string | null>>;
  readonly putPhoto: (id: ContactId, jpeg: string) => Promise<Result<null>>;
};

/** Trouble that goes away by itself: the change waits and is sent again. */
const passes: ReadonlySet<Problem['kind']> = new Set(['offline', 'busy', 'serverTrouble', 'noAnswer', 'notUnderstood', 'changedElsewhere', 'abandoned', 'bookmarkExpired']);
/** The change was not sent at all; it waits until the person has done something about it. */
const needsPerson: ReadonlySet<Problem['kind']> = new Set(['signInNeeded', 'signInCancelled', 'signInUnsupported', 'signInFailed', 'adminConsentNeeded', 'otherAccount', 'mailboxUnsupported']);

export const passesByItself = (problem: Problem): boolean => passes.has(problem.kind);

const nameParts = ['givenName', 'middleName', 'surname', 'title', 'generation'] as const;
/** A contact moved on between the look and the write; so often it is looked at again before the change waits. */
const looks = 3;

/**
 * Sends one change and says what became of it. `idNow` is the id its contact goes by now; for a create that brings a
 * deleted contact back, the id that one goes by. Sending the same change
 * twice does no harm: a create looks first when an answer may have been lost, an update sends only what the server
 * does not have yet, a delete of somebody who is gone is done.
 */
export function sendChange(server: Server, change: Change, idNow: ContactId): Promise<Settled> {
  switch (change.act.kind) {
    case 'create': return create(server, change, change.act, idNow);
    case 'update': return update(server, change, change.act, idNow);
    case 'delete': return remove(server, change, change.act, idNow);
  }
}

async function create(server: Server, change: Change, act: Extract<Change['act'], { kind: 'create' }>, idNow: ContactId): Promise<Settled> {
  let made: Contact | null = null;
  if (act.restores !== null && idNow !== act.restores) {
    // Another act has brought the same contact back already: one of them is enough.
    const there = await server.getContact(idNow);
    if (there.ok) return { state: 'done', result: there.value };
    if (there.problem.kind !== 'gone') return notSent(change, there.problem);
  }
  if (change.unsure) {
    const found = await server.findMade(act.fields, act.folderId, change.at);
    if (!found.ok) return notSent(change, found.problem);
    made = found.value;
  }
  if (made === null) {
    let created = await server.createContact(withoutEmpty(act.fields), act.folderId);
    // The folder is gone since: better in the default folder than not at all.
    if (!created.ok && created.problem.kind === 'gone' && act.folderId !== null) created = await server.createContact(withoutEmpty(act.fields), null);
    if (!created.ok) return failedToSend(change, created.problem);
    made = created.value;
  }
  if (act.photo !== null) {
    const put = await server.putPhoto(made.id, act.photo);
    // The contact is there; the picture is tried again with it, found by the look above.
    if (!put.ok && passesByItself(put.problem)) return { state: 'waiting', problem: put.problem, unsure: true };
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
    if (sent.ok) return { state: 'done', result: sent.value, act: { ...act, before: theirs, patch } };
    if (sent.problem.kind === 'gone') return { state: 'refused', problem: sent.problem, gone: id };
    if (sent.problem.kind !== 'changedElsewhere') return failedToSend(change, sent.problem);
  }
  return { state: 'waiting', problem: { kind: 'changedElsewhere' }, unsure: true };
}

/** Graph makes up a displayName when only a name part is sent. (Graph reference, contact resource type) */
function withDisplayName(patch: ContactPatch, theirs: Contact): ContactPatch {
  return nameParts.some((part) => part in patch) && !('displayName' in patch) ? { ...patch, displayName: theirs.displayName } : patch;
}

async function remove(server: Server, change: Change, act: Extract<Change['act'], { kind: 'delete' }>, id: ContactId): Promise<Settled> {
  const latest = await server.getContact(id);
  if (!latest.ok) return latest.problem.kind === 'gone' ? { state: 'done', result: null, gone: id } : notSent(change, latest.problem);
  const picture = await server.getPhoto(id);
  // Only who is known to have no picture is deleted without one: the undo could not bring it back.
  if (!picture.ok) return notSent(change, picture.problem);
  const photo = picture.value;
  // What the undo will need is kept before anything is taken away.
  if (latest.value.changeKey !== act.before.changeKey || photo !== act.photo) {
    return { state: 'waiting', problem: null, unsure: change.unsure, act: { ...act, before: latest.value, photo } };
  }
  const deleted = await server.deleteContact(id, latest.value.changeKey);
  // Changed between the look and the delete: looked at again, so that the undo knows of it.
  if (!deleted.ok && deleted.problem.kind !== 'gone') return failedToSend(change, deleted.problem);
  return { state: 'done', result: null, gone: id };
}

/** Trouble before anything was written. */
function notSent(change: Change, problem: Problem): Settled {
  return passesByItself(problem) || needsPerson.has(problem.kind)
    ? { state: 'waiting', problem, unsure: change.unsure }
    : { state: 'refused', problem };
}

/** Trouble with the write itself: Graph may have acted, on this one or on an earlier one whose answer was lost. */
function failedToSend(change: Change, problem: Problem): Settled {
  if (needsPerson.has(problem.kind)) return { state: 'waiting', problem, unsure: change.unsure };
  return passesByItself(problem) ? { state: 'waiting', problem, unsure: true } : { state: 'refused', problem };
}

/** A create names only what is filled in, so that Graph's own defaults hold for the rest. */
export function withoutEmpty(fields: ContactFields): ContactPatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) =>
    typeof value === 'string' ? value !== '' : Array.isArray(value) ? value.length > 0 : Object.values(value).some((part) => part !== ''))) as ContactPatch;
}

/** Of the contacts found by address or name, the one that this create made; somebody may have renamed it since. */
export function madeByThis(found: readonly Contact[], fields: ContactFields, since: number): Result<Contact | null> {
  // Our clock and Graph's may differ; nobody makes the same contact twice within minutes on purpose.
  const slackMs = 10 * 60_000;
  const lately = found.filter((contact) => contact.createdDateTime === '' || Date.parse(contact.createdDateTime) >= since - slackMs);
  return ok(lately.find((contact) => contact.displayName === fields.displayName) ?? lately[0] ?? null);
}
