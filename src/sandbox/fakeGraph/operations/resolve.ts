import { wantsImmutableIds } from '../call.ts';
import type { MailboxCall } from '../call.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { ContactView } from '../shapes/contactView.ts';
import type { ContactRecord } from '../state/contactRecord.ts';
import { parseId } from '../state/ids.ts';
import { liesUnder } from '../state/mailbox.ts';
import type { Folder, Share } from '../state/mailbox.ts';

export const viewOf = (call: MailboxCall): ContactView => ({
  mailbox: call.mailbox, directory: call.state.directory, settings: call.state.settings, immutableIds: wantsImmutableIds(call),
});

/** What the caller may do with a folder of this mailbox. Sharing a folder says nothing about those inside it. */
function shareOf(call: MailboxCall, folder: Folder): Share | null {
  if (call.caller.user === call.subject) return 'write';
  const whom = call.caller.user.mail.toLowerCase();
  return call.mailbox.shares.get(folder.serial)?.get(whom) ?? call.mailbox.shares.get(call.mailbox.root.serial)?.get(whom) ?? null;
}

const sharesAnything = (call: MailboxCall): boolean =>
  [...call.mailbox.shares.values()].some((people) => people.has(call.caller.user.mail.toLowerCase()));

/**
 * Looks a folder up for reading or writing. A mailbox that shares nothing is denied; where another folder is shared,
 * the one asked for "could not be found" (seen when only a subfolder was shared).
 */
export function folderFor(call: MailboxCall, folder: Folder | undefined, need: Share): Folder | Refusal {
  if (call.caller.user !== call.subject && !sharesAnything(call)) return refusals.accessDenied();
  if (folder === undefined) return refusals.folderNotFound();
  const share = shareOf(call, folder);
  if (share === null) return refusals.folderNotFound();
  return need === 'write' && share === 'read' ? refusals.accessDenied() : folder;
}

/** A folder by its key: an id, or the well-known name `contacts`. */
function folderByKey(call: MailboxCall, key: string): Folder | undefined | Refusal {
  if (key.toLowerCase() === 'contacts') return call.mailbox.contactsFolder;
  const id = parseId(key);
  if (!id.ok || id.kind !== 'folder') return refusals.idMalformed();
  if (id.mailbox !== call.mailbox.number) return undefined;
  const folder = call.mailbox.folders.get(id.serial);
  if (folder === undefined || folder.wellKnownName === 'root' || folder.wellKnownName === 'deleteditems') return undefined;
  return liesUnder(call.mailbox, folder, call.mailbox.deletedItems) ? undefined : folder;
}

/** The folder a path names; without one, the default Contacts folder. */
export function resolveFolder(call: MailboxCall, need: Share): Folder | Refusal {
  let above: Folder | null = null;
  for (const key of call.folders) {
    const folder = folderByKey(call, key);
    if (isRefusal(folder)) return folder;
    if (folder === undefined || (above !== null && folder.parent !== above.serial)) return folderFor(call, undefined, need);
    above = folder;
  }
  return folderFor(call, above ?? call.mailbox.contactsFolder, need);
}

/** A contact by id, of either kind whatever the request prefers. The short path finds it in any folder. */
export function resolveContact(call: MailboxCall, key: string | undefined, need: Share): ContactRecord | Refusal {
  if (key === undefined || key === '') return refusals.idEmpty();
  const id = parseId(key);
  if (!id.ok || id.kind === 'folder') return refusals.idMalformed();
  const record = id.mailbox === call.mailbox.number ? call.mailbox.contacts.get(id.serial) : undefined;
  if (record === undefined || record.isList) {
    const access = call.caller.user === call.subject || sharesAnything(call);
    return access ? refusals.itemNotFound() : refusals.accessDenied();
  }
  if (id.kind === 'ordinary' && id.moves !== record.moves) return refusals.itemNotFound();
  const folder = call.mailbox.folders.get(record.folder);
  if (folder === undefined) return refusals.itemNotFound();
  if (liesUnder(call.mailbox, folder, call.mailbox.deletedItems)) {
    const found = id.kind === 'immutable' && call.state.settings.deletedItemsByImmutableId === 'found' && call.folders.length === 0;
    return found ? record : refusals.itemNotFound();
  }
  if (call.folders.length > 0) {
    const named = resolveFolder(call, need);
    if (isRefusal(named)) return named;
    if (named !== folder) return refusals.itemNotFound();
  }
  const allowed = folderFor(call, folder, need);
  if (!isRefusal(allowed)) return record;
  return allowed.status === 403 ? allowed : refusals.itemNotFound();
}

/** `If-Match` against the current tag; absent or `*` always fits. */
export function matchesPrecondition(call: MailboxCall, etag: string): boolean {
  const wanted = call.headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return true;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '').replaceAll('"', '');
  return wanted.split(',').some((tag) => bare(tag) === bare(etag));
}

/** The address of the collection a call speaks of, for links and contexts. */
export function contactsContext(call: MailboxCall, rest = ''): string {
  const owner = encodeURIComponent(call.subject.id);
  const folders = call.folders.map((key, at) => `/${at === 0 ? 'contactFolders' : 'childFolders'}('${encodeURIComponent(key)}')`).join('');
  return `${call.root}/$metadata#users('${owner}')${folders}/contacts${rest}`;
}
