import type { PersonOnItem, Response, Role } from '#domain/personOnItem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { GraphAnswer, GraphClient } from './client.ts';
import { readAllPages } from './paging.ts';
import { readPage } from './wire.ts';

/** Everything of a mail but its text and what hangs on it; no administrator. (Graph permissions reference) */
export const readMessageScopes = ['Mail.ReadBasic'] as const;
/** The same of a meeting. */
export const readEventScopes = ['Calendars.ReadBasic'] as const;
/**
 * An administrator has to agree to the first: no scope that a person may give shows who is in a group. Without the second
 * the members come without name and address. (Graph reference, "List group transitive members")
 */
export const readGroupScopes = ['GroupMember.Read.All', 'User.ReadBasic.All'] as const;

/** The code of `refused` when the directory has no group of that address, such as a dynamic list or one of somebody's own. */
export const noSuchGroup = 'noSuchGroup';

type How = { readonly signal?: AbortSignal | undefined };

/** Who is on an item, from the mailbox itself: no host's limit cuts it. */
export type OpenItemCalls = {
  /** Everybody a message names, one entry for each mention. `gone` when it is not in this mailbox. Needs `readMessageScopes`. (Graph reference, "Get message") */
  readonly peopleOfMessage: (id: string, how?: How) => Promise<Result<readonly PersonOnItem[]>>;
  /** The organizer and all attendees with their answers, rooms too. `gone` as above. Needs `readEventScopes`. (Graph reference, "Get event") */
  readonly peopleOfEvent: (id: string, how?: How) => Promise<Result<readonly PersonOnItem[]>>;
  /**
   * Everybody in the group of this address, and in the groups within it; who has no mail address is left out. The roles
   * are empty. `refused` with the code `noSuchGroup`. Needs `readGroupScopes`. (Graph reference, "List group transitive members")
   */
  readonly membersOfGroup: (address: string, how?: How) => Promise<Result<readonly PersonOnItem[]>>;
};

export function openItem(client: GraphClient): OpenItemCalls {
  const get = (path: string, scopes: readonly string[], how?: How) => client.send({ method: 'GET', path, scopes, ...how });
  return {
    peopleOfMessage: async (id, how) => read(
      await get(`/me/messages/${encodeURIComponent(id)}?$select=${messageFields.map(([name]) => name).join(',')}`, readMessageScopes, how), readMessagePeople),
    peopleOfEvent: async (id, how) => read(
      await get(`/me/events/${encodeURIComponent(id)}?$select=organizer,attendees`, readEventScopes, how), readEventPeople),
    async membersOfGroup(address, how) {
      const filter = encodeURIComponent(`mail eq '${address.replaceAll("'", "''")}'`);
      const found = await get(`/groups?$filter=${filter}&$select=id`, readGroupScopes, how);
      if (!found.ok) return found;
      const page = readPage(found.value.body);
      if (!page.ok) return page;
      const group = member(page.value.items[0], 'id');
      if (group === undefined) return failed({ kind: 'refused', code: noSuchGroup, message: '' });
      if (typeof group !== 'string' || group === '') return notUnderstood;
      const members = await readAllPages(client, {
        method: 'GET', path: `/groups/${encodeURIComponent(group)}/transitiveMembers?$select=id,displayName,mail&$top=999`, scopes: readGroupScopes, ...how,
      }, readMember);
      if (!members.ok) return members;
      return ok(members.value.flatMap(({ person }) => person ?? []));
    },
  };
}

const messageFields = [['from', 'from'], ['sender', 'sender'], ['toRecipients', 'to'], ['ccRecipients', 'cc'], ['bccRecipients', 'bcc']] as const;

/** A list that is missing is no list: whoever said "everybody" with it would be wrong. */
export function readMessagePeople(body: unknown): Result<readonly PersonOnItem[]> {
  const people: PersonOnItem[] = [];
  for (const [name, role] of messageFields) {
    const value = member(body, name);
    if (role === 'from' || role === 'sender') {
      // A draft nobody has sent may have neither.
      people.push(...personIn(value, role));
      continue;
    }
    if (!Array.isArray(value)) return notUnderstood;
    for (const entry of value as unknown[]) people.push(...personIn(entry, role));
  }
  return ok(people);
}

export function readEventPeople(body: unknown): Result<readonly PersonOnItem[]> {
  const attendees = member(body, 'attendees');
  if (!Array.isArray(attendees)) return notUnderstood;
  return ok([
    ...personIn(member(body, 'organizer'), 'organizer'),
    ...(attendees as unknown[]).flatMap((entry) => personIn(entry, attendeeRole(member(entry, 'type')), responseOf(member(member(entry, 'status'), 'response')))),
  ]);
}

/** (Graph reference, attendee resource type) */
const attendeeRole = (type: unknown): Role => (type === 'optional' ? 'optional' : type === 'resource' ? 'room' : 'required');

/** (Graph reference, responseStatus resource type) */
function responseOf(response: unknown): Response {
  switch (response) {
    case 'tentativelyAccepted': return 'tentative';
    case 'organizer':
    case 'accepted':
    case 'declined': return response;
    default: return 'none';
  }
}

function personIn(value: unknown, role: Role, response: Response = 'none'): readonly PersonOnItem[] {
  const email = member(value, 'emailAddress');
  const [name, address] = [textOf(member(email, 'name')), textOf(member(email, 'address'))];
  return name === '' && address === '' ? [] : [{ name, address, roles: [role], response }];
}

/** Groups within the group are not people, and their members come beside them. */
function readMember(value: unknown): Result<{ readonly id: string; readonly person: PersonOnItem | null }> {
  const id = member(value, 'id');
  if (typeof id !== 'string' || id === '') return notUnderstood;
  const address = textOf(member(value, 'mail'));
  const isPerson = member(value, '@odata.type') !== '#microsoft.graph.group' && address !== '';
  return ok({ id, person: isPerson ? { name: textOf(member(value, 'displayName')), address, roles: [], response: 'none' } : null });
}

const read = <T>(answer: Result<GraphAnswer>, reader: (body: unknown) => Result<T>): Result<T> => {
  if (answer.ok) return reader(answer.value.body);
  // An id that is of another mailbox reads as malformed.
  const { problem } = answer;
  return problem.kind === 'refused' && /^ErrorInvalidId/i.test(problem.code) ? failed({ kind: 'gone' }) : answer;
};
const notUnderstood = failed({ kind: 'notUnderstood', from: 'graph' } as const);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const member = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined);
