import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';
import { textProperties } from '../state/contactRecord.ts';
import type { ContactFields, EmailAddressRecord, EmailType } from '../state/contactRecord.ts';
import { emailTypes } from '../state/contactRecord.ts';
import { readInstant, readObjects, readText, readTexts } from './readValues.ts';

/** What a property in a body does to the contact, once it was found to be readable. */
export type Apply = (fields: ContactFields) => void;
export type PropertyWriter = (value: unknown, settings: Settings) => Apply | Refusal;

export const oneOf = <T extends string>(choices: readonly T[], value: unknown): value is T =>
  typeof value === 'string' && (choices as readonly string[]).includes(value);

/** What Exchange takes for an SMTP address. Anything else loses the address and keeps the name (seen in public reports). */
const smtp = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+$/u;

/** One address as it was sent; a type is kept when the same address had one and v1.0 cannot say it. */
export function readEmail(entry: Record<string, unknown>, longest: number): EmailAddressRecord | Refusal {
  const name = readText('name', entry.name ?? null, longest);
  if (isRefusal(name)) return name;
  const address = readText('address', entry.address ?? null, longest);
  if (isRefusal(address)) return address;
  const type = entry.type ?? 'unknown';
  if (!oneOf(emailTypes, type)) return refusals.body("property 'type'");
  const label = readText('otherLabel', entry.otherLabel ?? null, longest);
  if (isRefusal(label)) return label;
  return {
    name, address: address !== null && smtp.test(address) ? address : null, type, otherLabel: type === 'other' ? label : null,
  };
}

export function readEmails(
  value: unknown, settings: Settings, members: readonly string[], type: string,
): readonly EmailAddressRecord[] | Refusal {
  const entries = readObjects('emailAddresses', value, members, type);
  if (isRefusal(entries)) return entries;
  if (entries.length > settings.emailAddresses) {
    return refusals.tooManyValues('EmailAddresses', entries.length, settings.emailAddresses);
  }
  const emails: EmailAddressRecord[] = [];
  for (const entry of entries) {
    const email = readEmail(entry, settings.longestText);
    if (isRefusal(email)) return email;
    if (email.name !== null || email.address !== null) emails.push(email);
  }
  return emails;
}

export function keepTypes(before: readonly EmailAddressRecord[], after: readonly EmailAddressRecord[]): EmailAddressRecord[] {
  return after.map((email) => {
    const same = before.find((b) => b.address !== null && b.address.toLowerCase() === email.address?.toLowerCase());
    return same === undefined ? email : { ...email, type: same.type satisfies EmailType, otherLabel: same.otherLabel };
  });
}

const textWriters = Object.fromEntries(textProperties.map((name): [string, PropertyWriter] => [name, (value, settings) => {
  const text = readText(name, value, name === 'personalNotes' ? settings.longestNotes : settings.longestText);
  if (isRefusal(text)) return text;
  return (fields) => {
    if (text === null || text === '') delete fields.text[name];
    else fields.text[name] = text;
  };
}]));

const texts = (name: 'imAddresses' | 'children' | 'categories', most: (s: Settings) => number): PropertyWriter =>
  (value, settings) => {
    const list = readTexts(name, value, most(settings), settings.longestText);
    return isRefusal(list) ? list : (fields) => { fields[name] = list; };
  };

/** Writers both versions share. */
export const commonWriters: Readonly<Record<string, PropertyWriter>> = {
  ...textWriters,
  imAddresses: texts('imAddresses', (s) => s.imAddressesLimit),
  children: texts('children', () => Number.POSITIVE_INFINITY),
  categories: texts('categories', () => Number.POSITIVE_INFINITY),
  birthday: (value) => {
    const instant = readInstant('birthday', value);
    return isRefusal(instant) ? instant : (fields) => { fields.birthday = instant; };
  },
};
