import { emptyFields } from '#domain/contact';
import { filledGroups, findFields, formOrder } from '../../src/taskpane/features/edit/fieldGroups.ts';
import { en } from '../../src/taskpane/text/en.ts';
import { fields } from '../support/contactBuilder.ts';

const found = (word: string) => findFields(word, en).groups.flatMap((group) => group.fields);

describe('the groups of the form', () => {
  it('hold every property a person may fill in, each once; categories have a place of their own', () => {
    expect([...formOrder, 'categories'].sort()).toEqual(Object.keys(emptyFields).sort());
  });

  it('open when something is in them', () => {
    expect(filledGroups(fields({ displayName: 'Ana', fileAs: 'Trujillo, Ana', mobilePhone: '1' }))).toEqual([]);
    expect(filledGroups(fields({ birthday: '1984-02-29', otherAddress: { ...emptyFields.otherAddress, city: 'Oslo' } }))).toEqual(['otherAddress', 'personal']);
  });

  it.each([['birth', ['birthday']], ['KIDS', ['children']], ['website', ['businessHomePage']], ['yomi c', ['yomiCompanyName']], ['home str', ['homeAddress']], ['', formOrder.slice(9)]])(
    'show by the word %p what is meant', (word, names) => expect(found(word)).toEqual(names));

  it('say so when it stands further up, or nowhere', () => {
    expect(findFields('mobile', en)).toEqual({ groups: [], above: 'mobilePhone' });
    expect(findFields('zodiac', en)).toEqual({ groups: [], above: null });
  });
});
