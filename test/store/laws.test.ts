import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import type { ContactStore } from '#store/contactStore';
import { cursorOf } from '#store/contactStore';
import { memoryStore } from '#store/memoryStore';
import { openStore } from '#store/openStore';
import { syncAll } from '#store/syncAll';
import { fakeMailbox } from '../support/fakeMailbox';
import { folder } from '../support/storedContacts';

/** Many invented cases, each in a database of its own, on a machine that may have other things to do. */
jest.setTimeout(60_000);

const folderIds = ['A', 'B', 'C'];

/** What happens in a mailbox. */
const act = fc.record({
  do: fc.constantFrom('write', 'write', 'move', 'remove'),
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  folder: fc.constantFrom(...folderIds),
  name: fc.constantFrom('ana', 'bob', 'eve'),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function happen(mailbox: ReturnType<typeof fakeMailbox>, acts: readonly Act[]): void {
  for (const { do: what, id, folder: where, name } of acts) {
    if (what === 'write') mailbox.write(id, where, name);
    else if (what === 'move') mailbox.move(id, where);
    else mailbox.remove(id);
  }
}

async function expectSame(store: ContactStore, mailbox: ReturnType<typeof fakeMailbox>): Promise<void> {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect([...await store.search('', 100)].sort(byId)).toEqual([...mailbox.contacts.values()].sort(byId));
  expect(await store.count()).toBe(mailbox.contacts.size);
  for (const name of ['ana', 'bob', 'eve']) {
    const holding = [...mailbox.contacts.values()].filter(({ displayName }) => displayName === name).sort(byId);
    expect([...await store.lookUp([`a:${name}@x.example`])].sort(byId)).toEqual(holding);
  }
}

const stores: readonly [string, number, () => Promise<ContactStore>][] = [
  ['in memory', 500, async () => memoryStore(() => 1)],
  ['in IndexedDB', 60, async () => (await openStore({
    mailbox: 'law@x.example', indexedDB: new IDBFactory(), broadcast: false, now: () => 1, timeoutMs: 10_000,
  })).store],
];

describe.each(stores)('the laws of the store %s', (_name, numRuns, open) => {
  it('any order of the folders and any repetition of their pages ends in the same store', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(act, { maxLength: 25, size: 'max' }), fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ folder: fc.nat(2), back: fc.constantFrom(0, 0, 0, 1, 2, 9) }), { maxLength: 40, size: 'max' }),
      async (acts, pageSize, schedule) => {
        const mailbox = fakeMailbox(folderIds, pageSize);
        happen(mailbox, acts);
        const store = await open();
        await store.setFolders(folderIds.map((id) => folder(id)));
        const places = new Map(folderIds.map((id) => [id, 0]));
        const step = async (folderId: string): Promise<void> => {
          const place = places.get(folderId) ?? 0;
          const log = mailbox.log(folderId);
          const end = Math.min(place + pageSize, log.length);
          const stored = (await store.folders()).find(({ id }) => id === folderId);
          expect((await store.applyPage({
            folderId, from: stored ? cursorOf(stored) : null, changes: log.slice(place, end), at: 1,
            next: end < log.length ? { link: `l${end}` } : { bookmark: `b${end}` },
          })).ok).toBe(true);
          places.set(folderId, end);
        };
        for (const { folder: which, back } of schedule) {
          const folderId = folderIds[which] ?? 'A';
          places.set(folderId, Math.max(0, (places.get(folderId) ?? 0) - back * pageSize));
          await step(folderId);
        }
        for (const id of folderIds) while ((places.get(id) ?? 0) < mailbox.log(id).length) await step(id);
        await expectSame(store, mailbox);
        store.close();
      },
    ), { numRuns });
  });

  it('whatever happens in the mailbox while rounds fail and bookmarks expire, a round that succeeds makes both the same', async () => {
    const round = fc.record({
      acts: fc.array(act, { maxLength: 8, size: 'max' }),
      trouble: fc.array(fc.constantFrom('none', 'none', 'offline', 'serverTrouble', 'bookmarkExpired'), { maxLength: 6, size: 'max' }),
      expires: fc.boolean(),
    });
    await fc.assert(fc.asyncProperty(fc.array(round, { maxLength: 6, size: 'max' }), async (rounds) => {
      const mailbox = fakeMailbox(folderIds, 2);
      const store = await open();
      let time = 0;
      const sync = () => syncAll(store, mailbox.remote, { now: () => (time += 1), breathe: async () => undefined });
      const { changesSince } = mailbox.remote;
      for (const { acts, trouble, expires } of rounds) {
        happen(mailbox, acts);
        if (expires) mailbox.expireBookmarks();
        const coming = [...trouble];
        mailbox.remote.changesSince = async (...args) => {
          const kind = coming.shift() ?? 'none';
          if (kind === 'serverTrouble') return { ok: false, problem: { kind, status: 500, requestId: '' } };
          if (kind === 'offline' || kind === 'bookmarkExpired') return { ok: false, problem: { kind } };
          return changesSince(...args);
        };
        await sync();
      }
      mailbox.remote.changesSince = changesSince;
      expect((await sync()).ok).toBe(true);
      await expectSame(store, mailbox);
      store.close();
    }), { numRuns });
  });
});
