import type { Contact, ContactId } from '#domain/contact';
import { foldText } from '#domain/normalize';

export type SearchEntry = {
  readonly id: ContactId;
  /** What the list is sorted by. */
  readonly name: string;
  readonly text: string;
  /** The digits of each phone number, one number a line. */
  readonly digits: string;
};

export function searchEntry(contact: Contact): SearchEntry {
  const phones = [contact.mobilePhone, ...contact.businessPhones, ...contact.homePhones];
  const text = [
    contact.displayName, contact.givenName, contact.middleName, contact.surname, contact.nickName, contact.yomiGivenName,
    contact.yomiSurname, contact.fileAs, contact.companyName, contact.yomiCompanyName,
    ...contact.emailAddresses.map(({ address }) => address), ...phones,
  ];
  return {
    id: contact.id,
    name: foldText(contact.displayName || contact.fileAs || contact.companyName || (contact.emailAddresses[0]?.address ?? '')),
    text: foldText(text.filter((part) => part !== '').join('\n')),
    digits: phones.map(digitsOf).join('\n'),
  };
}

/** Names in order; equal ones by id, so that two panes show the same. */
export const byName = (a: SearchEntry, b: SearchEntry): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Tells whether an entry has every word that was typed. */
export function searcher(typed: string): (entry: SearchEntry) => boolean {
  const text = foldText(typed).trim();
  const words = text.split(/\s+/).filter((word) => word !== '');
  // "+420 (2) 55" is one number, not three words.
  const digits = /^[+\d\s()./-]*$/.test(text) ? digitsOf(text) : '';
  return (entry) =>
    words.every((word) => entry.text.includes(word)) || (digits.length > 1 && entry.digits.includes(digits));
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
