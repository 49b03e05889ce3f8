import type { ContactFields } from './contact.ts';

export type NameParts = Pick<ContactFields,
  'givenName' | 'middleName' | 'surname' | 'title' | 'generation' | 'companyName' | 'displayName'>;

export function splitName(displayName: string, _address: string): NameParts {
  return { givenName: '', middleName: '', surname: '', title: '', generation: '', companyName: '', displayName };
}

/** How Outlook sorts a contact: "Surname, Given Middle", else the company, else the name that is shown. */
export function fileAsOf(fields: Pick<ContactFields, 'givenName' | 'middleName' | 'surname' | 'companyName' | 'displayName'>): string {
  return fields.displayName;
}

/** The name to show for these parts: "Given Middle Surname", else the company. */
export function displayNameOf(fields: Pick<ContactFields, 'givenName' | 'middleName' | 'surname' | 'companyName'>): string {
  return `${fields.givenName} ${fields.surname}`;
}
