import type { Server } from '#app/sendChange';
import { madeByThis } from '#app/sendChange';
import { emptyFields } from '#domain/contact';
import type { Contact, ContactPatch } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';

/** Graph's contacts in a few lines: a new changeKey at each write, a precondition that is honoured, trouble on request. */
export function contactServer(...there: readonly Contact[]) {
  const contacts = new Map(there.map((one) => [one.id, one]));
  const photos = new Map<string, string>();
  const writes: { readonly what: 'create' | 'update' | 'delete' | 'photo'; readonly patch?: ContactPatch }[] = [];
  let troubles: { readonly on: string; readonly acted: boolean; readonly problem: Problem }[] = [];
  let counter = 0;

  /** `acted`: the server did it and the answer was lost. */
  async function act<T>(on: string, run: () => Result<T>): Promise<Result<T>> {
    await null;
    const at = troubles.findIndex((trouble) => trouble.on === on || trouble.on === 'any');
    const trouble = troubles[at];
    if (trouble === undefined) return run();
    troubles = troubles.filter((_, n) => n !== at);
    if (trouble.acted) run();
    return failed(trouble.problem);
  }

  const server: Server = {
    getContact: (id) => act('get', () => {
      const found = contacts.get(id);
      return found ? ok(found) : failed({ kind: 'gone' });
    }),
    createContact: (fields, folderId) => act('create', () => {
      if (folderId === 'no such folder') return failed({ kind: 'gone' });
      writes.push({ what: 'create', patch: fields });
      counter += 1;
      const made: Contact = {
        ...emptyFields, ...fields, id: `graph-${counter}`, changeKey: `made-${counter}`, parentFolderId: folderId ?? 'contacts',
        createdDateTime: new Date().toISOString(), lastModifiedDateTime: new Date().toISOString(),
      };
      contacts.set(made.id, made);
      return ok(made);
    }),
    updateContact: (id, patch, changeKey) => act('update', () => {
      const before = contacts.get(id);
      if (!before) return failed({ kind: 'gone' });
      if (before.changeKey !== changeKey) return failed({ kind: 'changedElsewhere' });
      writes.push({ what: 'update', patch });
      counter += 1;
      const after = { ...before, ...patch, changeKey: `changed-${counter}` };
      contacts.set(id, after);
      return ok(after);
    }),
    deleteContact: (id, changeKey) => act('delete', () => {
      if ((contacts.get(id)?.changeKey ?? changeKey) !== changeKey) return failed({ kind: 'changedElsewhere' });
      writes.push({ what: 'delete' });
      contacts.delete(id);
      photos.delete(id);
      return ok(null);
    }),
    findMade: (fields, _folderId, since) => act('find', () => madeByThis([...contacts.values()], fields, since)),
    getPhoto: (id) => act('getPhoto', () => ok(photos.get(id) ?? null)),
    putPhoto: (id, jpeg) => act('putPhoto', () => {
      writes.push({ what: 'photo' });
      photos.set(id, jpeg);
      return ok(null);
    }),
  };

  return {
    server, contacts, photos, writes,
    all: () => [...contacts.values()],
    /** The next call of this kind fails; with `acted` the server does it all the same. */
    fail: (on: 'get' | 'create' | 'update' | 'delete' | 'find' | 'getPhoto' | 'putPhoto' | 'any', problem: Problem, acted = false) => { troubles.push({ on, acted, problem }); },
    elsewhere: (id: string, patch: ContactPatch) => {
      const before = contacts.get(id);
      counter += 1;
      if (before) contacts.set(id, { ...before, ...patch, changeKey: `elsewhere-${counter}` });
    },
  };
}
