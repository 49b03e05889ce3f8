import fc from 'fast-check';
import { contactKeys, match, personKeys, standing } from '#domain/match';
import { contact } from '../support/storedContacts';

const person = (address: string, name = '') => ({ name, address });

describe('the verdict on a person', () => {
  const megan = contact('megan', { name: 'Megan Bowen', addresses: ['megan.bowen@fabrikam.example'] });
  const sean = contact('sean', { name: "Sean O'Neil", addresses: ["sean.o'neil@tailspin.example"] });
  const asa = contact('asa', { name: 'Åsa Öberg', addresses: ['åsa@fjord.example'] });
  const jane = contact('jane', { name: 'Jane Doe', addresses: ['jane@northwind.example'] });
  const all = [megan, sean, asa, jane];

  it('is "known" when a contact holds the address, whatever its case', () => {
    expect(match(person('MEGAN.Bowen@fabrikam.example'), all)).toEqual({ kind: 'known', contact: megan });
    expect(match(person("Sean.O'Neil@tailspin.example"), all)).toEqual({ kind: 'known', contact: sean });
  });

  it.each([['composed', '\u00c5SA'], ['decomposed', 'A\u030aSA'], ['the Ångström sign', '\u212bSA']])(
    'is "known" for ÅSA@ in capitals, %s', (_how, local) => {
      expect(match(person(`${local}@fjord.example`), all)).toEqual({ kind: 'known', contact: asa });
    });

  it('is "several" when two contacts share the address', () => {
    const twin = contact('twin', { addresses: ['Megan.Bowen@Fabrikam.example'] });
    expect(match(person('megan.bowen@fabrikam.example'), [...all, twin])).toEqual({ kind: 'several', contacts: [megan, twin] });
  });

  it('is only ever "likely" through a plus tag, in either direction', () => {
    expect(match(person('Jane+news@northwind.example', 'Doe, Jane'), all))
      .toEqual({ kind: 'likely', contacts: [jane], because: 'sameMailbox' });
    const tagged = contact('tagged', { addresses: ['pat+work@x.example'] });
    expect(match(person('pat@x.example'), [tagged])).toMatchObject({ kind: 'likely', because: 'sameMailbox' });
    expect(match(person('pat+work@x.example'), [tagged])).toMatchObject({ kind: 'known' });
  });

  it('is "likely" for the same name at another address, also when it is turned round', () => {
    expect(match(person('m@private.example', 'Bowen, Megan'), all)).toEqual({ kind: 'likely', contacts: [megan], because: 'sameName' });
  });

  it('is "stranger" for one word alone, and for an address in place of a name', () => {
    const info = contact('info', { name: 'Info', addresses: ['info@a.example'] });
    const unnamed = contact('x', { name: 'x.y@a.example', addresses: ['x.y@a.example'] });
    expect(match(person('info@b.example', 'Info'), [info])).toEqual({ kind: 'stranger' });
    expect(match(person('other@b.example', 'x.y@a.example'), [unnamed])).toEqual({ kind: 'stranger' });
  });

  it.each(['', '  ', '/O=EXCHANGELABS/CN=RECIPIENTS/CN=MEGAN'])('goes by the name where there is no address: "%s"', (address) => {
    expect(match(person(address, 'Megan Bowen'), all)).toMatchObject({ kind: 'likely', because: 'sameName' });
    expect(match(person(address), all)).toEqual({ kind: 'stranger' });
  });

  it('is "stranger" when nobody fits', () => {
    expect(match(person('new@x.example', 'Somebody New'), all)).toEqual({ kind: 'stranger' });
    expect(match(person('new@x.example', 'Somebody New'), [])).toEqual({ kind: 'stranger' });
  });
});

describe('the keys', () => {
  const address = fc.oneof(fc.emailAddress(), fc.constantFrom('jane@x.example', 'Jane+a@x.example', 'JANE@x.example', '', '/o=x', 'rubbish'));
  const name = fc.oneof(fc.constantFrom('Jane Doe', 'Doe, Jane', 'JANE DOE', 'Jane', ''), fc.string({ unit: 'grapheme' }));

  it('of a person find every contact that the verdict speaks of', () => {
    fc.assert(fc.property(name, address, name, address, (personName, personAddress, contactName, contactAddress) => {
      const one = contact('one', { name: contactName, addresses: [contactAddress] });
      const verdict = match(person(personAddress, personName), [one]);
      const keys = contactKeys(one);
      const isFound = personKeys(person(personAddress, personName)).some((key) => keys.includes(key));
      expect(isFound).toBe(verdict.kind !== 'stranger');
    }), { numRuns: 2_000 });
  });

  it('do not mix up addresses and names', () => {
    expect(contactKeys(contact('odd', { name: 'a: jane', addresses: ['n@x.example'] })))
      .toEqual(['a:n@x.example', 'm:n@x.example', 'n:a jane']);
  });
});

describe('how somebody is to be treated', () => {
  it('tells oneself, machines and people without an address from persons', () => {
    const own = ['adele@contoso.example', 'Adele.Vance@contoso.example'];
    expect(standing(person('ADELE.vance@contoso.example'), own)).toBe('self');
    expect(standing(person('no-reply@contoso.example'), own)).toBe('machine');
    expect(standing(person('/O=EXCHANGELABS/CN=X'), own)).toBe('noAddress');
    expect(standing(person('jane@contoso.example'), own)).toBe('person');
    expect(standing(person('jane@contoso.example'), [''])).toBe('person');
  });
});
