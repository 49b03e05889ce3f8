import type { GraphAnswer, MailboxCall } from '../call.ts';
import { collectionPage } from '../query/collectionPage.ts';
import { contactFilter } from '../query/contactFilter.ts';
import type { ContactTest } from '../query/contactFilter.ts';
import { parseFilter } from '../query/filter.ts';
import { readOrderBy, readSelect } from '../query/queryOptions.ts';
import type { Order } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { contactProperties, renderContact } from '../shapes/renderContact.ts';
import type { ContactRecord } from '../state/contactRecord.ts';
import { liesUnder } from '../state/mailbox.ts';
import type { Folder } from '../state/mailbox.ts';
import { readExpand, withExpansion } from './expandExtensions.ts';
import { contactsContext, resolveFolder, viewOf } from './resolve.ts';
import { searchContacts } from './searchContacts.ts';

const type = 'microsoft.graph.contact';

/** What can stand in `$select` and `$filter`: the properties of this version, and schema extensions. */
export const isContactProperty = (call: MailboxCall) => (name: string): boolean =>
  Object.hasOwn(contactProperties(call.version), name) || call.state.schemaExtensions.has(name);

/** Everything a list speaks of, contact lists included: they are counted and take a place. */
function slots(call: MailboxCall, folder: Folder): ContactRecord[] {
  const serials = call.version === 'beta' && call.folders.length === 0 && call.state.settings.betaListCovers === 'mailbox'
    ? [...call.mailbox.folders.values()].filter((f) => !liesUnder(call.mailbox, f, call.mailbox.deletedItems)).flatMap((f) => f.items)
    : folder.items;
  return serials.flatMap((serial) => call.mailbox.contacts.get(serial) ?? []);
}

type SortedView = { readonly change: number; readonly key: string; readonly records: ContactRecord[] };
const sortedViews = new WeakMap<Folder, SortedView>();
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: false });

function sortKey(record: ContactRecord, order: Order, call: MailboxCall): string {
  const value = contactProperties(call.version)[order.property]?.(record, viewOf(call));
  return typeof value === 'string' ? value : '';
}

/** Sorting 100,000 contacts for each page would stall; the view is kept until something in the folder changes. */
function sorted(records: ContactRecord[], orders: readonly Order[], call: MailboxCall, folder: Folder, whole: boolean): ContactRecord[] {
  const key = `${call.version} ${orders.map((o) => `${o.property} ${o.descending}`).join()}`;
  const known = sortedViews.get(folder);
  if (whole && known !== undefined && known.change === folder.contentChange && known.key === key) return known.records;
  const keyed = records.map((record) => ({ record, keys: orders.map((o) => sortKey(record, o, call)) }));
  keyed.sort((a, b) => {
    for (const [at, order] of orders.entries()) {
      const by = collator.compare(a.keys[at] ?? '', b.keys[at] ?? '');
      if (by !== 0) return order.descending ? -by : by;
    }
    return a.record.serial - b.record.serial;
  });
  const view = keyed.map((k) => k.record);
  if (whole) sortedViews.set(folder, { change: folder.contentChange, key, records: view });
  return view;
}

function readFilter(call: MailboxCall): ContactTest | null | Refusal {
  const text = call.query.get('$filter');
  if (text === undefined || text.trim() === '') return null;
  const filter = parseFilter(text);
  return isRefusal(filter) ? filter : contactFilter(filter, { isProperty: isContactProperty(call), settings: call.state.settings });
}

/**
 * `GET …/contacts`: the contacts of one folder, a page at a time. Without a folder in the path it is the default
 * folder only ("List contacts"); in beta more.
 */
export function listContacts(call: MailboxCall): GraphAnswer | Refusal {
  const folder = resolveFolder(call, 'read');
  if (isRefusal(folder)) return folder;
  if (call.query.get('$search') !== undefined) return searchContacts(call);
  const select = readSelect(call.query, isContactProperty(call), type);
  if (isRefusal(select)) return select;
  const expand = readExpand(call.query);
  if (isRefusal(expand)) return expand;
  const orders = readOrderBy(call.query, isContactProperty(call), type);
  if (isRefusal(orders)) return orders;
  const sortable = (name: string): boolean => typeof contactProperties(call.version)[name] === 'function'
    && !['emailAddresses', 'categories', 'children', 'imAddresses'].includes(name);
  if (orders.some((o) => !sortable(o.property))) return refusals.tooComplex();
  const test = readFilter(call);
  if (isRefusal(test)) return test;
  if (test !== null && orders.length > 0 && call.state.settings.orderByTogetherWithFilter === 'refused') return refusals.tooComplex();

  const everything = slots(call, folder);
  const whole = test === null && everything.length === folder.items.length;
  const found = test === null ? everything : everything.filter(test);
  const ordered = orders.length === 0 ? found : sorted(found, orders, call, folder, whole);
  const page = collectionPage(ordered, call.query, call.address, call.state.settings);
  if (isRefusal(page)) return page;
  const view = viewOf(call);
  const value = page.items.filter((record) => !record.isList)
    .map((record) => withExpansion(renderContact(call.version, record, view, select), record, expand, call));
  const context = contactsContext(call, select === null ? '' : `(${select.join(',')})`);
  return { status: 200, body: { '@odata.context': context, ...page.annotations, value } };
}

/** `GET …/contacts/$count`: a number as text; contact lists are counted too. */
export function countContacts(call: MailboxCall): GraphAnswer | Refusal {
  const folder = resolveFolder(call, 'read');
  if (isRefusal(folder)) return folder;
  const test = readFilter(call);
  if (isRefusal(test)) return test;
  const records = slots(call, folder);
  const count = test === null ? records.length : records.filter(test).length;
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: String(count) };
}
