import { fieldsOf } from '#domain/contact';
import type { Editing } from './paneState.ts';
import { readFields, readStoredContact } from './readStored.ts';

/** A draft found in storage, as something that can be gone on with; null when it is not one (damaged, older). */
export function readParked(key: string, value: unknown): Editing | null {
  if (typeof value !== 'object' || value === null) return null;
  const { fields, contact } = value as Record<string, unknown>;
  const typed = readFields(fields);
  if (typed === null) return null;
  const base = readStoredContact(contact);
  if (key.startsWith('edit:')) {
    return base === null ? null : { subject: { kind: 'existing', contact: base }, draftKey: key, name: base.displayName || fieldsOf(base).companyName };
  }
  const name = typed.displayName || typed.companyName || (typed.emailAddresses[0]?.address ?? '');
  return { subject: { kind: 'new', fields: typed }, draftKey: key, name };
}
