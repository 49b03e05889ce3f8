import { fileAsChoices, fileAsFormOf } from '#domain/fileAs';
import { fields } from '../support/contactBuilder.ts';

const ana = fields({ givenName: 'Ana', middleName: 'M.', surname: 'Trujillo', companyName: 'Litware', displayName: 'Ana Trujillo' });

describe('how a contact is filed', () => {
  it('offers what Outlook offers', () => {
    expect(fileAsChoices(ana)).toEqual(['Trujillo, Ana M.', 'Ana M. Trujillo', 'Litware', 'Trujillo, Ana M. (Litware)', 'Litware (Trujillo, Ana M.)']);
  });

  it('offers nothing that lacks a part, and nothing twice', () => {
    expect(fileAsChoices(fields({ surname: 'Trujillo' }))).toEqual(['Trujillo']);
    expect(fileAsChoices(fields({ companyName: 'Litware' }))).toEqual(['Litware']);
    expect(fileAsChoices(fields())).toEqual([]);
  });

  it('is recognized', () => {
    expect(fileAsFormOf({ ...ana, fileAs: '' })).toBe('surnameGiven');
    expect(fileAsFormOf({ ...ana, fileAs: 'Litware (Trujillo, Ana M.)' })).toBe('companySurnameGiven');
    expect(fileAsFormOf({ ...ana, fileAs: 'Trujillo, Ana' })).toBe('surnameGiven short');
    expect(fileAsFormOf({ ...ana, fileAs: 'Auntie' })).toBeNull();
  });
});
