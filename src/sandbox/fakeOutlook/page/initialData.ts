/**
 * The blob by which a host hands an item to office.js: at start as the answer to `GetInitialData`, later inside
 * `olkItemSelectedChanged`. Compose items take next to nothing from it; the rest is fetched by calls.
 */
import { ewsId } from '../../seed/exchangeIds.ts';
import type { Item, ItemPerson, Response } from '../../seed/items.ts';
import { users } from '../../seed/people.ts';
import { hostProfiles } from './hostProfiles.ts';
import { itemTime } from './itemTime.ts';
import { foldedLimit, mailboxType, recipientLimit, type Situation } from './situation.ts';

/** The host's own numbering: 0 restricted, 1 read item, 2 read and write mailbox, 3 read and write item. */
const readWriteItem = 3;

export const itemTypes = { messageRead: 1, eventAttendee: 2, meetingRequest: 3, messageCompose: 4, eventOrganizer: 5, none: 6 } as const;

export type WirePerson = {
  readonly name: string;
  readonly address: string;
  readonly recipientType?: number;
  readonly appointmentResponse?: number;
};

const responses: Record<Response, number> = { none: 0, organizer: 1, tentative: 2, accepted: 3, declined: 4 };
const kinds = { list: 1, user: 2, external: 3 } as const;

/** Only numbers count; a missing one leaves the property out, as for a sender or a recipient just typed. */
export function wirePerson(person: ItemPerson): WirePerson {
  return {
    name: person.name,
    address: person.address,
    ...(person.kind === undefined ? {} : { recipientType: kinds[person.kind] }),
    ...(person.response === undefined ? {} : { appointmentResponse: responses[person.response] }),
  };
}

export function itemType(item: Item): number {
  switch (item.type) {
    case 'mail': return item.invitation === undefined ? itemTypes.messageRead : itemTypes.meetingRequest;
    case 'draft': return itemTypes.messageCompose;
    case 'event': return item.role === 'organizer' ? itemTypes.eventOrganizer : itemTypes.eventAttendee;
  }
}

/** The surface of the add-in an item opens on; a pin holds within one surface only. */
export function surface(item: Item | null): 'read' | 'compose' | 'attendee' | 'organizer' {
  if (item === null || item.type === 'mail') return 'read';
  if (item.type === 'draft') return 'compose';
  return item.role;
}

/** Outlook pins a pane on messages only; `any` is the sandbox's own. */
export function staysOpen(pinned: Situation['pinned'], from: Item | null, to: Item | null): boolean {
  if (pinned === 'any') return true;
  return pinned === '1' && surface(from) === surface(to) && from?.type !== 'event';
}

export function initialData(
  item: Item | null, situation: Situation, me: { displayName: string; address: string }, origin: string,
): Record<string, unknown> | null {
  if (item === null && situation.none === 'null') return null;
  const common = {
    permissionLevel: readWriteItem,
    itemType: item === null ? itemTypes.none : itemType(item),
    itemNumber: 1,
    userDisplayName: me.displayName,
    userEmailAddress: me.address,
    userTimeZone: 'UTC',
    userProfileType: mailboxType(situation),
    ewsUrl: `${origin}/ews/not-there`,
    restUrl: `${origin}/rest/not-there`,
    hostVersion: hostProfiles[situation.profile].hostVersion,
    owaView: 'ThreeColumns',
    isRestIdSupported: false,
    isFromSharedFolder: situation.shared === '1' && item !== null,
    openWindowOpen: false,
    extensionId: '',
    endNodeUrl: '',
  };
  if (item === null) return common;
  return { ...common, conversationId: `conversation-${item.id}`, ...readFields(item, situation, itemId(item, situation, me.address)) };
}

/** Of the mailbox the item lies in, which need not be one's own. */
export const itemId = (item: Item, situation: Pick<Situation, 'shared'>, mine: string): string =>
  ewsId(situation.shared === '1' ? users.henrietta.address : mine, item.id);

function readFields(item: Item, situation: Situation, id: string): Record<string, unknown> {
  const limit = recipientLimit(situation);
  if (item.type === 'draft' || (item.type === 'event' && item.role === 'organizer')) return {};
  const subject = {
    subject: item.subject,
    normalizedSubject: item.subject.replace(/^((re|fw|fwd|aw|wg):\s*)+/i, ''),
    id,
    dateTimeCreated: itemTime(item.at),
    dateTimeModified: itemTime(item.at),
    attachments: [],
  };
  if (item.type === 'event') {
    const { first, second } = cut(item.required, item.optional, limit);
    return {
      ...subject, organizer: wirePerson(item.organizer), to: first, cc: second, start: itemTime(item.at), end: itemTime(item.end),
      location: item.location, itemClass: 'IPM.Appointment', isAllDayEvent: false,
    };
  }
  const folded = item.folded === true ? foldedLimit(situation) : null;
  const { first, second } = cut(item.to.slice(0, folded ?? undefined), item.cc.slice(0, folded ?? undefined), limit);
  return {
    ...subject,
    from: wirePerson(item.from),
    sender: wirePerson(item.sender ?? item.from),
    to: first,
    cc: second,
    bcc: [],
    internetMessageId: `<${item.id}@mail.sandbox.example>`,
    itemClass: item.invitation === undefined ? 'IPM.Note' : 'IPM.Schedule.Meeting.Request',
    ...(item.invitation === undefined ? {} : {
      start: itemTime(item.invitation.start), end: itemTime(item.invitation.end), location: item.invitation.location,
    }),
  };
}

/** A host hands over so many people of an item and silently no more. */
function cut(first: readonly ItemPerson[], second: readonly ItemPerson[], limit: number | null) {
  const most = limit ?? Number.POSITIVE_INFINITY;
  const firstCut = first.slice(0, most);
  return {
    first: firstCut.map(wirePerson),
    second: second.slice(0, Math.max(0, most - firstCut.length)).map(wirePerson),
  };
}
