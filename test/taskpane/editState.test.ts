import fc from 'fast-check';
import { changedFields, emptyFields } from '#domain/contact';
import { editState, fieldsToSave, readEditDraft, startEditing } from '../../src/taskpane/features/edit/editState.ts';
import type { EditEvent, EditState } from '../../src/taskpane/features/edit/editState.ts';
import { faultsIn } from '../../src/taskpane/features/edit/editFaults.ts';
import { readParked } from '../../src/taskpane/readParked.ts';
import { contact, fields } from '../support/contactBuilder.ts';

const after = (start: EditState, ...events: EditEvent[]): EditState => events.reduce(editState, start);
const type = (name: Extract<EditEvent, { type: 'text' }>['name'], value: string): EditEvent => ({ type: 'text', name, value });

describe('the edit form', () => {
  const ana = fields({ displayName: 'Ana Trujillo', givenName: 'Ana', surname: 'Trujillo', fileAs: 'Trujillo, Ana' });

  it('lets the full name and "file as" follow the name parts', () => {
    expect(after(startEditing(ana), type('surname', 'Ruiz')).fields).toMatchObject({ displayName: 'Ana Ruiz', fileAs: 'Ruiz, Ana' });
  });

  it('lets them follow in the form they have', () => {
    const joy = fields({ ...ana, middleName: 'Joy', companyName: 'Litware', fileAs: 'Litware (Trujillo, Ana Joy)' });
    expect(after(startEditing(joy), type('surname', 'Ruiz'), type('companyName', 'Contoso')).fields).toMatchObject({ displayName: 'Ana Ruiz', fileAs: 'Contoso (Ruiz, Ana Joy)' });
    // Without a company there is none to file under.
    expect(after(startEditing(joy), type('companyName', ''), type('companyName', 'Contoso')).fields.fileAs).toBe('Contoso (Trujillo, Ana Joy)');
    expect(after(startEditing(joy), type('companyName', '')).fields.fileAs).toBe('Trujillo, Ana Joy');
  });

  it('leaves a full name and a "file as" alone that the person wrote themselves, until they are cleared', () => {
    const own = after(startEditing(fields({ ...ana, displayName: 'Aunt Ana' })), type('fileAs', 'Auntie'), type('surname', 'Ruiz'));
    expect(own.fields).toMatchObject({ displayName: 'Aunt Ana', fileAs: 'Auntie' });
    expect(after(own, type('displayName', ''), type('fileAs', ''), type('surname', 'Ruiz Lopez')).fields).toMatchObject({ displayName: 'Ana Ruiz Lopez', fileAs: 'Ruiz Lopez, Ana' });
  });

  it('takes no more than Outlook keeps', () => {
    let state = startEditing(fields());
    for (let n = 0; n < 6; n += 1) {
      state = after(state, { type: 'addEmail' }, { type: 'addEntry', list: 'businessPhones' }, { type: 'addEntry', list: 'homePhones' }, { type: 'addEntry', list: 'imAddresses' }, { type: 'addEntry', list: 'children' });
    }
    expect([state.fields.emailAddresses.length, state.fields.businessPhones.length, state.fields.homePhones.length, state.fields.imAddresses.length, state.fields.children.length]).toEqual([3, 2, 2, 3, 6]);
  });

  it('takes lists and postal addresses away again', () => {
    const address = { street: '1 Main St', city: 'Oslo', state: '', countryOrRegion: '', postalCode: '' };
    const state = after(startEditing(fields({ children: ['Lily', 'Theo'], homeAddress: address, emailAddresses: [{ name: 'a', address: 'a@x.example' }, { name: 'b', address: 'b@x.example' }] })),
      { type: 'removeEntry', list: 'children', at: 0 }, { type: 'removeAddress', name: 'homeAddress' }, { type: 'removeEmail', at: 0 });
    expect(state.fields).toMatchObject({ children: ['Theo'], homeAddress: emptyFields.homeAddress, emailAddresses: [{ name: 'b', address: 'b@x.example' }] });
  });

  it('saves no empty places and no blanks at the ends, but leaves notes as they were typed', () => {
    const state = after(startEditing(fields()), type('displayName', ' Ana '), type('personalNotes', ' two lines\n '), { type: 'addEmail' }, { type: 'addEmail' },
      { type: 'email', at: 1, part: 'address', value: ' ana@litware.example ' }, { type: 'addEntry', list: 'children' });
    expect(fieldsToSave(state, null)).toMatchObject({ displayName: 'Ana', personalNotes: ' two lines\n ', children: [], emailAddresses: [{ name: 'Ana', address: 'ana@litware.example' }] });
  });

  it('saves nothing but what was typed, however untidy the rest is', () => {
    const untidy = fields({ displayName: ' Ana ', businessPhones: ['', ' 1'], emailAddresses: [{ name: '', address: ' ana@x.example' }, { name: 'lost', address: '' }], homeAddress: { ...emptyFields.homeAddress, city: ' Oslo' } });
    const changed = (...events: EditEvent[]) => changedFields(untidy, fieldsToSave(after(startEditing(untidy), ...events), untidy));
    expect(changed()).toEqual({});
    expect(changed(type('jobTitle', 'Buyer '))).toEqual({ jobTitle: 'Buyer' });
    expect(changed(type('displayName', 'Ana Ruiz'))).toEqual({ displayName: 'Ana Ruiz' });
    // A list goes whole; a stored entry without an address keeps its place, a nameless one gets no name it never had.
    expect(changed({ type: 'addEmail' }, { type: 'email', at: 2, part: 'address', value: 'b@x.example' })).toEqual({
      emailAddresses: [{ name: '', address: 'ana@x.example' }, { name: 'lost', address: '' }, { name: 'Ana', address: 'b@x.example' }],
    });
  });
});

describe('drafts from storage', () => {
  it('come back as they were typed, with what they were typed against', () => {
    const base = contact({ displayName: 'Ana' });
    const state = after(startEditing(fields({ displayName: 'Ana' })), type('personalNotes', 'tea'), { type: 'addEntry', list: 'imAddresses' });
    const kept: unknown = JSON.parse(JSON.stringify({ ...state, contact: base }));
    expect(readEditDraft(kept)).toEqual({ state, base, folderId: null });
    expect(readParked(`edit:${base.id}`, kept)).toMatchObject({ name: 'Ana', subject: { kind: 'existing', contact: base } });
  });

  it('never break the pane, whatever lies there', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.record({ fields: fc.anything(), contact: fc.anything(), nameForm: fc.anything(), fileAsForm: fc.anything() }), fc.record({ fields: fc.dictionary(fc.constantFrom(...Object.keys(emptyFields)), fc.anything()) })), (rubbish) => {
      const draft = readEditDraft(rubbish);
      if (draft !== null) {
        faultsIn(draft.state, draft.base);
        fieldsToSave(after(draft.state, type('surname', 'x')), draft.base);
      }
      readParked('edit:x', rubbish);
      readParked('new:x', rubbish);
    }), { numRuns: 500 });
  });
});
