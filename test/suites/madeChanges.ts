import type { Act, Change } from '#domain/change';
import type { Contact, ContactFields, ContactPatch } from '#domain/contact';
import { emptyFields, fieldsOf } from '#domain/contact';
import { contact } from '../support/storedContacts';

/** Changes of which only what matters to the test is said. */
export const made = (id: string, act: Act, more: Partial<Change> = {}): Change => ({
  id, group: id, at: 1, act, label: act.kind === 'create' ? 'created' : act.kind === 'delete' ? 'removed' : 'updated',
  name: id, state: 'waiting', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null, ...more,
});

export const named = (displayName: string, address = ''): ContactFields =>
  ({ ...emptyFields, displayName, emailAddresses: address === '' ? [] : [{ name: displayName, address }] });

export const creating = (id: string, fields: ContactFields, more: Partial<Extract<Act, { kind: 'create' }>> = {}): Act =>
  ({ kind: 'create', contactId: `local:${id}`, folderId: 'A', fields, photo: null, restores: null, ...more });

export const updating = (before: Contact, patch: ContactPatch): Act => ({ kind: 'update', contactId: before.id, before, patch });

export const deleting = (before: Contact): Act => ({ kind: 'delete', contactId: before.id, before, photo: null });

/** The contact as Graph would answer. */
export const answered = (id: string, fields: ContactFields, modified = 0): Contact => ({ ...contact(id, { modified }), ...fields });

export const patched = (before: Contact, patch: ContactPatch): Contact => ({ ...before, ...fieldsOf(before), ...patch });
