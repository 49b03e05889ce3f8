import { differsFrom } from '#domain/differsFrom';
import { contact } from '../support/contactBuilder.ts';

const megan = contact({ id: 'm', displayName: 'Megan Bowen', addresses: ['megan@fabrikam.example'] });
const stored = { ...megan, givenName: 'Megan', surname: 'Bowen', nickName: 'Meg', companyName: 'Fabrikam, Inc.' };

it.each([
  ['Megan Bowen', []], ['Bowen, Megan', []], ['MEGAN BOWEN', []], ['Megan', []], ['Megan J. Bowen', []], ['Meg', []], ['', []],
  ['megan@fabrikam.example', []], ['Fabrikam', []], ['Megan Bowen (Fabrikam)', []],
  ['Megan Smith', ['name']], ['Lena Hofmann', ['name']], ['Megan Bowen (Contoso)', ['company']], ['Lena Hofmann (Contoso)', ['name', 'company']],
])('"%s" differs in %j', (name, expected) => {
  expect(differsFrom({ name, address: 'megan@fabrikam.example' }, stored)).toEqual(expected);
});

it('says nothing where nothing is stored to compare with', () => {
  const bare = { ...megan, displayName: '', givenName: '', surname: '', companyName: '' };
  expect(differsFrom({ name: 'Megan Bowen (Contoso)', address: 'megan@fabrikam.example' }, bare)).toEqual([]);
});
