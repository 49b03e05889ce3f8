import { emptyFields } from '#domain/contact';
import type { ContactFields } from '#domain/contact';
import { faultsIn, isDay } from '../../src/taskpane/features/edit/editFaults.ts';
import { startEditing } from '../../src/taskpane/features/edit/editState.ts';
import { fields } from '../support/contactBuilder.ts';

const mail = (...addresses: string[]) => addresses.map((address) => ({ name: '', address }));
/** Where it hurts and why. */
const faults = (typed: Partial<ContactFields>, stored: Partial<ContactFields> | null = null) =>
  faultsIn(startEditing(fields({ displayName: 'Ana', ...typed })), stored && fields({ displayName: 'Ana', ...stored })).map(({ input, kind }) => `${input}: ${kind}`);

describe('what has to be mended before saving', () => {
  it('something to find the contact by', () => {
    expect(faultsIn(startEditing(emptyFields), null)).toMatchObject([{ input: 'displayName', kind: 'nameNeeded' }]);
    expect(faults({ displayName: '', emailAddresses: mail('ana@x.example') })).toEqual([]);
    expect(faults({ displayName: '' }, {})).toEqual(['displayName: nameNeeded']);
    // Stored without any name: a note may be added all the same.
    expect(faults({ displayName: '', personalNotes: 'x' }, { displayName: '' })).toEqual([]);
  });

  it.each(['ana@', 'ana', '@x.example', 'ana@x.example,', 'ana@x.example; ben@x.example', '<ana@x.example>', 'a na@x.example'])('an address like %s', (address) => {
    expect(faults({ emailAddresses: mail(address) })).toEqual(['emailAddresses0: badEmail']);
  });

  it('the same address twice, however it is written', () => {
    expect(faults({ emailAddresses: mail('ana@x.example', 'ben@x.example', ' ANA@X.example') })).toEqual(['emailAddresses2: sameEmail']);
    expect(faults({ emailAddresses: mail('a@x.example', 'a@x.example') }, { emailAddresses: mail('a@x.example', 'b@x.example') })).toEqual(['emailAddresses1: sameEmail']);
  });

  it('half a web address, half a day, a day before Exchange counts', () => {
    expect(faults({ businessHomePage: 'javascript:alert(1)' })).toEqual(['businessHomePage: badWeb']);
    expect(faults({ businessHomePage: 'www.litware.example' })).toEqual([]);
    expect(faults({ birthday: '1983-02-29' })).toEqual(['birthday: badDay']);
    expect(faults({ birthday: '1500-01-01' })).toEqual(['birthday: dayTooEarly']);
    expect(faults({ birthday: '2190-01-01' })).toEqual([]);
  });

  it('text that does not fit', () => {
    const long = 'x'.repeat(256);
    expect(faults({ givenName: long, children: ['ok', long], homeAddress: { ...emptyFields.homeAddress, city: long }, emailAddresses: [{ name: long, address: 'a@x.example' }], personalNotes: long }))
      .toEqual(['givenName: tooLong', 'emailAddresses0.name: tooLong', 'homeAddress.city: tooLong', 'children1: tooLong']);
    expect(faults({ personalNotes: 'x'.repeat(32_769) })).toEqual(['personalNotes: tooLong']);
  });

  it('nothing that was stored so before', () => {
    const odd: Partial<ContactFields> = {
      emailAddresses: mail('ana@', 'a@x.example', 'A@x.example'), businessHomePage: 'see intranet', imAddresses: ['x'.repeat(300)], jobTitle: 'x'.repeat(300),
    };
    expect(faults({ ...odd, surname: 'Ruiz' }, odd)).toEqual([]);
  });

  it('is listed in the order of the form', () => {
    expect(faults({ birthday: '1', businessHomePage: ':', displayName: '', emailAddresses: mail('x') })).toEqual(['emailAddresses0: badEmail', 'businessHomePage: badWeb', 'birthday: badDay']);
  });

  it('knows the calendar', () => {
    expect(['2000-02-29', '1604-12-31', '2024-02-29'].map(isDay)).toEqual([true, true, true]);
    expect(['1900-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '2023-4-1', 'x', ''].map(isDay)).toEqual([false, false, false, false, false, false, false]);
  });
});
