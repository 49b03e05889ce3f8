import type { GraphAnswer, GraphCall } from '../call.ts';
import { collectionPage } from '../query/collectionPage.ts';
import { parseFilter } from '../query/filter.ts';
import { readOrderBy, readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { personFromContact, personFromUser, personProperties } from '../shapes/person.ts';
import type { PersonShape } from '../shapes/person.ts';
import { mailboxOf } from '../state/graphState.ts';

/** It is an index: what was written just now shows up later. */
const indexDelayMs = 2 * 60 * 60 * 1000;

const isPersonProperty = (name: string): boolean => (personProperties as readonly string[]).includes(name);

/** The people of one user, the nearest first: contacts with an address, then the organization. */
function index(call: GraphCall): PersonShape[] {
  const mailbox = mailboxOf(call.state, call.subject);
  const contacts = mailbox === undefined ? [] : [...mailbox.contacts.values()]
    .filter((r) => !r.isList && r.folder !== mailbox.deletedItems.serial && r.created <= call.now - indexDelayMs)
    .slice(0, 1000).flatMap((r, at) => personFromContact(r, mailbox, at) ?? []);
  const colleagues = call.subject.kind === 'personal' ? []
    : call.state.directory.users.filter((u) => u !== call.subject && u.kind === 'work').map((u, at) => personFromUser(u, at));
  return [...colleagues.slice(0, 3), ...contacts, ...colleagues.slice(3)];
}

function personFilter(text: string | undefined): ((person: PersonShape) => boolean) | Refusal {
  if (text === undefined) return () => true;
  const filter = parseFilter(text);
  if (isRefusal(filter)) return filter;
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || filter.literal.type !== 'text') return refusals.filterNodes();
  const wanted = filter.literal.value;
  if (filter.path === 'personType/class') return (p) => p.personType.class === wanted;
  return filter.path === 'personType/subclass' ? (p) => p.personType.subclass === wanted : refusals.filterNodes();
}

/** Fuzzy: each word begins a word of the name or of an address. */
function personSearch(text: string): (person: PersonShape) => boolean {
  const words = text.replaceAll('"', '').toLowerCase().split(/\s+/).filter((word) => word !== '');
  return (person) => words.every((word) => [person.displayName ?? '', ...person.scoredEmailAddresses.map((e) => e.address ?? '')]
    .some((name) => name.toLowerCase().split(/[\s@.]+/).some((part) => part.startsWith(word)) || name.toLowerCase().includes(word)));
}

/** `GET /me/people` ("List people"): ranked. Never the way to find out whether an address is already a contact. */
export function listPeople(call: GraphCall): GraphAnswer | Refusal {
  if (call.version === 'beta') return refusals.notEmulated('people in beta');
  if (mailboxOf(call.state, call.subject) === undefined || call.subject.mailbox === 'onPremises') return refusals.resourceNotFound();
  const select = readSelect(call.query, isPersonProperty, 'microsoft.graph.person');
  if (isRefusal(select)) return select;
  const orders = readOrderBy(call.query, isPersonProperty, 'microsoft.graph.person');
  if (isRefusal(orders)) return orders;
  const test = personFilter(call.query.get('$filter'));
  if (isRefusal(test)) return test;
  const search = call.query.get('$search');
  if (search !== undefined && call.query.get('$skip') !== undefined) return refusals.badRequest('$skip cannot be used together with $search.');
  if (search !== undefined && call.subject !== call.caller.user) return refusals.accessDenied();
  const everyone = search === undefined && call.state.settings.peopleWithoutSearch === 'empty' ? [] : index(call);
  const found = everyone.filter(test).filter(search === undefined ? () => true : personSearch(search));
  if (orders[0]?.property === 'displayName') {
    const sign = orders[0].descending ? -1 : 1;
    found.sort((a, b) => sign * (a.displayName ?? '').localeCompare(b.displayName ?? '', 'en'));
  }
  const page = collectionPage(found, call.query, call.address, call.state.settings);
  if (isRefusal(page)) return page;
  const value = page.items.map((p) => select === null ? p : Object.fromEntries(['id', ...select].map((name) => [name, p[name as keyof PersonShape]])));
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#users('${call.subject.id}')/people`, ...page.annotations, value } };
}

/** `GET /me/people/{id}` was answered with 500 (public report): nobody should depend on it. */
export const getPerson = (): Refusal => refusals.internal();
