import { isMailboxAct, isPending, mayBeGivenUp } from '#domain/change';
import type { Act, ExtraAct, Change, ChangeId, ChangeLabel, ChangeState } from '#domain/change';
import { changedFields, contactLimits, fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactId, ContactPatch, FolderId } from '#domain/contact';
import type { Extras } from '#domain/extras';
import { noExtras } from '#domain/extras';
import { foldAddress } from '#domain/normalize';
import type { PersonOnItem } from '#domain/personOnItem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { Journal } from '#store/journal';
import { broughtBack } from './broughtBack.ts';
import { mailboxActs } from './mailboxActs.ts';
import type { MailboxActs } from './mailboxActs.ts';
import { manyActs } from './manyActs.ts';
import type { ManyActs } from './manyActs.ts';
import { nameOf } from './nameOf.ts';
import { refusedChanges } from './refusedChanges.ts';

/** One line of what the person did in one go. */
export type ToRecord = { readonly act: Act; readonly label: ChangeLabel; readonly name: string; readonly undoes?: ChangeId };

const doubleClickMs = 1_500;

export type ActsPorts = {
  readonly journal: Journal;
  readonly now: () => number;
  readonly newId: () => string;
  /** Something was recorded: send it when possible. */
  readonly send: () => void;
  readonly get: (id: ContactId) => Promise<Contact | null>;
  /** What is known of a contact's extras, as the person means them. */
  readonly extrasOf: (ids: readonly ContactId[]) => Promise<ReadonlyMap<ContactId, Partial<Extras>>>;
};

export type Acts = ManyActs & MailboxActs & {
  /** Gives the contact as it will be, under an id of ours until Graph has answered. */
  create(fields: ContactFields, folderId: FolderId | null): Promise<Contact>;
  /** Null when nothing differs from `base`. */
  update(base: Contact, mine: ContactFields, label?: ChangeLabel): Promise<ChangeId | null>;
  addAddress(contact: Contact, person: Pick<PersonOnItem, 'name' | 'address'>): Promise<Result<null>>;
  remove(contact: Contact): Promise<ChangeId>;
  /** Takes a group back; taking an undo back is redo. What was never sent is dropped instead. */
  undo(group: ChangeId): Promise<void>;
  /** Of a group what was not sent yet is given up; what was done stays done, and can be undone. */
  stop(group: ChangeId): Promise<void>;
  tryAgain(id: ChangeId): Promise<void>;
  /** All of a group that Outlook did not accept. */
  tryAllAgain(group: ChangeId): Promise<void>;
  drop(id: ChangeId): Promise<void>;
  /** A change of a contact that is gone becomes a contact of its own, with what was there and what was typed. */
  saveAsNew(id: ChangeId): Promise<void>;
  /** Settles a dispute: for each field in it the value to keep. */
  resolve(id: ChangeId, chosen: ContactPatch): Promise<void>;
};

/** The person's acts, written down before anything is sent. */
export function acts({ journal, now, newId, send, get, extrasOf }: ActsPorts): Acts {
  const refused = refusedChanges(journal);
  let lastCreate: { readonly sign: string; readonly at: number; readonly contact: Promise<Contact> } | null = null;

  async function record(entries: readonly ToRecord[]): Promise<ChangeId> {
    const [only, ...others] = entries;
    const corrected = only !== undefined && others.length === 0 ? await refused.correct(only) : null;
    if (corrected !== null) {
      send();
      return corrected;
    }
    const group = newId();
    const at = now();
    await journal.record(entries.map(({ act, label, name, undoes = null }, n): Change => ({
      id: n === 0 ? group : newId(), group, at: at + n, act, label, name, state: 'waiting', undoes, unsure: false,
      claim: null, problem: null, dispute: null, result: null,
      // A folder goes after its contacts, a category after those who carried it.
      ...(isMailboxAct(act) && act.after === null ? { behindGroup: true } : {}),
    })));
    send();
    return group;
  }

  async function create(fields: ContactFields, folderId: FolderId | null): Promise<Contact> {
    const contactId = `local:${newId()}`;
    await record([{ act: { kind: 'create', contactId, folderId, fields, photo: null, restores: null }, label: 'created', name: nameOf(fields) }]);
    return (await get(contactId)) ?? localContact(contactId, fields, folderId);
  }

  const update: Acts['update'] = async (base, mine, label = 'updated') => {
    const patch = changedFields(fieldsOf(base), mine);
    if (Object.keys(patch).length === 0) return null;
    return record([{ act: { kind: 'update', contactId: base.id, before: base, patch }, label, name: nameOf({ ...base, ...patch }) }]);
  };

  /** Before a dispute an answer was lost: what is not in dispute may have been saved, and has to be sent to its end. */
  async function withoutDispute(change: Change): Promise<Change> {
    if (!change.unsure || change.dispute === null) return change;
    const { theirs, fields } = change.dispute;
    const act = resolved(change, Object.fromEntries(fields.map((name) => [name, theirs[name]])) as ContactPatch);
    return (act && await journal.decide(change.id, { kind: 'resolve', act })) ?? change;
  }

  const many = manyActs({ record, extrasOf, newId });

  const removeMany: Acts['removeMany'] = async (contacts) => {
    const { there, letGo: [first] } = await refused.letGoOf(contacts);
    if (there.length > 0 || first === undefined) return many.removeMany(there.length > 0 ? there : contacts);
    send();
    return first.group;
  };

  return {
    ...many,
    ...mailboxActs({ record, newId }),
    async setPhoto(contact, jpeg) {
      // A picture that Graph did not take, or does not let go of, would hold up the one that is wanted now.
      const id = await journal.idNow(contact.id);
      for (const { act, state, id: refused } of await journal.list()) {
        if (state === 'refused' && act.kind === 'extra' && act.of === 'photo' && await journal.idNow(act.contactId) === id) await journal.decide(refused, { kind: 'drop' });
      }
      return many.setPhoto(contact, jpeg);
    },
    create(fields, folderId) {
      // A double click is one wish.
      const sign = JSON.stringify([folderId, fields]);
      if (lastCreate?.sign !== sign || Math.abs(now() - lastCreate.at) > doubleClickMs) lastCreate = { sign, at: now(), contact: create(fields, folderId) };
      return lastCreate.contact;
    },
    update,
    async addAddress(contact, person) {
      const folded = foldAddress(person.address);
      if (contact.emailAddresses.some((email) => foldAddress(email.address) === folded)) return ok(null);
      if (contact.emailAddresses.length >= contactLimits.emailAddresses) return failed({ kind: 'refused', code: 'tooManyAddresses', message: '' });
      await update(contact, {
        ...fieldsOf(contact),
        emailAddresses: [...contact.emailAddresses, { name: person.name || contact.displayName, address: person.address.trim() }],
      }, 'addressAdded');
      return ok(null);
    },
    removeMany,
    // Of one there is always something to do.
    remove: async (contact) => (await removeMany([contact])) as ChangeId,

    async undo(group) {
      lastCreate = null;
      const changes = (await journal.list()).filter((change) => change.group === group);
      const back: { act: Act; label: ChangeLabel; name: string; undoes: ChangeId }[] = [];
      // The last thing done is the first to be taken back.
      const ordered: Change[] = [];
      for (const change of [...changes].sort((a, b) => b.at - a.at)) ordered.push(await withoutDispute(change));
      // One that is waiting and may have arrived has to be sent to its end before it can be taken back.
      const open = ordered.filter((change) => mayBeGivenUp(change) && !(change.unsure && change.state === 'waiting'));
      const dropped = new Set((await journal.decideAll(open.map(({ id }) => id), { kind: 'drop' })).flatMap(({ id, act, state }) => (state === 'dropped' || (act.kind === 'move' && act.givenUp === true) ? id : [])));
      for (const change of ordered) {
        if (dropped.has(change.id)) continue;
        if (change.state === 'undone' || change.state === 'dropped') continue;
        const act = inverse(change);
        if (act !== null) back.push({ act, label: change.label, name: change.name, undoes: change.id });
      }
      if (back.length > 0) await record(back);
      // What is only given up may have something to send, too, and what stood behind it.
      else send();
    },
    async stop(group) {
      const waiting = (await journal.list()).filter((change) => change.group === group && change.state === 'waiting');
      await journal.decideAll(waiting.map(({ id }) => id), { kind: 'drop' });
      send();
    },
    async tryAgain(id) {
      await journal.decide(id, { kind: 'tryAgain' });
      send();
    },
    async tryAllAgain(group) {
      const refused = (await journal.list()).filter((change) => change.group === group && change.state === 'refused');
      await journal.decideAll(refused.map(({ id }) => id), { kind: 'tryAgain' });
      send();
    },
    async drop(id) {
      await journal.decide(id, { kind: 'drop' });
      send();
    },
    async saveAsNew(id) {
      const change = await journal.get(id);
      if (change?.act.kind !== 'update' || change.state !== 'refused') return;
      const { before, patch } = change.act;
      const gone = change.act.contactId;
      // Saved as new once already, for another change: this one goes to the contact that is there now, or will be.
      if (await journal.idNow(gone) !== gone) {
        await journal.decide(id, { kind: 'tryAgain' });
        return send();
      }
      const coming = (await journal.list()).find((one) => isPending(one) && one.act.kind === 'create' && one.act.restores === gone);
      const made = coming === undefined ? null : await get(coming.act.contactId);
      if (made !== null) {
        await update(made, { ...fieldsOf(made), ...patch });
        await journal.decide(id, { kind: 'drop' });
        return send();
      }
      const fields = { ...fieldsOf(before), ...patch };
      await record([{
        act: { kind: 'create', contactId: `local:${newId()}`, folderId: before.parentFolderId || null, fields, photo: null, restores: change.act.contactId },
        label: 'created', name: nameOf(fields),
      }]);
      await journal.decide(id, { kind: 'drop' });
      // It waited behind the change that is given up now.
      send();
    },
    async resolve(id, chosen) {
      const change = await journal.get(id);
      const act = change && resolved(change, chosen);
      if (!act) return;
      await journal.decide(id, { kind: 'resolve', act });
      send();
    },
  };
}

/** An update with what was chosen of its dispute, wanted against what the server has; null where there is none. */
function resolved({ act, dispute, unsure }: Change, chosen: ContactPatch): Act | null {
  if (act.kind !== 'update' || dispute === null) return null;
  const { theirs, fields } = dispute;
  const isKept = (name: keyof ContactFields): boolean => !fields.includes(name);
  const wanted = { ...act.patch, ...chosen };
  const names = Object.keys(wanted) as (keyof ContactFields)[];
  // A field left as theirs is no change at all, unless it is theirs because an earlier try had arrived.
  const patch = Object.fromEntries(names.filter((name) => (unsure && isKept(name)) || JSON.stringify(wanted[name]) !== JSON.stringify(theirs[name]))
    .map((name) => [name, wanted[name]])) as ContactPatch;
  // Fields of mine that were not in dispute keep what they were changed from, so that they still merge.
  const before = Object.fromEntries(names.filter(isKept).map((name) => [name, act.before[name]])) as ContactPatch;
  return { ...act, before: { ...theirs, ...before }, patch };
}

/** What takes a change back. Sent ones only: `contactId` is resolved to the id of now when it is sent. */
function inverse(change: Change): Act | null {
  const { act, result } = change;
  switch (act.kind) {
    case 'create': {
      const contactId = result?.id ?? act.contactId;
      const before = result ?? localContact(act.contactId, act.fields, act.folderId);
      return { kind: 'delete', contactId, before, photo: null };
    }
    case 'update': {
      const after = result ?? { ...act.before, ...act.patch };
      const names = Object.keys(act.patch) as (keyof ContactFields)[];
      return {
        kind: 'update', contactId: act.contactId, before: after,
        patch: Object.fromEntries(names.map((name) => [name, act.before[name]])) as ContactPatch,
      };
    }
    case 'delete':
      // Of one that Graph has not made yet, too: it is sent behind its making and its delete.
      return { kind: 'create', contactId: `local:${change.id}`, restores: act.contactId, ...broughtBack(act) };
    case 'extra':
      // On its way before it is known what was there: that comes when it is done (`store/followUp.ts`).
      return { ...act, before: act.after, after: act.before ?? noExtras[act.of] } as ExtraAct;
    case 'move':
      return {
        kind: 'move', contactId: act.contactId, before: result ?? { ...act.before, parentFolderId: act.folderId },
        folderId: act.before.parentFolderId, extras: null, copyId: null,
      };
    case 'category':
      return { ...act, before: act.after, after: act.before };
    case 'folder':
      // A folder that was deleted comes back as another one; until Graph has named it, it goes by a name of ours.
      return act.after === null
        ? { ...act, contactId: `local:${change.id}`, restores: act.contactId, before: null, after: act.before }
        : { ...act, restores: null, before: act.after, after: act.before };
  }
}

const localContact = (id: ContactId, fields: ContactFields, folderId: FolderId | null): Contact =>
  ({ ...fields, id, changeKey: '', parentFolderId: folderId ?? '', createdDateTime: '', lastModifiedDateTime: '' });

/** What the person is told of a group as one: the state that needs them most. */
export function groupState(changes: readonly Change[]): ChangeState {
  const order: readonly ChangeState[] = ['disputed', 'refused', 'waiting', 'sending', 'done', 'undone', 'dropped'];
  return order.find((state) => changes.some((change) => change.state === state)) ?? 'done';
}
