/** Between Graph's spelling of a contact and ours. */
import type { Contact, ContactFolder, ContactPatch, PostalAddress } from '#domain/contact';
import { addressFieldNames, emptyFields, listFieldNames, textFieldNames } from '#domain/contact';
import type { ContactChange } from '#domain/contactChange';
import type { WireContact, WireFolder, WirePostalAddress } from './wire.ts';

/** A whole contact; what did not come reads as not set. */
export const toContact = (wire: WireContact): Contact => ({
  ...emptyFields, changeKey: '', parentFolderId: '', createdDateTime: '', lastModifiedDateTime: '',
  ...toFields(wire), id: wire.id,
});

/** A delta item; only the fields that came are in it. */
export const toContactChange = (wire: WireContact): ContactChange =>
  wire.removed ? { kind: 'removed', id: wire.id } : { kind: 'changed', id: wire.id, fields: toFields(wire) };

export const toFolder = (wire: WireFolder, isDefault: boolean): ContactFolder => ({ ...wire, isDefault });

function toFields(wire: WireContact): Partial<Omit<Contact, 'id'>> {
  const fields: Record<string, unknown> = {};
  const texts = [...textFieldNames, 'changeKey', 'parentFolderId', 'createdDateTime', 'lastModifiedDateTime'] as const;
  for (const name of texts) if (wire[name] !== undefined) fields[name] = wire[name] ?? '';
  for (const name of listFieldNames) if (wire[name] !== undefined) fields[name] = wire[name];
  for (const name of addressFieldNames) {
    const address = wire[name];
    if (address !== undefined) fields[name] = toPostalAddress(address);
  }
  if (wire.birthday !== undefined) fields.birthday = toDay(wire.birthday);
  if (wire.emailAddresses !== undefined) {
    fields.emailAddresses = wire.emailAddresses.map(({ name, address }) => ({ name: name ?? '', address: address ?? '' }));
  }
  return fields;
}

const toPostalAddress = (wire: WirePostalAddress): PostalAddress => ({
  street: wire.street ?? '', city: wire.city ?? '', state: wire.state ?? '',
  countryOrRegion: wire.countryOrRegion ?? '', postalCode: wire.postalCode ?? '',
});

/** The UTC day of an instant: Outlook stores a birthday as some hour of that day. '' for what is no date. */
function toDay(instant: string | null): string {
  if (instant === null || instant === '') return '';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const day = date.toISOString().slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '';
}

/**
 * The fields as they are written: null clears text, lists replace the whole list, and an address is written with
 * all its parts, since parts left out are cleared anyway. (Graph reference, "Update contact")
 */
export function toWire(patch: ContactPatch): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const name of textFieldNames) if (patch[name] !== undefined) wire[name] = patch[name] || null;
  for (const name of listFieldNames) if (patch[name] !== undefined) wire[name] = [...patch[name]];
  for (const name of addressFieldNames) {
    const address = patch[name];
    if (address !== undefined) {
      const { street, city, state, countryOrRegion, postalCode } = address;
      wire[name] = {
        street: street || null, city: city || null, state: state || null,
        countryOrRegion: countryOrRegion || null, postalCode: postalCode || null,
      };
    }
  }
  // About noon, so that no time zone turns it into the day before or after.
  if (patch.birthday !== undefined) wire.birthday = patch.birthday === '' ? null : `${patch.birthday}T11:59:00Z`;
  if (patch.emailAddresses !== undefined) {
    wire.emailAddresses = patch.emailAddresses.map(({ name, address }) => (name === '' ? { address } : { name, address }));
  }
  return wire;
}

/** The same for a new contact: what is not set is left out. */
export function toNewWire(fields: ContactPatch): Record<string, unknown> {
  return Object.fromEntries(Object.entries(toWire(fields)).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0)
  || (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((part) => part === null));
