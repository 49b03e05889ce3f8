/** Somebody of the tenant, or the owner of a personal account. Only some can sign in; only some have a mailbox. */
export type DirectoryUser = {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: 'work' | 'personal';
  readonly mailbox: 'exchangeOnline' | 'onPremises' | 'outlookCom' | 'none';
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly otherMails: readonly string[];
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly companyName: string | null;
  readonly officeLocation: string | null;
  readonly mobilePhone: string | null;
  readonly businessPhones: readonly string[];
  readonly managerId: string | null;
  /** Width of the square picture, or none. */
  readonly photoSize: number | null;
};

export type Directory = {
  readonly users: readonly DirectoryUser[];
  /** By id, principal name, or the key of the seed; without regard to case. */
  find(key: string): DirectoryUser | undefined;
  byMail(address: string): DirectoryUser | undefined;
};

export function createDirectory(users: readonly DirectoryUser[], keys: ReadonlyMap<string, string>): Directory {
  const byKey = new Map<string, DirectoryUser>();
  const byMail = new Map<string, DirectoryUser>();
  for (const user of users) {
    byKey.set(user.id.toLowerCase(), user);
    byKey.set(user.userPrincipalName.toLowerCase(), user);
    byMail.set(user.mail.toLowerCase(), user);
  }
  for (const [key, id] of keys) {
    const user = byKey.get(id.toLowerCase());
    if (user !== undefined) byKey.set(key.toLowerCase(), user);
  }
  return { users, find: (key) => byKey.get(key.toLowerCase()), byMail: (address) => byMail.get(address.toLowerCase()) };
}
