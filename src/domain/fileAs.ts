import type { ContactFields } from './contact.ts';
import { displayNameOf, fileAsOf } from './name.ts';

export type FileAsFields = Pick<ContactFields, 'givenName' | 'middleName' | 'surname' | 'companyName' | 'displayName'>;

/** The orders Outlook offers for sorting a contact, in Outlook's order. */
export const fileAsForms = ['surnameGiven', 'givenSurname', 'company', 'surnameGivenCompany', 'companySurnameGiven'] as const;
export type FileAsForm = (typeof fileAsForms)[number];

/** The contact in that form; '' where the form needs a part that is missing. */
export function fileAsIn(form: FileAsForm, fields: FileAsFields): string {
  const company = fields.companyName.trim();
  const hasName = [fields.givenName, fields.middleName, fields.surname].some((part) => part.trim() !== '');
  switch (form) {
    case 'surnameGiven': return fileAsOf(fields);
    case 'givenSurname': return hasName ? displayNameOf({ ...fields, companyName: '' }) : '';
    case 'company': return company;
    case 'surnameGivenCompany': return hasName && company !== '' ? `${fileAsOf(fields)} (${company})` : '';
    case 'companySurnameGiven': return hasName && company !== '' ? `${company} (${fileAsOf(fields)})` : '';
  }
}

/** What there is to choose from, each once. */
export const fileAsChoices = (fields: FileAsFields): readonly string[] =>
  [...new Set(fileAsForms.map((form) => fileAsIn(form, fields)))].filter((text) => text !== '');

/** The form a contact is filed in; null when somebody wrote their own. */
export const fileAsFormOf = (fields: FileAsFields & Pick<ContactFields, 'fileAs'>): FileAsForm | null =>
  fields.fileAs === '' ? 'surnameGiven' : fileAsForms.find((form) => fileAsIn(form, fields) === fields.fileAs) ?? null;
