import { preferences } from '../call.ts';
import type { GraphAnswer, GraphCall, MailboxCall } from '../call.ts';
import { expiredDelta, readDeltaToken, writeDeltaToken } from '../query/deltaToken.ts';
import type { DeltaToken } from '../query/deltaToken.ts';
import { readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { contactEtag, contactId } from '../shapes/contactView.ts';
import type { Json } from '../shapes/contactView.ts';
import { contactProperties, renderContact, storedField } from '../shapes/renderContact.ts';
import type { ContactRecord } from '../state/contactRecord.ts';
import { makeId } from '../state/ids.ts';
import type { Folder, Mailbox, Removal } from '../state/mailbox.ts';
import { isContactProperty } from './listContacts.ts';
import { resolveFolder, viewOf } from './resolve.ts';

/** One thing a round has to tell, at the change that made it so. */
type Entry = { readonly change: number; readonly record: ContactRecord } | { readonly change: number; readonly removal: Removal };

const unsupported = ['$filter', '$orderby', '$search', '$expand', '$top', '$skip', '$count'];

/** The token a delta call carries, or the round it begins. Only `$select` and the page size may be asked for. */
export function readDeltaCall(call: MailboxCall, folder: number, isKnown: (name: string) => boolean, type: string): DeltaToken | Refusal {
  const { settings } = call.state;
  const text = call.query.get('$deltatoken') ?? call.query.get('$skiptoken');
  if (text !== undefined && text !== '') {
    const repeated = call.query.all.map(([name]) => name).filter((name) => name.startsWith('$') && !name.endsWith('token'));
    if (repeated.length > 0) return refusals.deltaParameters(repeated);
    const token = readDeltaToken(text);
    const fits = token !== null && token.mailbox === call.mailbox.number && token.folder === folder && token.epoch === call.mailbox.deltaEpoch;
    return fits ? token : expiredDelta(settings.expiredDelta, call.address);
  }
  const wrong = unsupported.filter((name) => call.query.get(name) !== undefined);
  if (wrong.length > 0) return refusals.deltaParameters(wrong);
  const select = readSelect(call.query, isKnown, type);
  if (isRefusal(select)) return select;
  const asked = Number(preferences(call).get('odata.maxpagesize') ?? settings.pageSize);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, settings.deltaPageLimit) : settings.pageSize;
  const until = call.mailbox.change;
  return { mailbox: call.mailbox.number, folder, epoch: call.mailbox.deltaEpoch, select, size, initial: true, since: 0, until, after: 0 };
}

/** The round a token stands for: a delta link opens a new one, a next link goes on with its own. */
export function roundOf(token: DeltaToken, mailbox: Mailbox): DeltaToken {
  return token.until === 0 ? { ...token, until: mailbox.change } : token;
}

export const deltaHeaders = (call: GraphCall): Record<string, string> | undefined => {
  if (call.query.get('$deltatoken') || call.query.get('$skiptoken')) return undefined;
  const size = preferences(call).get('odata.maxpagesize');
  return { 'Preference-Applied': size === undefined ? 'odata.track-changes' : `odata.track-changes, odata.maxpagesize=${size}` };
};

export function deltaLinks(address: string, round: DeltaToken, lastOnPage: number | null): Json {
  return lastOnPage === null
    ? { '@odata.deltaLink': `${address}?%24deltatoken=${writeDeltaToken({ ...round, initial: false, since: round.until, until: 0, after: round.until })}` }
    : { '@odata.nextLink': `${address}?%24skiptoken=${writeDeltaToken({ ...round, after: lastOnPage })}` };
}

/** First place whose item arrived after `arrived`; items lie in order of arrival. */
function placeAfter(mailbox: Mailbox, folder: Folder, arrived: number): number {
  let low = 0;
  let high = folder.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = mailbox.contacts.get(folder.items[middle] ?? -1)?.arrived ?? 0;
    if (at <= arrived) low = middle + 1;
    else high = middle;
  }
  return low;
}

function initialEntries(mailbox: Mailbox, folder: Folder, round: DeltaToken): Entry[] {
  const from = placeAfter(mailbox, folder, round.after);
  return folder.items.slice(from, from + round.size + 1).flatMap((serial) => {
    const record = mailbox.contacts.get(serial);
    return record === undefined || record.arrived > round.until ? [] : [{ change: record.arrived, record }];
  });
}

function changedEntries(mailbox: Mailbox, folder: Folder, after: number, until: number): Entry[] {
  const entries: Entry[] = [];
  for (const serial of folder.items) {
    const record = mailbox.contacts.get(serial);
    if (record !== undefined && record.change > after && record.change <= until) entries.push({ change: record.change, record });
  }
  const removals = new Map<number, Removal>();
  for (const removal of folder.removals) {
    if (removal.change > after && removal.change <= until) removals.set(removal.serial, removal);
  }
  for (const removal of removals.values()) {
    if (mailbox.contacts.get(removal.serial)?.folder !== folder.serial) entries.push({ change: removal.change, removal });
  }
  return entries.sort((a, b) => a.change - b.change);
}

/** "Changes may be replayed" (delta query overview): the newest change before the round comes once more. */
function replayed(mailbox: Mailbox, folder: Folder, round: DeltaToken): Entry[] {
  let newest: ContactRecord | null = null;
  for (const serial of folder.items) {
    const record = mailbox.contacts.get(serial);
    if (record !== undefined && record.change <= round.since && record.change > (newest?.change ?? 0)) newest = record;
  }
  return newest === null ? [] : [{ change: newest.change, record: newest }];
}

function entryShape(entry: Entry, call: MailboxCall, round: DeltaToken): Json[] {
  const view = viewOf(call);
  if ('removal' in entry) {
    const { serial, moves, reason } = entry.removal;
    const id = makeId(view.immutableIds ? 'immutable' : 'ordinary', call.mailbox.number, serial, moves);
    return [{ id, '@removed': { reason } }];
  }
  const { record } = entry;
  if (record.isList) return [];
  const names = round.select ?? Object.keys(contactProperties(call.version));
  const partial = call.state.settings.deltaItems === 'partial' && !round.initial && record.arrived <= round.since;
  const changed = record.changedProperties;
  const shown = partial ? names.filter((name) => (changed?.get(storedField(name)) ?? 0) > round.since) : names;
  const shape = renderContact(call.version, record, view, shown);
  return [{ '@odata.type': '#microsoft.graph.contact', ...shape, '@odata.etag': contactEtag(record, view), id: contactId(record, view) }];
}

/**
 * `GET …/contacts/delta` ("contact: delta"): one folder's contacts, then what became of them. Photos and extensions
 * are not in it. A page may be empty and still have a next link.
 */
export function contactsDelta(call: MailboxCall): GraphAnswer | Refusal {
  const { settings } = call.state;
  if (call.folders.length === 0 && !settings.deltaWithoutFolder) return refusals.odataNotSupported();
  const folder = resolveFolder(call, 'read');
  if (isRefusal(folder)) return folder;
  if (call.caller.user !== call.subject && !settings.deltaOnSharedFolders) return refusals.accessDenied();
  const token = readDeltaCall(call, folder.serial, isContactProperty(call), 'microsoft.graph.contact');
  if (isRefusal(token)) return token;
  const round = roundOf(token, call.mailbox);
  const all = round.initial
    ? initialEntries(call.mailbox, folder, round)
    : changedEntries(call.mailbox, folder, round.after, round.until);
  const page = all.slice(0, round.size);
  const last = page.at(-1)?.change ?? null;
  const head: Entry[] = [];
  if (settings.deltaReplays && !round.initial && round.after === round.since) head.push(...replayed(call.mailbox, folder, round));
  if (settings.deltaRepeatsAcrossPages && round.after > round.since) {
    const before = folder.items.map((serial) => call.mailbox.contacts.get(serial))
      .find((record) => record !== undefined && (round.initial ? record.arrived : record.change) === round.after);
    if (before !== undefined) head.push({ change: round.after, record: before });
  }
  const value = [...head, ...page].flatMap((entry) => entryShape(entry, call, round));
  const headers = deltaHeaders(call);
  return {
    status: 200,
    ...(headers === undefined ? {} : { headers }),
    body: {
      '@odata.context': `${call.root}/$metadata#Collection(contact)`,
      ...deltaLinks(call.address, round, all.length > page.length ? last : null),
      value,
    },
  };
}
