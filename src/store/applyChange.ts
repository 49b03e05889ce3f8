import type { Contact, FolderId } from '#domain/contact';
import type { ContactChange } from '#domain/contactChange';
import type { ContactRow, Home } from './rows.ts';
import { blankContact, contactRow } from './rows.ts';

/**
 * What becomes of a stored row when a folder reports a change; null when there is no row (any more).
 *
 * Folders speak independently, so a move arrives as "new" in one and "removed" in the other, in either order, and
 * pages may come twice. Each folder therefore only ever says whether the contact is at home *there*; the contact
 * goes when it has no home left.
 */
export function applyChange(row: ContactRow | null, change: ContactChange, home: Home): ContactRow | null {
  const [folderId] = home;
  if (change.kind === 'removed') return row && withoutHome(row, folderId);
  const homes = [...(row?.homes ?? []).filter(([id]) => id !== folderId), home];
  if (row && isOutdated(row, change.fields, home)) return contactRow(row.contact, homes);
  const merged: Contact = {
    ...(row?.contact ?? blankContact(change.id, folderId)), ...change.fields, id: change.id, parentFolderId: folderId,
  };
  return contactRow(merged, homes);
}

/** The row after a folder said the contact is not there; null when that was its last home. */
export function withoutHome(row: ContactRow, folderId: FolderId): ContactRow | null {
  const homes = row.homes.filter(([id]) => id !== folderId);
  const last = homes.at(-1);
  if (!last) return null;
  const { contact } = row;
  return contactRow(contact.parentFolderId === folderId ? { ...contact, parentFolderId: last[0] } : contact, homes);
}

/**
 * A change can be older than what is stored: a page comes again, a folder tells late of what has moved on, or the
 * user saved while the page was on its way. It still says where the contact is, but nothing about its fields.
 * Only where a folder is read afresh its word stands, since the server may have gone back to an older state.
 */
function isOutdated(row: ContactRow, fields: Partial<Contact>, [folderId, generation]: Home): boolean {
  const theirs = Date.parse(fields.lastModifiedDateTime ?? '');
  const ours = Date.parse(row.contact.lastModifiedDateTime);
  if (!(theirs < ours)) return false;
  const isReadAfresh = row.homes.every(([id, seen]) => id === folderId && seen < generation);
  return !isReadAfresh;
}

export const sameRow = (a: ContactRow | null, b: ContactRow | null): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
