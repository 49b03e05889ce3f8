import type { Change } from '#domain/change';
import { isLocalId, isMailboxAct, withChanges } from '#domain/change';
import type { Contact, ContactId } from '#domain/contact';
import { contactKeys } from '#domain/match';
import type { Rows } from './backing.ts';
import type { ChangeRow, IdRow } from './changeRows.ts';
import type { PendingOrder } from './pendingOrder.ts';
import { pendingOrder } from './pendingOrder.ts';
import { readTwins } from './twins.ts';

/** What the person did and Graph has not accepted yet, laid over what the server last said. */
export type Overlay = {
  readonly order: PendingOrder;
  /** The contacts that pending changes are about, as the person means them; null for one that is deleted. */
  readonly contacts: ReadonlyMap<ContactId, Contact | null>;
  /** Where to look for a contact next, when there is none under this id. */
  next(id: ContactId): ContactId | null;
};

/**
 * Reads the overlay in the transaction in which the rows under it are read: a create that is just being done must be
 * seen as pending or as a row, never as both. Only that there is nothing pending is held in memory, which is how it
 * nearly always is.
 */
export type OverlayReader = {
  /** Null when nothing is pending. */
  read(rows: Rows): Promise<Overlay | null>;
  forget(): void;
};

export function overlayReader(mayHold: () => boolean): OverlayReader {
  let isEmpty = false;
  let age = 0;
  return {
    async read(rows) {
      if (isEmpty && mayHold()) return null;
      const begun = age;
      const pending = await rows.pendingChanges();
      if (pending.length > 0) return overlay(rows, pending);
      isEmpty = begun === age;
      return null;
    },
    forget() {
      age += 1;
      isEmpty = false;
    },
  };
}

async function overlay(rows: Rows, pending: readonly ChangeRow[]): Promise<Overlay> {
  const ids = await rows.ids();
  const twins = await readTwins(rows, pending, ids);
  const order = pendingOrder(pending, [...ids, ...[...twins].map(([id, now]): IdRow => ({ id, now, at: 0 }))]);
  const changes = await changesByContact(rows, order);
  const contacts = new Map<ContactId, Contact | null>();
  const twinOf = new Map([...twins].map(([id, ours]) => [ours, id]));
  await Promise.all([...changes].map(async ([id, ofContact]) => {
    // Of a contact that is being moved there are two for a while: the old one holds until it is gone.
    // Of the many that are being made nobody needs to look for a row.
    const own = isLocalId(id) && ofContact[0]?.act.kind === 'create' ? null : await rows.contact(id);
    const twin = twinOf.get(id);
    const base = (own ?? (twin === undefined ? null : await rows.contact(twin)))?.contact ?? null;
    const meant = withChanges(base && { ...base, id }, ofContact);
    contacts.set(id, meant && { ...meant, id });
  }));
  // Shown as the one that is being made or moved, whose id it keeps until Graph has answered.
  for (const id of twins.keys()) contacts.set(id, null);
  return { order, contacts, next: order.next };
}

async function changesByContact(rows: Rows, { placed }: PendingOrder): Promise<Map<ContactId, Change[]>> {
  const isHomeless = placed.some(({ row: { change: { act } } }) => act.kind === 'create' && act.folderId === null);
  const home = isHomeless ? (await rows.folders()).find(({ isDefault }) => isDefault)?.id ?? null : null;
  const changes = new Map<ContactId, Change[]>();
  for (const { row: { change }, contactId, needs } of placed) {
    const { act } = change;
    if (isMailboxAct(act)) continue;
    const folderId = needs[0] ?? home;
    const shown = act.kind === 'create' ? { ...change, act: { ...act, contactId, folderId } }
      : act.kind === 'move' ? { ...change, act: { ...act, folderId: folderId ?? act.folderId } } : change;
    const ofContact = changes.get(contactId);
    if (ofContact) ofContact.push(shown);
    else changes.set(contactId, [shown]);
  }
  // Somebody who is brought back twice, saved as new and by undo, is one person.
  for (const { contactId, restores } of placed) {
    const earlier = restores === null ? undefined : changes.get(restores);
    if (restores === null || earlier?.[0]?.act.kind !== 'create') continue;
    changes.set(contactId, [...earlier, ...changes.get(contactId) ?? []]);
    changes.set(restores, []);
  }
  return changes;
}

/** The contacts under each of these keys, as the person means them. */
export async function contactsMeant(rows: Rows, pending: Overlay | null, keys: readonly string[]): Promise<Map<string, readonly Contact[]>> {
  const found = await Promise.all(keys.map((key) => rows.contactsByKey(key)));
  if (pending === null) return new Map(keys.map((key, i) => [key, (found[i] ?? []).map(({ contact }) => contact)]));
  const meant = new Map<string, Contact[]>();
  for (const contact of pending.contacts.values()) {
    for (const key of contact === null ? [] : contactKeys(contact)) meant.set(key, [...meant.get(key) ?? [], contact as Contact]);
  }
  return new Map(keys.map((key, i) => [key, [
    ...(found[i] ?? []).flatMap(({ id, contact }) => (pending.contacts.has(id) ? [] : [contact])),
    ...meant.get(key) ?? [],
  ]]));
}

/** A contact as the person means it. Whoever holds an id that it had before finds it all the same. */
export async function contactMeant(rows: Rows, pending: Overlay | null, asked: ContactId): Promise<Contact | null> {
  const next = async (id: ContactId): Promise<ContactId | null> => (pending ? pending.next(id) : (await rows.idRow(id))?.now ?? null);
  const seen = new Set<ContactId>();
  for (let id: ContactId | null = asked; id !== null && !seen.has(id); id = await next(id)) {
    seen.add(id);
    const contact: Contact | null | undefined = pending?.contacts.has(id) ? pending.contacts.get(id) : (await rows.contact(id))?.contact;
    if (contact) return contact;
  }
  return null;
}
