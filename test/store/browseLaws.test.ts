import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { listName } from '#domain/browseQuery';
import type { BrowseQuery, CategoryFilter } from '#domain/browseQuery';
import { withChanges } from '#domain/change';
import type { Change } from '#domain/change';
import type { Contact } from '#domain/contact';
import { memoryStore } from '#store/memoryStore';
import type { ContactStore } from '#store/contactStore';
import { openStore } from '#store/openStore';
import { creating, deleting, made, updating } from '../suites/madeChanges';
import { contact, folder } from '../support/storedContacts';

const language = 'sv-SE';

const looks = fc.record({
  displayName: fc.constantFrom('', 'Ana', 'ana', 'Åsa Öberg', 'Zoë', 'Bo Berg', '山田'),
  fileAs: fc.constantFrom('', '', 'Berg, Bo', 'Öberg, Åsa', 'zeta'),
  companyName: fc.constantFrom('', 'Fabrikam', 'Ängö AB'),
  personalNotes: fc.constantFrom('', 'met at the fair', 'Likes TEA'),
  mobilePhone: fc.constantFrom('', '+420 (602) 123-456'),
  categories: fc.subarray(['Press', 'press ', 'Family']),
  parentFolderId: fc.constantFrom('A', 'B'),
});
const query: fc.Arbitrary<BrowseQuery> = fc.record({
  text: fc.constantFrom('', '', 'a', 'an', 'ana', 'berg b', 'tea', 'FAIR met', '602 12', '6', 'å', 'press', 'zz'),
  folderId: fc.constantFrom(null, null, 'A', 'B', 'gone'),
  category: fc.constantFrom<CategoryFilter>('any', 'any', 'none', { name: 'Press' }, { name: 'nobody' }),
});
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('put', 'put', 'create', 'update'), id: fc.constantFrom('1', '2', '3', '4', '5', '6'), looks }),
  fc.record({ do: fc.constantFrom('remove', 'delete'), id: fc.constantFrom('1', '2', '3', '4', '5', '6') }),
  fc.record({ do: fc.constant('look' as const), query, from: fc.nat(4), count: fc.nat(6) }),
);

/** Folded the long way round, field by field, without a list. */
const plainly = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');

function naive(all: Iterable<Contact>, { text, folderId, category }: BrowseQuery): Contact[] {
  const collator = new Intl.Collator(language);
  const fits = (one: Contact): boolean => {
    const parts = [one.displayName, one.fileAs, one.companyName, one.personalNotes, one.mobilePhone, ...one.categories].map(plainly);
    const words = plainly(text).split(' ').filter(Boolean);
    const number = /^[\d ]{2,}$/.test(text) && one.mobilePhone.replace(/\D/g, '').includes(text.replace(/\D/g, ''));
    return (folderId === null || one.parentFolderId === folderId)
      && (category === 'any' || (category === 'none' ? one.categories.length === 0
        : one.categories.some((name) => name.trim().toLowerCase() === category.name.toLowerCase())))
      && (number || words.every((word) => parts.some((part) => part.includes(word)) || (/^\d$/.test(word) && one.mobilePhone.includes(word))));
  };
  return [...all].filter(fits).sort((a, b) => collator.compare(listName(a), listName(b)) || (a.id < b.id ? -1 : 1));
}

const stores: readonly [string, number, () => Promise<ContactStore>][] = [
  ['in memory', 400, async () => memoryStore(() => 1, language)],
  ['in IndexedDB', 60, async () => (await openStore({
    mailbox: 'browse@x.example', indexedDB: new IDBFactory(), now: () => 1, timeoutMs: 10_000, language,
  })).store],
];

describe.each(stores)('browsing a store %s', (_name, numRuns, open) => {
  it('gives what sorting and filtering everybody would give, whatever happens in between', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
      const store = await open();
      await store.setFolders([folder('A', true), folder('B')]);
      const rows = new Map<string, Contact>();
      const changes: Change[] = [];
      const meant = (): Contact[] => {
        const ids = new Set([...rows.keys(), ...changes.map(({ act }) => act.contactId)]);
        return [...ids].flatMap((id) => withChanges(rows.get(id) ?? null, changes.filter(({ act }) => act.contactId === id)) ?? []);
      };
      const record = async (change: Change): Promise<void> => {
        changes.push(change);
        await store.journal.record([change]);
      };
      let n = 0;
      for (const one of steps) {
        n += 1;
        if (one.do === 'look') {
          const { query, from, count } = one as Extract<typeof one, { query: BrowseQuery }>;
          const expected = naive(meant(), query);
          let page = await store.browse(query, from, count);
          while (!page.isComplete) page = await store.browse(query, from, count);
          expect({ total: page.total, rows: page.rows }).toEqual({ total: expected.length, rows: expected.slice(from, from + count) });
          expect(await store.idsOf(query)).toEqual(expected.map(({ id }) => id));
          continue;
        }
        const { id } = one as { id: string };
        const before = meant().find((there) => there.id === id);
        const { looks: given = {} } = one as { looks?: Partial<Contact> };
        if (one.do === 'put') {
          rows.set(id, { ...contact(id), ...given });
          await store.put({ ...contact(id), ...given });
        } else if (one.do === 'remove') {
          rows.delete(id);
          await store.remove(id);
        } else if (one.do === 'create') await record(made(`c${n}`, creating(`c${n}`, { ...contact(id), ...given }, { folderId: 'B' })));
        else if (one.do === 'update' && before) {
          const { parentFolderId: _folder, ...patch } = given;
          await record(made(`c${n}`, updating(before, patch)));
        } else if (one.do === 'delete' && before) await record(made(`c${n}`, deleting(before)));
      }
      store.close();
    }), { numRuns });
  });
});
