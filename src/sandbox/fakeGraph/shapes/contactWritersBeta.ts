import { isRefusal, refusals } from '../refusal.ts';
import { phoneTypes, postalParts, postalTypes, websiteTypes } from '../state/contactRecord.ts';
import type { PhoneRecord, PostalRecord, WebsiteRecord } from '../state/contactRecord.ts';
import { commonWriters, oneOf, readEmails } from './contactWriters.ts';
import type { PropertyWriter } from './contactWriters.ts';
import { readPostal } from './contactWritersV1.ts';
import { readObjects, readText } from './readValues.ts';

const emailAddresses: PropertyWriter = (value, settings) => {
  const emails = readEmails(value, settings, ['name', 'address', 'type', 'otherLabel'], 'microsoft.graph.typedEmailAddress');
  return isRefusal(emails) ? emails : (fields) => { fields.emailAddresses = emails; };
};

const phones: PropertyWriter = (value, settings) => {
  const entries = readObjects('phones', value, ['type', 'number', 'language', 'region'], 'microsoft.graph.phone');
  if (isRefusal(entries)) return entries;
  const list: PhoneRecord[] = [];
  for (const entry of entries) {
    const number = readText('number', entry.number ?? null, settings.longestText);
    if (isRefusal(number)) return number;
    if (!oneOf(phoneTypes, entry.type)) return refusals.body("property 'type'");
    if (number !== null && number !== '') list.push({ type: entry.type, number });
  }
  const most = { business: settings.businessPhones, home: settings.homePhonesLimit } as const;
  for (const type of ['business', 'home'] as const) {
    const count = list.filter((p) => p.type === type).length;
    if (count > most[type]) return refusals.tooManyValues(type === 'home' ? 'HomePhones' : 'BusinessPhones', count, most[type]);
  }
  return (fields) => { fields.phones = list; };
};

const postalAddresses: PropertyWriter = (value, settings) => {
  const entries = readObjects('postalAddresses', value, ['type', ...postalParts], 'microsoft.graph.physicalAddress');
  if (isRefusal(entries)) return entries;
  const list: PostalRecord[] = [];
  for (const entry of entries) {
    const parts = readPostal(entry, postalParts, settings);
    if (isRefusal(parts)) return parts;
    const type = entry.type ?? 'unknown';
    if (!oneOf(postalTypes, type)) return refusals.body("property 'type'");
    list.push({ type, ...parts });
  }
  return (fields) => { fields.postalAddresses = list; };
};

const websites: PropertyWriter = (value, settings) => {
  const entries = readObjects('websites', value, ['type', 'address', 'displayName'], 'microsoft.graph.website');
  if (isRefusal(entries)) return entries;
  const list: WebsiteRecord[] = [];
  for (const entry of entries) {
    const address = readText('address', entry.address ?? null, settings.longestText);
    if (isRefusal(address)) return address;
    const displayName = readText('displayName', entry.displayName ?? null, settings.longestText);
    if (isRefusal(displayName)) return displayName;
    const type = entry.type ?? 'other';
    if (!oneOf(websiteTypes, type)) return refusals.body("property 'type'");
    list.push({ type, address, displayName });
  }
  return (fields) => { fields.websites = list; };
};

/** What each property of a beta body does; `flag` is read apart, because it depends on the flag before. */
export const contactWritersBeta: Readonly<Record<string, PropertyWriter>> = {
  ...commonWriters,
  emailAddresses,
  primaryEmailAddress: () => () => undefined,
  secondaryEmailAddress: () => () => undefined,
  tertiaryEmailAddress: () => () => undefined,
  phones,
  postalAddresses,
  websites,
  gender: (value, settings) => {
    const text = readText('gender', value, settings.longestText);
    return isRefusal(text) ? text : (fields) => { fields.gender = text; };
  },
  isFavorite: (value) =>
    value === null || typeof value === 'boolean' ? (fields) => { fields.isFavorite = value; } : refusals.body("property 'isFavorite'"),
  weddingAnniversary: (value) => {
    if (value === null) return (fields) => { fields.weddingAnniversary = null; };
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return refusals.body("property 'weddingAnniversary'");
    return Number.isNaN(Date.parse(value)) ? refusals.propertyValidation('weddingAnniversary') : (fields) => { fields.weddingAnniversary = value; };
  },
};
