import type { Contact } from '@microsoft/microsoft-graph-types';
import type { ExtendedProperty } from '../shapes/extendedProperty.ts';

/** Text properties that v1.0 and beta share. */
export const textProperties = [
  'displayName', 'givenName', 'middleName', 'surname', 'initials', 'title', 'generation', 'nickName', 'yomiGivenName',
  'yomiSurname', 'yomiCompanyName', 'fileAs', 'companyName', 'department', 'jobTitle', 'officeLocation', 'profession',
  'manager', 'assistantName', 'spouseName', 'personalNotes',
] as const satisfies readonly (keyof Contact)[];

export type TextProperty = (typeof textProperties)[number];

export const isTextProperty = (name: string): name is TextProperty => (textProperties as readonly string[]).includes(name);

/** `emailType` of beta. */
export const emailTypes = ['unknown', 'work', 'personal', 'main', 'other'] as const;
export type EmailType = (typeof emailTypes)[number];

/** `phoneType` of beta. */
export const phoneTypes = ['home', 'business', 'mobile', 'other', 'assistant', 'homeFax', 'businessFax', 'otherFax', 'pager', 'radio'] as const;
export type PhoneType = (typeof phoneTypes)[number];

/** `physicalAddressType` of beta. */
export const postalTypes = ['unknown', 'home', 'business', 'other'] as const;
export type PostalType = (typeof postalTypes)[number];

/** `websiteType` of beta. */
export const websiteTypes = ['other', 'home', 'work', 'blog', 'profile'] as const;
export type WebsiteType = (typeof websiteTypes)[number];

export type EmailAddressRecord = {
  readonly name: string | null;
  /** Null when what was sent is no SMTP address: the service keeps the name and loses the address. */
  readonly address: string | null;
  readonly type: EmailType;
  readonly otherLabel: string | null;
};
export type PhoneRecord = { readonly type: PhoneType; readonly number: string };
export const postalParts = ['postOfficeBox', 'street', 'city', 'state', 'countryOrRegion', 'postalCode'] as const;
export type PostalPart = (typeof postalParts)[number];
export type PostalRecord = { readonly type: PostalType } & { readonly [P in PostalPart]?: string };
export type WebsiteRecord = { readonly type: WebsiteType; readonly address: string | null; readonly displayName: string | null };

export type DateTimeTimeZoneRecord = { readonly dateTime: string; readonly timeZone: string };
export type FlagRecord = {
  readonly flagStatus: 'notFlagged' | 'flagged' | 'complete';
  readonly startDateTime?: DateTimeTimeZoneRecord;
  readonly dueDateTime?: DateTimeTimeZoneRecord;
  readonly completedDateTime?: DateTimeTimeZoneRecord;
};

export type PhotoRecord = { readonly bytes: Buffer; readonly contentType: string; readonly width: number; readonly height: number };
export type Extension = Readonly<Record<string, unknown>>;

/** What a person wrote on the card, in neither version's shape: both are views of it. */
export type ContactFields = {
  text: { [P in TextProperty]?: string };
  emailAddresses: readonly EmailAddressRecord[];
  phones: readonly PhoneRecord[];
  postalAddresses: readonly PostalRecord[];
  websites: readonly WebsiteRecord[];
  imAddresses: readonly string[];
  children: readonly string[];
  categories: readonly string[];
  birthday: string | null;
  weddingAnniversary: string | null;
  gender: string | null;
  isFavorite: boolean | null;
  flag: FlagRecord;
};

/** One item in a contact folder. */
export type ContactRecord = {
  readonly serial: number;
  folder: number;
  /** Where it lay before it went to Deleted Items. */
  deletedFrom: number | null;
  moves: number;
  /** The mailbox's counter at the last write: the changeKey. */
  revision: number;
  /** The counter at the last write that delta tells of, and when the item came into its folder. */
  change: number;
  arrived: number;
  readonly created: number;
  modified: number;
  /**
   * A contact list (group): counted and taking a place on a page, never returned. Graph has no resource for it.
   */
  readonly isList: boolean;
  fields: ContactFields;
  /** Which property changed when; only kept for items that were changed after they arrived. */
  changedProperties: Map<string, number> | null;
  /** Open extensions by name, and schema extension values by id. */
  extensions: Map<string, Extension> | null;
  schemaExtensions: Map<string, Extension> | null;
  /** Single-value extended properties by what their ids stand for. */
  extendedProperties: Map<string, ExtendedProperty> | null;
  photo: PhotoRecord | null;
};

const none: readonly never[] = Object.freeze([]);
const notFlagged: FlagRecord = Object.freeze({ flagStatus: 'notFlagged' });

export function emptyFields(): ContactFields {
  return {
    text: {}, emailAddresses: none, phones: none, postalAddresses: none, websites: none, imAddresses: none, children: none,
    categories: none, birthday: null, weddingAnniversary: null, gender: null, isFavorite: null, flag: notFlagged,
  };
}
