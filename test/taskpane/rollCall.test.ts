import type { PersonRow } from '#app/lookUpPeople';
import type { Change } from '#domain/change';
import type { PersonOnItem } from '#domain/personOnItem';
import { countPeople } from '../../src/taskpane/features/people/peopleOrder.ts';
import { counts, entriesOf, shown } from '../../src/taskpane/features/people/rollCall.ts';
import { plainView } from '../../src/taskpane/features/people/rollView.ts';
import type { RollView } from '../../src/taskpane/features/people/rollView.ts';
import { allSaved, unsavedOf } from '../../src/taskpane/parts/unsaved.ts';
import { layoutOf } from '../../src/taskpane/parts/rowLayout.ts';
import { contact } from '../support/contactBuilder.ts';

const person = (name: string, address: string, more: Partial<PersonOnItem> = {}): PersonOnItem => ({ name, address, roles: ['to'], response: 'none', ...more });
const row = (one: PersonOnItem, verdict: PersonRow['verdict'] = { kind: 'stranger' }, standing: PersonRow['standing'] = 'person'): PersonRow =>
  ({ id: one.address || one.name, person: one, standing, verdict });

const rows: readonly PersonRow[] = [
  row(person('Me', 'me@contoso.example'), { kind: 'stranger' }, 'self'),
  row(person('Zoe Adams', 'zoe@fabrikam.example')),
  row(person('Ana Smith', 'ana@fabrikam.example'), { kind: 'known', contact: { ...contact({ id: 'ana', displayName: 'Ana Berg', addresses: ['ana@fabrikam.example'] }), companyName: 'Fabrikam' } }),
  row(person('Bo Quist', 'bo@adatum.example', { recipient: 'directory' })),
  row(person('Everybody', 'all@contoso.example', { recipient: 'list' })),
  row(person('Vltava', 'vltava@contoso.example', { roles: ['required', 'room'] })),
  row(person('Robot', 'no-reply@x.example'), { kind: 'stranger' }, 'machine'),
];
const entries = entriesOf(rows, allSaved);
const names = (view: Partial<RollView>) => shown(entries, { ...plainView, ...view }, 'en').entries.map((entry) => entry.name);

describe('the list of an item\'s people', () => {
  it('counts each kind; rooms, groups and machines are nobody to save', () => {
    expect(counts(entries)).toEqual([
      { trait: 'fresh', count: 2 }, { trait: 'known', count: 1 }, { trait: 'differs', count: 1 }, { trait: 'colleague', count: 1 },
      { trait: 'list', count: 1 }, { trait: 'room', count: 1 }, { trait: 'machine', count: 1 }, { trait: 'self', count: 1 },
    ]);
  });

  it('tells those who are still looked for from those nobody can be sure of', () => {
    const some = (kind: 'looking' | 'unsure') => counts(entriesOf([row(person('Ana', 'ana@x.example'), { kind })], allSaved));
    expect(some('looking')).toEqual([{ trait: 'looking', count: 1 }]);
    expect(some('unsure')).toEqual([{ trait: 'open', count: 1 }]);
  });

  it('stands in the order of the item, oneself last, or sorted', () => {
    expect(names({})).toEqual(['Zoe Adams', 'Ana Berg', 'Bo Quist', 'Everybody', 'Vltava', 'Robot', 'Me']);
    expect(names({ sort: 'name' })).toEqual(['Ana Berg', 'Bo Quist', 'Everybody', 'Me', 'Robot', 'Vltava', 'Zoe Adams']);
    expect(names({ sort: 'verdict' }).slice(0, 3)).toEqual(['Bo Quist', 'Zoe Adams', 'Ana Berg']);
    expect(names({ sort: 'domain', only: ['fresh', 'known'] })).toEqual(['Bo Quist', 'Ana Berg', 'Zoe Adams']);
    expect(names({ sort: 'company', only: ['fresh', 'known'] })[0]).toBe('Ana Berg');
  });

  it('shows only whom one asks for, by kind and by any part of name, address or company', () => {
    expect(names({ only: ['differs', 'room'] })).toEqual(['Ana Berg', 'Vltava']);
    expect(names({ text: 'smith' })).toEqual(['Ana Berg']);
    expect(names({ text: 'FABRI zo' })).toEqual(['Zoe Adams']);
    expect(names({ text: 'nobody' })).toEqual([]);
  });

  it('groups, the largest first and those without last', () => {
    const { entries: there, sections } = shown(entries, { ...plainView, group: 'domain' }, 'en');
    expect(sections).toEqual([{ title: 'contoso.example', count: 3 }, { title: 'fabrikam.example', count: 2 }, { title: 'adatum.example', count: 1 }, { title: 'x.example', count: 1 }]);
    expect(there.slice(0, 4).map((entry) => entry.domain)).toEqual(['contoso.example', 'contoso.example', 'contoso.example', 'fabrikam.example']);
    expect(shown(entries, { ...plainView, group: 'company' }, 'en').sections).toEqual([{ title: 'Fabrikam', count: 1 }, { title: '', count: 6 }]);
  });
});

describe('who is in the pane and not in Outlook', () => {
  const create = (contactId: string, state: Change['state'], at: number): Change => ({
    id: contactId, group: 'g', at, act: { kind: 'create', contactId, folderId: null, fields: contact({}), photo: null, restores: null }, label: 'created', name: '',
    state, undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
  });

  it('is whom it did not accept, and after a while whom it has not got yet', () => {
    const changes = [create('no', 'refused', 0), create('old', 'waiting', 1_000), create('young', 'sending', 9_000), create('there', 'done', 0), create('gone', 'dropped', 0)];
    expect(unsavedOf(changes, 10_000)).toEqual({ unsaved: new Map([['no', 'refused'], ['old', 'late']]), next: 17_000 });
    expect(unsavedOf(changes, 20_000)).toEqual({ unsaved: new Map([['no', 'refused'], ['old', 'late'], ['young', 'late']]), next: null });
  });

  it('has a mark of its own, is not counted as known, and is neither new', () => {
    const there = row(person('Ana', 'ana@x.example'), { kind: 'known', contact: contact({ id: 'local:ana', displayName: 'Ana' }) });
    expect(counts(entriesOf([there], new Map([['local:ana', 'refused']])))).toEqual([{ trait: 'refused', count: 1 }]);
    expect(counts(entriesOf([there], new Map([['local:ana', 'late']])))).toEqual([{ trait: 'known', count: 1 }]);
    expect(countPeople([there], new Map([['local:ana', 'refused']]))).toEqual({ people: 1, known: 0, fresh: 0, refused: 1 });
  });
});

describe('where rows lie', () => {
  const layout = layoutOf(5, 50, [{ title: 'A', count: 2 }, { title: 'B', count: 3 }]);

  it('leaves room for a heading before each section', () => {
    expect([0, 1, 2, 4].map(layout.topOf)).toEqual([32, 82, 164, 264]);
    expect(layout.height).toBe(314);
    expect([0, 1, 2].map(layout.isFirst)).toEqual([true, false, true]);
  });

  it('finds the row at a height, and the one after a heading', () => {
    expect([0, 40, 90, 140, 165, 300].map(layout.rowAt)).toEqual([0, 0, 1, 2, 2, 4]);
    expect(layoutOf(5, 50, []).rowAt(120)).toBe(2);
  });

  it('gives rows under their sections', () => {
    expect(layout.bySection([1, 2, 4]).map(({ section, rows: those }) => [section.title, those])).toEqual([['A', [1]], ['B', [2, 4]]]);
  });
});
