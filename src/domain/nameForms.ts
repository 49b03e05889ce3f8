import type { ContactFields } from './contact.ts';
import { isEastAsian } from './eastAsianScript.ts';
import { bareWord, generations } from './nameWords.ts';

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
