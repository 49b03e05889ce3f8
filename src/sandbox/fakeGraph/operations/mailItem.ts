import type { Attendee, AttendeeType, Event, Message, Recipient, ResponseType } from '@microsoft/microsoft-graph-types';
import { immutableId, restId } from '../../seed/exchangeIds.ts';
import { items } from '../../seed/items.ts';
import type { Draft, Item, ItemPerson, Mail, Meeting } from '../../seed/items.ts';
import { wantsImmutableIds } from '../call.ts';
import type { GraphAnswer, MailboxCall } from '../call.ts';
import { readSelect } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Messages and events are read only, and they are the ones the host page shows: everybody on them, whatever a host cuts.
 * Dates are those of the day the emulator lives in.
 */
const recipient = (person: ItemPerson): Recipient => ({ emailAddress: { name: person.name, address: person.address } });

type Sent = Mail | Draft;
const messageReaders = {
  subject: (item) => item.subject,
  from: (item) => recipient(item.from),
  sender: (item) => recipient('sender' in item ? item.sender ?? item.from : item.from),
  toRecipients: (item) => item.to.map(recipient),
  ccRecipients: (item) => item.cc.map(recipient),
  // Nobody but the writer sees them.
  bccRecipients: (item) => (item.type === 'draft' ? item.bcc.map(recipient) : []),
  replyTo: () => [],
  isDraft: (item) => item.type === 'draft',
  body: (item) => ({ contentType: 'text', content: item.body }),
  bodyPreview: (item) => item.body.slice(0, 255),
} as const satisfies { [P in keyof Message]?: (item: Sent) => unknown };

const responses = { none: 'none', organizer: 'organizer', tentative: 'tentativelyAccepted', accepted: 'accepted', declined: 'declined' } as const satisfies Record<string, ResponseType>;
const attendee = (type: AttendeeType) => (person: ItemPerson): Attendee =>
  ({ type, status: { response: responses[person.response ?? 'none'], time: '0001-01-01T00:00:00Z' }, ...recipient(person) });

const eventReaders = {
  subject: (item) => item.subject,
  organizer: (item) => recipient(item.organizer),
  attendees: (item) => [...item.required.map(attendee('required')), ...item.optional.map(attendee('optional'))],
  isOrganizer: (item) => item.role === 'organizer',
  location: (item) => ({ displayName: item.location }),
  body: (item) => ({ contentType: 'text', content: item.body }),
  bodyPreview: (item) => item.body.slice(0, 255),
} as const satisfies { [P in keyof Event]?: (item: Meeting) => unknown };

/** What the ReadBasic scopes keep back. That asking for it is an error, and not silence, is assumed: it is the harder side. */
const notBasic = ['body', 'bodyPreview', 'uniqueBody', 'attachments', 'extensions'];

/** An id in either form, of this mailbox. One with `/` or `+`, as Outlook tells it, is not Graph's. */
function find(call: MailboxCall, fits: (item: Item) => boolean): Item | Refusal {
  const { owner } = call.mailbox;
  const id = call.keys[0] ?? '';
  if (!/^AA[A-Za-z0-9_=-]{20,}$/.test(id)) return refusals.idMalformed();
  const found = items({ name: owner.displayName, address: owner.mail }).find((item) => [restId, immutableId].some((form) => form(owner.mail, item.id) === id));
  // A draft that was never saved is nowhere but in its window.
  return found === undefined || !fits(found) || (found.type === 'draft' && !found.saved) ? refusals.itemNotFound() : found;
}

function answer<T extends Item>(
  call: MailboxCall, found: T | Refusal, collection: 'messages' | 'events', readers: Readonly<Record<string, (item: T) => unknown>>, whole: readonly string[],
): GraphAnswer | Refusal {
  if (isRefusal(found)) return found;
  const type = `microsoft.graph.${collection === 'messages' ? 'message' : 'event'}`;
  const other = call.query.all.find(([name]) => name.startsWith('$') && name !== '$select');
  if (other !== undefined) return refusals.notEmulated(`${other[0]} on ${collection}`);
  const select = readSelect(call.query, (name) => Object.hasOwn(readers, name) || name === 'id', type);
  if (isRefusal(select)) return select;
  const seesAll = whole.some((scope) => call.caller.scopes.has(scope));
  if (!seesAll && select?.some((name) => notBasic.includes(name)) === true) return refusals.accessDenied();
  const names = (select ?? Object.keys(readers)).filter((name) => name !== 'id' && (seesAll || !notBasic.includes(name)));
  const id = (wantsImmutableIds(call) ? immutableId : restId)(call.mailbox.owner.mail, found.id);
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#users('${encodeURIComponent(call.subject.id)}')/${collection}/$entity`, id,
      ...Object.fromEntries(names.map((name) => [name, readers[name]?.(found)])),
    },
  };
}

/** `GET /me/messages/{id}` ("Get message"). */
export function getMessage(call: MailboxCall): GraphAnswer | Refusal {
  const found = find(call, (item) => item.type !== 'event');
  return answer(call, found as Sent | Refusal, 'messages', messageReaders, ['Mail.Read', 'Mail.ReadWrite', 'Mail.Read.Shared', 'Mail.ReadWrite.Shared']);
}

/** `GET /me/events/{id}` ("Get event"). */
export function getEvent(call: MailboxCall): GraphAnswer | Refusal {
  const found = find(call, (item) => item.type === 'event');
  return answer(call, found as Meeting | Refusal, 'events', eventReaders, ['Calendars.Read', 'Calendars.ReadWrite', 'Calendars.Read.Shared', 'Calendars.ReadWrite.Shared']);
}
