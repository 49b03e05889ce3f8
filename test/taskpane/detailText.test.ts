import type { Act, Change } from '#domain/change';
import type { ContactFolder } from '#domain/contact';
import { groupsOf } from '../../src/taskpane/groups.ts';
import { detailText } from '../../src/taskpane/text/detailText.ts';
import { en } from '../../src/taskpane/text/en.ts';
import { contact } from '../support/contactBuilder.ts';

const before = { ...contact({ id: 'ana' }), categories: ['Family', 'Work'], emailAddresses: [{ name: '', address: 'a@x.example' }] };
const folders: readonly ContactFolder[] = [
  { id: 'contacts', displayName: 'Contacts', parentFolderId: '', isDefault: true }, { id: 'prague', displayName: 'In Prague', parentFolderId: 'contacts', isDefault: false },
];
const change = (act: Act, more: Partial<Change> = {}): Change => ({
  id: 'c', group: 'c', at: 1, act, label: 'updated', name: 'Ana', state: 'done', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null, ...more,
});
const update = (patch: Extract<Act, { kind: 'update' }>['patch']): Act => ({ kind: 'update', contactId: 'ana', before, patch });
const detail = (...changes: readonly Change[]): readonly string[] => groupsOf(changes).map((group) => detailText(en, group, folders));

describe('a line of the history says', () => {
  it('which fields were changed, as the form calls them', () => {
    expect(detail(change(update({ jobTitle: 'CEO', personalNotes: 'x' })))).toEqual(['Job title, notes']);
    expect(detail(change(update({ givenName: 'A', displayName: 'A B', fileAs: 'B, A' })))).toEqual(['First name']);
    expect(detail(change(update({ displayName: 'A B' })))).toEqual(['Full name']);
  });
  it('only some of many fields', () => {
    expect(detail(change(update({ jobTitle: '1', department: '2', companyName: '3', manager: '4', profession: '5' })))).toEqual(['Job title, department, company and 2 more']);
  });
  it('which categories came and went, also of several people', () => {
    expect(detail(change(update({ categories: ['Work', 'Chess'] }), { label: 'categorized' }))).toEqual(['Chess added · Family removed']);
    expect(detail(change(update({ categories: ['Family', 'Work', 'Chess'] }), { label: 'categorized' }), change(update({ categories: ['Family', 'Work', 'Go'] }), { id: 'd' })))
      .toEqual(['Chess, Go added']);
    expect(detail(change(update({ jobTitle: 'CEO', categories: ['Work'] })))).toEqual(['Job title · Family removed']);
  });
  it('which address was added, or is gone again', () => {
    const more = [...before.emailAddresses, { name: 'Ana', address: 'b@x.example' }];
    expect(detail(change(update({ emailAddresses: more }), { label: 'addressAdded' }))).toEqual(['b@x.example']);
    const back: Act = { kind: 'update', contactId: 'ana', before: { ...before, emailAddresses: more }, patch: { emailAddresses: before.emailAddresses } };
    expect(detail(change(back, { label: 'addressAdded', undoes: 'x' }))).toEqual(['b@x.example']);
  });
  it('into which folder somebody was moved', () => {
    expect(detail(change({ kind: 'move', contactId: 'ana', before, folderId: 'prague', extras: null, copyId: null }, { label: 'moved' }))).toEqual(['To In Prague']);
    // Made in the pane: its name of ours is known to nobody any more.
    const toNew: Act = { kind: 'move', contactId: 'ana', before, folderId: 'local:1', extras: null, copyId: null };
    expect(detail(change(toNew, { label: 'moved', result: { ...before, parentFolderId: 'prague' } }))).toEqual(['To In Prague']);
  });
  it('what a category or folder was called, and nothing where the heading says it all', () => {
    const looks = { before: { displayName: 'Old', parentFolderId: 'contacts' }, after: { displayName: 'New', parentFolderId: 'contacts' } };
    expect(detail(change({ kind: 'folder', contactId: 'f', restores: null, ...looks }, { label: 'folderRenamed' }))).toEqual(['Old, now New']);
    expect(detail(change({ kind: 'delete', contactId: 'ana', before, photo: null }, { label: 'removed' }))).toEqual(['']);
  });
});
