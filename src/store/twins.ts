import { fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactId } from '#domain/contact';
import { madeByAnother } from '#domain/madeByAnother';
import { copyMadeOf, madeByThis } from '#domain/madeByThis';
import { contactKeys } from '#domain/match';
import { foldAddress } from '#domain/normalize';
import type { Rows } from './backing.ts';
import type { ChangeRow, IdRow } from './changeRows.ts';
import { inOrder } from './changeRows.ts';
import { follow } from './pendingOrder.ts';

/**
 * While the answer to a create is open, or a move is under way, sync may bring what was made. Gives, by Graph's id of each
 * such contact, the id that it is still known by, so that one person is not two. Changes that sync brings do not show what made
 * a contact, so this is a guess by what it holds; nothing is sent by it.
 */
export async function readTwins(rows: Rows, pending: readonly ChangeRow[], ids: readonly IdRow[]): Promise<ReadonlyMap<ContactId, ContactId>> {
  const twins = new Map<ContactId, ContactId>();
  const open = inOrder(pending).filter(({ change: { act, state, unsure } }) =>
    (act.kind === 'create' && (unsure || state === 'sending')) || (act.kind === 'move' && (act.copyId !== null || unsure || state === 'sending')));
  if (open.length === 0) return twins;
  const leads = new Map(ids.map(({ id, now }) => [id, now]));
  for (const { change: { act } } of open) if (act.kind === 'move' && act.copyId !== null) twins.set(act.copyId, follow(leads, act.contactId));
  // What some other change is known to have made, this one did not.
  const known = new Set(leads.values());
  for (const { id: rowId, change: { act, at } } of open) {
    if (act.kind === 'create') {
      const others = open.flatMap(({ id, change: { act: one } }) => (id !== rowId && one.kind === 'create' ? [one.fields] : []));
      const found = (await alike(rows, act.fields)).filter((contact) => !madeByAnother(contact, act.fields, others)).filter(({ id, createdDateTime }) =>
        createdDateTime !== '' && !known.has(id) && !twins.has(id) && (act.restores === null || follow(leads, act.restores) !== id));
      const made = madeByThis(found, act.fields, at, Date.parse);
      if (made !== null) twins.set(made.id, follow(leads, act.contactId));
    } else if (act.kind === 'move' && act.copyId === null) {
      const [original, folderId] = [follow(leads, act.contactId), follow(leads, act.folderId)];
      const found = (await alike(rows, act.before)).filter(({ id, createdDateTime, parentFolderId }) =>
        createdDateTime !== '' && parentFolderId === folderId && id !== original && !known.has(id) && !twins.has(id));
      const copy = copyMadeOf(found, fieldsOf(act.before), at, Date.parse);
      if (copy !== null) twins.set(copy.id, original);
    }
  }
  return twins;
}

/** By the first address, or by the name where there is none. */
async function alike(rows: Rows, fields: ContactFields): Promise<readonly Contact[]> {
  const [first] = fields.emailAddresses;
  const address = foldAddress(first?.address ?? '');
  const [key] = contactKeys(address === '' ? fields : { ...fields, emailAddresses: first ? [first] : [] });
  if (key === undefined) return [];
  const found = (await rows.contactsByKey(key)).map(({ contact }) => contact);
  return address === '' ? found.filter(({ displayName }) => displayName === fields.displayName) : found;
}
