import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';
import type { ContactFields, PhoneType, PostalPart, PostalRecord, PostalType } from '../state/contactRecord.ts';
import { commonWriters, keepTypes, readEmail, readEmails } from './contactWriters.ts';
import type { PropertyWriter } from './contactWriters.ts';
import { isObject, readText, readTexts } from './readValues.ts';

function setPhones(fields: ContactFields, type: PhoneType, numbers: readonly string[]): void {
  fields.phones = [...fields.phones.filter((p) => p.type !== type), ...numbers.map((number) => ({ type, number }))];
}

const phones = (name: string, type: PhoneType, most: (s: Settings) => number): PropertyWriter => (value, settings) => {
  const numbers = readTexts(name, value, most(settings), settings.longestText);
  return isRefusal(numbers) ? numbers : (fields) => { setPhones(fields, type, numbers); };
};

/** v1.0 shows one mobile number; a second one, written elsewhere, stays where it is. */
const mobilePhone: PropertyWriter = (value, settings) => {
  const number = readText('mobilePhone', value, settings.longestText);
  if (isRefusal(number)) return number;
  return (fields) => {
    const others = fields.phones.filter((p) => p.type === 'mobile').slice(1).map((p) => p.number);
    setPhones(fields, 'mobile', number === null || number === '' ? others : [number, ...others]);
  };
};

const partsV1 = ['street', 'city', 'state', 'countryOrRegion', 'postalCode'] as const satisfies readonly PostalPart[];

export function readPostal(value: unknown, parts: readonly PostalPart[], settings: Settings): Partial<Record<PostalPart, string>> | Refusal {
  if (!isObject(value)) return refusals.body('a physicalAddress');
  const stranger = Object.keys(value).find((m) => !(parts as readonly string[]).includes(m) && m !== 'type' && !m.startsWith('@'));
  if (stranger !== undefined) return refusals.propertyDoesNotExist(stranger, 'microsoft.graph.physicalAddress');
  const read: Partial<Record<PostalPart, string>> = {};
  for (const part of parts) {
    const text = readText(part, value[part] ?? null, settings.longestText);
    if (isRefusal(text)) return text;
    if (text !== null && text !== '') read[part] = text;
  }
  return read;
}

/** A postal address is replaced whole: parts left out are cleared. */
const postal = (type: PostalType): PropertyWriter => (value, settings) => {
  if (isObject(value) && value.type !== undefined) return refusals.propertyDoesNotExist('type', 'microsoft.graph.physicalAddress');
  const parts = value === null ? {} : readPostal(value, partsV1, settings);
  if (isRefusal(parts)) return parts;
  return (fields) => {
    const others = fields.postalAddresses.filter((a) => a.type !== type);
    const address: PostalRecord = { type, ...parts };
    fields.postalAddresses = Object.keys(parts).length === 0 ? others : [...others, address];
  };
};

const emailAddresses: PropertyWriter = (value, settings) => {
  const emails = readEmails(value, settings, ['name', 'address'], 'microsoft.graph.emailAddress');
  return isRefusal(emails) ? emails : (fields) => { fields.emailAddresses = keepTypes(fields.emailAddresses, emails); };
};

const namedEmail = (at: number): PropertyWriter => (value, settings) => {
  if (!settings.namedEmailAddressesWritable) return () => undefined;
  if (value !== null && !isObject(value)) return refusals.body('an emailAddress');
  const email = value === null ? null : readEmail(value, settings.longestText);
  if (isRefusal(email)) return email;
  return (fields) => {
    const list = [...fields.emailAddresses];
    if (email === null) list.splice(at, 1);
    else list[Math.min(at, list.length)] = email;
    fields.emailAddresses = list;
  };
};

/** What each property of a v1.0 body does. A name that is not here does not exist on a v1.0 contact. */
export const contactWritersV1: Readonly<Record<string, PropertyWriter>> = {
  ...commonWriters,
  emailAddresses,
  primaryEmailAddress: namedEmail(0),
  secondaryEmailAddress: namedEmail(1),
  tertiaryEmailAddress: namedEmail(2),
  businessPhones: phones('businessPhones', 'business', (s) => s.businessPhones),
  homePhones: phones('homePhones', 'home', (s) => s.homePhonesLimit),
  mobilePhone,
  businessHomePage: (value, settings) => {
    const address = readText('businessHomePage', value, settings.longestText);
    if (isRefusal(address)) return address;
    return (fields) => {
      const others = fields.websites.filter((w) => w.type !== 'work');
      fields.websites = address === null || address === '' ? others : [...others, { type: 'work', address, displayName: null }];
    };
  },
  businessAddress: postal('business'),
  homeAddress: postal('home'),
  otherAddress: postal('other'),
};
