import type { Caller } from '../call.ts';
import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { DirectoryUser } from '../state/directory.ts';
import type { Settings } from '../state/graphState.ts';

/** One line of "Microsoft Graph permissions reference": any of these scopes opens the call. */
export type Access = {
  /** For the signed-in user's own data, by kind of account. An empty list: not for this kind of account. */
  readonly work: readonly string[];
  readonly personal: readonly string[];
  /** For another user's data; null where the subject plays no part. */
  readonly others: readonly string[] | null;
  /** Which of the two services answers: they word a refusal differently. */
  readonly service: 'outlook' | 'directory';
  readonly needsMailbox: boolean;
};

const readContacts = ['Contacts.Read', 'Contacts.ReadWrite'];
const readAll = [...readContacts, 'Contacts.Read.Shared', 'Contacts.ReadWrite.Shared'];
const writeAll = ['Contacts.ReadWrite', 'Contacts.ReadWrite.Shared'];
const readUser = ['User.Read', 'User.ReadBasic.All', 'User.Read.All'];
const readUsers = ['User.ReadBasic.All', 'User.Read.All'];

export const accesses = {
  // The .Shared scopes are for work accounts only and include one's own contacts.
  readContacts: {
    work: readAll, personal: readContacts, others: ['Contacts.Read.Shared', 'Contacts.ReadWrite.Shared'],
    service: 'outlook', needsMailbox: true,
  },
  writeContacts: {
    work: writeAll, personal: ['Contacts.ReadWrite'], others: ['Contacts.ReadWrite.Shared'], service: 'outlook', needsMailbox: true,
  },
  readContactPhoto: {
    work: readAll, personal: [], others: ['Contacts.Read.Shared', 'Contacts.ReadWrite.Shared'], service: 'outlook', needsMailbox: true,
  },
  writeContactPhoto: {
    work: writeAll, personal: [], others: ['Contacts.ReadWrite.Shared'], service: 'outlook', needsMailbox: true,
  },
  readMailboxSettings: {
    work: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], personal: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
    others: [], service: 'outlook', needsMailbox: true,
  },
  writeMailboxSettings: {
    work: ['MailboxSettings.ReadWrite'], personal: ['MailboxSettings.ReadWrite'], others: [], service: 'outlook', needsMailbox: true,
  },
  readPeople: {
    work: ['People.Read', 'People.Read.All'], personal: ['People.Read'], others: ['People.Read.All'], service: 'outlook', needsMailbox: false,
  },
  // Not everybody's: the scopes for what is shared do not open one's own ("Get message", "Get event").
  readMail: {
    work: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'], personal: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
    others: ['Mail.ReadBasic.Shared', 'Mail.Read.Shared', 'Mail.ReadWrite.Shared'], service: 'outlook', needsMailbox: true,
  },
  readCalendar: {
    work: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'], personal: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
    others: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'], service: 'outlook', needsMailbox: true,
  },
  // "List groups", "List group transitive members".
  readGroups: {
    work: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'], personal: [], others: null, service: 'directory', needsMailbox: false,
  },
  readUser: { work: readUser, personal: ['User.Read'], others: readUsers, service: 'directory', needsMailbox: false },
  listUsers: { work: readUsers, personal: [], others: null, service: 'directory', needsMailbox: false },
  readUserPhoto: {
    work: [...readUser, 'ProfilePhoto.Read.All'], personal: [], others: [...readUsers, 'ProfilePhoto.Read.All'],
    service: 'directory', needsMailbox: false,
  },
  readManager: { work: ['User.Read.All'], personal: [], others: ['User.Read.All'], service: 'directory', needsMailbox: false },
  readDirectory: { work: ['Directory.Read.All'], personal: [], others: null, service: 'directory', needsMailbox: false },
  translateIds: { work: readUser, personal: ['User.Read'], others: ['User.ReadBasic.All', 'User.Read.All'], service: 'outlook', needsMailbox: true },
  // "Create subscription": the .Shared scopes do not do.
  subscribe: { work: readContacts, personal: readContacts, others: null, service: 'outlook', needsMailbox: false },
  readSchemaExtensions: { work: ['User.Read', 'Application.ReadWrite.All'], personal: [], others: null, service: 'directory', needsMailbox: false },
  writeSchemaExtensions: { work: ['Application.ReadWrite.All'], personal: [], others: null, service: 'directory', needsMailbox: false },
} as const satisfies Record<string, Access>;

export type AccessName = keyof typeof accesses;

/** Null when the caller may; otherwise what Graph says. */
export function permission(name: AccessName, caller: Caller, subject: DirectoryUser, settings: Settings): Refusal | null {
  const access: Access = accesses[name];
  const denied = access.service === 'outlook' ? refusals.accessDenied() : refusals.authorizationDenied();
  const isOther = access.others !== null && caller.user !== subject;
  if (caller.user.kind === 'personal') {
    if (isOther) return denied;
    const isPhoto = name === 'readContactPhoto' || name === 'writeContactPhoto';
    const scopes = isPhoto && settings.personalContactPhotos === 'work' ? accesses[name === 'readContactPhoto' ? 'readContacts' : 'writeContacts'].personal : access.personal;
    if (scopes.length === 0) return refusals.notForThisAccount();
    return scopes.some((scope) => caller.scopes.has(scope)) ? null : denied;
  }
  const scopes = isOther ? access.others ?? [] : access.work;
  return scopes.some((scope) => caller.scopes.has(scope)) ? null : denied;
}
