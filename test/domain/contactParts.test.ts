import { emptyFields, emptyPostalAddress } from '#domain/contact';
import type { ContactFields } from '#domain/contact';
import { contactParts, typedText, whyFound } from '#domain/contactParts';
import { fields } from '../support/contactBuilder';

const dayText = (day: string): string => `day ${day}`;

describe('what a contact can be found by', () => {
  it('is every field there is', () => {
    const full = Object.fromEntries(Object.entries(emptyFields).map(([name, value]) => [name,
      typeof value === 'string' ? `in ${name}`
        : name === 'emailAddresses' ? [{ name: 'in mail name', address: 'in@address' }]
          : Array.isArray(value) ? [`in ${name}`] : { ...emptyPostalAddress, city: `in ${name}` }])) as unknown as ContactFields;
    const parts = contactParts(full, dayText);
    expect(new Set(parts.map(({ field }) => field))).toEqual(new Set(Object.keys(emptyFields)));
    expect(parts).toContainEqual({ field: 'birthday', text: 'day in birthday' });
  });
  it('is nothing where nothing is set', () => {
    expect(contactParts(emptyFields, dayText)).toEqual([]);
  });
});

describe('what was typed', () => {
  it.each([
    ['Megan  BOWEN', ['megan', 'bowen'], ''],
    ['+420 (2) 55', ['+420', '(2)', '55'], '420255'],
    ['5', ['5'], ''],
    ['', [], ''],
  ])('%j', (text, words, digits) => {
    expect(typedText(text)).toEqual({ words, digits });
  });
});

describe('why somebody was found', () => {
  const megan = fields({
    displayName: 'Megan Bowen', companyName: 'Fabrikam', emailAddresses: [{ name: 'Megan', address: 'megan@fabrikam.example' }],
    personalNotes: 'Met at the Northwind fair in spring, speaks German and a little French.', businessPhones: ['+1 (425) 555-0142'], categories: ['Press'],
    birthday: '1986-03-14',
  });
  it.each([
    ['megan', null],
    ['fabrikam bowen', null],
    ['', null],
    ['press', { field: 'categories', text: 'Press' }],
    ['megan german', { field: 'personalNotes', text: '…fair in spring, speaks German and a little French.' }],
    ['4255550142', { field: 'businessPhones', text: '+1 (425) 555-0142' }],
    ['1986', { field: 'birthday', text: 'day 1986-03-14' }],
    ['nowhere', null],
  ])('%j', (text, part) => {
    expect(whyFound(megan, text, dayText)).toEqual(part);
  });
});
