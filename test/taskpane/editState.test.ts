import fc from 'fast-check';
import { emptyFields } from '#domain/contact';
import { editState, faultsIn, fieldsToSave, readEditDraft, startEditing } from '../../src/taskpane/features/edit/editState.ts';
import { readParked } from '../../src/taskpane/readParked.ts';
import { contact, fields } from '../support/contactBuilder.ts';

describe('the edit form', () => {
  it('lets the full name and "file as" follow the name parts', () => {
    const state = editState(startEditing(fields({ displayName: 'Ana Trujillo', givenName: 'Ana', surname: 'Trujillo', fileAs: 'Trujillo, Ana' })), { type: 'text', name: 'surname', value: 'Ruiz' });
    expect(state.fields).toMatchObject({ displayName: 'Ana Ruiz', fileAs: 'Ruiz, Ana' });
  });

  it('leaves a full name alone that the person wrote themselves', () => {
    const state = editState(startEditing(fields({ displayName: 'Aunt Ana', givenName: 'Ana', surname: 'Trujillo' })), { type: 'text', name: 'surname', value: 'Ruiz' });
    expect(state.fields.displayName).toBe('Aunt Ana');
  });

  it('takes no fourth address and no third work phone', () => {
    let state = startEditing(fields());
    for (let n = 0; n < 5; n += 1) state = editState(editState(state, { type: 'addEmail' }), { type: 'addPhone', list: 'businessPhones' });
    expect(state.fields.emailAddresses).toHaveLength(3);
    expect(state.fields.businessPhones).toHaveLength(2);
  });

  it('saves no empty places and no blanks at the ends, but leaves notes as they were typed', () => {
    let state = startEditing(fields({ displayName: ' Ana ', personalNotes: ' two lines\n ' }));
    state = editState(editState(state, { type: 'addEmail' }), { type: 'addEmail' });
    state = editState(state, { type: 'email', at: 1, value: ' ana@litware.example ' });
    expect(fieldsToSave(state)).toMatchObject({ displayName: 'Ana', personalNotes: ' two lines\n ', emailAddresses: [{ name: 'Ana', address: 'ana@litware.example' }] });
  });

  it('wants something to find the contact by, and whole addresses', () => {
    expect(faultsIn(startEditing(emptyFields))).toEqual([{ field: 'displayName', kind: 'nameNeeded' }]);
    const state = editState(editState(startEditing(fields({ displayName: 'Ana' })), { type: 'addEmail' }), { type: 'email', at: 0, value: 'ana@' });
    expect(faultsIn(state)).toEqual([{ field: 'email0', kind: 'badEmail' }]);
  });
});

describe('drafts from storage', () => {
  it('come back as they were typed, with what they were typed against', () => {
    const base = contact({ displayName: 'Ana' });
    const state = editState(startEditing(fields({ displayName: 'Ana' })), { type: 'text', name: 'personalNotes', value: 'tea' });
    const kept: unknown = JSON.parse(JSON.stringify({ ...state, contact: base }));
    expect(readEditDraft(kept)).toEqual({ state, base, folderId: null });
    expect(readParked(`edit:${base.id}`, kept)).toMatchObject({ name: 'Ana', subject: { kind: 'existing', contact: base } });
  });

  it('never break the pane, whatever lies there', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.record({ fields: fc.anything(), contact: fc.anything() }), fc.record({ fields: fc.dictionary(fc.constantFrom(...Object.keys(emptyFields)), fc.anything()) })), (rubbish) => {
      const draft = readEditDraft(rubbish);
      if (draft !== null) faultsIn(draft.state);
      readParked('edit:x', rubbish);
      readParked('new:x', rubbish);
    }), { numRuns: 500 });
  });
});
