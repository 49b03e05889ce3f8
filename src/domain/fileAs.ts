import type { ContactFields } from './contact.ts';
import { displayNameOf, fileAsOf } from './nameForms.ts';

export type FileAsFields = Pick<ContactFields, 'givenName' | 'middleName' | 'surname' | 'companyName' | 'displayName'>;

/** The orders Outlook offers for sorting a contact, in Outlook's order. */
export const fileAsForms = ['surnameGiven', 'givenSurname', 'company', 'surnameGivenCompany', 'companySurnameGiven'] as const;
type Choice = (typeof fileAsForms)[number];
/** `short`: without the middle name, which others leave out. */
export type FileAsForm = Choice | `${Choice} short`;
export const allFileAsForms: readonly FileAsForm[] = [...fileAsForms, ...fileAsForms.map((form) => `${form} short` as const)];

/** The contact in that form; '' where the form needs a part that is missing. */
export function fileAsIn(form: FileAsForm, given: FileAsFields): string {
  const [choice, short] = form.split(' ') as [Choice, string?];
  const fields = short === undefined ? given : { ...given, middleName: '' };
  const company = fields.companyName.trim();
  const hasName = [fields.givenName, fields.middleName, fields.surname].some((part) => part.trim() !== '');
  switch (choice) {
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
  fields.fileAs === '' ? 'surnameGiven' : allFileAsForms.find((form) => fileAsIn(form, fields) === fields.fileAs) ?? null;
