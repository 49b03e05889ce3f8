import type { GraphAnswer, MailboxCall } from '../call.ts';
import { collectionPage } from '../query/collectionPage.ts';
import { parseFilter } from '../query/filter.ts';
import { readOrderBy, readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { folderProperties, renderFolder } from '../shapes/contactFolder.ts';
import { isObject, readText } from '../shapes/readValues.ts';
import { parseId } from '../state/ids.ts';
import { addFolder, changeFolder, childrenOf, liesUnder, removeFolder } from '../state/mailbox.ts';
import type { Folder } from '../state/mailbox.ts';
import { deltaHeaders, deltaLinks, readDeltaCall, roundOf } from './contactsDelta.ts';
import { folderFor, resolveFolder } from './resolve.ts';

const type = 'microsoft.graph.contactFolder';
const isFolderProperty = (call: MailboxCall) => (name: string): boolean => folderProperties(call.version).includes(name);

const foldersContext = (call: MailboxCall, rest = ''): string =>
  `${call.root}/$metadata#users('${encodeURIComponent(call.subject.id)}')/contactFolders${rest}`;

/** Folders a listing shows: children of the named folder, or of the default one; hidden ones in beta only. */
function listed(call: MailboxCall, parent: Folder): Folder[] {
  const children = childrenOf(call.mailbox, parent).filter((f) => call.version === 'beta' || !f.isHidden);
  if (call.folders.length > 0) return children;
  const withDefault = call.version === 'beta' || call.state.settings.defaultFolderListed;
  return withDefault ? [call.mailbox.contactsFolder, ...children] : children;
}

function visible(call: MailboxCall): Folder[] | Refusal {
  if (call.caller.user === call.subject || call.folders.length > 0) {
    const parent = resolveFolder(call, 'read');
    return isRefusal(parent) ? parent : listed(call, parent);
  }
  // Somebody else's list shows what they share of it.
  const shared = listed(call, call.mailbox.contactsFolder).filter((f) => !isRefusal(folderFor(call, f, 'read')));
  const parent = folderFor(call, call.mailbox.contactsFolder, 'read');
  return isRefusal(parent) && shared.length === 0 ? parent : shared;
}

function folderFilter(call: MailboxCall): ((folder: Folder) => boolean) | Refusal {
  const text = call.query.get('$filter');
  if (text === undefined) return () => true;
  const filter = parseFilter(text);
  if (isRefusal(filter)) return filter;
  if (filter.kind !== 'compare' && filter.kind !== 'call') return refusals.filterNodes();
  if (filter.path !== 'displayName' || filter.literal.type !== 'text') return refusals.filterNodes();
  const wanted = filter.literal.value.toLowerCase();
  if (filter.kind === 'compare') return filter.operator === 'eq' ? (f) => f.displayName.toLowerCase() === wanted : refusals.filterNodes();
  return filter.name === 'startswith' ? (f) => f.displayName.toLowerCase().startsWith(wanted) : refusals.filterNodes();
}

/** `GET …/contactFolders` and `…/childFolders`. In v1.0 the default folder is not among its own children. */
export function listContactFolders(call: MailboxCall): GraphAnswer | Refusal {
  const select = readSelect(call.query, isFolderProperty(call), type);
  if (isRefusal(select)) return select;
  const orders = readOrderBy(call.query, isFolderProperty(call), type);
  if (isRefusal(orders)) return orders;
  if (call.query.get('$expand') !== undefined) return refusals.expandNotSupported(call.query.get('$expand') ?? '');
  const test = folderFilter(call);
  if (isRefusal(test)) return test;
  const folders = visible(call);
  if (isRefusal(folders)) return folders;
  const found = folders.filter(test);
  for (const order of [...orders].reverse()) {
    const sign = order.descending ? -1 : 1;
    if (order.property === 'displayName') found.sort((a, b) => sign * a.displayName.localeCompare(b.displayName, 'en'));
  }
  const page = collectionPage(found, call.query, call.address, call.state.settings);
  if (isRefusal(page)) return page;
  const value = page.items.map((f) => renderFolder(call.version, f, call.mailbox, select));
  return { status: 200, body: { '@odata.context': foldersContext(call), ...page.annotations, value } };
}

export function countContactFolders(call: MailboxCall): GraphAnswer | Refusal {
  const folders = visible(call);
  return isRefusal(folders) ? folders : { status: 200, headers: { 'Content-Type': 'text/plain' }, body: String(folders.length) };
}

export function getContactFolder(call: MailboxCall): GraphAnswer | Refusal {
  const folder = resolveFolder(call, 'read');
  if (isRefusal(folder)) return folder;
  const select = readSelect(call.query, isFolderProperty(call), type);
  if (isRefusal(select)) return select;
  if (call.query.get('$expand') !== undefined) return refusals.expandNotSupported(call.query.get('$expand') ?? '');
  return { status: 200, body: { '@odata.context': foldersContext(call, '/$entity'), ...renderFolder(call.version, folder, call.mailbox, select) } };
}

function readName(call: MailboxCall, parent: Folder, self: Folder | null): string | Refusal {
  if (!isObject(call.body)) return refusals.body();
  const name = readText('displayName', call.body.displayName ?? null, call.state.settings.longestText);
  if (isRefusal(name)) return name;
  if (name === null || name.trim() === '') return refusals.propertyValidation('displayName');
  const taken = childrenOf(call.mailbox, parent).some((f) => f !== self && f.displayName.toLowerCase() === name.toLowerCase());
  return taken ? refusals.folderExists(call.state.settings.folderExistsStatus, name) : name;
}

function strangerIn(call: MailboxCall): Refusal | null {
  if (!isObject(call.body)) return refusals.body();
  const stranger = Object.keys(call.body).find((m) => !folderProperties(call.version).includes(m) && !m.includes('@'));
  return stranger === undefined ? null : refusals.propertyDoesNotExist(stranger, type);
}

/** `POST …/contactFolders` makes a folder under the default one, `POST …/childFolders` under the named one. */
export function createContactFolder(call: MailboxCall): GraphAnswer | Refusal {
  const parent = resolveFolder(call, 'write');
  if (isRefusal(parent)) return parent;
  const stranger = strangerIn(call);
  if (stranger !== null) return stranger;
  const name = readName(call, parent, null);
  if (isRefusal(name)) return name;
  const folder = addFolder(call.mailbox, parent, name);
  return { status: 201, body: { '@odata.context': foldersContext(call, '/$entity'), ...renderFolder(call.version, folder, call.mailbox, null) } };
}

/** `PATCH …/contactFolders/{id}`: renames, and moves when `parentFolderId` is given ("Update contactFolder"). */
export function updateContactFolder(call: MailboxCall): GraphAnswer | Refusal {
  const folder = resolveFolder(call, 'write');
  if (isRefusal(folder)) return folder;
  const stranger = strangerIn(call);
  if (stranger !== null) return stranger;
  const body = call.body as Record<string, unknown>;
  const change: { displayName?: string; parent?: Folder } = {};
  if (body.parentFolderId !== undefined) {
    const key = body.parentFolderId;
    if (typeof key !== 'string') return refusals.body("property 'parentFolderId'");
    const id = parseId(key);
    if (!id.ok || id.kind !== 'folder') return refusals.idMalformed();
    const parent = call.mailbox.folders.get(id.serial);
    if (parent === undefined || parent.wellKnownName === 'root' || !liesUnder(call.mailbox, parent, call.mailbox.contactsFolder)) return refusals.folderNotFound();
    if (liesUnder(call.mailbox, parent, folder)) return refusals.invalidArgument();
    change.parent = parent;
  }
  if (body.displayName !== undefined || change.parent !== undefined) {
    const parent = change.parent ?? call.mailbox.folders.get(folder.parent ?? 0) ?? call.mailbox.contactsFolder;
    const name = readName({ ...call, body: { displayName: body.displayName ?? folder.displayName } }, parent, folder);
    if (isRefusal(name)) return name;
    if (folder.wellKnownName === 'contacts') return refusals.accessDenied();
    change.displayName = name;
  }
  changeFolder(call.mailbox, folder, change);
  return { status: 200, body: { '@odata.context': foldersContext(call, '/$entity'), ...renderFolder(call.version, folder, call.mailbox, null) } };
}

function remove(call: MailboxCall, how: 'delete' | 'purge'): GraphAnswer | Refusal {
  const folder = resolveFolder(call, 'write');
  if (isRefusal(folder)) return folder;
  if (folder.wellKnownName !== null || folder.isHidden) return refusals.distinguishedFolder();
  removeFolder(call.mailbox, folder, how);
  return { status: 204 };
}

/** The default folder cannot be deleted. */
export const deleteContactFolder = (call: MailboxCall): GraphAnswer | Refusal => remove(call, 'delete');
export const permanentDeleteContactFolder = (call: MailboxCall): GraphAnswer | Refusal => remove(call, 'purge');

/** `GET …/contactFolders/delta` ("contactFolder: delta"): folders of every depth under the default one. */
export function contactFoldersDelta(call: MailboxCall): GraphAnswer | Refusal {
  // `childFolders` is marked as not change-tracked, although metadata lists a delta under it.
  if (call.folders.length > 0) return refusals.odataNotSupported();
  const own = folderFor(call, call.mailbox.contactsFolder, 'read');
  if (isRefusal(own)) return own;
  const token = readDeltaCall(call, 0, isFolderProperty(call), type);
  if (isRefusal(token)) return token;
  const { mailbox } = call;
  const round = roundOf(token, mailbox);
  const isShown = (f: Folder): boolean =>
    liesUnder(mailbox, f, mailbox.contactsFolder) && (f !== mailbox.contactsFolder || call.state.settings.defaultFolderListed)
    && (call.version === 'beta' || !f.isHidden);
  const changes = [...mailbox.folders.values()].filter((f) => isShown(f)).map((f) => ({
    change: f.change, shape: { '@odata.type': '#microsoft.graph.contactFolder', ...renderFolder(call.version, f, mailbox, round.select) },
  }));
  const removals = round.initial ? [] : mailbox.removedFolders.map((r) => ({
    change: r.change, shape: { id: renderRemovedId(call, r.serial), '@removed': { reason: r.reason } },
  }));
  const all = [...changes, ...removals].filter((e) => e.change > round.after && e.change <= round.until).sort((a, b) => a.change - b.change);
  const page = all.slice(0, round.size);
  const headers = deltaHeaders(call);
  return {
    status: 200,
    ...(headers === undefined ? {} : { headers }),
    body: {
      '@odata.context': `${call.root}/$metadata#Collection(contactFolder)`,
      ...deltaLinks(call.address, round, all.length > page.length ? page.at(-1)?.change ?? null : null),
      value: page.map((e) => e.shape),
    },
  };
}

const renderRemovedId = (call: MailboxCall, serial: number): unknown =>
  renderFolder('v1.0', { ...call.mailbox.root, serial, parent: null }, call.mailbox, null).id;
