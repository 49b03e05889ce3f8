import type { ContactFields } from './contact.ts';
import { readEastAsian, splitEastAsian } from './eastAsianName.ts';
import { isEastAsian } from './eastAsianScript.ts';
import { cleanName } from './nameCleaning.ts';
import { nameFromAddress } from './nameFromAddress.ts';
import { displayNameOf } from './nameForms.ts';
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
