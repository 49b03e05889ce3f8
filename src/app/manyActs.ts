import type { ChangeId, ChangeLabel } from '#domain/change';
import type { Contact, ContactFields, ContactId, FolderId } from '#domain/contact';
import type { CustomValues } from '#domain/customField';
import type { ExtraName, Extras } from '#domain/extras';
import type { FollowUp } from '#domain/followUp';
import type { ToRecord } from './acts.ts';
import { nameOf } from './nameOf.ts';

export type ManyActsPorts = {
  readonly record: (entries: readonly ToRecord[]) => Promise<ChangeId>;
  readonly extrasOf: (ids: readonly ContactId[]) => Promise<ReadonlyMap<ContactId, Partial<Extras>>>;
  readonly newId: () => string;
};

/** Acts on one contact or on many: each gives the group by which all of it is undone as one; null when nothing differs. */
export type ManyActs = {
  createMany(contacts: readonly { readonly fields: ContactFields; readonly folderId: FolderId | null }[]): Promise<ChangeId | null>;
  removeMany(contacts: readonly Contact[]): Promise<ChangeId | null>;
  /** Categories by name: `add` is put on each, `remove` taken off. */
  categorize(contacts: readonly Contact[], what: { readonly add: readonly string[]; readonly remove: readonly string[] }): Promise<ChangeId | null>;
  setFlag(contacts: readonly Contact[], flag: FollowUp): Promise<ChangeId | null>;
  /** JPEG bytes as base64. Null takes the picture away, which Graph may refuse. */
  setPhoto(contact: Contact, jpeg: string | null): Promise<ChangeId | null>;
  /** All values the contact is to have; what `before` had and is missing here is taken away. */
  setCustom(contact: Contact, before: CustomValues, values: CustomValues): Promise<ChangeId | null>;
  /** Into another folder. Graph has no such call: it is a copy with a new id, and what Graph does not show is lost. */
  move(contacts: readonly Contact[], folderId: FolderId): Promise<ChangeId | null>;
};

export function manyActs({ record, extrasOf, newId }: ManyActsPorts): ManyActs {
  const recordAny = async (entries: readonly ToRecord[]): Promise<ChangeId | null> => (entries.length === 0 ? null : record(entries));

  async function setExtra<N extends ExtraName>(
    contacts: readonly Contact[], of: N, after: Extras[N], label: ChangeLabel, beforeOf?: Extras[N],
  ): Promise<ChangeId | null> {
    const known = await extrasOf(contacts.map(({ id }) => id));
    return recordAny(contacts.map((contact): ToRecord => {
      const before = beforeOf ?? known.get(contact.id)?.[of];
      return {
        act: { kind: 'extra', contactId: contact.id, of, after, ...(before === undefined ? {} : { before }) } as ToRecord['act'],
        label, name: nameOf(contact),
      };
    }));
  }

  return {
    createMany: (contacts) => recordAny(contacts.map(({ fields, folderId }) => ({
      act: { kind: 'create', contactId: `local:${newId()}`, folderId, fields, photo: null, restores: null }, label: 'created', name: nameOf(fields),
    }))),
    removeMany: (contacts) => recordAny(contacts.map((contact) => ({
      act: { kind: 'delete', contactId: contact.id, before: contact, photo: null }, label: 'removed', name: nameOf(contact),
    }))),
    categorize: (contacts, { add, remove }) => recordAny(contacts.flatMap((contact): ToRecord[] => {
      const categories = withCategories(contact.categories, add, remove);
      if (categories.length === contact.categories.length && categories.every((name, n) => name === contact.categories[n])) return [];
      return [{ act: { kind: 'update', contactId: contact.id, before: contact, patch: { categories } }, label: 'categorized', name: nameOf(contact) }];
    })),
    setFlag: (contacts, flag) => setExtra(contacts, 'flag', flag,
      flag.status === 'flagged' ? 'flagged' : flag.status === 'complete' ? 'flagDone' : 'flagCleared'),
    setPhoto: (contact, jpeg) => setExtra([contact], 'photo', jpeg, jpeg === null ? 'photoRemoved' : 'photoChanged'),
    setCustom: async (contact, before, values) => (JSON.stringify(before) === JSON.stringify(values) ? null
      : setExtra([contact], 'custom', values, 'customChanged', before)),
    move: (contacts, folderId) => recordAny(contacts.filter((contact) => contact.parentFolderId !== folderId).map((contact) => ({
      act: { kind: 'move', contactId: contact.id, before: contact, folderId, extras: null, copyId: null }, label: 'moved', name: nameOf(contact),
    }))),
  };
}

/** Outlook compares the names of categories without regard to case. */
export function withCategories(has: readonly string[], add: readonly string[], remove: readonly string[]): readonly string[] {
  const fold = (name: string) => name.toLocaleLowerCase('en');
  const gone = new Set(remove.map(fold));
  const kept = has.filter((name) => !gone.has(fold(name)));
  const there = new Set(kept.map(fold));
  return [...kept, ...add.filter((name) => !there.has(fold(name)) && there.add(fold(name)))];
}
