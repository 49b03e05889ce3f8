import { emptyFields } from './contactRecord.ts';
import type { ContactFields, ContactRecord } from './contactRecord.ts';
import type { DirectoryUser } from './directory.ts';

/** An item that left a folder, as delta has to report it: by the ids it had while it was there. */
export type Removal = {
  readonly change: number;
  readonly serial: number;
  readonly moves: number;
  readonly reason: 'changed' | 'deleted';
};

export type Folder = {
  readonly serial: number;
  parent: number | null;
  displayName: string;
  readonly wellKnownName: 'contacts' | 'deleteditems' | 'root' | null;
  /** Folders Outlook keeps for itself, which beta lists and v1.0 does not. */
  readonly isHidden: boolean;
  change: number;
  arrived: number;
  /** Serials in the order of arrival. */
  items: number[];
  removals: Removal[];
  /** The last change of anything inside, so that a sorted view can be kept until then. */
  contentChange: number;
};

export type Share = 'read' | 'write';

export type OutlookCategory = { readonly id: string; readonly displayName: string; color: string };

/** What happened to a contact; subscriptions listen. */
export type MailboxEvent = {
  readonly kind: 'created' | 'updated' | 'deleted';
  readonly mailbox: Mailbox;
  readonly contact: ContactRecord;
  readonly folder: number;
};

export type Mailbox = {
  readonly number: number;
  readonly owner: DirectoryUser;
  readonly folders: Map<number, Folder>;
  readonly contacts: Map<number, ContactRecord>;
  readonly root: Folder;
  readonly contactsFolder: Folder;
  readonly deletedItems: Folder;
  readonly removedFolders: Removal[];
  categories: OutlookCategory[];
  /** Folder serial → address of the other user → what they may do. */
  readonly shares: Map<number, Map<string, Share>>;
  /** Delta tokens handed out before this point have expired. */
  deltaEpoch: number;
  change: number;
  nextSerial: number;
  onEvent: (event: MailboxEvent) => void;
};

export function createMailbox(number: number, owner: DirectoryUser): Mailbox {
  const folder = (serial: number, parent: number | null, displayName: string, wellKnownName: Folder['wellKnownName']): Folder => ({
    serial, parent, displayName, wellKnownName, isHidden: false, change: 1, arrived: 1, items: [], removals: [], contentChange: 1,
  });
  const root = folder(1, null, 'Top of Information Store', 'root');
  const contactsFolder = folder(2, 1, 'Contacts', 'contacts');
  const deletedItems = folder(3, 1, 'Deleted Items', 'deleteditems');
  return {
    number, owner, root, contactsFolder, deletedItems,
    folders: new Map([[1, root], [2, contactsFolder], [3, deletedItems]]),
    contacts: new Map(), removedFolders: [], categories: [], shares: new Map(),
    deltaEpoch: 0, change: 1, nextSerial: 16, onEvent: () => undefined,
  };
}

export function addFolder(
  mailbox: Mailbox, parent: Folder, displayName: string, traits: { isHidden?: boolean } = {},
): Folder {
  mailbox.change += 1;
  const folder: Folder = {
    serial: mailbox.nextSerial, parent: parent.serial, displayName, wellKnownName: null, isHidden: traits.isHidden ?? false,
    change: mailbox.change, arrived: mailbox.change, items: [], removals: [], contentChange: mailbox.change,
  };
  mailbox.nextSerial += 1;
  mailbox.folders.set(folder.serial, folder);
  return folder;
}

export const childrenOf = (mailbox: Mailbox, parent: Folder): Folder[] =>
  [...mailbox.folders.values()].filter((f) => f.parent === parent.serial);

/** Whether a folder lies, at whatever depth, under `above` (or is it). */
export function liesUnder(mailbox: Mailbox, folder: Folder, above: Folder): boolean {
  let at: Folder | undefined = folder;
  while (at !== undefined) {
    if (at.serial === above.serial) return true;
    at = at.parent === null ? undefined : mailbox.folders.get(at.parent);
  }
  return false;
}

export function changeFolder(mailbox: Mailbox, folder: Folder, change: { displayName?: string; parent?: Folder }): void {
  mailbox.change += 1;
  if (change.displayName !== undefined) folder.displayName = change.displayName;
  if (change.parent !== undefined) folder.parent = change.parent.serial;
  folder.change = mailbox.change;
}

/** Deleting keeps the folder and what is in it under Deleted Items; purging drops both. */
export function removeFolder(mailbox: Mailbox, folder: Folder, how: 'delete' | 'purge'): void {
  for (const child of childrenOf(mailbox, folder)) if (how === 'purge') removeFolder(mailbox, child, how);
  mailbox.change += 1;
  mailbox.removedFolders.push({
    change: mailbox.change, serial: folder.serial, moves: 0, reason: how === 'purge' ? 'deleted' : 'changed',
  });
  if (how === 'delete') {
    folder.parent = mailbox.deletedItems.serial;
    return;
  }
  for (const serial of folder.items) mailbox.contacts.delete(serial);
  mailbox.folders.delete(folder.serial);
}

export function addContact(
  mailbox: Mailbox, folder: Folder, fields: ContactFields, now: number, traits: { isList?: boolean } = {},
): ContactRecord {
  mailbox.change += 1;
  const record: ContactRecord = {
    serial: mailbox.nextSerial, folder: folder.serial, deletedFrom: null, moves: 0,
    revision: mailbox.change, change: mailbox.change, arrived: mailbox.change, created: now, modified: now, isList: traits.isList ?? false,
    fields, changedProperties: null, extensions: null, schemaExtensions: null, extendedProperties: null, photo: null,
  };
  mailbox.nextSerial += 1;
  mailbox.contacts.set(record.serial, record);
  folder.items.push(record.serial);
  folder.contentChange = mailbox.change;
  mailbox.onEvent({ kind: 'created', mailbox, contact: record, folder: folder.serial });
  return record;
}

export function addContactList(mailbox: Mailbox, folder: Folder, displayName: string, now: number): ContactRecord {
  const fields = emptyFields();
  fields.text.displayName = displayName;
  return addContact(mailbox, folder, fields, now, { isList: true });
}

/** A write of the contact's own properties: another changeKey, told by delta and by notifications. */
export function touchContact(mailbox: Mailbox, record: ContactRecord, now: number, properties: readonly string[]): void {
  touchQuietly(mailbox, record, now);
  record.change = mailbox.change;
  record.changedProperties ??= new Map();
  for (const property of properties) record.changedProperties.set(property, mailbox.change);
  const folder = mailbox.folders.get(record.folder);
  if (folder !== undefined) folder.contentChange = mailbox.change;
  mailbox.onEvent({ kind: 'updated', mailbox, contact: record, folder: record.folder });
}

/** A write of the photo or of an extension: another changeKey, yet neither delta nor a notification tells of it. */
export function touchQuietly(mailbox: Mailbox, record: ContactRecord, now: number): void {
  mailbox.change += 1;
  record.revision = mailbox.change;
  record.modified = now;
}

function leaveFolder(mailbox: Mailbox, record: ContactRecord, reason: Removal['reason']): void {
  const folder = mailbox.folders.get(record.folder);
  if (folder === undefined) return;
  const place = folder.items.indexOf(record.serial);
  if (place >= 0) folder.items.splice(place, 1);
  folder.removals.push({ change: mailbox.change, serial: record.serial, moves: record.moves, reason });
  folder.contentChange = mailbox.change;
}

/** Moves an item within the mailbox: another ordinary id, the same immutable one. Graph itself offers no such call. */
export function moveContact(
  mailbox: Mailbox, record: ContactRecord, target: Folder, now: number, reason: Removal['reason'] = 'changed',
): void {
  const from = record.folder;
  mailbox.change += 1;
  leaveFolder(mailbox, record, reason);
  record.folder = target.serial;
  record.deletedFrom = target === mailbox.deletedItems ? from : null;
  record.moves += 1;
  record.revision = mailbox.change;
  record.change = mailbox.change;
  record.arrived = mailbox.change;
  record.modified = now;
  target.items.push(record.serial);
  target.contentChange = mailbox.change;
  const gone = target === mailbox.deletedItems;
  mailbox.onEvent({ kind: gone ? 'deleted' : 'created', mailbox, contact: record, folder: gone ? from : target.serial });
}

/** Takes an item out of the mailbox for good. */
export function purgeContact(mailbox: Mailbox, record: ContactRecord): void {
  mailbox.change += 1;
  const from = record.folder;
  leaveFolder(mailbox, record, 'deleted');
  mailbox.contacts.delete(record.serial);
  mailbox.onEvent({ kind: 'deleted', mailbox, contact: record, folder: from });
}
