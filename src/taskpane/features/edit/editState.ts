import { contactLimits, emptyFields, emptyPostalAddress } from '#domain/contact';
import type { AddressFieldName, Contact, ContactFields, FolderId, PostalAddress, TextFieldName } from '#domain/contact';
import { allFileAsForms, fileAsFormOf, fileAsIn } from '#domain/fileAs';
import type { FileAsForm } from '#domain/fileAs';
import { displayNameOf } from '#domain/nameForms';
import { foldAddress } from '#domain/normalize';
import { readFields, readStoredContact } from '../../readStored.ts';

/** The form's fields while somebody types. Lists keep empty places, so that a field does not vanish under the cursor. */
export type EditState = {
  readonly fields: ContactFields;
  /** Full name and "file as" follow the name parts, in the form they had, until the person writes their own. */
  readonly nameForm: NameForm;
  readonly fileAsForm: FileAsForm | 'own';
};

/** `short`: without the middle name, as Outlook itself often leaves it out. */
const nameForms = ['full', 'short', 'own'] as const;
export type NameForm = (typeof nameForms)[number];

export type EntryList = 'businessPhones' | 'homePhones' | 'imAddresses' | 'children';

export type EditEvent =
  | { readonly type: 'text'; readonly name: TextFieldName | 'birthday'; readonly value: string }
  | { readonly type: 'email'; readonly at: number; readonly part: 'address' | 'name'; readonly value: string }
  | { readonly type: 'entry'; readonly list: EntryList; readonly at: number; readonly value: string }
  | { readonly type: 'address'; readonly name: AddressFieldName; readonly part: keyof PostalAddress; readonly value: string }
  | { readonly type: 'addEmail' } | { readonly type: 'removeEmail'; readonly at: number }
  | { readonly type: 'addEntry'; readonly list: EntryList } | { readonly type: 'removeEntry'; readonly list: EntryList; readonly at: number }
  | { readonly type: 'removeAddress'; readonly name: AddressFieldName }
  | { readonly type: 'restored'; readonly state: EditState };

const nameParts: ReadonlySet<string> = new Set(['title', 'givenName', 'middleName', 'surname', 'generation', 'companyName']);

export const startEditing = (fields: ContactFields): EditState =>
  ({ fields, nameForm: nameFormOf(fields), fileAsForm: fileAsFormOf(fields) ?? 'own' });

export function editState(state: EditState, event: EditEvent): EditState {
  const { fields } = state;
  const withFields = (changed: Partial<ContactFields>): EditState => ({ ...state, fields: { ...fields, ...changed } });
  switch (event.type) {
    case 'text': {
      const changed = withFields({ [event.name]: event.value });
      if (event.name === 'displayName') {
        const named: EditState = { ...changed, nameForm: event.value === '' ? 'full' : 'own' };
        // Somebody without name parts is filed under the full name; who is filed under nothing stays so.
        return fields.fileAs === '' ? named : followFileAs(named);
      }
      if (event.name === 'fileAs') return { ...changed, fileAsForm: fileAsFormOf(changed.fields) ?? 'own' };
      return nameParts.has(event.name) ? follow(changed) : changed;
    }
    case 'email':
      return withFields({ emailAddresses: fields.emailAddresses.map((email, n) => (n === event.at ? { ...email, [event.part]: event.value } : email)) });
    case 'entry':
      return withFields({ [event.list]: fields[event.list].map((entry, n) => (n === event.at ? event.value : entry)) });
    case 'address':
      return withFields({ [event.name]: { ...fields[event.name], [event.part]: event.value } });
    case 'addEmail':
      return isFull('emailAddresses', fields) ? state : withFields({ emailAddresses: [...fields.emailAddresses, { name: '', address: '' }] });
    case 'removeEmail':
      return withFields({ emailAddresses: fields.emailAddresses.filter((_, n) => n !== event.at) });
    case 'addEntry':
      return isFull(event.list, fields) ? state : withFields({ [event.list]: [...fields[event.list], ''] });
    case 'removeEntry':
      return withFields({ [event.list]: fields[event.list].filter((_, n) => n !== event.at) });
    case 'removeAddress':
      return withFields({ [event.name]: emptyPostalAddress });
    case 'restored':
      return event.state;
  }
}

/** Whether Outlook keeps no more of these. */
export const isFull = (list: EntryList | 'emailAddresses', fields: ContactFields): boolean =>
  fields[list].length >= (list === 'children' ? Infinity : contactLimits[list]);

const nameIn = (form: 'full' | 'short', fields: ContactFields): string => displayNameOf(form === 'full' ? fields : { ...fields, middleName: '' });

const nameFormOf = (fields: ContactFields): NameForm =>
  fields.displayName === '' || fields.displayName === nameIn('full', fields) ? 'full' : fields.displayName === nameIn('short', fields) ? 'short' : 'own';

function follow(state: EditState): EditState {
  const { fields, nameForm } = state;
  return followFileAs(nameForm === 'own' ? state : { ...state, fields: { ...fields, displayName: nameIn(nameForm, fields) } });
}

function followFileAs(state: EditState): EditState {
  const { fields, fileAsForm } = state;
  if (fileAsForm === 'own') return state;
  // A form that needs a company cannot hold without one.
  return { ...state, fields: { ...fields, fileAs: fileAsIn(fileAsForm, fields) || fileAsIn('surnameGiven', fields) } };
}

/**
 * What is saved: what was typed, without blanks at the ends and empty places, and a new address named after its owner.
 * What was not touched stays exactly as it is `stored` (null: a new contact): tidying what is untidy there is nobody's wish.
 */
export function fieldsToSave({ fields }: EditState, stored: ContactFields | null): ContactFields {
  const base = stored ?? emptyFields;
  const saved: Record<string, unknown> = {};
  for (const name of Object.keys(emptyFields) as (keyof ContactFields)[]) {
    const typed = fields[name];
    if (same(typed, base[name])) saved[name] = base[name];
    else if (typeof typed === 'string') saved[name] = name === 'personalNotes' ? typed : typed.trim();
    else if (name !== 'emailAddresses' && Array.isArray(typed)) saved[name] = (typed as string[]).map((text) => text.trim()).filter((text) => text !== '');
    else saved[name] = typed;
  }
  for (const name of ['businessAddress', 'homeAddress', 'otherAddress'] as const) {
    if (!same(fields[name], base[name])) saved[name] = Object.fromEntries(Object.entries(fields[name]).map(([part, text]) => [part, text.trim()]));
  }
  if (!same(fields.emailAddresses, base.emailAddresses)) {
    const before = new Set(base.emailAddresses.map((email) => foldAddress(email.address)));
    const owner = (saved as ContactFields).displayName.trim();
    saved.emailAddresses = fields.emailAddresses.map((email) => ({ name: email.name.trim(), address: email.address.trim() }))
      .filter((email, n) => email.address !== '' || isUntouched(fields.emailAddresses[n], base))
      .map((email) => (email.name === '' && !before.has(foldAddress(email.address)) ? { ...email, name: owner || email.address } : email));
  }
  return saved as ContactFields;
}

/** Stored without an address (Outlook loses those it cannot read): kept for its name, as long as nobody clears it. */
const isUntouched = (email: ContactFields['emailAddresses'][number] | undefined, base: ContactFields): boolean =>
  email !== undefined && email.name !== '' && base.emailAddresses.some((stored) => same(stored, email));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A draft as it lies in storage; null when it is not one (older version, damaged). `base` is what was typed against. */
export function readEditDraft(value: unknown): { readonly state: EditState; readonly base: Contact | null; readonly folderId: FolderId | null } | null {
  if (typeof value !== 'object' || value === null) return null;
  const { fields, nameForm, fileAsForm, contact, folderId } = value as Record<string, unknown>;
  const typed = readFields(fields);
  if (typed === null) return null;
  return {
    state: {
      fields: typed,
      nameForm: nameForms.find((form) => form === nameForm) ?? nameFormOf(typed),
      fileAsForm: [...allFileAsForms, 'own' as const].find((form) => form === fileAsForm) ?? fileAsFormOf(typed) ?? 'own',
    },
    base: readStoredContact(contact),
    folderId: typeof folderId === 'string' ? folderId : null,
  };
}
