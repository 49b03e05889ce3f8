import { addressFieldNames, isEmptyAddress } from '#domain/contact';
import type { Contact, ContactFields } from '#domain/contact';
import { fileAsFormOf } from '#domain/fileAs';
import { postalLines } from '#domain/postalLines';
import type { Texts } from '../../text/en.ts';

export type LineKind = 'mail' | 'phone' | 'chat' | 'place' | 'home' | 'work' | 'people' | 'web' | 'day' | 'note' | 'name';

/** One stored detail. `value` is what is stored and what is copied. */
export type Line = {
  readonly key: string;
  readonly kind: LineKind;
  readonly label: string;
  readonly value: string;
  /** Whether one would want it elsewhere: then it can be copied. */
  readonly copy: boolean;
  /** A second line, small. */
  readonly note: string;
};

/**
 * The stored details in the order one asks for them beside a mail; what is empty, and what the head of the card says
 * already, takes no room.
 */
export function cardLines(contact: Contact, texts: Texts): readonly Line[] {
  const { fields } = texts;
  const line = (key: string, kind: LineKind, label: string, value: string, copy = true, note = ''): Line[] =>
    value === '' ? [] : [{ key, kind, label, value, copy, note }];
  const text = (name: keyof ContactFields & keyof typeof fields, kind: LineKind, copy = false): Line[] =>
    line(name, kind, fields[name] as string, contact[name] as string, copy);
  const numbered = (name: 'businessPhones' | 'homePhones' | 'imAddresses', kind: LineKind): Line[] =>
    contact[name].flatMap((value, n) => line(`${name}${n}`, kind, fields.phone(fields[name], n + 1), value));

  return [
    ...contact.emailAddresses.flatMap(({ name, address }, n) => line(`mail${n}`, 'mail', fields.email(n + 1), address || name, address !== '',
      name === address || name === contact.displayName || address === '' ? '' : name)),
    ...numbered('businessPhones', 'phone'), ...text('mobilePhone', 'phone', true), ...numbered('homePhones', 'phone'),
    ...numbered('imAddresses', 'chat'),
    ...addressFieldNames.filter((name) => !isEmptyAddress(contact[name]))
      .flatMap((name) => line(name, name === 'homeAddress' ? 'home' : 'place', fields[name], postalLines(contact[name]).join('\n'))),
    ...(contact.companyName === '' || contact.companyName === contact.displayName ? text('department', 'work') : []),
    ...text('officeLocation', 'work'), ...text('profession', 'work'), ...text('manager', 'people'), ...text('assistantName', 'people'),
    ...text('businessHomePage', 'web', true),
    ...text('birthday', 'day'), ...text('spouseName', 'people'), ...line('children', 'people', fields.children, contact.children.join(', '), false),
    ...nameLines(contact, (name) => text(name, 'name')),
    ...text('personalNotes', 'note', true),
  ];
}

/** Parts of the name that the full name does not show. */
function nameLines(contact: Contact, text: (name: keyof ContactFields & keyof Texts['fields']) => readonly Line[]): readonly Line[] {
  const said = contact.displayName || contact.companyName;
  const unsaid = (['givenName', 'middleName', 'surname', 'initials'] as const).filter((name) => !said.includes(contact[name]));
  return [
    ...unsaid.flatMap(text),
    ...(['yomiGivenName', 'yomiSurname', 'yomiCompanyName'] as const).flatMap(text),
    // What Outlook would file it under anyway says nothing.
    ...(fileAsFormOf(contact) === null && contact.fileAs !== said ? text('fileAs') : []),
  ];
}
