import type { ExtraCalls, Server } from '#app/server';
import type { Category } from '#domain/category';
import { emptyFields } from '#domain/contact';
import type { ExtraName, Extras } from '#domain/extras';
import { noFollowUp } from '#domain/followUp';
import type { Contact, ContactFolder, ContactPatch } from '#domain/contact';
import type { ContactOrigin } from '#domain/contactOrigin';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';

/** Graph's contacts in a few lines: a new changeKey at each write, a precondition that is honoured, trouble on request. */
export function contactServer(...there: readonly Contact[]) {
  const contacts = new Map(there.map((one) => [one.id, one]));
  const origins = new Map<string, ContactOrigin>();
  const photos = new Map<string, string>();
  const flags = new Map<string, Extras['flag']>();
  const customs = new Map<string, Extras['custom']>();
  const folders = new Map<string, ContactFolder>([['contacts', { id: 'contacts', displayName: 'Contacts', parentFolderId: 'root', isDefault: true }]]);
  const categories = new Map<string, Category>();
  /** Contact lists by folder: counted and never shown. */
  const lists = new Map<string, number>();
  const writes: { readonly what: 'create' | 'update' | 'delete' | 'photo' | 'flag' | 'custom' | 'folder' | 'category'; readonly patch?: ContactPatch }[] = [];
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

  const extra = <N extends Exclude<ExtraName, 'photo'>>(name: N, values: Map<string, Extras[N]>, nothing: Extras[N]): ExtraCalls<N> => ({
    read: (id) => act(`get ${name}`, () => (contacts.has(id) ? ok(values.get(id) ?? nothing) : failed({ kind: 'gone' }))),
    write: (id, value) => act(name, () => {
      if (!contacts.has(id)) return failed({ kind: 'gone' });
      writes.push({ what: name });
      values.set(id, value);
      return ok(null);
    }),
  });
  const changed = <T>(on: 'folder' | 'category', run: () => T): Promise<Result<T>> => act(on, () => {
    writes.push({ what: on });
    return ok(run());
  });
  const put = <T extends { id: string }>(into: Map<string, T>, one: T): T => {
    into.set(one.id, one);
    return one;
  };

  const server: Server = {
    getContact: (id) => act('get', () => {
      const found = contacts.get(id);
      return found ? ok(found) : failed({ kind: 'gone' });
    }),
    createContact: (fields, folderId, origin) => act('create', () => {
      if (folderId === 'no such folder') return failed({ kind: 'gone' });
      writes.push({ what: 'create', patch: fields });
      counter += 1;
      const made: Contact = {
        ...emptyFields, ...fields, id: `graph-${counter}`, changeKey: `made-${counter}`, parentFolderId: folderId ?? 'contacts',
        createdDateTime: new Date().toISOString(), lastModifiedDateTime: new Date().toISOString(),
      };
      contacts.set(made.id, made);
      origins.set(made.id, origin);
      return ok(made);
    }),
    getWithChange: (id) => act('get', () => {
      const found = contacts.get(id);
      return found ? ok({ contact: found, change: origins.get(id)?.change ?? null }) : failed({ kind: 'gone' });
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
      if (changeKey !== '' && (contacts.get(id)?.changeKey ?? changeKey) !== changeKey) return failed({ kind: 'changedElsewhere' });
      writes.push({ what: 'delete' });
      contacts.delete(id);
      photos.delete(id);
      return ok(null);
    }),
    deleteContactOnce: (id, changeKey) => act('delete', () => {
      const before = contacts.get(id);
      if (!before) return failed({ kind: 'gone' });
      if (before.changeKey !== changeKey) return failed({ kind: 'changedElsewhere' });
      writes.push({ what: 'delete' });
      contacts.delete(id);
      photos.delete(id);
      return ok(null);
    }),
    findMade: (of, value) => act('find', () => ok([...contacts.values()].filter(({ id }) => origins.get(id)?.[of] === value))),
    getPhoto: (id) => act('getPhoto', () => ok(photos.get(id) ?? null)),
    putPhoto: (id, jpeg) => act('putPhoto', () => {
      writes.push({ what: 'photo' });
      photos.set(id, jpeg);
      return ok(null);
    }),
    removePhoto: () => act('removePhoto', () => failed({ kind: 'refused', code: 'photoCannotBeRemoved', message: '' })),
    flag: extra('flag', flags, noFollowUp),
    custom: extra('custom', customs, {}),
    folders: {
      list: () => act('folders', () => ok([...folders.values()])),
      create: (displayName, parentId) => changed('folder', () => put(folders, {
        id: `folder-${counter += 1}`, displayName, parentFolderId: parentId ?? 'contacts', isDefault: false,
      })),
      rename: (id, displayName) => changed('folder', () => { put(folders, { ...folders.get(id)!, displayName }); return null; }),
      move: (id, parentFolderId) => changed('folder', () => { put(folders, { ...folders.get(id)!, parentFolderId }); return null; }),
      remove: (id) => changed('folder', () => { folders.delete(id); return null; }),
      countIn: (id) => act('folders', () => ok([...contacts.values()].filter((one) => one.parentFolderId === id).length + (lists.get(id) ?? 0))),
    },
    categories: {
      list: () => act('categories', () => ok([...categories.values()])),
      create: (displayName, color) => changed('category', () => put(categories, { id: `category-${counter += 1}`, displayName, color })),
      recolour: (id, color) => changed('category', () => { put(categories, { ...categories.get(id)!, color }); return null; }),
      remove: (id) => changed('category', () => { categories.delete(id); return null; }),
    },
  };

  return {
    server, contacts, origins, photos, flags, customs, folders, lists, categories, writes,
    all: () => [...contacts.values()],
    /** The next call of this kind fails; with `acted` the server does it all the same. */
    fail: (on: 'get' | 'create' | 'update' | 'delete' | 'find' | 'getPhoto' | 'putPhoto' | 'removePhoto' | 'flag' | 'get flag' | 'custom' | 'get custom' | 'folder' | 'category' | 'any', problem: Problem, acted = false) => { troubles.push({ on, acted, problem }); },
    elsewhere: (id: string, patch: ContactPatch) => {
      const before = contacts.get(id);
      counter += 1;
      if (before) contacts.set(id, { ...before, ...patch, changeKey: `elsewhere-${counter}` });
    },
  };
}
