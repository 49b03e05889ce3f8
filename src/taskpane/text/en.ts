import * as doings from './en/doings.ts';
import { browse } from './en/browse.ts';
import { count } from './en/count.ts';
import { photo } from './en/photo.ts';
import type { Match } from '#domain/match';
import type { ProblemKind, ProblemOf } from '#domain/problem';
import type { ItemKind, Response, Role } from '#domain/personOnItem';
import type { AddressFieldName, ListFieldName, TextFieldName } from '#domain/contact';
import { account, signIn } from './en/signIn.ts';
import { categories } from './en/categories.ts';
import { categoryColorNames } from './en/categoryColors.ts';
import { customFields } from './en/customFields.ts';
import { edit } from './en/edit.ts';
import { followUp } from './en/followUp.ts';
import { wholeItem } from './en/wholeItem.ts';
import { rollCall } from './en/rollCall.ts';
import { folders, moving } from './en/folders.ts';
import { refusals } from './en/refusals.ts';

/** A list that is read at a glance. */
const some = (names: readonly string[]): string =>
  (names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${(names.length - 3).toLocaleString('en')} more`);

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));

const signInWindow: { readonly [K in ProblemOf<'signInWindow'>['why']]: string } = {
  closed: 'The sign-in window was closed before you were signed in.',
  notAllowed: 'Outlook was told not to open the sign-in window. Try again and choose Allow.',
  blocked: 'The browser blocked the sign-in window. Allow pop-ups for Outlook and try again.',
  another: 'Another window of Contact Pane is still open. Close it and try again.',
  failed: 'The sign-in window could not be opened.',
};
/** The page's address or the application is unknown to Microsoft. (Entra error codes) */
const notRegistered = /^(AADSTS(50011|700016|9002326|900971|500113)|untrusted_origin|invalid_origin)$/;
/** Conditional access and its kin. */
const companyPolicy = /^(AADSTS(53\d{3}|50105|50020|530\d{3})|5objp|7q6cc)$/;

/** A sentence for each problem: what happened, what became of the person's work, what to do. */
const problem: { readonly [K in ProblemKind]: (problem: ProblemOf<K>) => string } = {
  signInNeeded: () => 'Outlook needs your permission before Contact Pane can go on. Nothing is lost.',
  signInCancelled: () => 'Permission was not given, so nothing was sent. You can try again whenever you like.',
  adminConsentNeeded: () => 'Your organisation has not allowed Contact Pane yet. Ask your administrator to approve it.',
  signInUnsupported: () => 'This version of Outlook cannot sign Contact Pane in. Outlook on the web or an up-to-date Outlook can.',
  signInWindow: (p) => `${signInWindow[p.why]} Nothing is lost.${p.why === 'failed' ? ` (${p.code})` : ''}`,
  signInFailed: (p) => `Signing in did not work (${p.code}). ${
    notRegistered.test(p.code) ? 'This address of Contact Pane is not registered; give this code to your administrator.'
      : companyPolicy.test(p.code) ? 'A rule of your organisation stands against it; your administrator knows which.'
        : 'Try again; if it stays so, give this code to your administrator.'}`,
  wrongAccount: () => 'The account you signed in with and this mailbox have different names.',
  otherAccount: () => 'Outlook has signed in another account. This waits until its own account is signed in again.',
  offline: () => 'There is no connection. What is shown comes from this device. Try again when you are back online.',
  busy: (p) => `Outlook is busy and asks to wait${p.retryAfterMs > 0 ? ` ${count(seconds(p.retryAfterMs), 'second', 'seconds')}` : ' a moment'}. Then try again.`,
  noAnswer: (p) => p.from === 'outlook'
    ? 'Outlook did not answer. Close the pane and open it again.'
    : p.from === 'signIn'
      ? 'The sign-in did not answer. Try again.'
      : 'Outlook took too long to answer. Nothing is lost. Try again.',
  changedElsewhere: () => 'This contact is being changed somewhere else at the same moment. Your change is kept and tried again.',
  gone: () => 'This contact is no longer there. It may have been deleted or moved in Outlook.',
  refused: (p) => `Outlook did not accept this: ${p.message || p.code}`,
  accessDenied: () => 'Outlook does not allow this for your account. Your administrator can tell you why.',
  mailboxUnsupported: () => 'The contacts of this mailbox cannot be reached: it is not on Exchange Online. The pane cannot help here.',
  serverTrouble: (p) => `Outlook had trouble of its own (${p.status}). Nothing is lost. Try again in a moment.`,
  notUnderstood: () => 'An answer came that the pane does not understand. Nothing is lost. Try again.',
  bookmarkExpired: () => 'The contacts have to be read anew. This happens by itself.',
  storageDenied: () => 'This browser keeps nothing for the pane. It works, but reads your contacts anew each time.',
  abandoned: () => 'Stopped.',
};

/** What a change waits for that passes by itself. */
const waits: { readonly [K in ProblemKind]?: string } = {
  offline: 'There is no connection', busy: 'Outlook is busy', noAnswer: 'Outlook took too long to answer', serverTrouble: 'Outlook had trouble of its own',
  notUnderstood: 'An answer came that the pane does not understand', changedElsewhere: 'This contact is being changed somewhere else at the same moment',
  abandoned: 'Sending it was stopped', bookmarkExpired: 'The contacts have to be read anew',
};

const textFields: { readonly [K in TextFieldName]: string } = {
  displayName: 'Full name', givenName: 'First name', middleName: 'Middle name', surname: 'Last name',
  initials: 'Initials', title: 'Title', generation: 'Suffix', nickName: 'Nickname',
  yomiGivenName: 'Yomi first name', yomiSurname: 'Yomi last name', yomiCompanyName: 'Yomi company',
  fileAs: 'File as', companyName: 'Company', department: 'Department', jobTitle: 'Job title',
  officeLocation: 'Office', profession: 'Profession', manager: 'Manager', assistantName: 'Assistant',
  businessHomePage: 'Web page', spouseName: 'Partner', personalNotes: 'Notes', mobilePhone: 'Mobile',
};
const listFields: { readonly [K in ListFieldName]: string } = {
  businessPhones: 'Work phone', homePhones: 'Home phone', imAddresses: 'Chat', children: 'Children',
  categories: 'Categories',
};
const addressFields: { readonly [K in AddressFieldName]: string } = {
  businessAddress: 'Work address', homeAddress: 'Home address', otherAddress: 'Other address',
};

const role: { readonly [K in Role]: string } = {
  from: 'From', sender: 'Sent by', to: 'To', cc: 'Cc', bcc: 'Bcc',
  organizer: 'Organizer', required: 'Required', optional: 'Optional', room: 'Room',
};
const response: { readonly [K in Response]: string } = {
  none: '', organizer: '', tentative: 'Tentative', accepted: 'Accepted', declined: 'Declined',
};
const verdict: { readonly [K in Match['kind'] | 'looking' | 'unsure']: string } = {
  known: 'Known', several: 'Several', likely: 'Likely', stranger: 'New', looking: 'Looking …', unsure: 'Not sure',
};
const itemKind: { readonly [K in ItemKind]: string } = {
  messageRead: 'People on this mail', messageCompose: 'People on this draft',
  eventAttendee: 'People at this meeting', eventOrganizer: 'People you are inviting',
};

/** Every sentence of the pane in English. Other languages have the same shape. */
export const en = {
  categoryColors: categoryColorNames, categories, followUp,
  name: 'Contact Pane',
  problem, waits,
  fields: {
    ...textFields, ...listFields, ...addressFields,
    birthday: 'Birthday', emailAddresses: 'E-mail', folder: 'Folder',
    email: (n: number) => (n === 1 ? 'E-mail' : `E-mail ${n}`),
    phone: (label: string, n: number) => (n === 1 ? label : `${label} ${n}`),
    street: 'Street', city: 'City', state: 'State or province', countryOrRegion: 'Country or region', postalCode: 'Postal code',
  },
  role, response, verdict, itemKind, browse, photo, wholeItem, rollCall, folders, moving, customFields, refusals,
  boot: {
    outside: 'This page is part of Outlook. Open a mail there and choose Contact Pane.',
    noOffice: 'Outlook could not be reached from this page. Close the pane and open it again; if that does not help, check the connection.',
    defect: 'Something in the pane broke. What you typed is kept and offered again.',
    again: 'Open the pane anew',
  },
  pages: { title: 'Pages', people: 'This item', more: 'More' },
  people: {
    noItem: 'No mail is open',
    noItemHint: 'Choose a mail or a meeting, and the people on it appear here. You can also look for somebody:',
    nobody: 'Nobody is on this yet',
    nobodyHint: 'As soon as somebody is added, they appear here.',
    reading: 'Reading who is on this item',
    unreadable: 'Who is on this?',
    unreadableHint: 'Outlook did not say who is on this item.',
    summary: ({ people, known, fresh, refused }: { readonly people: number; readonly known: number; readonly fresh: number; readonly refused: number }) => [
      count(people, 'person', 'people'), known > 0 ? `${known} known` : '', fresh > 0 ? `${fresh} new` : '', refused > 0 ? `${refused} not in Outlook` : '',
    ].filter(Boolean).join(' · '),
    self: 'You', machine: 'Automatic', noAddress: 'No address',
    selfHint: 'This is you.',
    machineHint: 'Mail from this address is sent by a machine. There is nobody to save.',
    noAddressHint: 'Outlook gives no mail address for this person, so they cannot be looked up.',
    back: 'Everybody on this item', backPlain: 'Back', stillReading: 'Your contacts are still being read; there may be more.',
    search: 'Find in all contacts',
    searchHint: 'Any part of a name, company, address, phone, note …',
    notThere: 'Not in your contacts', notThereHint: 'This contact was deleted.',
    nothingFound: 'Nobody in your contacts fits this.',
  },
  verdictLine: {
    several: (n: number) => `${count(n, 'contact has', 'contacts have')} this address.`,
    sameName: 'You have a contact of this name with another address.',
    sameMailbox: 'You have a contact with nearly this address.',
    stranger: 'Not in your contacts yet.',
    looking: 'Looking through your contacts …',
    unsure: 'Not all of your contacts could be read, so the pane cannot tell whether this person is among them.',
  },
  card: {
    edit: 'Edit', remove: 'Delete', write: 'Write a mail', copy: 'Copy', copied: 'Copied', copyNot: 'Copying was not allowed',
    copyOf: (what: string) => `Copy ${what}`, writeTo: (address: string) => `Write a mail to ${address}`,
    showIn: (folder: string) => `In ${folder}`,
    emptyName: 'No name',
    contact: 'Contact',
    openOther: (name: string) => `Show the contact ${name}`,
    noOtherDetails: 'Nothing but the name is stored.',
    bornOn: (date: string) => date,
    confirmDelete: (name: string) => `Delete ${name} from your contacts?`,
    confirmDeleteHint: 'You can undo this, today or later.',
    pending: 'Not yet in Outlook',
    keep: 'Keep',
  },
  save: {
    save: 'Save', saveOf: (name: string) => `Save ${name}`, saveAsNew: 'Save as a new contact', details: 'Save with details …', addToExisting: 'Add to a contact …',
    addHere: (name: string) => `Add the address to ${name}`,
    saving: 'Saving …',
    full: 'This contact already has three addresses, the most that Outlook keeps.',
  },
  pick: {
    title: (address: string) => `Add ${address} to …`, search: 'Find a contact', none: 'Nobody in your contacts fits this.', cancel: 'Cancel', hint: 'Type a part of the name, company or address.',
    failed: 'The address was not added.',
  },
  edit, signIn, account,
  status: {
    upToDate: (age: string) => `Contacts as of ${age}`,
    justNow: 'just now',
    minutes: (n: number) => count(n, 'minute ago', 'minutes ago'),
    hours: (n: number) => count(n, 'hour ago', 'hours ago'),
    days: (n: number) => count(n, 'day ago', 'days ago'),
    reading: (done: number, total: number, contacts: number) =>
      total > 0 ? `Reading your contacts: ${done} of ${count(total, 'folder', 'folders')}, ${count(contacts, 'contact', 'contacts')}` : 'Reading your contacts …',
    refresh: 'Refresh', refreshing: 'Looking for changes …', retry: 'Try again',
    never: 'Your contacts have not been read yet',
    waitingFor: (ms: number) => `Outlook is busy. Going on in ${count(seconds(ms), 'second', 'seconds')}.`,
    memoryOnly: 'This browser keeps nothing for the pane; contacts are read anew each time.',
    memoryForgotten: 'Nothing is kept on this device until the pane is opened again.',
    memoryChosen: 'Nothing is kept on this device, as you chose; contacts are read anew each time.',
  },
  undo: {
    undo: 'Undo', redo: 'Do it again', close: 'Close', retry: 'Try again', drop: 'Give up', asNew: 'Save as a new contact', choose: 'Choose …',
    ...doings,
    state: {
      waiting: 'Kept here, will be sent', sending: 'Being sent …', done: 'Done', disputed: 'Changed elsewhere too',
      refused: 'Not accepted', undone: 'Undone', dropped: 'Given up',
    },
    waiting: 'Kept on this device; it is sent as soon as that is possible.',
    waitingInMemory: 'It is sent as soon as that is possible. Leave the pane open until then: nothing is kept on this device.',
    offline: (label: string) => `${label}. There is no connection: it is kept on this device and sent as soon as there is one.`,
    offlineInMemory: (label: string) => `${label}. There is no connection: it is sent as soon as there is one. Leave the pane open until then: nothing is kept on this device.`,
    because: (label: string, why: string) => `${label}. ${why}: it is kept on this device and sent as soon as that is possible.`,
    becauseInMemory: (label: string, why: string) => `${label}. ${why}: it is sent as soon as that is possible. Leave the pane open until then: nothing is kept on this device.`,
    untilThen: 'Until it is sent it is kept on this device.', untilThenInMemory: 'Leave the pane open until it is sent: nothing is kept on this device.',
    notSent: 'Not sent yet',
    sending: (label: string) => `${label}: being sent …`,
    refused: (label: string) => `${label}: Outlook did not accept this.`,
    andOthers: (name: string, more: number) => `${name} and ${more.toLocaleString('en')} more`,
    withContacts: (label: string, contacts: number) => `${label}, with ${count(contacts, 'contact', 'contacts')}`,
    progress: (label: string, done: number, total: number) => `${label}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
    stop: 'Stop', retryAll: 'Try again', refusedOf: (label: string, failed: number, total: number) => `${label}: ${failed.toLocaleString('en')} of ${total.toLocaleString('en')} were not accepted.`,
  },
  history: {
    title: 'What you did', open: 'What you did', empty: 'Nothing yet. What you save, change or delete appears here and can be taken back.',
    waiting: (n: number) => count(n, 'change is waiting to be sent', 'changes are waiting to be sent'),
    attention: (n: number) => count(n, 'change needs you', 'changes need you'),
    fields: (names: readonly string[]) => some(names.map((name, n) => (n === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)))),
    categories: (added: readonly string[], removed: readonly string[]) =>
      [added.length > 0 ? `${some(added)} added` : '', removed.length > 0 ? `${some(removed)} removed` : ''].filter(Boolean).join(' · '),
    toFolder: (folder: string) => `To ${folder}`, renamed: (before: string, after: string) => `${before}, now ${after}`,
    sendNow: 'Send now', at: (time: string) => time,
  },
  conflict: {
    title: (name: string) => `${name} was changed elsewhere too`,
    hint: 'You and somebody else changed the same fields. Choose what to keep; everything else is already put together.',
    mine: 'Yours', theirs: 'Theirs', before: 'Before', nothing: '(empty)', save: 'Save', later: 'Later',
    settled: 'It is decided already', settledHint: 'What to keep was chosen in another window, or the change was taken back.',
    bar: (name: string) => `${name} was changed by you and somewhere else.`, open: 'Choose what to keep',
  },
  device: {
    title: 'This device', keep: 'Keep contacts on this device',
    keepHint: 'So that people are shown at once, and without a connection. Off: the pane reads your contacts anew each time.',
    forget: 'Forget everything on this device', forgetHint: 'Contacts, drafts and what you did. Your contacts in Outlook stay as they are.',
    forgetWaiting: (n: number) => `${count(n, 'change was', 'changes were')} not sent yet and would be lost.`,
    forgetOthers: (n: number) => `${count(n, 'unsent change or form', 'unsent changes or forms')} of another account of this mailbox would be lost too.`,
    forgetSure: 'Forget',
    forgotten: (keeps: boolean) => (keeps
      ? 'Everything that was kept here is deleted. This pane goes on from memory and keeps nothing more. Opened again, it keeps your contacts here again, unless you switch keeping off.'
      : 'Everything that was kept here is deleted, and nothing more is kept.'),
    notForgotten: 'The browser did not let the pane delete everything.',
    reopen: 'Takes effect when the pane is opened again. What is kept here goes then; what was not sent yet is sent first, and a form you left half-way is kept until you save or discard it.',
    stillKept: 'Contacts are still kept: something was not sent yet, or a form was left half-way. They go when the pane is opened after that.',
  },
};

export type Texts = typeof en;
