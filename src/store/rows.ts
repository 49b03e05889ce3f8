import type { Contact, ContactFields, ContactFolder, ContactId, ContactPatch, FolderId } from '#domain/contact';
import { addressFieldNames, emptyFields, emptyPostalAddress, listFieldNames, textFieldNames } from '#domain/contact';
import { contactKeys } from '#domain/match';
import type { StoredDraft } from './contactStore.ts';

/**
 * That a folder's changes named the contact, and in which of the folder's fresh sets they last did. A contact that
 * was moved has two homes until both folders have spoken, in whichever order.
 */
export type Home = readonly [folderId: FolderId, generation: number];

export type ContactRow = {
  readonly id: ContactId;
  readonly contact: Contact;
  /** What the contact is found by; see `contactKeys`. */
  readonly keys: readonly string[];
  /** Never empty: a contact without a home is removed. */
  readonly homes: readonly Home[];
};

export type FolderRow = ContactFolder & {
  readonly bookmark: string | null;
  readonly link: string | null;
  /** When the round that goes on at `link` began to be asked for; null when none is under way. */
  readonly roundAt: number | null;
  readonly syncedAt: number | null;
  /** The fresh set in use; the time it was begun, 0 before the first. */
  readonly generation: number;
  /** A fresh set is in the making: what belongs to an earlier one goes when the bookmark comes. */
  readonly replacing: boolean;
  /** When the page that was last taken in was asked for. */
  readonly touchedAt: number | null;
};

/** The state of a folder that was never read. */
export const unread = { bookmark: null, link: null, roundAt: null, syncedAt: null, generation: 0, replacing: false, touchedAt: null };

export type MetaRow = { readonly key: string; readonly value: unknown };

export const contactRow = (contact: Contact, homes: readonly Home[]): ContactRow =>
  ({ id: contact.id, contact, keys: contactKeys(contact), homes });

/*
 * What lies on a disk was written by some version of this program or by nobody knows what; nothing is taken for a
 * row before it was looked at. null means unreadable.
 */

export function readContactRow(raw: unknown): ContactRow | null {
  if (!isRecord(raw) || !isText(raw.id) || !isListOf(raw.keys, isText) || !isHomes(raw.homes)) return null;
  return isContact(raw.contact) && raw.contact.id === raw.id ? (raw as ContactRow) : null;
}

export function readFolderRow(raw: unknown): FolderRow | null {
  if (!isRecord(raw)) return null;
  // Rows of an earlier version do not say when their round began: it counts as very old.
  const row = 'roundAt' in raw ? raw : { ...raw, roundAt: raw.link === null ? null : 0 };
  return isFolderRow(row) ? row : null;
}

function isFolderRow(raw: Record<string, unknown>): raw is FolderRow {
  return isText(raw.id) && isText(raw.displayName) && isText(raw.parentFolderId)
    && typeof raw.isDefault === 'boolean' && isTextOrNull(raw.bookmark) && isTextOrNull(raw.link)
    && isNumberOrNull(raw.syncedAt) && typeof raw.generation === 'number' && typeof raw.replacing === 'boolean'
    && isNumberOrNull(raw.touchedAt) && isNumberOrNull(raw.roundAt);
}

export function readDraftRow(raw: unknown): StoredDraft | null {
  return isRecord(raw) && isText(raw.key) && typeof raw.at === 'number' && 'value' in raw ? (raw as StoredDraft) : null;
}

export const readMetaRow = (raw: unknown): MetaRow | null =>
  isRecord(raw) && isText(raw.key) && 'value' in raw ? (raw as MetaRow) : null;

export const isRecord = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;
export const isText = (raw: unknown): raw is string => typeof raw === 'string';
export const isTextOrNull = (raw: unknown): raw is string | null => raw === null || typeof raw === 'string';
const isNumberOrNull = (raw: unknown): boolean => raw === null || typeof raw === 'number';

function isListOf<T>(raw: unknown, is: (item: unknown) => item is T): raw is T[] {
  return Array.isArray(raw) && raw.every(is);
}

function isHomes(raw: unknown): raw is Home[] {
  return Array.isArray(raw) && raw.length > 0
    && raw.every((home) => Array.isArray(home) && home.length === 2 && isText(home[0]) && typeof home[1] === 'number');
}

const namesOfServer = ['id', 'changeKey', 'parentFolderId', 'createdDateTime', 'lastModifiedDateTime'] as const satisfies readonly (keyof Contact)[];
const textNames: ReadonlySet<string> = new Set([...textFieldNames, 'birthday']);
const listNames: ReadonlySet<string> = new Set(listFieldNames);
const addressNames: ReadonlySet<string> = new Set(addressFieldNames);
const addressPartNames = Object.keys(emptyPostalAddress);

function isField(name: string, raw: unknown): boolean {
  if (textNames.has(name)) return isText(raw);
  if (listNames.has(name)) return isListOf(raw, isText);
  if (addressNames.has(name)) return isRecord(raw) && addressPartNames.every((part) => isText(raw[part]));
  return name === 'emailAddresses' && Array.isArray(raw)
    && raw.every((mail: unknown) => isRecord(mail) && isText(mail.name) && isText(mail.address));
}

export const isFields = (raw: unknown): raw is ContactFields =>
  isRecord(raw) && Object.keys(emptyFields).every((name) => isField(name, raw[name]));

export const isPatch = (raw: unknown): raw is ContactPatch =>
  isRecord(raw) && Object.entries(raw).every(([name, value]) => isField(name, value));

export const isContact = (raw: unknown): raw is Contact =>
  isRecord(raw) && namesOfServer.every((name) => isText(raw[name])) && isFields(raw);

/** A contact of which nothing is known yet but where it is. */
export const blankContact = (id: ContactId, folderId: FolderId): Contact => ({
  ...emptyFields, id, changeKey: '', parentFolderId: folderId, createdDateTime: '', lastModifiedDateTime: '',
});
