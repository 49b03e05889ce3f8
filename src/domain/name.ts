import type { ContactFields } from './contact.ts';
import { isEastAsian, splitEastAsian } from './eastAsianName.ts';
import { cleanName } from './nameCleaning.ts';
import { nameFromAddress } from './nameFromAddress.ts';
import { bareWord, generations, legalForms, roleWords } from './nameWords.ts';
import type { PersonalName } from './personalName.ts';
import { splitPersonalName } from './personalName.ts';

export type NameParts = Pick<ContactFields,
  'givenName' | 'middleName' | 'surname' | 'title' | 'generation' | 'companyName' | 'displayName'>;

/**
 * The parts of a name as a mail gives it, for saving that person. What cannot be told stays together in
 * `displayName`, which is never empty unless name and address are: half a name in the wrong field is worse than
 * none. The address helps where the name is only an address, or holds the company that the address names too.
 */
export function splitName(displayName: string, address: string): NameParts {
  const { name, companyName } = cleanName(displayName);
  if (name === '' || name.includes('@') || /^[^\s,]+[._][^\s,]+$/.test(name)) {
    const derived = nameFromAddress(name === '' ? address : name);
    const written = name === '' ? address.trim() : name;
    return derived === '' ? whole(written, companyName) : personParts(splitPersonalName(derived, ''), derived, companyName);
  }
  if (isEastAsian(name)) {
    return { ...whole(name, companyName), ...splitEastAsian(name) };
  }
  if (isOrganization(name)) return whole(name, companyName !== '' ? companyName : isCompany(name) ? name : '');
  return personParts(splitPersonalName(name, domainName(address)), name, companyName);
}

/** How Outlook sorts a contact: "Surname, Given Middle", else the company, else the name that is shown. */
export function fileAsOf(fields: Pick<ContactFields, 'givenName' | 'middleName' | 'surname' | 'companyName' | 'displayName'>): string {
  const surname = fields.surname.trim();
  const given = joined(fields.givenName, fields.middleName);
  if (surname !== '' && given !== '') return isEastAsian(surname) && isEastAsian(given) ? `${surname} ${given}` : `${surname}, ${given}`;
  return surname || given || fields.companyName.trim() || fields.displayName.trim();
}

/** The name to show for these parts: "Given Middle Surname", with Jr. or III behind it; else the company. */
export function displayNameOf(
  fields: Pick<ContactFields, 'givenName' | 'middleName' | 'surname' | 'companyName'> & { readonly generation?: string },
): string {
  const { givenName, middleName, surname, generation = '' } = fields;
  if (givenName.trim() !== '' && isEastAsian(givenName) && isEastAsian(surname)) return joined(surname, givenName);
  const name = joined(givenName, middleName, surname);
  if (name === '') return fields.companyName.trim();
  return joined(name, ...generation.split(' ').filter((word) => generations.has(bareWord(word))));
}

const joined = (...parts: readonly string[]): string =>
  parts.map((part) => part.trim()).filter((part) => part !== '').join(' ');

const whole = (displayName: string, companyName: string): NameParts =>
  ({ givenName: '', middleName: '', surname: '', title: '', generation: '', companyName, displayName });

function personParts(person: PersonalName | null, written: string, companyName: string): NameParts {
  if (!person) return whole(written, companyName);
  const { companyName: named, ...name } = person;
  const parts = { ...name, companyName: companyName || named };
  return { ...parts, displayName: displayNameOf(parts) || written };
}

const wordsOf = (name: string): string[] => name.split(/[\s,]+/).map(bareWord).filter((word) => word !== '');

const isCompany = (name: string): boolean => wordsOf(name).slice(1).some((word) => legalForms.has(word));

/** A mailbox, a room, a company: nobody with a given name. */
function isOrganization(name: string): boolean {
  const words = wordsOf(name);
  return /[&/:;!?#*=<>]|\d/.test(name) || words.length > 8 || words.some((word) => roleWords.has(word))
    || (isCompany(name) && !name.includes(','));
}

/** "jane@mail.contoso.co.uk" → "mail contoso co uk": the words a company's name may be among. */
const domainName = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
