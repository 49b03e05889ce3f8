import type { Contact } from '#domain/contact';
import type { Rows } from './backing.ts';
import type { Home } from './rows.ts';
import { contactRow } from './rows.ts';

/**
 * Writes what the server answered to the user's own act. Sync may have been quicker and have brought what was
 * written after that answer: then the answer says where the contact is, and nothing more.
 */
export async function putAnswer(rows: Rows, contact: Contact, now: number): Promise<void> {
  const [row, folder] = await Promise.all([rows.contact(contact.id), rows.folder(contact.parentFolderId)]);
  const home: Home = [contact.parentFolderId, folder?.generation || now];
  // Homes of other folders stay: each folder takes its own back when it speaks next.
  const others = (row?.homes ?? []).filter(([id]) => id !== contact.parentFolderId);
  const isOutdated = row !== null && Date.parse(contact.lastModifiedDateTime) < Date.parse(row.contact.lastModifiedDateTime);
  rows.putContact(contactRow(isOutdated ? row.contact : contact, [...others, home]));
}
