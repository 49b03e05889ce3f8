import { emptyPostalAddress } from '#domain/contact';
import { postalLines } from '#domain/postalLines';

const lines = (address: Partial<typeof emptyPostalAddress>) => postalLines({ ...emptyPostalAddress, ...address });

describe('the lines of an address', () => {
  it('put the town as its country does', () => {
    expect(lines({ street: '700 Harbour Street', city: 'Seattle', state: 'WA', postalCode: '98101', countryOrRegion: 'United States' }))
      .toEqual(['700 Harbour Street', 'Seattle, WA 98101', 'United States']);
    expect(lines({ street: '1 Queen St', city: 'London', postalCode: 'SW1A 1AA', countryOrRegion: 'UK' })).toEqual(['1 Queen St', 'London', 'SW1A 1AA', 'UK']);
    expect(lines({ street: 'Am Markt 1', city: 'Hamburg', postalCode: '20095', countryOrRegion: 'Germany' })).toEqual(['Am Markt 1', '20095 Hamburg', 'Germany']);
    expect(lines({ city: 'Seattle', state: 'WA', postalCode: '98101' })).toEqual(['Seattle, WA 98101']);
  });

  it('leave out what is empty and keep the lines of the street', () => {
    expect(lines({})).toEqual([]);
    expect(lines({ street: 'Hof 2\r\nAm Markt 1', city: 'Ulm' })).toEqual(['Hof 2', 'Am Markt 1', 'Ulm']);
    expect(lines({ countryOrRegion: 'U.S.A.', postalCode: '98101' })).toEqual(['98101', 'U.S.A.']);
  });
});
