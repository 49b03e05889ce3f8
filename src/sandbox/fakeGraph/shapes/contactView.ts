import type { Directory } from '../state/directory.ts';
import type { Settings } from '../state/graphState.ts';
import { makeChangeKey, makeId } from '../state/ids.ts';
import type { ContactRecord } from '../state/contactRecord.ts';
import type { Mailbox } from '../state/mailbox.ts';

/** What a rendering depends on beside the record itself. */
export type ContactView = {
  readonly mailbox: Mailbox;
  readonly directory: Directory;
  readonly settings: Settings;
  /** `Prefer: IdType="ImmutableId"` was sent. */
  readonly immutableIds: boolean;
};

export type Json = Record<string, unknown>;
export type PropertyReader = (record: ContactRecord, view: ContactView) => unknown;

/** Dates as Outlook writes them: UTC, whole seconds. */
export const isoSeconds = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

export const contactId = (record: ContactRecord, view: Pick<ContactView, 'mailbox' | 'immutableIds'>): string =>
  makeId(view.immutableIds ? 'immutable' : 'ordinary', view.mailbox.number, record.serial, record.moves);

export const contactChangeKey = (record: ContactRecord, view: Pick<ContactView, 'mailbox'>): string =>
  makeChangeKey(view.mailbox.number, record.serial, record.revision);

export const contactEtag = (record: ContactRecord, view: Pick<ContactView, 'mailbox'>): string =>
  `W/"${contactChangeKey(record, view)}"`;

export const folderId = (mailbox: Mailbox, serial: number): string => makeId('folder', mailbox.number, serial, 0);

/** Parts both versions show alike. */
export const itemProperties = {
  id: contactId,
  createdDateTime: (r) => isoSeconds(r.created),
  lastModifiedDateTime: (r) => isoSeconds(r.modified),
  changeKey: contactChangeKey,
  categories: (r) => r.fields.categories,
  parentFolderId: (r, view) => folderId(view.mailbox, r.folder),
  birthday: (r) => r.fields.birthday,
} satisfies Record<string, PropertyReader>;

/** The name beside an address may come back as the directory's display name for it. */
export function emailName(name: string | null, address: string | null, view: ContactView): string | null {
  if (!view.settings.directoryRenamesEmailAddresses || address === null) return name;
  return view.directory.byMail(address)?.displayName ?? name;
}
