import { emptyFields } from '#domain/contact';
import type { Contact, ContactFields } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';

let counter = 0;

/** A contact of which only what matters to the test need be said. */
export function contact(given: Partial<Contact> & { readonly addresses?: readonly string[] } = {}): Contact {
  const { addresses, ...rest } = given;
  counter += 1;
  return {
    ...emptyFields,
    id: `contact-${counter}`, changeKey: `key-${counter}`, parentFolderId: 'contacts',
    createdDateTime: '2026-01-01T00:00:00Z', lastModifiedDateTime: '2026-01-01T00:00:00Z',
    ...(addresses ? { emailAddresses: addresses.map((address) => ({ name: '', address })) } : {}),
    ...rest,
  };
}

export const fields = (given: Partial<ContactFields> = {}): ContactFields => ({ ...emptyFields, ...given });

export const person = (address: string, name = '', more: Partial<PersonOnItem> = {}): PersonOnItem =>
  ({ name, address, roles: ['from'], response: 'none', ...more });
