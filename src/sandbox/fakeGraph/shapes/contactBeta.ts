import type { Contact, Phone, PhysicalAddress, TypedEmailAddress, Website } from '@microsoft/microsoft-graph-types-beta';
import { postalParts } from '../state/contactRecord.ts';
import type { ContactRecord, EmailAddressRecord } from '../state/contactRecord.ts';
import { emailName, itemProperties } from './contactView.ts';
import type { ContactView, PropertyReader } from './contactView.ts';
import { textReaders } from './contactV1.ts';

function email(record: EmailAddressRecord, view: ContactView): TypedEmailAddress {
  const shape: TypedEmailAddress = { type: record.type, name: emailName(record.name, record.address, view) };
  if (record.address !== null) shape.address = record.address;
  if (record.type === 'other' && record.otherLabel !== null) shape.otherLabel = record.otherLabel;
  return shape;
}

function postalAddresses(r: ContactRecord): PhysicalAddress[] {
  return r.fields.postalAddresses.map((address) => {
    const shape: PhysicalAddress = { type: address.type };
    for (const part of postalParts) if (address[part] !== undefined) shape[part] = address[part];
    return shape;
  });
}

function namedEmail(at: number): PropertyReader {
  return (r, view) => {
    const found = r.fields.emailAddresses[at];
    if (found === undefined) return null;
    const name = emailName(found.name, found.address, view);
    return found.address === null ? { name } : { name, address: found.address };
  };
}

/**
 * Each property of a beta contact. Beta spells phones, addresses and web sites differently and has the flag
 * (Graph reference, beta, "contact resource type").
 */
export const contactBeta: Readonly<Record<string, PropertyReader>> = {
  ...itemProperties,
  ...textReaders,
  // In the service's metadata, yet not in the type package.
  primaryEmailAddress: namedEmail(0),
  secondaryEmailAddress: namedEmail(1),
  tertiaryEmailAddress: namedEmail(2),
  ...({
    imAddresses: (r) => r.fields.imAddresses,
    children: (r) => r.fields.children,
    gender: (r) => r.fields.gender,
    isFavorite: (r) => r.fields.isFavorite,
    weddingAnniversary: (r) => r.fields.weddingAnniversary,
    emailAddresses: (r, view) => r.fields.emailAddresses.map((e) => email(e, view)),
    phones: (r): Phone[] => r.fields.phones.map((p) => ({ type: p.type, number: p.number })),
    postalAddresses,
    websites: (r): Website[] => r.fields.websites.map((w) => ({ type: w.type, address: w.address, displayName: w.displayName })),
    flag: (r) => r.fields.flag,
  } satisfies { readonly [K in keyof Contact]?: PropertyReader }),
};
