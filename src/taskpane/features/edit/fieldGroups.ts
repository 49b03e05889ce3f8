import { foldText } from '#domain/normalize';
import { addressFieldNames, isEmptyAddress } from '#domain/contact';
import type { ContactFields } from '#domain/contact';
import type { Texts } from '../../text/en.ts';

/** Categories have a section of their own. */
export type FormField = Exclude<keyof ContactFields, 'categories'>;
export type GroupKey = keyof Texts['edit']['group'];
export type FieldGroup = { readonly key: GroupKey; readonly fields: readonly FormField[] };

/** What nearly every contact has; always in sight. */
export const openGroups: readonly FieldGroup[] = [
  { key: 'name', fields: ['givenName', 'surname', 'displayName', 'companyName', 'jobTitle'] },
  { key: 'email', fields: ['emailAddresses'] },
  { key: 'phone', fields: ['businessPhones', 'mobilePhone', 'homePhones'] },
];

/** Folded as long as nothing is in it; in the order of Outlook's own form. */
export const foldedGroups: readonly FieldGroup[] = [
  { key: 'moreName', fields: ['title', 'generation', 'middleName', 'initials', 'nickName', 'fileAs', 'yomiGivenName', 'yomiSurname'] },
  { key: 'chat', fields: ['imAddresses'] },
  { key: 'businessAddress', fields: ['businessAddress'] },
  { key: 'homeAddress', fields: ['homeAddress'] },
  { key: 'otherAddress', fields: ['otherAddress'] },
  { key: 'work', fields: ['department', 'officeLocation', 'profession', 'manager', 'assistantName', 'businessHomePage', 'yomiCompanyName'] },
  { key: 'personal', fields: ['birthday', 'spouseName', 'children'] },
  { key: 'notes', fields: ['personalNotes'] },
];

export const formOrder: readonly (keyof ContactFields)[] = [...openGroups, ...foldedGroups].flatMap((group) => group.fields);

/** Half as wide as the form: two of them beside each other. */
export const halfFields: ReadonlySet<FormField> = new Set<FormField>(['givenName', 'surname', 'title', 'generation', 'middleName', 'initials', 'yomiGivenName', 'yomiSurname']);

/** Groups that hold a value. What follows from the name by itself is no reason to open one. */
export const filledGroups = (fields: ContactFields): readonly GroupKey[] =>
  foldedGroups.filter((group) => group.fields.some((name) => name !== 'fileAs' && isFilled(fields, name))).map((group) => group.key);

const isFilled = (fields: ContactFields, name: FormField): boolean =>
  name === 'businessAddress' || name === 'homeAddress' || name === 'otherAddress' ? !isEmptyAddress(fields[name]) : fields[name].length > 0;

/** The folded fields that a word finds, in their groups; null finds all. `above`: a field that is in sight anyway. */
export function findFields(word: string, texts: Texts): { readonly groups: readonly FieldGroup[]; readonly above: FormField | null } {
  const words = foldText(word).split(/\s+/).filter((one) => one !== '');
  const fits = (name: FormField, group: GroupKey): boolean => {
    const parts = addressFieldNames.some((address) => address === name) ? [texts.fields.street, texts.fields.city, texts.fields.state, texts.fields.countryOrRegion, texts.fields.postalCode] : [];
    const called = foldText([texts.fields[name], texts.edit.group[group], texts.edit.alsoCalled[name] ?? '', ...parts].join(' '));
    return words.every((one) => called.split(/\s+/).some((said) => said.startsWith(one)));
  };
  const groups = foldedGroups.map((group) => ({ ...group, fields: group.fields.filter((name) => fits(name, group.key)) })).filter((group) => group.fields.length > 0);
  const above = openGroups.flatMap((group) => group.fields.filter((name) => fits(name, group.key)))[0] ?? null;
  return { groups, above };
}
