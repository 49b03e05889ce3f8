import type { Contact } from './contact.ts';
import { splitName } from './name.ts';
import { foldName } from './normalize.ts';
import type { PersonOnItem } from './personOnItem.ts';

export type Difference = 'name' | 'company';

/**
 * In what a mail names somebody otherwise than their contact does. Said of what is surely another name or company only:
 * one that merely says less ("Megan" for "Megan Bowen", "Fabrikam" for "Fabrikam, Inc."), or is an address, is none.
 */
export function differsFrom(person: Pick<PersonOnItem, 'name' | 'address'>, contact: Contact): readonly Difference[] {
  if (person.name.trim() === '' || person.name.includes('@')) return [];
  const named = splitName(person.name, person.address);
  const stored = [contact.displayName, `${contact.givenName} ${contact.surname}`, contact.nickName, contact.companyName].map(wordsOf).filter((words) => words.length > 0);
  const said = wordsOf(named.displayName);
  const differs: Difference[] = [];
  if (said.length > 0 && stored.length > 0 && !stored.some((words) => isPart(said, words) || isPart(words, said))) differs.push('name');
  const [company, kept] = [wordsOf(named.companyName), wordsOf(contact.companyName)];
  if (company.length > 0 && kept.length > 0 && !isPart(company, kept) && !isPart(kept, company)) differs.push('company');
  return differs;
}

const wordsOf = (text: string): readonly string[] => foldName(text).split(' ').filter((word) => word !== '');
const isPart = (part: readonly string[], whole: readonly string[]): boolean => part.every((word) => whole.includes(word));
