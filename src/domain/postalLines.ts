import type { PostalAddress } from './contact.ts';

/** How a country writes the line of its towns. (Universal Postal Union, postal addressing systems by country) */
type TownLine = 'codeFirst' | 'cityStateCode' | 'codeLast';

/** What people write for a country, folded; where nobody is named here, the code stands before the town, as in most of Europe. */
const townLines: ReadonlyMap<string, TownLine> = new Map([
  ...['united states', 'united states of america', 'usa', 'us', 'u s a', 'u s', 'canada', 'ca', 'australia', 'au', 'puerto rico', 'pr']
    .map((name) => [name, 'cityStateCode'] as const),
  ...[
    'united kingdom', 'uk', 'u k', 'gb', 'great britain', 'england', 'scotland', 'wales', 'northern ireland', 'ireland', 'ie', 'new zealand', 'nz',
    'india', 'in', 'singapore', 'sg', 'south africa', 'za', 'malta', 'mt', 'hong kong', 'hk', 'indonesia', 'id', 'thailand', 'th',
  ].map((name) => [name, 'codeLast'] as const),
]);

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim();

/** The lines of a postal address as one writes them on a letter to that country; empty parts take no line. */
export function postalLines({ street, city, state, postalCode, countryOrRegion }: PostalAddress): readonly string[] {
  const join = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);
  const country = fold(countryOrRegion);
  // Without a country, two letters of a state and five digits are American.
  const isAmerican = country === '' && /^[A-Z]{2}$/.test(state) && /^\d{5}(-\d{4})?$/.test(postalCode);
  const town = townLines.get(country) ?? (isAmerican ? 'cityStateCode' : 'codeFirst');
  const towns = {
    cityStateCode: [join([city, join([state, postalCode], ' ')], ', ')],
    codeLast: [join([city, state], ', '), postalCode],
    codeFirst: [join([postalCode, city], ' '), state],
  }[town];
  return [...street.split(/\r?\n/), ...towns, countryOrRegion].map((line) => line.trim()).filter((line) => line !== '');
}
