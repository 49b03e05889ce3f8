import { addressFieldNames, emptyFields, textFieldNames, textLimits } from '#domain/contact';
import type { ContactFields, PostalAddress } from '#domain/contact';
import { foldAddress } from '#domain/normalize';
import { webLink } from '#domain/webAddress';
import type { EditState, EntryList } from './editState.ts';
import { formOrder } from './fieldGroups.ts';

export type FaultKind = 'nameNeeded' | 'badEmail' | 'sameEmail' | 'badWeb' | 'badDay' | 'dayTooEarly' | 'tooLong';

export type EditFault = {
  readonly of: keyof ContactFields;
  /** The `name` of the input it stands at. */
  readonly input: string;
  readonly kind: FaultKind;
  /** How much would fit (`tooLong`). */
  readonly most: number;
};

/**
 * What has to be mended before saving, in the order of the form. Only what differs from what is `stored` (null: a new
 * contact) is looked at: nobody can be asked to mend what somebody else wrote before their own small
 * change goes through.
 */
export function faultsIn({ fields }: EditState, stored: ContactFields | null): readonly EditFault[] {
  const base = stored ?? emptyFields;
  const faults: EditFault[] = [];
  const fault = (of: keyof ContactFields, kind: FaultKind, input: string = of, most = 0) => { faults.push({ of, kind, input, most }); };
  const tooLong = (of: keyof ContactFields, text: string, input: string = of, most: number = textLimits.text) => {
    if (text.length > most) fault(of, 'tooLong', input, most);
  };
  const isChanged = (name: keyof ContactFields): boolean => JSON.stringify(fields[name]) !== JSON.stringify(base[name]);

  if (isNameless(fields) && (stored === null || !isNameless(stored))) fault('displayName', 'nameNeeded');
  for (const name of textFieldNames) {
    if (isChanged(name)) tooLong(name, fields[name], name, name === 'personalNotes' ? textLimits.personalNotes : textLimits.text);
  }
  for (const name of entryLists) {
    fields[name].forEach((text, n) => { if (text !== base[name][n]) tooLong(name, text, `${name}${n}`); });
  }
  for (const name of addressFieldNames) {
    for (const [part, text] of Object.entries(fields[name])) {
      if (text !== base[name][part as keyof PostalAddress]) tooLong(name, text, `${name}.${part}`);
    }
  }
  const known = new Set(base.emailAddresses.map((email) => email.address));
  fields.emailAddresses.forEach(({ name, address }, n) => {
    const input = `emailAddresses${n}`;
    tooLong('emailAddresses', name, `${input}.name`);
    if (address.trim() === '') return;
    const folded = foldAddress(address);
    const twice = folded !== '' && fields.emailAddresses.findIndex((other) => foldAddress(other.address) === folded) < n;
    if (known.has(address) && (!twice || hasTwice(base))) return;
    if (folded === '' || !smtp.test(address.trim())) fault('emailAddresses', 'badEmail', input);
    else if (twice) fault('emailAddresses', 'sameEmail', input);
    else tooLong('emailAddresses', address, input);
  });
  if (isChanged('businessHomePage') && fields.businessHomePage.trim() !== '' && webLink(fields.businessHomePage) === null) fault('businessHomePage', 'badWeb');
  if (isChanged('birthday') && fields.birthday !== '') {
    if (!isDay(fields.birthday)) fault('birthday', 'badDay');
    else if (Number(fields.birthday.slice(0, 4)) < firstYear) fault('birthday', 'dayTooEarly');
  }
  return inFormOrder(faults);
}

export const inFormOrder = (faults: readonly EditFault[]): readonly EditFault[] =>
  [...faults].sort((a, b) => formOrder.indexOf(a.of) - formOrder.indexOf(b.of));

const entryLists = ['businessPhones', 'homePhones', 'imAddresses', 'children'] as const satisfies readonly EntryList[];

/** Exchange drops without a word what it does not take for an address. (microsoft-graph-docs issue 2186) */
const smtp = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+$/u;

/** Exchange counts time from here. */
const firstYear = 1601;

const isNameless = (fields: ContactFields): boolean =>
  [fields.displayName, fields.companyName, fields.givenName, fields.surname, ...fields.emailAddresses.map((email) => email.address)]
    .every((text) => text.trim() === '');

const hasTwice = ({ emailAddresses }: ContactFields): boolean =>
  new Set(emailAddresses.map((email) => foldAddress(email.address))).size < emailAddresses.length;

/** A day that the calendar has: not February 30, nor 29 in most years. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year !== '' && d >= 1 && d <= (days[m - 1] ?? 0);
}
