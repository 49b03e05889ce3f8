/**
 * A contact as the pane thinks of it: the properties of Graph's v1.0 contact under Graph's own names, without
 * its many spellings of "nothing": text that is not set is '', lists are never absent, a postal address always
 * has its five parts. (Graph reference, contact resource type)
 */
export type EmailAddress = { readonly name: string; readonly address: string };

export type PostalAddress = {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly countryOrRegion: string;
  readonly postalCode: string;
};

/** What a person may fill in. */
export type ContactFields = {
  readonly displayName: string;
  readonly givenName: string;
  readonly middleName: string;
  readonly surname: string;
  readonly initials: string;
  readonly title: string;
  readonly generation: string;
  readonly nickName: string;
  readonly yomiGivenName: string;
  readonly yomiSurname: string;
  readonly yomiCompanyName: string;
  readonly fileAs: string;
  readonly companyName: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly officeLocation: string;
  readonly profession: string;
  readonly manager: string;
  readonly assistantName: string;
  readonly businessHomePage: string;
  readonly spouseName: string;
  readonly personalNotes: string;
  readonly mobilePhone: string;
  /** A calendar day, `YYYY-MM-DD`, or ''. Graph's instant is turned into its UTC day at the border. */
  readonly birthday: string;
  readonly emailAddresses: readonly EmailAddress[];
  readonly businessPhones: readonly string[];
  readonly homePhones: readonly string[];
  readonly imAddresses: readonly string[];
  readonly children: readonly string[];
  readonly categories: readonly string[];
  readonly businessAddress: PostalAddress;
  readonly homeAddress: PostalAddress;
  readonly otherAddress: PostalAddress;
};

export type ContactId = string;
export type FolderId = string;

export type Contact = ContactFields & {
  /** The immutable id: it survives a move inside the mailbox. */
  readonly id: ContactId;
  /** Changes with every write; what a save compares before it sends. '' when not known. */
  readonly changeKey: string;
  readonly parentFolderId: FolderId;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
};

export type ContactPatch = Partial<ContactFields>;

export type ContactFolder = {
  readonly id: FolderId;
  readonly displayName: string;
  readonly parentFolderId: FolderId;
  /** True for the mailbox's own Contacts folder. */
  readonly isDefault: boolean;
};

/**
 * Graph refuses a fourth address and a third business phone (microsoft-graph-docs issue 15276). Of home phones Outlook
 * stores two, and Exchange has three places for chat addresses; what Graph does with more is not documented.
 */
export const contactLimits = { emailAddresses: 3, businessPhones: 2, homePhones: 2, imAddresses: 3 } as const;

/** Characters that are sure to fit. Graph documents no lengths; Exchange's own text properties hold 255, notes 32 K. */
export const textLimits = { text: 255, personalNotes: 32_768 } as const;

export const textFieldNames = [
  'displayName', 'givenName', 'middleName', 'surname', 'initials', 'title', 'generation', 'nickName',
  'yomiGivenName', 'yomiSurname', 'yomiCompanyName', 'fileAs', 'companyName', 'department', 'jobTitle',
  'officeLocation', 'profession', 'manager', 'assistantName', 'businessHomePage', 'spouseName', 'personalNotes',
  'mobilePhone',
] as const satisfies readonly (keyof ContactFields)[];
export type TextFieldName = (typeof textFieldNames)[number];

export const listFieldNames = [
  'businessPhones', 'homePhones', 'imAddresses', 'children', 'categories',
] as const satisfies readonly (keyof ContactFields)[];
export type ListFieldName = (typeof listFieldNames)[number];

export const addressFieldNames = [
  'businessAddress', 'homeAddress', 'otherAddress',
] as const satisfies readonly (keyof ContactFields)[];
export type AddressFieldName = (typeof addressFieldNames)[number];

export const emptyPostalAddress: PostalAddress = {
  street: '', city: '', state: '', countryOrRegion: '', postalCode: '',
};

export const emptyFields: ContactFields = {
  displayName: '', givenName: '', middleName: '', surname: '', initials: '', title: '', generation: '',
  nickName: '', yomiGivenName: '', yomiSurname: '', yomiCompanyName: '', fileAs: '', companyName: '',
  department: '', jobTitle: '', officeLocation: '', profession: '', manager: '', assistantName: '',
  businessHomePage: '', spouseName: '', personalNotes: '', mobilePhone: '', birthday: '', emailAddresses: [],
  businessPhones: [], homePhones: [], imAddresses: [], children: [], categories: [],
  businessAddress: emptyPostalAddress, homeAddress: emptyPostalAddress, otherAddress: emptyPostalAddress,
};

export const isEmptyAddress = (address: PostalAddress): boolean =>
  Object.values(address).every((part) => part === '');

/** The fields of a contact without what the server alone decides. */
export function fieldsOf(contact: Contact): ContactFields {
  const { id: _id, changeKey: _key, parentFolderId: _folder, createdDateTime: _created,
    lastModifiedDateTime: _modified, ...fields } = contact;
  return fields;
}

/** What `mine` changed against `base`: only fields whose value differs, lists and addresses compared by content. */
export function changedFields(base: ContactFields, mine: ContactFields): ContactPatch {
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(emptyFields) as (keyof ContactFields)[]) {
    if (JSON.stringify(base[name]) !== JSON.stringify(mine[name])) patch[name] = mine[name];
  }
  return patch as ContactPatch;
}
