/**
 * Everybody who appears in the sandbox, once: the emulator makes contacts of some of them, the host page puts
 * them on mails and meetings. Addresses end in `.example`, which nobody can own (RFC 2606).
 */

export type CastMember = {
  readonly name: string;
  readonly address: string;
};

/** The mailboxes one can sign in to. `adele` is who `npm start` signs in. */
export const users = {
  adele: {
    oid: 'a0de1e00-0000-4000-8000-000000000001',
    tid: '72f988bf-0000-4000-8000-00000000c0de',
    displayName: 'Adele Vance',
    givenName: 'Adele',
    surname: 'Vance',
    address: 'adele@contoso.example',
    kind: 'work',
    mailbox: 'exchangeOnline',
  },
  /** A work account whose mailbox holds no contact yet. */
  nia: {
    oid: 'a0de1e00-0000-4000-8000-000000000002',
    tid: '72f988bf-0000-4000-8000-00000000c0de',
    displayName: 'Nia Newcomer',
    givenName: 'Nia',
    surname: 'Newcomer',
    address: 'nia@contoso.example',
    kind: 'work',
    mailbox: 'exchangeOnline',
  },
  /** A colleague who shares folders with adele. */
  henrietta: {
    oid: 'a0de1e00-0000-4000-8000-000000000003',
    tid: '72f988bf-0000-4000-8000-00000000c0de',
    displayName: 'Henrietta Mueller',
    givenName: 'Henrietta',
    surname: 'Mueller',
    address: 'henrietta@contoso.example',
    kind: 'work',
    mailbox: 'exchangeOnline',
  },
  /** A mailbox on a server of the company's own: Graph has no contacts for it. */
  olga: {
    oid: 'a0de1e00-0000-4000-8000-000000000004',
    tid: '72f988bf-0000-4000-8000-00000000c0de',
    displayName: 'Olga Onpremova',
    givenName: 'Olga',
    surname: 'Onpremova',
    address: 'olga@contoso.example',
    kind: 'work',
    mailbox: 'onPremises',
  },
  /** A personal account (outlook.com). */
  pat: {
    oid: '00000000-0000-0000-a0de-1e0000000005',
    tid: '9188040d-6c67-4c5b-b112-36a304b66dad',
    displayName: 'Pat Private',
    givenName: 'Pat',
    surname: 'Private',
    address: 'pat.private@outlook.example',
    kind: 'personal',
    mailbox: 'outlookCom',
  },
} as const;

export type UserKey = keyof typeof users;

export const cast = {
  /** Known, default folder, a full card. Mails write the address with capitals. */
  megan: { name: 'Megan Bowen', address: 'megan.bowen@fabrikam.example' },
  /** Known; an apostrophe in name and address. */
  sean: { name: "Sean O'Neil", address: "sean.o'neil@tailspin.example" },
  /** Known as jane@northwind.example; writes as "Doe, Jane" with a plus tag: likely. */
  jane: { name: 'Doe, Jane', address: 'Jane+news@northwind.example' },
  /** Known as åsa@fjord.example (small letters); writes in capitals. */
  asa: { name: 'Åsa Öberg', address: 'ÅSA@fjord.example' },
  /** Stranger with a non-Latin name. */
  taro: { name: '山田 太郎', address: 'taro.yamada@sakura.example' },
  /** Known, in a folder two levels down: Suppliers / Prague. */
  pavel: { name: 'Pavel Novák', address: 'pavel.novak@wingtip.example' },
  /** Two contacts hold this address. */
  reception: { name: 'Litware Reception', address: 'info@litware.example' },
  /** Same name as a contact, another address: likely. */
  diego: { name: 'Diego Siciliani', address: 'diego@private.example' },
  /** Strangers. */
  lena: { name: 'Lena Hofmann', address: 'lena.hofmann@adatum.example' },
  omar: { name: 'Dr. Omar van den Berg', address: 'omar.vandenberg@woodgrove.example' },
  grace: { name: 'GRACE KIM (Proseware)', address: 'grace.kim@proseware.example' },
  nameless: { name: 'billing.team@adventure-works.example', address: 'billing.team@adventure-works.example' },
  /** A machine. */
  noReply: { name: 'Contoso Alerts', address: 'no-reply@alerts.contoso.example' },
  /** Known, in the folder Family. */
  hana: { name: 'Hana Vance', address: 'hana@vance-family.example' },
  /** Known, default folder. */
  ibrahim: { name: 'Ibrahim Haddad', address: 'ibrahim.haddad@fabrikam.example' },
} as const satisfies Record<string, CastMember>;

const givenNames = ['Alba', 'Bilal', 'Chiara', 'Dmitri', 'Eszter', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas',
  'Keiko', 'Liam', 'Maja', 'Noor', 'Otto', 'Priya', 'Quentin', 'Rosa', 'Samir', 'Tilda'] as const;
const surnames = ['Abad', 'Becker', 'Costa', 'Dahl', 'Egger', 'Fontaine', 'Garcia', 'Hruby', 'Ivanova', 'Jansen',
  'Kowalski', 'Laurent', 'Moreau', 'Nilsson', 'Ortega', 'Petrov', 'Quist', 'Rossi', 'Schmid', 'Tanaka'] as const;
const companies = ['fabrikam', 'northwind', 'tailspin', 'wingtip', 'litware', 'adatum', 'proseware', 'woodgrove'] as const;

/** The n-th member of the crowd, the same on every machine; 400 different names, then a number is added. */
export function crowdMember(n: number): CastMember {
  const given = givenNames[n % givenNames.length] ?? 'Alba';
  const surname = surnames[(n * 7 + Math.floor(n / givenNames.length)) % surnames.length] ?? 'Abad';
  const company = companies[n % companies.length] ?? 'fabrikam';
  const round = Math.floor(n / (givenNames.length * surnames.length));
  const tail = round === 0 ? '' : String(round);
  return {
    name: `${given} ${surname}${tail === '' ? '' : ` ${tail}`}`,
    address: `${given}.${surname}${tail}@${company}.example`.toLowerCase(),
  };
}

/** Of the crowd at the event with 60 attendees, each third is a contact of adele's: 20 known, 40 new. */
export const crowdAtEvent = Array.from({ length: 60 }, (_, n) => crowdMember(n));
export const isKnownInCrowd = (n: number): boolean => n < 60 && n % 3 === 0;
