import type { ContactView, Json } from '../shapes/contactView.ts';
import { folderId } from '../shapes/contactView.ts';
import { renderContact } from '../shapes/renderContact.ts';
import { makeId } from '../state/ids.ts';
import type { GraphState } from '../state/graphState.ts';
import { liesUnder } from '../state/mailbox.ts';
import type { Mailbox } from '../state/mailbox.ts';

/** What the emulator holds for one user, for tests to look at: nothing Graph itself would tell in one answer. */
export function describeMailbox(state: GraphState, mailbox: Mailbox): Json {
  const view: ContactView = { mailbox, directory: state.directory, settings: state.settings, immutableIds: true };
  const folders = [...mailbox.folders.values()].map((folder) => ({
    id: folderId(mailbox, folder.serial), displayName: folder.displayName,
    parentFolderId: folder.parent === null ? null : folderId(mailbox, folder.parent),
    wellKnownName: folder.wellKnownName, hidden: folder.isHidden, items: folder.items.length,
  }));
  const all = [...mailbox.contacts.values()];
  const isDeleted = (serial: number): boolean => {
    const folder = mailbox.folders.get(serial);
    return folder === undefined || liesUnder(mailbox, folder, mailbox.deletedItems);
  };
  const contacts = all.filter((r) => !r.isList).map((record) => ({
    ...renderContact('v1.0', record, view, null),
    ordinaryId: makeId('ordinary', mailbox.number, record.serial, record.moves),
    folder: mailbox.folders.get(record.folder)?.displayName ?? null,
    deleted: isDeleted(record.folder),
    phones: record.fields.phones,
    flag: record.fields.flag,
    photo: record.photo === null ? null : { contentType: record.photo.contentType, bytes: record.photo.bytes.length },
    openExtensions: Object.fromEntries(record.extensions ?? []),
    schemaExtensions: Object.fromEntries(record.schemaExtensions ?? []),
    extendedProperties: [...record.extendedProperties?.values() ?? []],
  }));
  return {
    user: mailbox.owner.mail,
    counts: {
      contacts: contacts.filter((c) => !c.deleted).length,
      deleted: contacts.filter((c) => c.deleted).length,
      contactLists: all.filter((r) => r.isList).length,
      folders: folders.length,
      categories: mailbox.categories.length,
    },
    folders, contacts, categories: mailbox.categories,
  };
}
