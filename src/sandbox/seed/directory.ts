import { users } from './people.ts';

/** Somebody the directory knows. Those in `users` can sign in; the others are colleagues to be found. */
export type SeedUser = {
  readonly key: string;
  readonly oid: string;
  readonly tid: string;
  readonly kind: 'work' | 'personal';
  readonly mailbox: 'exchangeOnline' | 'onPremises' | 'outlookCom' | 'none';
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  /** The name one signs in with. */
  readonly address: string;
  /** The mail address, where it is another one. */
  readonly mail?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly officeLocation?: string;
  readonly mobilePhone?: string;
  readonly businessPhones?: readonly string[];
  readonly otherMails?: readonly string[];
  readonly manager?: string;
  /** Whether the directory has a picture of them. */
  readonly hasPhoto?: boolean;
};

const contoso = users.adele.tid;

const colleague = (
  n: number, key: string, givenName: string, surname: string, more: Partial<SeedUser> = {},
): SeedUser => ({
  key, oid: `a0de1e00-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`, tid: contoso, kind: 'work', mailbox: 'exchangeOnline',
  displayName: `${givenName} ${surname}`, givenName, surname, address: `${key}@contoso.example`, ...more,
});

const signIn: Readonly<Record<keyof typeof users, Partial<SeedUser>>> = {
  adele: { jobTitle: 'Account Manager', department: 'Sales', officeLocation: '18/2111', mobilePhone: '+1 425 555 0109',
    businessPhones: ['+1 425 555 0110'], manager: 'miriam', hasPhoto: true },
  nia: { jobTitle: 'Trainee', department: 'Sales', manager: 'adele' },
  henrietta: { jobTitle: 'Buyer', department: 'Purchasing', businessPhones: ['+1 425 555 0111'], manager: 'miriam', hasPhoto: true },
  olga: { jobTitle: 'Archivist', department: 'Records' },
  pat: {},
};

/** A group of the tenant with a mail address; members by their keys, groups within it by theirs. */
export type SeedGroup = { readonly key: string; readonly id: string; readonly displayName: string; readonly mail: string; readonly members: readonly string[] };

export const groups: readonly SeedGroup[] = [
  { key: 'fairTeam', id: 'a0de1e00-0000-4000-8000-000000000201', displayName: 'Fair Team', mail: 'fair.team@contoso.example',
    members: ['adele', 'henrietta', 'lee', 'isaiah', 'fairBooth'] },
  { key: 'fairBooth', id: 'a0de1e00-0000-4000-8000-000000000202', displayName: 'Fair Booth', mail: 'fair.booth@contoso.example',
    members: ['isaiah', 'nestor', 'miriam'] },
];

/** Everybody of the tenant, and the owner of the personal account. */
export const directory: readonly SeedUser[] = [
  ...Object.entries(users).map(([key, user]): SeedUser => ({ key, ...user, ...signIn[key as keyof typeof users] })),
  colleague(1, 'miriam', 'Miriam', 'Graham', { jobTitle: 'Director', department: 'Sales', hasPhoto: true, otherMails: ['miriam.g@private.example'] }),
  colleague(2, 'lee', 'Lee', 'Gu', { jobTitle: 'Engineer', department: 'Manufacturing', hasPhoto: true, mail: 'lee.gu@contoso.example' }),
  colleague(3, 'isaiah', 'Isaiah', 'Langer', { jobTitle: 'Sales Representative', department: 'Sales', mobilePhone: '+1 918 555 0101' }),
  colleague(4, 'nestor', 'Nestor', 'Wilke', { jobTitle: 'Director', department: 'Operations' }),
  /** A shared mailbox; adele is its delegate. */
  colleague(5, 'sales', 'Contoso', 'Sales', { displayName: 'Contoso Sales' }),
  /** A guest has no mailbox in this tenant. */
  colleague(6, 'guest', 'Gil', 'Guest', { mailbox: 'none', address: 'gil_woodgrove.example#EXT#@contoso.example', mail: 'gil@woodgrove.example' }),
];
