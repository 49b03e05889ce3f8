import { contactLimits } from '#domain/contact';
import type { AddressFieldName, Contact, ContactFields, FolderId, PostalAddress, TextFieldName } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import { displayNameOf, fileAsOf } from '#domain/name';
import { readFields, readStoredContact } from '../../readStored.ts';

/** The form's fields while somebody types. Lists keep empty places, so that a field does not vanish under the cursor. */
export type EditState = {
  readonly fields: ContactFields;
  /** Full name and "file as" follow the name parts until the person writes their own. */
  readonly ownDisplayName: boolean;
  readonly ownFileAs: boolean;
};

export type PhoneList = 'businessPhones' | 'homePhones';

export type EditEvent =
  | { readonly type: 'text'; readonly name: TextFieldName | 'birthday'; readonly value: string }
  | { readonly type: 'email'; readonly at: number; readonly value: string }
  | { readonly type: 'phone'; readonly list: PhoneList; readonly at: number; readonly value: string }
  | { readonly type: 'address'; readonly name: AddressFieldName; readonly part: keyof PostalAddress; readonly value: string }
  | { readonly type: 'addEmail' } | { readonly type: 'removeEmail'; readonly at: number }
  | { readonly type: 'addPhone'; readonly list: PhoneList }
  | { readonly type: 'restored'; readonly state: EditState };

const nameParts: ReadonlySet<string> = new Set(['title', 'givenName', 'middleName', 'surname', 'generation', 'companyName']);

export function startEditing(fields: ContactFields): EditState {
  return {
    fields,
    ownDisplayName: fields.displayName !== '' && !namesOf(fields).includes(fields.displayName),
    ownFileAs: fields.fileAs !== '' && fields.fileAs !== fileAsOf(fields),
  };
}

/** Full names that follow from the parts; Outlook itself often leaves the middle name out. */
const namesOf = (fields: ContactFields): readonly string[] => [displayNameOf(fields), displayNameOf({ ...fields, middleName: '' })];

export function editState(state: EditState, event: EditEvent): EditState {
  const { fields } = state;
  switch (event.type) {
    case 'text': {
      const changed = { ...fields, [event.name]: event.value };
      if (event.name === 'displayName') return { ...state, fields: changed, ownDisplayName: event.value !== '' };
      if (event.name === 'fileAs') return { ...state, fields: changed, ownFileAs: event.value !== '' };
      return nameParts.has(event.name) ? { ...state, fields: follow({ ...state, fields: changed }) } : { ...state, fields: changed };
    }
    case 'email':
      return { ...state, fields: { ...fields, emailAddresses: fields.emailAddresses.map((email, n) => (n === event.at ? { ...email, address: event.value } : email)) } };
    case 'phone':
      return { ...state, fields: { ...fields, [event.list]: fields[event.list].map((phone, n) => (n === event.at ? event.value : phone)) } };
    case 'address':
      return { ...state, fields: { ...fields, [event.name]: { ...fields[event.name], [event.part]: event.value } } };
    case 'addEmail':
      return fields.emailAddresses.length >= contactLimits.emailAddresses ? state
        : { ...state, fields: { ...fields, emailAddresses: [...fields.emailAddresses, { name: '', address: '' }] } };
    case 'removeEmail':
      return { ...state, fields: { ...fields, emailAddresses: fields.emailAddresses.filter((_, n) => n !== event.at) } };
    case 'addPhone':
      return fields[event.list].length >= contactLimits[event.list] ? state
        : { ...state, fields: { ...fields, [event.list]: [...fields[event.list], ''] } };
    case 'restored':
      return event.state;
  }
}

function follow({ fields, ownDisplayName, ownFileAs }: EditState): ContactFields {
  const named = ownDisplayName ? fields : { ...fields, displayName: displayNameOf(fields) };
  return ownFileAs ? named : { ...named, fileAs: fileAsOf(named) };
}

/** What is saved: blanks trimmed, empty places gone, a new address named after its owner. */
export function fieldsToSave({ fields }: EditState): ContactFields {
  const trimmed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' && name !== 'personalNotes' ? value.trim() : value])) as ContactFields;
  const clean = (list: readonly string[]) => list.map((text) => text.trim()).filter((text) => text !== '');
  return {
    ...trimmed,
    emailAddresses: fields.emailAddresses.map((email) => ({ ...email, address: email.address.trim() })).filter((email) => email.address !== '')
      .map((email) => (email.name === '' ? { ...email, name: trimmed.displayName || email.address } : email)),
    businessPhones: clean(fields.businessPhones),
    homePhones: clean(fields.homePhones),
  };
}

export type EditFault = { readonly field: 'displayName' | `email${number}`; readonly kind: 'nameNeeded' | 'badEmail' };

/** What has to be mended before saving, in the order of the form. */
export function faultsIn(state: EditState): readonly EditFault[] {
  const faults: EditFault[] = [];
  const { displayName, companyName, givenName, surname } = fieldsToSave(state);
  if ([displayName, companyName, givenName, surname].every((text) => text === '') && state.fields.emailAddresses.every((email) => email.address.trim() === '')) {
    faults.push({ field: 'displayName', kind: 'nameNeeded' });
  }
  state.fields.emailAddresses.forEach((email, n) => {
    if (email.address.trim() !== '' && foldAddress(email.address) === '') faults.push({ field: `email${n}`, kind: 'badEmail' });
  });
  return faults;
}

/** A draft as it lies in storage; null when it is not one (older version, damaged). `base` is what was typed against. */
export function readEditDraft(value: unknown): { readonly state: EditState; readonly base: Contact | null; readonly folderId: FolderId | null } | null {
  if (typeof value !== 'object' || value === null) return null;
  const { fields, ownDisplayName, ownFileAs, contact, folderId } = value as Record<string, unknown>;
  const typed = readFields(fields);
  if (typed === null) return null;
  return {
    state: { fields: typed, ownDisplayName: ownDisplayName === true, ownFileAs: ownFileAs === true },
    base: readStoredContact(contact),
    folderId: typeof folderId === 'string' ? folderId : null,
  };
}
