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
  /** As Graph finds users: by id or principal name, without regard to case. */
  find(key: string): DirectoryUser | undefined;
  /** As the control surface finds them: by the seed's short name or by address too. */
  called(name: string): DirectoryUser | undefined;
  byMail(address: string): DirectoryUser | undefined;
};

export function createDirectory(users: readonly DirectoryUser[], keys: ReadonlyMap<string, string>): Directory {
  const byKey = new Map<string, DirectoryUser>();
  const byName = new Map<string, DirectoryUser>();
  const byMail = new Map<string, DirectoryUser>();
  for (const user of users) {
    byKey.set(user.id.toLowerCase(), user);
    byKey.set(user.userPrincipalName.toLowerCase(), user);
    byMail.set(user.mail.toLowerCase(), user);
  }
  for (const [key, id] of keys) {
    const user = byKey.get(id.toLowerCase());
    if (user !== undefined) byName.set(key.toLowerCase(), user);
  }
  const find = (key: string): DirectoryUser | undefined => byKey.get(key.toLowerCase());
  return {
    users, find,
    called: (name) => byName.get(name.toLowerCase()) ?? find(name) ?? byMail.get(name.toLowerCase()),
    byMail: (address) => byMail.get(address.toLowerCase()),
  };
}
