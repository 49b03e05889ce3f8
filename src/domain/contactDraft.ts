import type { ContactFields } from './contact.ts';
import { emptyFields } from './contact.ts';
import { splitName } from './name.ts';
import { fileAsOf } from './nameForms.ts';

/** The contact that one click makes of somebody on a mail. The address stays as written, without blanks around it. */
export function draftFromPerson(person: { readonly name: string; readonly address: string }): ContactFields {
  const address = person.address.trim();
  const name = splitName(person.name, address);
  const fields: ContactFields = {
    ...emptyFields,
    ...name,
    emailAddresses: address === '' ? [] : [{ name: name.displayName, address }],
  };
  return { ...fields, fileAs: fileAsOf(fields) };
}
