import type { Contact, EmailAddress, PhysicalAddress } from '@microsoft/microsoft-graph-types';
import { textProperties } from '../state/contactRecord.ts';
import type { ContactRecord, EmailAddressRecord, PhoneType, PostalType, TextProperty } from '../state/contactRecord.ts';
import { emailName, itemProperties } from './contactView.ts';
import type { ContactView, PropertyReader } from './contactView.ts';

/** Outlook gives these two back as empty text where every other unset text is null. */
const emptyWhenUnset: readonly TextProperty[] = ['personalNotes', 'fileAs'];

export const textReaders = Object.fromEntries(textProperties.map((name) => [
  name, (r: ContactRecord) => r.fields.text[name] ?? (emptyWhenUnset.includes(name) ? '' : null),
])) as unknown as Record<TextProperty, PropertyReader>;

const numbers = (r: ContactRecord, type: PhoneType): string[] =>
  r.fields.phones.filter((p) => p.type === type).map((p) => p.number);

/** v1.0 knows no post office box, and an unset address is an empty object. */
function postal(r: ContactRecord, type: PostalType): PhysicalAddress {
  const found = r.fields.postalAddresses.find((a) => a.type === type);
  const { type: _type, postOfficeBox: _box, ...parts } = found ?? { type };
  return parts;
}

function email(record: EmailAddressRecord, view: ContactView): EmailAddress {
  const name = emailName(record.name, record.address, view);
  return record.address === null ? { name } : { name, address: record.address };
}

function namedEmail(at: number): PropertyReader {
  return (r, view) => {
    const found = r.fields.emailAddresses[at];
    return found === undefined ? null : email(found, view);
  };
}

/** Each property of a v1.0 contact and how it is read off the record, in the order Outlook sends them. */
export const contactV1: Readonly<Record<string, PropertyReader>> = {
  ...itemProperties,
  ...textReaders,
  imAddresses: (r) => r.fields.imAddresses,
  children: (r) => r.fields.children,
  businessHomePage: (r) => r.fields.websites.find((w) => w.type === 'work')?.address ?? null,
  homePhones: (r) => numbers(r, 'home'),
  mobilePhone: (r) => numbers(r, 'mobile')[0] ?? null,
  businessPhones: (r) => numbers(r, 'business'),
  emailAddresses: (r, view) => r.fields.emailAddresses.map((e) => email(e, view)),
  primaryEmailAddress: namedEmail(0),
  secondaryEmailAddress: namedEmail(1),
  tertiaryEmailAddress: namedEmail(2),
  homeAddress: (r) => postal(r, 'home'),
  businessAddress: (r) => postal(r, 'business'),
  otherAddress: (r) => postal(r, 'other'),
} satisfies { [P in Exclude<keyof Contact, 'extensions' | 'photo' | 'singleValueExtendedProperties' | 'multiValueExtendedProperties'>]-?: PropertyReader }
  & Record<'primaryEmailAddress' | 'secondaryEmailAddress' | 'tertiaryEmailAddress', PropertyReader>;
