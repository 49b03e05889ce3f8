import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { contactChangeKey } from '../shapes/contactView.ts';
import type { ContactView, Json } from '../shapes/contactView.ts';
import { isObject } from '../shapes/readValues.ts';
import { renderContact } from '../shapes/renderContact.ts';
import type { Version } from '../shapes/renderContact.ts';
import { writeContact } from '../shapes/writeContact.ts';
import type { GraphState } from '../state/graphState.ts';
import { parseId } from '../state/ids.ts';
import { addContact, addFolder, moveContact, purgeContact, touchContact } from '../state/mailbox.ts';
import type { Folder, Mailbox, Share } from '../state/mailbox.ts';

/** A folder by id, by well-known name, or by its path of names below the default one (`Suppliers/Prague`). */
function findFolder(mailbox: Mailbox, key: unknown): Folder | undefined {
  if (key === undefined || key === '' || key === 'contacts' || key === 'Contacts' || key === 'mailbox') return mailbox.contactsFolder;
  const id = parseId(String(key));
  if (id.ok) return mailbox.folders.get(id.serial);
  let at: Folder | undefined = mailbox.contactsFolder;
  for (const name of String(key).split('/')) {
    const above: Folder | undefined = at;
    at = [...mailbox.folders.values()].find((f) => f.parent === above?.serial && f.displayName === name);
  }
  return at;
}

/**
 * A change made elsewhere, in Outlook itself say: it can do what Graph cannot, such as moving a contact, restoring a
 * deleted one, or sharing a folder.
 */
export function changeElsewhere(state: GraphState, mailbox: Mailbox, request: Record<string, unknown>): Json | Refusal {
  const now = state.clock.now();
  const version: Version = request.version === 'beta' ? 'beta' : 'v1.0';
  const view: ContactView = { mailbox, directory: state.directory, settings: state.settings, immutableIds: true };
  const body = request.body ?? {};
  if (!isObject(body)) return refusals.body();
  const folder = findFolder(mailbox, request.folder);
  const id = parseId(String(request.contactId ?? ''));
  const record = id.ok ? mailbox.contacts.get(id.serial) : undefined;
  switch (request.op) {
    case 'create': {
      if (folder === undefined) return refusals.folderNotFound();
      const written = writeContact(version, body, null, state.settings, now, () => false);
      if (isRefusal(written)) return written;
      return renderContact(version, addContact(mailbox, folder, written.fields, now), view, null);
    }
    case 'patch': {
      if (record === undefined) return refusals.itemNotFound();
      const written = writeContact(version, body, record.fields, state.settings, now, () => false);
      if (isRefusal(written)) return written;
      record.fields = written.fields;
      touchContact(mailbox, record, now, written.properties);
      return { ...renderContact(version, record, view, null), changeKey: contactChangeKey(record, view) };
    }
    case 'delete':
      if (record === undefined) return refusals.itemNotFound();
      moveContact(mailbox, record, mailbox.deletedItems, now, state.settings.removedReasonOfDelete);
      return {};
    case 'purge':
      if (record === undefined) return refusals.itemNotFound();
      purgeContact(mailbox, record);
      return {};
    case 'move':
    case 'restore': {
      if (record === undefined) return refusals.itemNotFound();
      const target = request.op === 'move' ? folder : mailbox.folders.get(record.deletedFrom ?? mailbox.contactsFolder.serial);
      if (target === undefined) return refusals.folderNotFound();
      moveContact(mailbox, record, target, now);
      return renderContact(version, record, view, null);
    }
    case 'createFolder': {
      if (folder === undefined || typeof body.displayName !== 'string') return refusals.folderNotFound();
      return { displayName: addFolder(mailbox, folder, body.displayName).displayName };
    }
    case 'share': {
      if (folder === undefined) return refusals.folderNotFound();
      return share(state, mailbox, request.folder === 'mailbox' ? mailbox.root : folder, body);
    }
    default:
      return refuse(400, 'BadRequest', '"op" must be create, patch, delete, purge, move, restore, createFolder or share.');
  }
}

/** `{with: 'henrietta', may: 'read' | 'write' | 'nothing'}`; the folder `mailbox` makes a delegate. */
function share(state: GraphState, mailbox: Mailbox, folder: Folder, body: Record<string, unknown>): Json | Refusal {
  const other = typeof body.with === 'string' ? state.directory.called(body.with) : undefined;
  if (other === undefined) return refusals.userNotFound(String(body.with));
  const people = mailbox.shares.get(folder.serial) ?? new Map<string, Share>();
  mailbox.shares.set(folder.serial, people);
  if (body.may === 'nothing') people.delete(other.mail.toLowerCase());
  else people.set(other.mail.toLowerCase(), body.may === 'write' ? 'write' : 'read');
  return { folder: folder.displayName, with: other.mail };
}
