import { addressFieldNames, listFieldNames, textFieldNames } from './contact.ts';
import type { ContactFields } from './contact.ts';
import { foldText } from './normalize.ts';

export type ContactPart = { readonly field: keyof ContactFields; readonly text: string };

const phoneFields: ReadonlySet<keyof ContactFields> = new Set(['mobilePhone', 'businessPhones', 'homePhones']);
const first = ['displayName', 'fileAs', 'companyName'] as const;
const rest = textFieldNames.filter((name) => !(first as readonly string[]).includes(name));

/**
 * All that a contact can be found by, field by field, what a list shows of it first. `dayText` writes a birthday
 * (`YYYY-MM-DD`) as the person reads it; it is found as stored, too.
 */
export function contactParts(contact: ContactFields, dayText: (day: string) => string): readonly ContactPart[] {
  const parts: ContactPart[] = [];
  const add = (field: keyof ContactFields, text: string): void => { if (text !== '') parts.push({ field, text }); };
  for (const name of first) add(name, contact[name]);
  for (const { address, name } of contact.emailAddresses) {
    add('emailAddresses', address);
    if (name !== address) add('emailAddresses', name);
  }
  for (const name of rest) add(name, contact[name]);
  for (const name of listFieldNames) for (const text of contact[name]) add(name, text);
  for (const name of addressFieldNames) for (const text of Object.values(contact[name])) add(name, text);
  if (contact.birthday !== '') {
    add('birthday', dayText(contact.birthday));
    add('birthday', contact.birthday);
  }
  return parts;
}

/** The digits alone, for numbers are written in many ways. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

export const isPhone = (field: keyof ContactFields): boolean => phoneFields.has(field);

/** What was typed, taken apart: every word has to be found, or all of it as one number. */
export type Typed = {
  /** Folded. */
  readonly words: readonly string[];
  /** '' where it cannot be meant as a number: "+420 (2) 55" is one, not three words. One digit is a word only. */
  readonly digits: string;
};

export function typedText(text: string): Typed {
  const folded = foldText(text).trim();
  const digits = /^[+\d\s()./-]*$/.test(folded) ? digitsOf(folded) : '';
  return { words: folded.split(/\s+/).filter((word) => word !== ''), digits: digits.length > 1 ? digits : '' };
}

/** Fields that stand in any list of contacts: who is found by them sees why. */
const inSight: ReadonlySet<keyof ContactFields> = new Set(['displayName', 'fileAs', 'companyName', 'emailAddresses']);
const around = 24;

/**
 * The part by which a contact was found and which a list does not show anyway; null when what it shows explains it.
 * Long text is cut to the words around.
 */
export function whyFound(contact: ContactFields, text: string, dayText: (day: string) => string): ContactPart | null {
  const { words, digits } = typedText(text);
  const parts = contactParts(contact, dayText).map((part) => ({ part, folded: foldText(part.text) }));
  const shown = parts.filter(({ part }) => inSight.has(part.field)).map(({ folded }) => folded);
  const open = words.filter((word) => !shown.some((folded) => folded.includes(word)));
  if (open.length === 0) return null;
  for (const { part, folded } of parts) {
    const word = open.find((one) => folded.includes(one));
    if (word !== undefined) return { field: part.field, text: excerpt(part.text, folded, word) };
  }
  return digits === '' ? null : parts.find(({ part }) => isPhone(part.field) && digitsOf(part.text).includes(digits))?.part ?? null;
}

function excerpt(text: string, folded: string, word: string): string {
  // Folding may change the length of some letters; then the place is only about right, and that is enough here.
  const at = folded.indexOf(word);
  const begin = at <= around ? 0 : at - around;
  const end = at + word.length + around;
  const cut = text.slice(begin, end).replace(/\s+/g, ' ').trim();
  return `${begin > 0 ? '…' : ''}${cut}${end < text.length ? '…' : ''}`;
}
