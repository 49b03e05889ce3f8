import { cast, crowdAtEvent, crowdMember, isKnownInCrowd } from './people.ts';
import { moreContacts } from './moreContacts.ts';

/** A contact as one would POST it to Graph v1.0, and the folder it lies in (names below the default folder). */
export type SeedContact = {
  readonly folder: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What only beta can say of it. */
  readonly beta?: Readonly<Record<string, unknown>>;
  /** Shade of the grey picture that is made for it. */
  readonly photoShade?: number;
  /** A contact list (group): it takes a place in its folder and is never returned. */
  readonly isList?: true;
};

/** A shared folder: who else may see or change it. The folder `mailbox` is the whole mailbox, for delegates. */
export type SeedShare = { readonly folder: string; readonly with: string; readonly may: 'read' | 'write' };

export type SeedMailbox = {
  readonly contacts: readonly SeedContact[];
  readonly shares: readonly SeedShare[];
  readonly categories: readonly (readonly [displayName: string, color: string])[];
};

/** Outlook's own start of a master list, and a few that a person made. */
const categories = [
  ['Customers', 'preset9'], ['Suppliers', 'preset4'], ['Family', 'preset8'], ['Press', 'preset7'], ['Red category', 'preset0'],
  ['Follow up', 'none'],
] as const;

const split = (name: string): { givenName: string; surname: string } => {
  const at = name.lastIndexOf(' ');
  return { givenName: name.slice(0, at), surname: name.slice(at + 1) };
};

function card(name: string, address: string, more: Readonly<Record<string, unknown>> = {}, folder = ''): SeedContact {
  const { givenName, surname } = split(name);
  return {
    folder,
    body: { displayName: name, givenName, surname, fileAs: `${surname}, ${givenName}`, emailAddresses: [{ name, address }], ...more },
  };
}

const megan: SeedContact = {
  folder: '',
  body: {
    displayName: 'Megan Bowen', givenName: 'Megan', middleName: 'Joy', surname: 'Bowen', nickName: 'Meg', title: 'Ms', fileAs: 'Bowen, Megan',
    companyName: 'Fabrikam', jobTitle: 'Marketing Manager', department: 'Marketing', officeLocation: 'Building 7', manager: 'Miriam Graham',
    assistantName: 'Joni Sherman', businessHomePage: 'https://fabrikam.example/team/megan', birthday: '1986-03-14T11:59:00Z',
    spouseName: 'Arun Bowen', children: ['Lily', 'Theo'], imAddresses: ['megan.bowen@chat.fabrikam.example'],
    emailAddresses: [
      { name: 'Megan Bowen', address: cast.megan.address },
      { name: 'Megan (private)', address: 'megan.bowen@private.example' },
      { name: 'Fabrikam Press', address: 'press@fabrikam.example' },
    ],
    businessPhones: ['+1 425 555 0142', '+1 425 555 0143'], homePhones: ['+1 425 555 0177'], mobilePhone: '+1 425 555 0199',
    businessAddress: { street: '700 Harbour Street', city: 'Seattle', state: 'WA', countryOrRegion: 'United States', postalCode: '98101' },
    homeAddress: { street: '12 Cedar Lane', city: 'Bellevue', state: 'WA', countryOrRegion: 'United States', postalCode: '98004' },
    personalNotes: 'Met at the Northwind fair.\nPrefers mail to phone.\nSpeaks German.', categories: ['Customers', 'Press'],
  },
  beta: {
    emailAddresses: [
      { name: 'Megan Bowen', address: cast.megan.address, type: 'work' },
      { name: 'Megan (private)', address: 'megan.bowen@private.example', type: 'personal' },
      { name: 'Fabrikam Press', address: 'press@fabrikam.example', type: 'other', otherLabel: 'Press office' },
    ],
    weddingAnniversary: '2014-06-21',
    phones: [
      { type: 'business', number: '+1 425 555 0142' }, { type: 'business', number: '+1 425 555 0143' },
      { type: 'home', number: '+1 425 555 0177' }, { type: 'mobile', number: '+1 425 555 0199' },
      { type: 'businessFax', number: '+1 425 555 0188' },
    ],
  },
  photoShade: 70,
};

/** Everybody the mails and meetings of the sandbox know, as the comments of the cast say. */
const castContacts: readonly SeedContact[] = [
  megan,
  card(cast.sean.name, cast.sean.address, { companyName: 'Tailspin Toys', jobTitle: 'Designer', businessPhones: ['+353 1 555 0123'] }),
  card('Jane Doe', 'jane@northwind.example', { companyName: 'Northwind Traders', jobTitle: 'Buyer', mobilePhone: '+44 20 7946 0000' }),
  card(cast.asa.name, 'åsa@fjord.example', { companyName: 'Fjord Shipping', homePhones: ['+46 8 555 010 20'] }),
  card(cast.pavel.name, cast.pavel.address, { companyName: 'Wingtip', jobTitle: 'Sales', mobilePhone: '+420 601 555 010', categories: ['Suppliers'] }, 'Suppliers/Prague'),
  { ...card(cast.hana.name, cast.hana.address, { nickName: 'Hani', birthday: '1991-11-30T11:59:00Z', categories: ['Family'] }, 'Family'), photoShade: 120 },
  {
    folder: '',
    body: { displayName: 'Litware Reception', companyName: 'Litware', fileAs: 'Litware Reception', businessPhones: ['+49 30 5550 100'],
      emailAddresses: [{ name: 'Litware Reception', address: cast.reception.address }] },
  },
  card('Ana Trujillo', cast.reception.address, { companyName: 'Litware', jobTitle: 'Owner', mobilePhone: '+34 91 555 22 82' }),
  card(cast.diego.name, 'diego.siciliani@fabrikam.example', { companyName: 'Fabrikam', jobTitle: 'HR Manager' }),
  card(cast.ibrahim.name, cast.ibrahim.address, { companyName: 'Fabrikam', jobTitle: 'Engineer', businessPhones: ['+971 4 555 0100'] }),
];

const crowdContacts: readonly SeedContact[] = crowdAtEvent.flatMap((member, n) =>
  isKnownInCrowd(n) ? [card(member.name, member.address, {}, n % 4 === 0 ? 'Suppliers' : '')] : []);

/** A group in the default folder: Graph counts it and never shows it. */
const contactList: SeedContact = { folder: '', body: { displayName: 'Trade fair team' }, isList: true };

const adele: SeedMailbox = {
  contacts: [...castContacts, contactList, ...crowdContacts, ...moreContacts.map((m) => card(m.name, m.address, m.more, m.folder))],
  shares: [{ folder: 'Suppliers', with: 'henrietta', may: 'read' }],
  categories,
};

const henrietta: SeedMailbox = {
  contacts: [
    card('Patti Fernandez', 'patti.fernandez@woodgrove.example', { companyName: 'Woodgrove Bank' }),
    card('Joni Sherman', 'joni.sherman@fabrikam.example', { companyName: 'Fabrikam' }, 'Team'),
    card('Lidia Holloway', 'lidia.holloway@northwind.example', { companyName: 'Northwind Traders' }, 'Team'),
    card('Alex Wilber', 'alex.wilber@adatum.example', {}, 'Auditors'),
  ],
  shares: [{ folder: 'Team', with: 'adele', may: 'write' }, { folder: 'Auditors', with: 'adele', may: 'read' }],
  categories: [['Partners', 'preset2']],
};

const sales: SeedMailbox = {
  contacts: [card('Order Desk', 'orders@northwind.example', { companyName: 'Northwind Traders' })],
  shares: [{ folder: 'mailbox', with: 'adele', may: 'write' }],
  categories: [],
};

const pat: SeedMailbox = {
  contacts: [card('Quinn Private', 'quinn@private.example', { mobilePhone: '+1 206 555 0133' })],
  shares: [],
  categories: [['Friends', 'preset5']],
};

/** The situation `npm start` shows: adele's mailbox is in use, nia's is new. */
export const demo: Readonly<Record<string, SeedMailbox>> = { adele, henrietta, sales, pat };

/** Nobody has a contact. */
export const empty: Readonly<Record<string, SeedMailbox>> = {};

export const seeds: Readonly<Record<string, Readonly<Record<string, SeedMailbox>>>> = { demo, empty };

/** Members of the crowd at the event are strangers where the seed says so, so made contacts begin after them. */
const firstMade = crowdAtEvent.length;
const cities = ['Oslo', 'Lyon', 'Porto', 'Graz', 'Turku', 'Brno', 'Ghent', 'Leeds'] as const;

/** The n-th made contact, the same on every machine: for mailboxes of any size. */
export function madeContact(n: number): SeedContact {
  const { name, address } = crowdMember(firstMade + n);
  const company = address.slice(address.indexOf('@') + 1).replace('.example', '');
  const more: Record<string, unknown> = { companyName: `${company.slice(0, 1).toUpperCase()}${company.slice(1)}` };
  if (n % 2 === 0) more.businessPhones = [`+1 425 555 ${String(n % 10_000).padStart(4, '0')}`];
  if (n % 3 === 0) more.mobilePhone = `+44 7700 9${String(n % 100_000).padStart(5, '0')}`;
  if (n % 5 === 0) more.businessAddress = { street: `${(n % 97) + 1} Market Street`, city: cities[n % cities.length] ?? 'Oslo', postalCode: String(10_000 + (n % 90_000)) };
  if (n % 7 === 0) more.categories = ['Customers'];
  if (n % 11 === 0) more.personalNotes = `Note ${n}.`;
  // "Alba Abad 1": the number belongs to the surname, else a thousand people would be called "1".
  const words = name.split(' ');
  const givenName = words[0] ?? name;
  const surname = words.slice(1).join(' ');
  const folder = n % 10 === 9 ? 'Suppliers' : '';
  return { folder, body: { displayName: name, givenName, surname, fileAs: `${surname}, ${givenName}`, emailAddresses: [{ name, address }], ...more } };
}
