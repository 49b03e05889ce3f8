import { directory as seedDirectory } from '../../seed/directory.ts';
import { madeContact, seeds } from '../../seed/contacts.ts';
import { organisationFields } from '../../seed/organisationFields.ts';
import type { SeedContact } from '../../seed/contacts.ts';
import { isRefusal } from '../refusal.ts';
import { madeJpeg } from '../shapes/jpeg.ts';
import { writeContact } from '../shapes/writeContact.ts';
import { createDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import { createGraphState } from './graphState.ts';
import type { Clock, GraphState, Settings } from './graphState.ts';
import { addContact, addContactList, addFolder } from './mailbox.ts';
import type { Folder, Mailbox, MailboxEvent, Share } from './mailbox.ts';

export type SeedOptions = {
  /** `demo` (what `npm start` shows) or `empty`. */
  readonly seed: string;
  /** How many contacts adele has in all; made ones are added to the seed's, or the seed's are cut off there. */
  readonly contacts: number | null;
};

export const isSeed = (name: string): boolean => Object.hasOwn(seeds, name);

/** Defined by somebody else's app, as an organisation's fields are. */
const anotherApp = '00000000-0000-4000-8000-0000000c0c0c';

const seedPhotoSize = 240;

/** Seeded items were made a minute apart from here, so that every machine holds the same dates. */
const firstCreated = Date.UTC(2026, 0, 5, 8, 0, 0);

function seededDirectory(): Directory {
  const idOf = new Map(seedDirectory.map((user) => [user.key, user.oid]));
  return createDirectory(seedDirectory.map((user) => ({
    id: user.oid, tenantId: user.tid, kind: user.kind, mailbox: user.mailbox, displayName: user.displayName, givenName: user.givenName,
    surname: user.surname, userPrincipalName: user.address, mail: user.mail ?? user.address, otherMails: user.otherMails ?? [],
    jobTitle: user.jobTitle ?? null, department: user.department ?? null, companyName: user.kind === 'work' ? 'Contoso' : null,
    officeLocation: user.officeLocation ?? null, mobilePhone: user.mobilePhone ?? null, businessPhones: user.businessPhones ?? [],
    managerId: user.manager === undefined ? null : idOf.get(user.manager) ?? null, photoSize: user.hasPhoto === true ? 648 : null,
  })), idOf);
}

/** The folder with this path of names below the default one, made when it is missing. */
function folderAt(mailbox: Mailbox, path: string): Folder {
  let at = mailbox.contactsFolder;
  for (const name of path === '' ? [] : path.split('/')) {
    const parent: Folder = at;
    at = [...mailbox.folders.values()].find((f) => f.parent === parent.serial && f.displayName === name) ?? addFolder(mailbox, parent, name);
  }
  return at;
}

function plant(mailbox: Mailbox, contacts: Iterable<SeedContact>, settings: Settings): void {
  const folders = new Map<string, Folder>();
  let created = firstCreated;
  for (const contact of contacts) {
    const folder = folders.get(contact.folder) ?? folderAt(mailbox, contact.folder);
    folders.set(contact.folder, folder);
    created += 60_000;
    if (contact.isList === true) {
      addContactList(mailbox, folder, String(contact.body.displayName), created);
      continue;
    }
    const written = writeContact('v1.0', contact.body, null, settings, created, () => false);
    if (isRefusal(written)) throw new Error(`A seed contact is wrong: ${written.message}`);
    const richer = contact.beta === undefined ? written : writeContact('beta', contact.beta, written.fields, settings, created, () => false);
    if (isRefusal(richer)) throw new Error(`A seed contact is wrong: ${richer.message}`);
    const record = addContact(mailbox, folder, richer.fields, created);
    if (contact.photoShade !== undefined) {
      record.photo = { bytes: madeJpeg(seedPhotoSize, contact.photoShade), contentType: 'image/jpeg', width: seedPhotoSize, height: seedPhotoSize };
    }
  }
}

function* withMade(planted: readonly SeedContact[], total: number | null): Generator<SeedContact> {
  yield* total === null ? planted : planted.slice(0, total);
  for (let n = 0; planted.length + n < (total ?? 0); n += 1) yield madeContact(n);
}

/** A folder Outlook keeps for itself, with a phantom contact: beta shows both, v1.0 neither. */
function addHiddenFolder(mailbox: Mailbox, settings: Settings): void {
  const hidden = addFolder(mailbox, mailbox.contactsFolder, 'Recipient Cache', { isHidden: true });
  const phantom = writeContact('v1.0', { displayName: 'recent.sender@adatum.example', emailAddresses: [{ address: 'recent.sender@adatum.example' }] },
    null, settings, firstCreated, () => false);
  if (!isRefusal(phantom)) addContact(mailbox, hidden, phantom.fields, firstCreated);
}

/** A fresh service, filled by a seed. The same options give the same state on every machine. */
export function seedState(
  clock: Clock, settings: Settings, options: SeedOptions, onEvent: (event: MailboxEvent) => void,
): GraphState {
  const state = createGraphState(clock, settings, seededDirectory(), () => undefined);
  const seed = seeds[options.seed] ?? {};
  if (options.seed !== 'empty') state.schemaExtensions.set(organisationFields.id, { ...organisationFields, targetTypes: ['Contact'], status: 'Available', owner: anotherApp });
  for (const user of seedDirectory) {
    const mailbox = state.mailboxes.get(user.oid);
    if (mailbox === undefined) continue;
    const planted = seed[user.key] ?? { contacts: [], shares: [], categories: [] };
    plant(mailbox, user.key === 'adele' ? withMade(planted.contacts, options.contacts) : planted.contacts, settings);
    if (options.seed !== 'empty' && user.key === 'adele') addHiddenFolder(mailbox, settings);
    mailbox.categories = planted.categories.map(([displayName, color], n) => ({
      id: `${user.oid.slice(0, 24)}ca7e60${String(n).padStart(6, '0')}`, displayName, color,
    }));
    for (const share of planted.shares) {
      const folder = share.folder === 'mailbox' ? mailbox.root : folderAt(mailbox, share.folder);
      const whom = state.directory.called(share.with)?.mail.toLowerCase();
      const people = mailbox.shares.get(folder.serial) ?? new Map<string, Share>();
      if (whom !== undefined) mailbox.shares.set(folder.serial, people.set(whom, share.may));
    }
    mailbox.onEvent = onEvent;
  }
  return state;
}
