import type { CustomField } from '#domain/customField';
import { faultsIn, numberFrom, typedOf, valuesFrom } from '../../src/taskpane/parts/customTyped';

const field = (id: string, kind: CustomField['kind']): CustomField =>
  ({ id, label: id, kind, choices: [], source: id.startsWith('org:') ? 'organisation' : 'own' });
const number = field('size', 'number');

describe('a number as it is written where the person lives', () => {
  it.each([
    ['en-US', '1,234.5', 1234.5], ['en-US', '1234.5', 1234.5], ['en-US', '-7', -7], ['en-US', '.5', 0.5], ['en-US', '1,5', null], ['en-US', 'about 5', null],
    ['de-DE', '1.234,5', 1234.5], ['de-DE', '1,5', 1.5], ['de-DE', '1.5', null], ['de-DE', '1.500', 1500], ['de-DE', '−3', -3],
    ['fr-FR', '1 234,5', 1234.5], ['fr-FR', '1\u202f234,5', 1234.5], ['de-CH', '1\'234.5', 1234.5], ['en-IN', '12,34,567', 1234567],
    ['fa-IR', '۱۲۳۴٫۵', 1234.5], ['fa-IR', '1234', 1234], ['ar-SA', '41.5', 41.5], ['ar-SA', '٤١٫٥', 41.5], ['en-US', '1.2.3', null], ['en-US', '1e5', null], ['en-US', '--1', null],
  ] as const)('%s: %s', (language, text, value) => {
    expect(numberFrom(text, language)).toBe(value);
  });

  it.each(['en-US', 'de-DE', 'fr-FR', 'ar-EG', 'fa-IR', 'hi-IN', 'de-CH', 'pl-PL', 'not a language'])('is read as it was shown: %s', (language) => {
    for (const value of [0, -1, 1234.5, 0.1, -1234567.25, 1e-7, 123456789012]) expect(numberFrom(typedOf(number, value, language), language)).toBe(value);
  });
});

describe('what is typed', () => {
  const fields = [number, field('since', 'date'), field('member', 'yesNo'), field('note', 'text'), field('org:floor', 'number')];

  it('becomes values, and what is not defined here or was not touched stays as it is', () => {
    const before = { size: 3, note: 'old', elsewhere: 'stays', since: 'not a day' };
    expect(valuesFrom(fields, { size: '1.000,5', note: '', member: 'false', since: 'not a day' }, before, 'de-DE'))
      .toEqual({ size: 1000.5, member: false, elsewhere: 'stays', since: 'not a day' });
    expect(valuesFrom(fields, {}, before, 'de-DE')).toEqual(before);
  });

  it('is refused at its field', () => {
    expect([...faultsIn(fields, { 'size': 'many', 'since': '2026-02-30', 'org:floor': '1.5' }, {}, 'en-US')])
      .toEqual([['size', 'badNumber'], ['since', 'badDate'], ['org:floor', 'badWhole']]);
    expect([...faultsIn(fields, { 'since': '2024-02-29', 'org:floor': '-2,147,483,648' }, {}, 'en-US')]).toEqual([]);
    // What somebody else wrote is not for this person to mend.
    expect([...faultsIn(fields, { since: 'not a day' }, { since: 'not a day' }, 'en-US')]).toEqual([]);
  });
});
