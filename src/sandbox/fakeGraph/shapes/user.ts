import type { User } from '@microsoft/microsoft-graph-types';
import type { Caller } from '../call.ts';
import type { DirectoryUser } from '../state/directory.ts';
import type { Json } from './contactView.ts';

const readers = {
  businessPhones: (u) => u.businessPhones,
  displayName: (u) => u.displayName,
  givenName: (u) => u.givenName,
  jobTitle: (u) => u.jobTitle,
  mail: (u) => u.mail,
  mobilePhone: (u) => u.mobilePhone,
  officeLocation: (u) => u.officeLocation,
  preferredLanguage: () => null,
  surname: (u) => u.surname,
  userPrincipalName: (u) => u.userPrincipalName,
  id: (u) => u.id,
  department: (u) => u.department,
  companyName: (u) => u.companyName,
  otherMails: (u) => u.otherMails,
  proxyAddresses: (u) => [`SMTP:${u.mail}`],
} as const satisfies { [P in keyof User]?: (user: DirectoryUser) => unknown };

type UserProperty = keyof typeof readers;

/** What a plain GET shows; the rest has to be selected ("user resource type"). */
const shownByDefault: readonly UserProperty[] = [
  'businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation', 'preferredLanguage',
  'surname', 'userPrincipalName', 'id',
];

/** What User.ReadBasic.All lets one see of others; everything else comes back as null. */
const basic: readonly UserProperty[] = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName', 'id'];

export const isUserProperty = (name: string): boolean => Object.hasOwn(readers, name);

/** Somebody of the directory, as much as the caller's scopes show of them. */
export function renderUser(user: DirectoryUser, caller: Caller, select: readonly string[] | null): Json {
  const everything = user === caller.user || caller.scopes.has('User.Read.All') || caller.scopes.has('Directory.Read.All');
  const shape: Json = {};
  for (const name of ['id', ...(select ?? shownByDefault)] as UserProperty[]) {
    const value = readers[name](user);
    if (everything || basic.includes(name)) shape[name] = value;
    else shape[name] = Array.isArray(value) ? [] : null;
  }
  return shape;
}
