import { addressParts } from '../../src/taskpane/parts/AddressText.tsx';

it.each([
  ['megan.bowen@contoso.example', ['megan', '.bowen', '@contoso', '.example']],
  ['https://contoso.example/team', ['https:', '//contoso', '.example', '/team']],
  ['', ['']], ['plain', ['plain']], ['.@.', ['.@.']],
])('%p may be broken between %p', (address, parts) => {
  expect(addressParts(address)).toEqual(parts);
  expect(addressParts(address).join('')).toBe(address);
});
