import { emptyFields, emptyPostalAddress } from '#domain/contact';
import type { Contact, ContactFields, EmailAddress } from '#domain/contact';

/** Fields as they lie in storage, made whole: what is missing or of another type is empty. Null when not an object. */
export function readFields(value: unknown): ContactFields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const stored = value as Record<string, unknown>;
  const whole: Record<string, unknown> = {};
  for (const [name, empty] of Object.entries(emptyFields)) {
    const given = stored[name];
    if (typeof empty === 'string') whole[name] = typeof given === 'string' ? given : empty;
    else if (name === 'emailAddresses') whole[name] = Array.isArray(given) ? given.filter(isEmail) : empty;
    else if (Array.isArray(empty)) whole[name] = Array.isArray(given) ? given.filter((text) => typeof text === 'string') : empty;
    else whole[name] = readAddress(given);
  }
  return whole as ContactFields;
}

export function readStoredContact(value: unknown): Contact | null {
  const fields = readFields(value);
  if (fields === null) return null;
  const { id, changeKey, parentFolderId, createdDateTime, lastModifiedDateTime } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return null;
  const text = (given: unknown) => (typeof given === 'string' ? given : '');
  return {
    ...fields, id, changeKey: text(changeKey), parentFolderId: text(parentFolderId),
    createdDateTime: text(createdDateTime), lastModifiedDateTime: text(lastModifiedDateTime),
  };
}

const isEmail = (given: unknown): given is EmailAddress =>
  typeof given === 'object' && given !== null
  && typeof (given as Record<string, unknown>).name === 'string' && typeof (given as Record<string, unknown>).address === 'string';

function readAddress(given: unknown): unknown {
  const parts = typeof given === 'object' && given !== null ? given as Record<string, unknown> : {};
  return Object.fromEntries(Object.keys(emptyPostalAddress).map((part) => [part, typeof parts[part] === 'string' ? parts[part] : '']));
}
