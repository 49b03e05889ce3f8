import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { ContactStore } from '#store/contactStore';
import { mailboxStores } from '#store/mailboxStores';
import { databaseName, openStore } from '#store/openStore';
import { schemaVersion } from '#store/schema';
import { creating, made, named } from '../suites/madeChanges.ts';

const mailbox = 'adele@contoso.example';
const [work, home] = ['work-tenant/adele', 'home-tenant/adele'];
const opened: ContactStore[] = [];
afterEach(() => { for (const store of opened.splice(0)) store.close(); });

/** A pane: what it opens first, and how it comes to the store of whoever Outlook signs in. */
async function pane(factory: IDBFactory | null) {
  const stores = mailboxStores({ mailbox, indexedDB: factory, broadcast: false, timeoutMs: 500, now: () => 1 });
  let store = await stores.last();
  opened.push(store);
  return {
    stores,
    store: () => store,
    async signIn(account: string) {
      if (await stores.isOf(store, account)) return store;
      stores.putAway(store);
      store = await stores.of(account);
      opened.push(store);
      expect(await stores.isOf(store, account)).toBe(true);
      return store;
    },
  };
}
const names = async (factory: IDBFactory) => (await factory.databases()).map(({ name }) => name).sort();
const acted = (id: string) => made(id, creating(id, named(id)));
const waiting = async (store: ContactStore) => (await store.journal.list()).map(({ id }) => id);

describe.each([['on disk', () => new IDBFactory()], ['in memory', () => null]])('the accounts of one mailbox %s', (_, factoryOf) => {
  it('each have their own store, and find it as they left it', async () => {
    const { signIn } = await pane(factoryOf());
    const first = await signIn(work);
    await first.journal.record([acted('of work')]);
    await first.writeDraft('d', 'typed at work', 1);
    const second = await signIn(home);
    expect([await waiting(second), await second.listDrafts()]).toEqual([[], []]);
    await second.journal.record([acted('of home')]);
    const again = await signIn(work);
    expect([await waiting(again), (await again.readDraft('d'))?.value]).toEqual([['of work'], 'typed at work']);
    expect(await waiting(await signIn(home))).toEqual(['of home']);
  });

  it('a store that was one account\'s is never another\'s, also after it was emptied', async () => {
    const { stores, signIn } = await pane(factoryOf());
    const store = await signIn(work);
    await store.wipe();
    expect(await stores.isOf(store, home)).toBe(false);
    expect(await stores.isOf(store, work)).toBe(true);
  });
});

describe('the accounts of one mailbox', () => {
  it('the next pane begins with the account that was last here', async () => {
    const factory = new IDBFactory();
    const before = await pane(factory);
    await (await before.signIn(work)).writeMeta('who', 'work');
    expect(await (await pane(factory)).store().readMeta('who')).toBe('work');
    await (await before.signIn(home)).writeMeta('who', 'home');
    expect(await (await pane(factory)).store().readMeta('who')).toBe('home');
    await before.signIn(work);
    expect(await (await pane(factory)).store().readMeta('who')).toBe('work');
  });

  it('a database from before accounts were told apart is the first account\'s, with its work', async () => {
    const factory = new IDBFactory();
    const { store } = await openStore({ mailbox, indexedDB: factory, broadcast: false });
    await store.journal.record([acted('from before')]);
    store.close();
    expect(await waiting(await (await pane(factory)).signIn(home))).toEqual(['from before']);
    expect(await names(factory)).toEqual([databaseName(mailbox)]);
  });

  it('two panes that sign in two accounts at once do not both get what is nobody\'s', async () => {
    const factory = new IDBFactory();
    const [one, two] = [await pane(factory), await pane(factory)];
    const [a, b] = await Promise.all([one.stores.isOf(one.store(), work), two.stores.isOf(two.store(), home)]);
    expect([a, b].filter(Boolean)).toHaveLength(1);
  });

  it('unsent work keeps its owner when a newer version\'s database is begun anew', async () => {
    const factory = new IDBFactory();
    const before = await pane(factory);
    const store = await before.signIn(work);
    await store.journal.record([acted('of work')]);
    store.close();
    await new Promise<void>((resolve) => {
      const request = factory.open(databaseName(mailbox), schemaVersion + 1);
      request.onsuccess = () => { request.result.close(); resolve(); };
    });
    const after = await pane(factory);
    expect(await waiting(after.store())).toEqual(['of work']);
    expect(await waiting(await after.signIn(home))).toEqual([]);
    expect(await waiting(await after.signIn(work))).toEqual(['of work']);
  });

  it('forgetting takes the databases of all of them, and nothing is kept of what comes after', async () => {
    const factory = new IDBFactory();
    const { stores, signIn } = await pane(factory);
    await (await signIn(work)).journal.record([acted('of work')]);
    const store = await signIn(home);
    expect(await names(factory)).toHaveLength(2);
    expect(await stores.unsentOfOthers(store)).toBe(1);
    expect((await stores.forgetAll(store)).ok).toBe(true);
    expect(await names(factory)).toEqual([]);

    // The pane goes on with the same account.
    expect(await stores.isOf(store, home)).toBe(true);
    await store.writeMeta('who', 'home');
    expect([await store.readMeta('who'), store.kind, stores.isForgotten()]).toEqual(['home', 'memory', true]);
    expect(await waiting(await signIn(work))).toEqual([]);
    const third = await signIn(home);
    expect(await third.readMeta('who')).toBe('home');
    await third.journal.record([acted('of home')]);
    expect(await stores.unsentOfOthers(third)).toBe(0);
    expect(await names(factory)).toEqual([]);

    // Opened anew it keeps again, and what is kept can be forgotten from the old one too.
    const after = await pane(factory);
    await after.signIn(work);
    expect(await names(factory)).toEqual([databaseName(mailbox)]);
    const original = globalThis.indexedDB;
    globalThis.indexedDB = factory;
    try {
      expect((await stores.forgetAll(third)).ok).toBe(true);
    } finally {
      globalThis.indexedDB = original;
    }
    expect([await names(factory), await third.readMeta('who')]).toEqual([[], null]);
  });

  it('forgetting by a pane that keeps nothing takes what was kept before', async () => {
    const factory = new IDBFactory();
    const before = await pane(factory);
    await before.signIn(work);
    (await before.signIn(home)).close();
    const original = globalThis.indexedDB;
    globalThis.indexedDB = factory;
    try {
      const { stores, store } = await pane(null);
      expect((await stores.forgetAll(store())).ok).toBe(true);
    } finally {
      globalThis.indexedDB = original;
    }
    expect(await names(factory)).toEqual([]);
  });
});
