import fc from 'fast-check';
import { webLink } from '#domain/webAddress';

describe('a web address', () => {
  it.each([
    ['https://fabrikam.example/team/megan', 'https://fabrikam.example/team/megan'],
    ['HTTP://intranet:8080/people?id=1#x', 'HTTP://intranet:8080/people?id=1#x'],
    [' www.contoso.example ', 'https://www.contoso.example'],
    ['contoso.example/über/uns', 'https://contoso.example/über/uns'],
    ['müller.example', 'https://müller.example'],
  ])('%s leads to %s', (text, link) => expect(webLink(text)).toBe(link));

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'file:///c:/x', 'https://', 'https://user:word@contoso.example',
    'contoso', 'my page', 'https://con toso.example', 'jane@contoso.example', '', '.', 'https://..'])('%s leads nowhere', (text) => {
    expect(webLink(text)).toBeNull();
  });

  it('is never anything but a page of the web', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.tuple(fc.constantFrom('javascript:', 'https:', '//', 'www.'), fc.string()).map((parts) => parts.join(''))), (text) => {
      expect(webLink(text) ?? 'https://').toMatch(/^https?:\/\//i);
    }), { numRuns: 1000 });
  });
});
