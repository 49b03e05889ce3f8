/**
 * The mails, drafts and events one can open in the sandbox. Ids are addresses (`/?item=known`) and stay as they
 * are; what an item is there to show stands beside it. `me` is whoever is signed in.
 */
import { cast, crowdAtEvent, crowdMember, type CastMember } from './people.ts';

export type Response = 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined';

/** `kind` as Exchange sees the person; left out where real hosts leave it out (sender, just typed recipients). */
export type ItemPerson = CastMember & {
  readonly response?: Response;
  readonly kind?: 'user' | 'external' | 'list';
};

type Common = {
  readonly id: string;
  readonly subject: string;
  /** Plain text; a blank line parts two paragraphs. */
  readonly body: string;
  /** Minutes from the start of the day the sandbox plays on. */
  readonly at: number;
};

export type Mail = Common & {
  readonly type: 'mail';
  readonly from: ItemPerson;
  /** Whoever really sent it, when somebody writes on behalf of somebody else. */
  readonly sender?: ItemPerson;
  readonly to: readonly ItemPerson[];
  readonly cc: readonly ItemPerson[];
  /** Its header is folded, as Outlook on the web shows a long one at first: a pane is told of so many in each line only. */
  readonly folded?: true;
  /** A meeting request is a message with a time and a place. */
  readonly invitation?: { readonly start: number; readonly end: number; readonly location: string };
};

export type Draft = Common & {
  readonly type: 'draft';
  readonly from: ItemPerson;
  readonly to: readonly ItemPerson[];
  readonly cc: readonly ItemPerson[];
  readonly bcc: readonly ItemPerson[];
  /** A draft that was never saved has no id on the server. */
  readonly saved: boolean;
};

export type Meeting = Common & {
  readonly type: 'event';
  readonly role: 'attendee' | 'organizer';
  readonly organizer: ItemPerson;
  readonly required: readonly ItemPerson[];
  readonly optional: readonly ItemPerson[];
  readonly end: number;
  readonly location: string;
  /** The location is a room with a mailbox. */
  readonly room?: CastMember;
};

export type Item = Mail | Draft | Meeting;

const answers: readonly Response[] = ['accepted', 'accepted', 'none', 'tentative', 'accepted', 'declined'];

/** Attendees with a spread of answers, the same on every machine. */
function answered(people: readonly CastMember[], offset = 0): ItemPerson[] {
  return people.map((person, n) => ({
    ...person, kind: 'external', response: answers[(n + offset) % answers.length] ?? 'none',
  }));
}

const external = (people: readonly CastMember[]): ItemPerson[] => people.map((p) => ({ ...p, kind: 'external' }));

export function items(user: CastMember): readonly Item[] {
  const me: ItemPerson = { ...user, kind: 'user' };
  const megan: ItemPerson = { name: cast.megan.name, address: 'Megan.Bowen@FABRIKAM.example' };
  const colleagues: readonly ItemPerson[] = [
    { name: 'Miriam Graham', address: 'miriam@contoso.example', kind: 'user' }, { name: 'Lee Gu', address: 'lee.gu@contoso.example', kind: 'user' },
  ];
  const mail = (item: Omit<Mail, 'type' | 'to' | 'cc'> & Partial<Pick<Mail, 'to' | 'cc'>>): Mail =>
    ({ type: 'mail', to: [me], cc: [], ...item });

  return [
    // A contact; the mail writes the address with capitals.
    mail({ id: 'known', at: 9 * 60 + 41, from: megan, subject: 'Contract renewal: two open points', body:
`Hi ${firstName(user)},

thank you for the draft. Two points are still open on our side: the notice period in section 4, and who signs for the Prague office now that Pavel moved on to purchasing.

Could you look at both before Thursday? I will be in the office all week.

Best regards
Megan

Megan Bowen
Marketing Manager, Fabrikam
+1 425 555 0142 | megan.bowen@fabrikam.example` }),
    // Nobody one knows, with all one needs in the signature.
    mail({ id: 'stranger', at: 9 * 60 + 12, from: cast.lena, subject: 'Offer for the spring fair', body:
`Dear Ms. ${lastName(user)},

we met at the logistics congress in Hamburg last month. As promised, here is our offer for the booth at the spring fair: 24 square metres, corner position, set-up and dismantling included.

The offer stands until the end of the month. I am happy to answer questions by phone.

Kind regards

Lena Hofmann
Senior Project Manager
A. Datum Corporation
Speicherstraße 12, 20457 Hamburg, Germany
T +49 40 5550 142 | M +49 171 555 0143
lena.hofmann@adatum.example | www.adatum.example` }),
    // Each verdict at least once: likely, several, stranger, known; machine and folder in copy.
    mail({ id: 'several', at: 8 * 60 + 55, from: megan, subject: 'Kick-off: who brings what',
      to: [me, ...external([cast.lena, cast.jane, cast.reception, cast.sean])],
      cc: external([cast.noReply, cast.taro, cast.hana]), body:
`Hello everyone,

here is the list for Wednesday. Lena brings the floor plan, Jane the numbers of last year, Sean the sample parts. Litware kindly lends us the small meeting room on the ground floor; please ring at the reception.

If something is missing, answer to all so that nobody does it twice.

Megan

Megan Bowen
Marketing Manager, Fabrikam` }),
    mail({ id: 'apostrophe', at: 8 * 60 + 20, from: cast.sean, subject: 'Samples are on their way', body:
`Hi ${firstName(user)},

the samples left Cork this morning and should reach you on Friday. Tracking is TS-55012-IE.

Slán
Sean

Sean O'Neil
Tailspin Toys, Cork | +353 21 555 0177` }),
    // "Last, First", and a plus tag in the address.
    mail({ id: 'doe-jane', at: 8 * 60 + 2, from: cast.jane, subject: 'Numbers of last year', body:
`Hello,

attached you find the numbers of last year, by quarter. The third quarter is still without the returns.

Jane Doe
Controlling, Northwind Traders` }),
    // The contact holds the address in small letters; å has to fold.
    mail({ id: 'asa', at: 7 * 60 + 48, from: cast.asa, subject: 'Fotografier från mässan', body:
`Hej!

Här kommer bilderna från mässan. Säg till om du behöver dem i högre upplösning.

Vänliga hälsningar
Åsa Öberg
Fjord Media AB, Göteborg` }),
    mail({ id: 'non-latin', at: 7 * 60 + 15, from: cast.taro, subject: '来週のお打ち合わせについて', body:
`お世話になっております。さくら商事の山田です。

来週のお打ち合わせですが、火曜日の10時でいかがでしょうか。ご都合をお知らせください。

どうぞよろしくお願いいたします。

山田 太郎
さくら商事株式会社 営業部
03-5550-0188` }),
    mail({ id: 'machine', at: 6 * 60, from: cast.noReply, subject: 'Nightly backup finished', body:
`The backup of server CONTOSO-FS2 finished at 05:58 without errors.

This message was sent automatically. Please do not answer.` }),
    // A contact in Suppliers / Prague.
    mail({ id: 'sub-folder', at: 5 * 60 + 30, from: cast.pavel, subject: 'Dodací lhůty / delivery times', body:
`Dobrý den,

od příštího měsíce se dodací lhůta zkracuje na pět pracovních dnů. From next month on we deliver within five working days.

S pozdravem
Pavel Novák
Wingtip, nákup, Praha` }),
    // Two contacts hold this address.
    mail({ id: 'twins', at: -2 * 60, from: cast.reception, subject: 'Your visit on Wednesday', body:
`Dear visitor,

a parking space has been reserved for you. Please report at the front desk on arrival.

Litware Reception` }),
    // A contact has the same name and another address.
    mail({ id: 'same-name', at: -3 * 60, from: cast.diego, subject: 'Private mail, new number', body:
`Hi,

I am writing from my private account because the company one is locked until Monday. My new mobile number is +34 600 555 014.

Diego` }),
    // Title and a surname of several words.
    mail({ id: 'suffix', at: -4 * 60, from: cast.omar, subject: 'Second opinion on the expert report', body:
`Dear colleague,

I have read the report and agree with the first two findings. On the third I would like to hear the other side before signing.

Dr. Omar van den Berg
Woodgrove Institute` }),
    // A name in capitals with the company in brackets.
    mail({ id: 'caps', at: -5 * 60, from: cast.grace, subject: 'RE: invoice 2026-1138', body:
`Hello,

the invoice was paid yesterday. Please check on your side.

GRACE KIM
Proseware` }),
    // The display name is nothing but the address.
    mail({ id: 'nameless', at: -6 * 60, from: cast.nameless, subject: 'Statement of account', body:
`Please find the statement of account for October attached.

Adventure Works, billing` }),
    // Sent by somebody else than the person in From.
    mail({ id: 'on-behalf', at: -7 * 60, from: cast.ibrahim, sender: crowdMember(70), subject: 'Agenda for the steering committee',
      cc: external([cast.megan]), body:
`Dear all,

on behalf of Ibrahim I am sending the agenda for Thursday. Please send me additions until Wednesday noon.

${crowdMember(70).name}
Assistant to Ibrahim Haddad` }),
    // A message with a time and a place.
    mail({ id: 'invitation', at: -8 * 60, from: cast.ibrahim, to: [me, ...external([cast.megan, cast.lena])],
      invitation: { start: 33 * 60, end: 34 * 60, location: 'Meeting room Vltava' },
      subject: 'Invitation: steering committee', body:
`Let us decide on the spring fair.

Ibrahim` }),
    // Two people behind one address.
    mail({ id: 'shared-address', at: -18 * 60, from: cast.ibrahim, subject: 'Summer party: who comes with whom',
      to: [me, ...external([{ name: 'Anna Berg', address: 'family.berg@woodgrove.example' }, { name: 'Bo Berg', address: 'Family.Berg@woodgrove.example' },
        cast.megan, cast.sean, cast.lena, cast.omar])], body:
`Please tell me until Friday who brings whom.

Ibrahim` }),
    // Colleagues, of whom Outlook says that the directory has them; somebody known under another name and company.
    mail({ id: 'colleagues', at: -19 * 60, from: cast.ibrahim, subject: 'Who shows our guests around',
      to: [me, ...colleagues, ...external([{ name: 'Ronan Byrne (Wingtip)', address: cast.sean.address }, cast.hana, cast.lena])], body:
`Hello,

our guests arrive at nine. Who has an hour to show them around?

Ibrahim` }),
    mail({ id: 'forty', at: -20 * 60, from: cast.ibrahim, subject: 'Office closed on Friday',
      to: [me, ...external(Array.from({ length: 39 }, (_, n) => crowdMember(n)))], body:
`Dear partners,

our office stays closed on Friday because of the move. From Monday on you find us on the third floor.

Ibrahim Haddad
Fabrikam, Inc.` }),
    // A long header that is folded, with some in copy; twenty of the crowd are contacts.
    mail({ id: 'folded-200', at: -21 * 60, from: cast.ibrahim, folded: true, subject: 'New price list from January on',
      to: [me, ...external(Array.from({ length: 150 }, (_, n) => crowdMember(n)))],
      cc: external(Array.from({ length: 48 }, (_, n) => crowdMember(150 + n))), body:
`Dear partners,

please find the new price list attached. It holds from the first of January on.

Ibrahim Haddad
Fabrikam, Inc.` }),
    // A group among the recipients, with another group in it.
    mail({ id: 'group', at: -21 * 60 - 30, from: cast.megan, subject: 'Welcome to the pilot',
      to: [me, { name: 'Fair Team', address: 'fair.team@contoso.example', kind: 'list' }], body:
`Hello all,

welcome to the pilot. The first meeting is on Monday.

Megan` }),
    // An old Exchange path instead of an address, and a person without any address.
    mail({ id: 'exchange-path', at: -22 * 60,
      from: { name: 'Frieda Alt', address: '/O=CONTOSO/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=FRIEDA' },
      to: [me, { name: 'Undisclosed', address: '' }], subject: 'Archive of the old file server', body:
`The archive is readable until the end of the year.

Frieda` }),

    { type: 'draft', id: 'draft-empty', at: 10 * 60, from: me, to: [], cc: [], bcc: [], saved: false, subject: '', body: '' },
    { type: 'draft', id: 'draft-three', at: 9 * 60 + 50, from: me, saved: true,
      to: external([cast.megan, cast.lena]), cc: external([cast.hana]), bcc: [], subject: 'Spring fair: next steps', body:
`Dear Megan, dear Lena,

I bring you two together for the spring fair.

${user.name}` },

    { type: 'event', id: 'event-3', role: 'attendee', at: 11 * 60, end: 12 * 60, location: 'Meeting room Vltava',
      room: { name: 'Meeting room Vltava', address: 'vltava@contoso.example' },
      subject: 'Spring fair: walk through the floor plan', organizer: megan,
      required: [{ ...megan, kind: 'external', response: 'organizer' }, { ...me, response: 'accepted' },
        { ...cast.lena, kind: 'external', response: 'tentative' }],
      optional: [{ ...cast.taro, kind: 'external', response: 'none' }], body:
`We go through the floor plan together and decide on the corner position.

Megan` },
    // Exactly the sixty: the user is invited through a distribution list and does not stand among them.
    { type: 'event', id: 'event-60', role: 'attendee', at: 14 * 60, end: 15 * 60, location: 'Town hall and Teams',
      subject: 'All hands: results of the third quarter', organizer: crowdMember(0),
      required: [{ ...crowdMember(0), kind: 'external', response: 'organizer' }, ...answered(crowdAtEvent.slice(1, 40))],
      optional: answered(crowdAtEvent.slice(40), 3), body:
`All hands meeting of the partners. The recording will be shared afterwards.` },
    // A thousand, of whom twenty are known.
    { type: 'event', id: 'event-1000', role: 'attendee', at: 15 * 60, end: 15 * 60 + 45, location: 'Online',
      subject: 'Town hall of all partners', organizer: crowdMember(0),
      required: answered(Array.from({ length: 1000 }, (_, n) => crowdMember(n))), optional: [], body:
`Everybody is invited. Questions are collected beforehand.` },
    { type: 'event', id: 'event-organizer', role: 'organizer', at: 16 * 60, end: 16 * 60 + 30, location: 'Online',
      subject: 'Budget of the fair', organizer: { ...me, response: 'organizer' },
      required: answered([cast.megan, cast.lena, cast.ibrahim]), optional: answered([cast.sean], 3), body:
`Half an hour on the budget: booth, travel, give-aways.` },
  ];
}

function firstName(person: CastMember): string {
  return person.name.split(' ')[0] ?? person.name;
}

function lastName(person: CastMember): string {
  return person.name.split(' ').at(-1) ?? person.name;
}
