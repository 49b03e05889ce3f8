import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Change } from '#domain/change';
import { emptyFields } from '#domain/contact';
import { personKeys } from '#domain/match';
import type { ContactStore, StoreChange } from '#store/contactStore';
import { databaseName, openStore } from '#store/openStore';
import { migrations, schemaVersion } from '#store/schema';
import { contact, folder } from '../support/storedContacts';

const mailbox = 'Adele@Contoso.example';
const denied = { kind: 'storageDenied' };
const opened: ContactStore[] = [];

async function open(options: Partial<Parameters<typeof openStore>[0]> = {}) {
  const answer = await openStore({ mailbox, broadcast: false, timeoutMs: 50, ...options });
  opened.push(answer.store);
  return answer;
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  jest.restoreAllMocks();
});

/** The database itself, past the store. */
function raw(factory: IDBFactory, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName(mailbox), version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function write(factory: IDBFactory, store: string, value: unknown): Promise<void> {
  const db = await raw(factory);
  await new Promise<void>((resolve) => {
    const tx = db.transaction(store, 'readwrite');
    tx.objectStore(store).put(value);
    tx.oncomplete = () => resolve();
  });
  db.close();
}

async function filled(factory: IDBFactory): Promise<ContactStore> {
  const { store } = await open({ indexedDB: factory });
  await store.setFolders([folder('A', true), folder('B')]);
  await store.applyPage({
    folderId: 'A', from: null, next: { bookmark: 'a1' }, at: 1,
    changes: [{ kind: 'changed', id: 'ana', fields: contact('ana', { addresses: ['ana@x.example'] }) }],
  });
  await store.applyPage({ folderId: 'B', from: null, next: { bookmark: 'b1' }, at: 1, changes: [] });
  return store;
}

const bookmarks = async (store: ContactStore) =>
  Object.fromEntries((await store.folders()).map(({ id, bookmark }) => [id, bookmark]));

describe('opening the store', () => {
  it('finds after a reload what was there before', async () => {
    const factory = new IDBFactory();
    (await filled(factory)).close();
    const { store, problem } = await open({ indexedDB: factory, mailbox: 'adele@contoso.EXAMPLE' });
    expect(problem).toBeNull();
    expect(await store.lookUp(personKeys({ name: '', address: 'ANA@x.example' }))).toHaveLength(1);
    expect(await bookmarks(store)).toEqual({ A: 'a1', B: 'b1' });
  });

  it('keeps the mailboxes apart', async () => {
    const factory = new IDBFactory();
    (await filled(factory)).close();
    const { store } = await open({ indexedDB: factory, mailbox: 'nia@contoso.example' });
    expect(await store.count()).toBe(0);
    expect(databaseName('a@x.example', 'part')).not.toBe(databaseName('a@x.example'));
  });

  it('works from memory, as no problem, when the user wants nothing on the device', async () => {
    const { store, problem } = await open({ indexedDB: null });
    expect([store.kind, problem]).toEqual(['memory', null]);
  });

  it('works from memory when the mere touch of the storage throws', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true, get() { throw new DOMException('denied', 'SecurityError'); },
    });
    try {
      const { store, problem } = await open();
      expect([store.kind, problem]).toEqual(['memory', denied]);
      await store.put(contact('ana'));
      expect(await store.count()).toBe(1);
    } finally {
      if (before) Object.defineProperty(globalThis, 'indexedDB', before);
    }
  });

  it.each(['SecurityError', 'UnknownError', 'QuotaExceededError', 'InvalidStateError'])(
    'works from memory when opening throws %s', async (name) => {
      const factory = new IDBFactory();
      jest.spyOn(factory, 'open').mockImplementation(() => { throw new DOMException('no', name); });
      const { store, problem } = await open({ indexedDB: factory });
      expect([store.kind, problem]).toEqual(['memory', denied]);
    });

  it('works from memory when opening fails later', async () => {
    const factory = new IDBFactory();
    jest.spyOn(factory, 'open').mockImplementation(() => {
      const request = { error: new DOMException('no', 'UnknownError') } as unknown as IDBOpenDBRequest;
      setTimeout(() => request.onerror?.(new Event('error')), 1);
      return request;
    });
    expect((await open({ indexedDB: factory })).problem).toEqual(denied);
  });

  it('does not wait for a browser that never answers', async () => {
    const factory = new IDBFactory();
    jest.spyOn(factory, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const { store, problem } = await open({ indexedDB: factory, timeoutMs: 10 });
    expect([store.kind, problem]).toEqual(['memory', denied]);
  });

  it('begins anew where a newer version has written', async () => {
    const factory = new IDBFactory();
    (await filled(factory)).close();
    (await raw(factory, schemaVersion + 5)).close();
    const { store, problem } = await open({ indexedDB: factory });
    expect([store.kind, problem, await store.count()]).toEqual(['disk', null, 0]);
  });

  it('begins anew where the database lacks what its version promises', async () => {
    const factory = new IDBFactory();
    (await raw(factory, schemaVersion)).close();
    const { store, problem } = await open({ indexedDB: factory });
    expect([store.kind, problem, await store.count()]).toEqual(['disk', null, 0]);
  });

  it('works from memory when another program holds on to a newer database', async () => {
    const factory = new IDBFactory();
    const holding = await raw(factory, schemaVersion + 5);
    const { store, problem } = await open({ indexedDB: factory, timeoutMs: 20 });
    expect([store.kind, problem]).toEqual(['memory', denied]);
    holding.close();
  });

  it('has a reason for each step of its shape, in order', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_step, i) => i + 1));
    expect(migrations.every(({ why }) => why.length > 10)).toBe(true);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['of no contact', { id: 'ana', keys: ['a:ana@x.example'], homes: [['A', 0]], contact: { id: 'ana' } }],
    ['of another contact', { id: 'ana', keys: ['a:ana@x.example'], homes: [['A', 0]], contact: contact('bob') }],
  ])('is set aside, and its folder read anew: a row %s', async (_what, rubbish) => {
    const factory = new IDBFactory();
    const store = await filled(factory);
    await write(factory, 'contacts', rubbish);
    expect(await store.get('ana')).toBeNull();
    expect(await store.lookUp(['a:ana@x.example'])).toEqual([]);
    expect(await bookmarks(store)).toEqual({ A: null, B: 'b1' });
    expect([await store.count(), store.kind]).toEqual([0, 'disk']);
  });

  it('makes all folders be read anew when nobody can tell whose it was', async () => {
    const factory = new IDBFactory();
    const store = await filled(factory);
    await write(factory, 'contacts', { id: 'x', homes: 'rubbish' });
    expect(await store.search('', 9)).toHaveLength(1);
    expect(await bookmarks(store)).toEqual({ A: null, B: null });
  });

  it('is no folder, draft or note either', async () => {
    const factory = new IDBFactory();
    const store = await filled(factory);
    await write(factory, 'folders', { id: 'A', bookmark: 7 });
    await write(factory, 'drafts', { key: 'd' });
    await write(factory, 'meta', { key: 'm' });
    expect(await bookmarks(store)).toEqual({ B: 'b1' });
    expect([await store.readDraft('d'), await store.listDrafts(), await store.readMeta('m')]).toEqual([null, [], null]);
    await store.setFolders([folder('A', true), folder('B')]);
    expect(await bookmarks(store)).toEqual({ A: null, B: 'b1' });
  });
});

describe('storage that fails in mid-use', () => {
  function failing(store: 'put' | 'get' | 'getAll', name: string) {
    return jest.spyOn(IDBObjectStore.prototype, store).mockImplementation(() => { throw new DOMException('no', name); });
  }

  it('goes on from memory with everything it had, the write that failed included', async () => {
    const store = await filled(new IDBFactory());
    await store.writeDraft('d', 'typed', 1);
    await store.writeMeta('m', 'noted');
    const changes: StoreChange[] = [];
    store.onChange((change) => changes.push(change));
    failing('put', 'QuotaExceededError');
    await store.put(contact('bob'));
    expect(store.kind).toBe('memory');
    expect((await store.search('', 9)).map(({ id }) => id)).toEqual(['ana', 'bob']);
    expect(await bookmarks(store)).toEqual({ A: 'a1', B: 'b1' });
    expect([(await store.readDraft('d'))?.value, await store.readMeta('m')]).toEqual(['typed', 'noted']);
    expect(changes).toEqual([{ ids: 'all' }, { ids: ['bob'] }]);
  });

  it('reads the folders anew when the contacts could not be rescued', async () => {
    const store = await filled(new IDBFactory());
    const getAll = IDBObjectStore.prototype.getAll;
    jest.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'contacts') throw new DOMException('no', 'UnknownError');
      return getAll.apply(this, args);
    });
    failing('put', 'UnknownError');
    await store.put(contact('bob'));
    expect(await bookmarks(store)).toEqual({ A: null, B: null });
    expect((await store.search('', 9)).map(({ id }) => id)).toEqual(['bob']);
  });

  it('works on when nothing at all could be rescued', async () => {
    const store = await filled(new IDBFactory());
    jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('no', 'UnknownError'); });
    expect(await store.get('ana')).toBeNull();
    await store.put(contact('bob'));
    expect([await store.count(), store.kind]).toEqual([1, 'memory']);
    expect(await store.wipe()).toEqual({ ok: false, problem: denied });
    expect(await store.count()).toBe(0);
  });

  it('opens again what the browser closed', async () => {
    const factory = new IDBFactory();
    const store = await filled(factory);
    const next = await raw(factory);
    await new Promise<void>((resolve) => {
      const request = factory.deleteDatabase(databaseName(mailbox));
      next.close();
      request.onsuccess = () => resolve();
    });
    expect([await store.count(), store.kind]).toEqual([0, 'disk']);
    await store.put(contact('bob'));
    expect([await store.count(), store.kind]).toEqual([1, 'disk']);
  });

  it('writes down once more what waits to be sent when somebody deletes the database under it', async () => {
    const factory = new IDBFactory();
    const { store } = await open({ indexedDB: factory });
    const change = {
      group: 'g', at: 1, name: 'Bob', label: 'created', state: 'waiting', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
    } as const;
    await store.journal.record(['one', 'two'].map((id): Change => ({ ...change, id, act: { kind: 'create', contactId: `local:${id}`, folderId: null, fields: { ...emptyFields, displayName: id }, photo: null, restores: null } })));
    await new Promise<void>((resolve, reject) => {
      const request = factory.deleteDatabase(databaseName(mailbox));
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error ?? new Error());
    });
    const told = new Promise<StoreChange>((resolve) => { store.onChange(resolve); });
    // Whoever looks before it is done finds nothing, and that is not taken for the truth.
    expect(await store.search('', 9)).toEqual([]);
    expect((await told).ids).toBe('all');
    expect((await store.search('', 9)).map(({ displayName }) => displayName)).toEqual(['one', 'two']);
    store.close();
    const { store: next } = await open({ indexedDB: factory });
    expect((await next.journal.list()).map(({ id, state }) => [id, state])).toEqual([['two', 'waiting'], ['one', 'waiting']]);
  });

  it('lets defects through: they are no storage trouble', async () => {
    const store = await filled(new IDBFactory());
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new TypeError('defect'); });
    await expect(store.put(contact('bob'))).rejects.toThrow('defect');
    expect(store.kind).toBe('disk');
  });

  it('leaves no trace of a wiped mailbox, not even its name', async () => {
    const factory = new IDBFactory();
    const store = await filled(factory);
    expect((await store.wipe()).ok).toBe(true);
    expect(await factory.databases()).toEqual([]);
  });
});

describe('several panes', () => {
  const heardBy = (store: ContactStore) => new Promise<StoreChange>((resolve) => { store.onChange(resolve); });

  it('hear of each other, and then read the new state', async () => {
    const factory = new IDBFactory();
    const one = (await open({ indexedDB: factory, broadcast: true })).store;
    const two = (await open({ indexedDB: factory, broadcast: true })).store;
    const keys = personKeys({ name: '', address: 'ana@x.example' });
    expect([await two.lookUp(keys), await two.search('ana', 5)]).toEqual([[], []]);
    const heard = heardBy(two);
    await one.put(contact('ana', { addresses: ['ana@x.example'] }));
    expect(await heard).toEqual({ ids: ['ana'] });
    expect([(await two.lookUp(keys)).length, (await two.search('ana', 5)).length]).toEqual([1, 1]);
  });

  it('go on when one of them wipes everything', async () => {
    const factory = new IDBFactory();
    const one = (await open({ indexedDB: factory, broadcast: true })).store;
    const two = (await open({ indexedDB: factory, broadcast: true })).store;
    await one.put(contact('ana'));
    expect(await two.count()).toBe(1);
    const heard = heardBy(two);
    await one.wipe();
    await heard;
    expect([await two.count(), two.kind]).toEqual([0, 'disk']);
    await two.put(contact('bob'));
    expect([await one.count(), one.kind]).toEqual([1, 'disk']);
  });

  it('keep nothing any more when one of them forgets everything for good', async () => {
    const factory = new IDBFactory();
    const wentBy: string[] = [];
    const one = (await open({ indexedDB: factory, broadcast: true })).store;
    const two = (await open({ indexedDB: factory, broadcast: true, onForgotten: () => wentBy.push('two') })).store;
    await one.put(contact('ana'));
    expect(await two.count()).toBe(1);
    const heard = heardBy(two);
    const [forgotten] = await Promise.all([one.forget(), one.put(contact('under way'))]);
    expect(forgotten.ok).toBe(true);
    await heard;
    await Promise.all([one.put(contact('bob')), two.put(contact('cem'))]);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    await two.put(contact('dua'));
    expect([one.kind, two.kind, await one.get('ana'), await two.get('ana'), await two.count(), wentBy]).toEqual(['memory', 'memory', null, null, 1, ['two']]);
    expect(await factory.databases()).toEqual([]);
  });

  it('keep nothing any more after a disk that was being left already is forgotten', async () => {
    const factory = new IDBFactory();
    const { store } = await open({ indexedDB: factory });
    await store.put(contact('ana'));
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => { throw new DOMException('full', 'QuotaExceededError'); });
    await store.put(contact('bob'));
    expect(store.kind).toBe('memory');
    expect((await store.forget()).ok).toBe(true);
    await store.put(contact('cem'));
    // Longer than it takes until a disk that failed is tried again.
    await new Promise((resolve) => { setTimeout(resolve, 2_200); });
    expect([store.kind, await store.count(), await factory.databases()]).toEqual(['memory', 1, []]);
  });

  it('do not take for news what is none', async () => {
    const { store } = await open({ indexedDB: new IDBFactory(), broadcast: true });
    const changes: StoreChange[] = [];
    store.onChange((change) => changes.push(change));
    const stranger = new BroadcastChannel(databaseName(mailbox));
    for (const message of [null, 'all', { ids: 7 }, { ids: [7] }, { ids: ['ana'] }]) stranger.postMessage(message);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    stranger.close();
    expect(changes).toEqual([{ ids: ['ana'] }]);
  });
});
