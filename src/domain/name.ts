import type { ContactFields } from './contact.ts';
import { isEastAsian, readEastAsian, splitEastAsian } from './eastAsianName.ts';
import { cleanName } from './nameCleaning.ts';
import { nameFromAddress } from './nameFromAddress.ts';
import { bareWord, generations } from './nameWords.ts';
import { isCompany, isOrganization } from './organizationName.ts';
import type { AddressWords, PersonalName } from './personalName.ts';
import { noAddress, splitPersonalName } from './personalName.ts';

export type NameParts = Pick<ContactFields,
  'givenName' | 'middleName' | 'surname' | 'title' | 'generation' | 'nickName' | 'companyName' | 'displayName'>;

/**
 * The parts of a name as a mail gives it, for saving that person. What cannot be told stays together in
 * `displayName`, which is never empty unless name and address are: half a name in the wrong field is worse than
 * none. The address helps where the name is only an address, holds the company that the address names too, or has
 * its words turned round; a company is never taken from the address alone.
 */
export function splitName(displayName: string, address: string): NameParts {
  const mail = addressWords(address);
  const { name, companyName, nickName } = cleanName(displayName, mail.domain);
  if (name === '' || name.includes('@') || /^[^\s,]+[._][^\s,]+$/.test(name)) {
    const derived = nameFromAddress(name === '' ? address : name);
    const written = name === '' ? address.trim() || displayName.trim() : name;
    return derived === '' ? whole(written, companyName) : personParts(splitPersonalName(derived, noAddress), derived, companyName, '');
  }
  if (isCompany(name) && isEastAsian(name) && !/\s/.test(name)) return whole(name, name);
  const asian = readEastAsian(name);
  if (asian) {
    return {
      ...whole(asian.name, companyName || asian.companyName), title: asian.title, nickName: nickName || asian.nickName,
      ...splitEastAsian(asian.name),
    };
  }
  if (isEastAsian(name)) return whole(name, companyName);
  if (isOrganization(name)) return whole(name, companyName !== '' ? companyName : isCompany(name) ? name : '');
  return personParts(splitPersonalName(inOneScript(name), mail), name, companyName, nickName);
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
  ({ givenName: '', middleName: '', surname: '', title: '', generation: '', nickName: '', companyName, displayName });

function personParts(person: PersonalName | null, written: string, companyName: string, nickName: string): NameParts {
  if (!person) return whole(written, companyName);
  const { companyName: named, shown, ...name } = person;
  const parts = { ...name, nickName, companyName: companyName || named };
  return { ...parts, displayName: shown || displayNameOf(parts) || written };
}

/** "David Chen 陈大文" says the same twice; "David 陈" does not. */
const inOneScript = (name: string): string =>
  name.replace(/^(\p{Script=Latin}\S*\s+\p{Script=Latin}.*?)\s+(\S+)$/u, (all, latin: string, last: string) => (isEastAsian(last) ? latin : all));

/** "Jane@mail.contoso.co.uk" → "jane" and the labels a company's name may be among. */
function addressWords(address: string): AddressWords {
  const small = address.trim().toLowerCase();
  const at = small.lastIndexOf('@');
  if (at < 0) return noAddress;
  return { local: small.slice(0, at).replace(/\+.*$/, ''), domain: small.slice(at + 1).split(/[^\p{L}\p{N}]+/u).filter((label) => label !== '') };
}
