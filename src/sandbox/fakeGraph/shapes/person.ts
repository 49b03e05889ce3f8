import type { Person } from '@microsoft/microsoft-graph-types';
import type { ContactRecord, PhoneType } from '../state/contactRecord.ts';
import type { DirectoryUser } from '../state/directory.ts';
import { makeId } from '../state/ids.ts';
import type { Mailbox } from '../state/mailbox.ts';

/** Properties of a person in v1.0. `emailAddresses` belongs to beta, and asking v1.0 for it is an error. */
export const personProperties = [
  'id', 'displayName', 'givenName', 'surname', 'birthday', 'personNotes', 'isFavorite', 'jobTitle', 'companyName', 'yomiCompany',
  'department', 'officeLocation', 'profession', 'userPrincipalName', 'imAddress', 'scoredEmailAddresses', 'phones',
  'postalAddresses', 'websites', 'personType',
] as const satisfies readonly (keyof Person)[];

export type PersonShape = {
  readonly id: string;
  readonly displayName: string | null;
  readonly scoredEmailAddresses: readonly { readonly address: string | null; readonly relevanceScore: number; readonly selectionLikelihood: 'notSpecified' | 'high' }[];
  readonly personType: { readonly class: string; readonly subclass: string };
} & { readonly [P in Exclude<(typeof personProperties)[number], 'id' | 'displayName' | 'scoredEmailAddresses' | 'personType'>]: unknown };

const blank = {
  birthday: '', personNotes: '', isFavorite: false, yomiCompany: '', profession: '', postalAddresses: [], websites: [],
} as const;

const phoneTypes: readonly PhoneType[] = ['home', 'business', 'mobile', 'other'];

/** A contact as the people index knows it; without an address it is nobody. */
export function personFromContact(record: ContactRecord, mailbox: Mailbox, rank: number): PersonShape | null {
  const { text, emailAddresses, phones } = record.fields;
  const addresses = emailAddresses.flatMap((e) => e.address ?? []);
  if (addresses.length === 0) return null;
  return {
    ...blank,
    // Ids of people who exist in a mailbox only are no GUIDs.
    id: makeId('immutable', mailbox.number, record.serial, 0),
    displayName: text.displayName ?? null, givenName: text.givenName ?? null, surname: text.surname ?? null,
    jobTitle: text.jobTitle ?? null, companyName: text.companyName ?? null, department: text.department ?? null,
    officeLocation: text.officeLocation ?? null, userPrincipalName: null, imAddress: record.fields.imAddresses[0] ?? null,
    scoredEmailAddresses: addresses.map((address, at) => ({ address, relevanceScore: Math.max(1, 30 - rank - at), selectionLikelihood: 'notSpecified' })),
    phones: phones.filter((p) => phoneTypes.includes(p.type)).map((p) => ({ type: p.type, number: p.number })),
    personType: { class: 'Person', subclass: 'PersonalContact' },
  };
}

export function personFromUser(user: DirectoryUser, rank: number): PersonShape {
  return {
    ...blank,
    id: user.id, displayName: user.displayName, givenName: user.givenName, surname: user.surname, jobTitle: user.jobTitle,
    companyName: user.companyName, department: user.department, officeLocation: user.officeLocation,
    userPrincipalName: user.userPrincipalName, imAddress: `sip:${user.mail}`,
    scoredEmailAddresses: [{ address: user.mail, relevanceScore: Math.max(1, 40 - rank), selectionLikelihood: rank < 3 ? 'high' : 'notSpecified' }],
    phones: user.businessPhones.map((number) => ({ type: 'business', number })),
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  };
}
