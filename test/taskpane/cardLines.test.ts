import { emptyFields } from '#domain/contact';
import type { ContactFields } from '#domain/contact';
import { cardLines } from '../../src/taskpane/features/card/cardLines.ts';
import { en } from '../../src/taskpane/text/en.ts';
import { contact } from '../support/contactBuilder.ts';

const address = (street: string) => ({ street, city: 'c', state: 's', countryOrRegion: 'r', postalCode: 'p' });

/** Each property with a value of its own. */
const filled: ContactFields = {
  ...Object.fromEntries(Object.entries(emptyFields).filter(([, value]) => value === '').map(([name]) => [name, `<${name}>`])) as unknown as ContactFields,
  emailAddresses: [{ name: '<mail name>', address: 'jane@contoso.example' }], businessPhones: ['<work 1>', '<work 2>'], homePhones: ['<home>'],
  imAddresses: ['<chat>'], children: ['<child>'], categories: [], businessAddress: address('<business>'), homeAddress: address('<home street>'), otherAddress: address('<other>'),
};

describe('the lines of a card', () => {
  it('leave nothing out that the head of the card does not say', () => {
    const all = cardLines(contact(filled), en).map((line) => `${line.value} ${line.note}`).join('\n');
    const inTheHead = ['displayName', 'nickName', 'title', 'generation', 'jobTitle', 'companyName', 'department'];
    for (const [name, value] of Object.entries(filled)) {
      if (inTheHead.includes(name) || name === 'categories') continue;
      for (const part of JSON.stringify(value).match(/<[^>]+>/g) ?? []) expect(all).toContain(part);
    }
  });

  it('show the department where the head has no company to put it beside', () => {
    expect(cardLines(contact({ displayName: 'Ana', department: 'Sales' }), en).map((line) => line.value)).toEqual(['Sales']);
  });

  it('do not repeat what the full name says, nor what a contact is filed under anyway', () => {
    const ana = contact({ displayName: 'Ana Trujillo', givenName: 'Ana', surname: 'Trujillo', fileAs: 'Trujillo, Ana', emailAddresses: [{ name: 'Ana Trujillo', address: 'ana@litware.example' }] });
    expect(cardLines(ana, en)).toEqual([expect.objectContaining({ value: 'ana@litware.example', note: '' })]);
    expect(cardLines({ ...ana, fileAs: 'Auntie' }, en)).toContainEqual(expect.objectContaining({ label: 'File as', value: 'Auntie' }));
  });
});
