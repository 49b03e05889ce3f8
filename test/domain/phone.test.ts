import fc from 'fast-check';
import { localPhone, phoneLink, typedPhone } from '#domain/phone';

describe('a phone number', () => {
  it.each([
    ['+1 425 555 0142', 'en-US', '(425) 555-0142'],
    ['+1 425 555 0142', 'de-DE', '+1 425 555 0142'],
    ['+14255550142', 'de-DE', '+1 425 555 0142'],
    ['+49 171 5550143', 'de', '0171 5550143'],
    ['0171/5550143', 'de-DE', '0171 5550143'],
    ['+46 8 555 010 20', 'sv-SE', '08-555 010 20'],
    ['(425) 555-0142 ext. 12', 'en-US', '(425) 555-0142 ext. 12'],
    // No region to speak of: only what says its country itself can be read.
    ['+1 425 555 0142', 'es-419', '+1 425 555 0142'],
    ['425 555 0142', 'es-419', '425 555 0142'],
  ])('%s reads to somebody with %s as %s', (stored, language, shown) => expect(localPhone(stored, language)).toBe(shown));

  it.each(['112', 'ask for Ben, 425 555 0142', '1-800-FLOWERS', 'see mail', '', '+', '(((', '0'.repeat(300)])('%s stays as it is', (text) => {
    expect(localPhone(text, 'en-US')).toBe(text);
  });

  it('keeps its country code when it is changed in its local form', () => {
    expect(typedPhone('(425) 555-0143', '+1 425 555 0142', 'en-US')).toBe('+1 425 555 0143');
    expect(typedPhone('(425) 555-0142', '+1 425 555 0142', 'en-US')).toBe('+1 425 555 0142');
  });

  it('is kept as typed otherwise', () => {
    expect(typedPhone('0171 5550143', '', 'de-DE')).toBe('0171 5550143');
    expect(typedPhone('(425) 555-01', '+1 425 555 0142', 'en-US')).toBe('(425) 555-01');
    expect(typedPhone('+44 20 7946 0000', '+1 425 555 0142', 'en-US')).toBe('+44 20 7946 0000');
    expect(typedPhone('reception', '+1 425 555 0142', 'en-US')).toBe('reception');
  });

  it('is called in its international form', () => {
    expect(phoneLink('(425) 555-0142', 'en-US')).toBe('tel:+14255550142');
    expect(phoneLink('+44 (0)20 7946 0000', 'en-US')).toBe('tel:+442079460000');
    expect(phoneLink('(425) 555-0142 ext. 12', 'en-US')).toBe('tel:+14255550142;ext=12');
    expect(phoneLink('112', 'de-DE')).toBe('tel:112');
    expect(phoneLink('ask Ben', 'en-US')).toBeNull();
    expect(phoneLink('javascript:1', 'en-US')).toBeNull();
  });

  it('never breaks the pane, whatever is stored, and links to nothing but a call', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().-]*(x\d+)?$/)), fc.oneof(fc.constantFrom('en-US', 'de-DE', 'ar', 'ja-JP', '', 'x'), fc.string()), (text, language) => {
      expect(typeof localPhone(text, language)).toBe('string');
      typedPhone(text, '+1 425 555 0142', language);
      expect(phoneLink(text, language) ?? 'tel:').toMatch(/^tel:[+\d;a-z=]*$/);
    }), { numRuns: 500 });
  });
});
