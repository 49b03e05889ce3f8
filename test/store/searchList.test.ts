import { everybody } from '#domain/browseQuery';
import { entryMaker, fitting, inOrder, narrows, tongueOf } from '#store/searchList';
import { contact } from '../support/storedContacts';

describe('the list contacts are searched in', () => {
  it('sorts as the language does, and by the browser\'s own where it knows no such language', () => {
    const sorted = (language: string | undefined): string[] => {
      const tongue = tongueOf(language);
      return ['Zoë', 'Öberg', 'Oslo', 'adam'].map((name) => entryMaker(tongue)(contact(name, { name }))).sort(inOrder(tongue)).map(({ id }) => id);
    };
    expect(sorted('sv-SE')).toEqual(['adam', 'Oslo', 'Zoë', 'Öberg']);
    expect(sorted('de-DE')).toEqual(['adam', 'Öberg', 'Oslo', 'Zoë']);
    for (const unknown of [undefined, 'not a tag', 'xx-XX', '']) expect(sorted(unknown)).toHaveLength(4);
  });

  it('finds a birthday as the person reads it, without the year that stands for none', () => {
    const { text } = entryMaker(tongueOf('de-DE'))({ ...contact('m'), birthday: '1604-03-14' });
    expect(text).toContain('14. marz\n');
    expect(text).not.toContain('14. marz 1604');
  });

  it('holds a word once that stands in several fields', () => {
    const { text } = entryMaker(tongueOf('en'))({ ...contact('m', { name: 'Megan Bowen' }), givenName: 'Megan', surname: 'Bowen' });
    expect(text).toBe('megan bowen');
  });

  it('narrows only where nobody can come in again', () => {
    const said = (text: string) => ({ ...everybody, text });
    expect(narrows(said('me'), said('meg bo'))).toBe(true);
    expect(narrows(said(''), said('555 01'))).toBe(true);
    expect(narrows(said('meg'), said('me'))).toBe(false);
    // One digit is a word only; two are a number, which may be found where the word is not.
    expect(narrows(said('( 2'), said('( 25'))).toBe(false);
    expect(narrows(said('a'), { ...said('ab'), folderId: 'A' })).toBe(false);
    const phone = entryMaker(tongueOf('en'))({ ...contact('m'), mobilePhone: '+1 (425) 555-0142' });
    for (const text of ['425', '425 555', '+1 425 5550142']) expect(fitting(said(text))?.(phone)).toBe(true);
  });
});
