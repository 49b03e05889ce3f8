import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Change } from '#domain/change';
import { ok } from '#domain/result';
import type { ContactStore } from '#store/contactStore';
import { databaseName, openStore } from '#store/openStore';
import { migrations, schemaVersion } from '#store/schema';
import { answered, creating, deleting, made, named, updating } from '../suites/madeChanges';
import { contact, folder } from '../support/storedContacts';

const mailbox = 'adele@contoso.example';
const name = databaseName(mailbox);
const opened: ContactStore[] = [];

async function open(factory: IDBFactory, options: Partial<Parameters<typeof openStore>[0]> = {}): Promise<ContactStore> {
  const { store } = await openStore({ mailbox, indexedDB: factory, broadcast: false, timeoutMs: 500, now: () => 1, ...options });
  opened.push(store);
  return store;
}

afterEach(() => {
  jest.restoreAllMocks();
  for (const store of opened.splice(0)) store.close();
});

const settled = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error ?? new Error('failed'));
});

/** Writes into the database past the store. */
async function write(factory: IDBFactory, store: string, ...values: unknown[]): Promise<void> {
  const db = await settled(factory.open(name));
  const tx = db.transaction(store, 'readwrite');
  await Promise.all(values.map((value) => settled(tx.objectStore(store).put(value))));
  db.close();
}

async function readAll(factory: IDBFactory, store: string): Promise<unknown[]> {
  const db = await settled(factory.open(name));
  const all: unknown[] = await settled(db.transaction(store).objectStore(store).getAll());
  db.close();
  return all;
}

const ana = contact('ana', { name: 'Ana Ruiz', addresses: ['ana@x.example'] });
const bo = named('Bo Berg', 'bo@x.example');
const states = async ({ journal }: ContactStore) => Object.fromEntries((await journal.list()).map(({ id, state }) => [id, state]));

describe('a database of the first shape', () => {
  it('keeps everything it has and gains a journal', async () => {
    const factory = new IDBFactory();
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      const first = migrations[0];
      if (first && request.transaction) first.run(request.result, request.transaction);
    };
    (await settled(request)).close();
    await write(factory, 'contacts', { id: 'ana', contact: ana, keys: ['a:ana@x.example'], homes: [['A', 1]] });
    await write(factory, 'folders', { ...folder('A', true), bookmark: 'b1', link: null, syncedAt: 1, generation: 1, replacing: false, touchedAt: 1 });
    await write(factory, 'drafts', { key: 'd', value: 'typed', at: 1 });
    await write(factory, 'meta', { key: 'm', value: 'noted' });
    const store = await open(factory);
    expect([store.kind, await store.lookUp(['a:ana@x.example']), (await store.folders())[0]?.bookmark, (await store.readDraft('d'))?.value,
      await store.readMeta('m'), await store.journal.list()]).toEqual(['disk', [ana], 'b1', 'typed', 'noted', []]);
    await store.journal.record([made('one', updating(ana, { jobTitle: 'Buyer' }))]);
    expect(await store.get('ana')).toMatchObject({ jobTitle: 'Buyer' });
  });
});

describe('a change on the disk', () => {
  const valid = { id: 'ok', seq: 9, change: made('ok', creating('bo', bo)) };

  it.each([
    ['of no act', { ...made('x', creating('bo', bo)), act: { kind: 'explode', contactId: 'bo' } }],
    ['of an unknown state', { ...made('x', creating('bo', bo)), state: 'lost' }],
    ['of no contact', { ...made('x', updating(ana, {})), act: { kind: 'update', contactId: 'ana', before: 7, patch: {} } }],
    ['of a field nobody knows', { ...made('x', updating(ana, {})), act: { kind: 'update', contactId: 'ana', before: ana, patch: { shoeSize: 43 } } }],
    ['of another id', made('y', creating('bo', bo))],
    ['that is none', 'rubbish'],
  ])('%s is laid aside, and the others go on', async (_what, change) => {
    const factory = new IDBFactory();
    const store = await open(factory);
    const rubbish = { id: 'x', seq: 3, change };
    await write(factory, 'changes', rubbish, valid);
    expect([Object.keys(await states(store)), await store.journal.get('x')]).toEqual([['ok'], null]);
    expect(await store.journal.claim('me', 0, 9)).toMatchObject({ id: 'ok' });
    expect(await store.readMeta('unreadable change x')).toEqual(rubbish);
    expect(await readAll(factory, 'changes')).toHaveLength(1);
    expect(store.kind).toBe('disk');
  });

  it('with an id that leads to nothing readable is no trouble', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await write(factory, 'ids', { id: 'local:bo', now: 7 });
    expect(await store.journal.idNow('local:bo')).toBe('local:bo');
  });

  it('is mended where only what is beside the point cannot be read', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    const { personalNotes: _later, ...fewer } = bo;
    const odd = { ...valid.change, label: 'invented later', claim: 'mine', problem: 7, dispute: { theirs: 1 }, undoes: 3, unsure: 'perhaps', name: null };
    await write(factory, 'changes',
      { ...valid, change: { ...odd, act: { ...valid.change.act, fields: fewer, photo: 3 } } },
      { id: 'two', seq: 10, change: { ...made('two', updating(ana, { jobTitle: 'x' })), state: 'disputed', dispute: null } },
      { id: 'three', seq: 11, change: { ...made('three', deleting(ana)), state: 'sending', claim: null } });
    expect(await store.journal.get('ok')).toEqual({ ...made('ok', creating('bo', bo)), name: '', unsure: true, problem: { kind: 'notUnderstood', from: 'store' } });
    expect(await states(store)).toEqual({ ok: 'waiting', two: 'waiting', three: 'sending' });
  });

  it('outlives a program of another version, which knows no more than its own shape', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.put(ana);
    await store.journal.record([made('one', creating('bo', bo))]);
    await store.writeDraft('d', 'typed', 1);
    await write(factory, 'changes', { id: 'x', seq: 3, change: 'invented later' });
    store.close();
    (await settled(factory.open(name, schemaVersion + 3))).close();
    const again = await open(factory);
    expect([again.kind, await again.count(), await states(again), (await again.readDraft('d'))?.value]).toEqual(['disk', 0, { one: 'waiting' }, 'typed']);
    expect(await again.readMeta('unreadable change x')).toMatchObject({ change: 'invented later' });
  });
});

describe('a disk that fails in mid-use', () => {
  /** The disk is full from here on, until the answer is called. */
  function fillDisk(): () => void {
    const spy = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('no', 'QuotaExceededError'); });
    return () => spy.mockRestore();
  }
  /** What is claimed and said done until nothing more may be sent, by name. */
  async function sendAll(store: ContactStore, by: string): Promise<string[]> {
    const sent: string[] = [];
    for (let next = await store.journal.claim(by, 0, 9); next; next = await store.journal.claim(by, 0, 9)) {
      sent.push(next.id);
      await store.journal.settle(next.id, by, { state: 'done', result: next.act.kind === 'delete' ? null : answered(`g-${next.id}`, named(next.name)) });
    }
    return sent;
  }
  const soon = async () => {
    await jest.advanceTimersByTimeAsync(2_050);
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
  };

  beforeEach(() => { jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }); });
  afterEach(() => { jest.useRealTimers(); });

  it('shows what waits on it, but leaves the sending to whom it works for', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.journal.record([made('one', creating('bo', bo))]);
    const sent = await store.journal.claim('me', 0, 9);
    await store.journal.settle(sent?.id ?? '', 'me', { state: 'done', result: answered('r', bo) });
    await store.journal.record([made('two', creating('eve', named('Eve Holm')))]);
    const empty = fillDisk();
    await store.journal.record([made('three', updating(ana, { jobTitle: 'x' }))]);
    expect([store.kind, await states(store)]).toEqual(['memory', { one: 'done', two: 'waiting', three: 'waiting' }]);
    expect(await store.journal.idNow('local:bo')).toBe('r');
    // Somebody else may be sending it just now: it cannot be dropped any more, only undone.
    expect((await store.journal.decide('two', { kind: 'drop' }))?.state).toBe('waiting');
    expect(await sendAll(store, 'me')).toEqual(['three']);
    empty();
    const other = await open(factory);
    expect(await sendAll(other, 'other')).toEqual(['two']);
  });

  it('is gone back to when it works again, and nothing is sent twice', async () => {
    const factory = new IDBFactory();
    const [store, other] = [await open(factory), await open(factory)];
    await store.journal.record([made('two', creating('eve', named('Eve Holm')))]);
    const empty = fillDisk();
    await store.journal.record([made('three', updating(ana, { jobTitle: 'x' }))]);
    await other.journal.record([made('four', creating('bo', bo))]);
    await store.writeDraft('d', 'typed', 1);
    expect([store.kind, other.kind]).toEqual(['memory', 'memory']);
    expect([await sendAll(store, 'me'), await sendAll(other, 'other')]).toEqual([['three'], ['four']]);
    await store.journal.record([made('five', updating(ana, { jobTitle: 'y' }))]);
    empty();
    await soon();
    expect([store.kind, other.kind]).toEqual(['disk', 'disk']);
    const all = { two: 'waiting', three: 'done', four: 'done', five: 'waiting' };
    expect([await states(store), await states(other)]).toEqual([all, all]);
    expect((await store.readDraft('d'))?.value).toBe('typed');
    expect(await store.get('g-four')).toMatchObject({ displayName: 'four' });
    expect([await sendAll(store, 'me'), await sendAll(other, 'other')]).toEqual([['two', 'five'], []]);
  });

  it('keeps what was answered in memory to an act that lay on it', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.journal.record([made('two', creating('eve', named('Eve Holm')))]);
    await store.journal.claim('me', 0, 9);
    const empty = fillDisk();
    await store.journal.settle('two', 'me', { state: 'done', result: answered('r', named('Eve Holm')) });
    expect(await states(store)).toEqual({ two: 'done' });
    empty();
    await soon();
    const next = await open(factory);
    expect([store.kind, await states(next), await next.journal.idNow('local:eve')]).toEqual(['disk', { two: 'done' }, 'r']);
    expect(await sendAll(next, 'next')).toEqual([]);
  });

  it('loses no answer that was on its way when it could not even be read any more', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.journal.record([made('two', creating('eve', named('Eve Holm')))]);
    await store.journal.claim('me', 0, 9);
    const denied = jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('no', 'UnknownError'); });
    await store.journal.settle('two', 'me', { state: 'done', result: answered('r', named('Eve Holm')) });
    expect([store.kind, await states(store)]).toEqual(['memory', { two: 'done' }]);
    denied.mockRestore();
    await soon();
    expect([store.kind, await states(await open(factory))]).toEqual(['disk', { two: 'done' }]);
  });

  it('has the last word on what others did on it meanwhile', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.journal.record([made('two', creating('eve', named('Eve Holm')))]);
    await store.journal.claim('me', 0, 9);
    const empty = fillDisk();
    await store.journal.settle('two', 'me', { state: 'waiting', problem: { kind: 'offline' }, unsure: true });
    empty();
    const other = await open(factory);
    const claimed = await other.journal.claim('other', 100, 9);
    expect([claimed?.id, claimed?.unsure]).toEqual(['two', true]);
    await soon();
    expect([store.kind, (await store.journal.get('two'))?.claim?.by]).toEqual(['disk', 'other']);
  });

  it('gets what waited back after it was emptied', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.journal.record([made('two', creating('eve', named('Eve Holm')))]);
    const empty = fillDisk();
    await store.put(ana);
    empty();
    const other = await open(factory);
    expect(await other.wipe()).toEqual(ok(undefined));
    await soon();
    expect([store.kind, await states(store)]).toEqual(['disk', { two: 'waiting' }]);
    expect((await store.journal.get('two'))?.unsure).toBe(false);
  });

  it('loses at most what it never held', async () => {
    const store = await open(new IDBFactory());
    jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => { throw new DOMException('no', 'UnknownError'); });
    await store.journal.record([made('one', creating('bo', bo))]);
    expect([store.kind, await states(store)]).toEqual(['memory', { one: 'waiting' }]);
  });
});

describe('two panes on one mailbox', () => {
  const many: readonly Change[] = Array.from({ length: 12 }, (_none, i) => made(`c${i}`, creating(`c${i}`, named(`C ${i}`))));

  it.each([true, false])('never send the same change (hearing each other: %s)', async (broadcast) => {
    const factory = new IDBFactory();
    const panes = [await open(factory, { broadcast }), await open(factory, { broadcast })];
    await panes[0]?.journal.record(many);
    const taken = await Promise.all(panes.flatMap(({ journal }, pane) => many.map(() => journal.claim(`pane ${pane}`, 0, 9))));
    expect(taken.flatMap((change) => change?.id ?? []).sort()).toEqual(many.map(({ id }) => id).sort());
    const own = await panes[1]?.journal.list();
    await Promise.all((own ?? []).map(({ id, claim }) =>
      panes[claim?.by === 'pane 0' ? 0 : 1]?.journal.settle(id, claim?.by ?? '', { state: 'done', result: answered(`r${id}`, named(id)) })));
    expect([await panes[0]?.count(), await panes[1]?.count()]).toEqual([12, 12]);
  });

  it('see each other\'s changes, at once where they hear each other', async () => {
    const factory = new IDBFactory();
    const [one, two] = [await open(factory, { broadcast: true }), await open(factory, { broadcast: true })];
    expect([await two.lookUp(['a:bo@x.example']), await two.search('bo', 9), await two.get('local:bo')]).toEqual([[], [], null]);
    const contacts = new Promise((resolve) => { two.onChange(resolve); });
    const journal = new Promise<void>((resolve) => { two.journal.onChange(resolve); });
    await one.journal.record([made('one', creating('bo', bo))]);
    await journal;
    expect(await contacts).toEqual({ ids: ['local:bo'] });
    expect([(await two.lookUp(['a:bo@x.example'])).length, (await two.search('bo', 9)).length, (await two.get('local:bo'))?.displayName])
      .toEqual([1, 1, 'Bo Berg']);
  });

  it('see each other\'s changes also where they cannot hear each other', async () => {
    const factory = new IDBFactory();
    const [one, two] = [await open(factory), await open(factory)];
    expect([await two.lookUp(['a:bo@x.example']), await two.search('bo', 9)]).toEqual([[], []]);
    await one.journal.record([made('one', creating('bo', bo))]);
    expect([(await two.lookUp(['a:bo@x.example'])).length, (await two.search('bo', 9)).length]).toEqual([1, 1]);
  });

  it('read nothing of the journal while nothing waits in it', async () => {
    const store = await open(new IDBFactory(), { broadcast: true });
    await store.put(ana);
    await store.lookUp(['a:ana@x.example']);
    const read = jest.spyOn(IDBIndex.prototype, 'getAll');
    await store.lookUp(['a:nobody@x.example']);
    await store.get('ana');
    await store.search('ana', 9);
    expect(read.mock.contexts.map((index) => (index as IDBIndex).name)).toEqual(['byKey']);
  });
});

describe('a pane that crashes', () => {
  const edit = made('edit', updating(answered('local:bo', bo), { jobTitle: 'Dev' }));
  const gone = answered('r', { ...bo, jobTitle: 'Dev' });
  const create = (state: 'waiting' | 'done') => (store: ContactStore) => store.journal.settle('one', 'me', state === 'done'
    ? { state, result: answered('r', bo) } : { state, problem: { kind: 'offline' }, unsure: true });
  const claim = (store: ContactStore) => store.journal.claim('me', 0, 100);
  const steps: readonly ((store: ContactStore) => Promise<unknown>)[] = [
    (store) => store.journal.record([made('one', creating('bo', bo)), edit]),
    claim,
    create('waiting'),
    (store) => store.journal.decide('one', { kind: 'tryAgain' }),
    claim,
    create('done'),
    claim,
    (store) => store.journal.settle('edit', 'me', { state: 'done', result: gone }),
    (store) => store.journal.record([made('bin', deleting(gone)), made('more', updating(gone, { nickName: 'B' }))]),
    claim,
    (store) => store.journal.settle('bin', 'me', { state: 'refused', problem: { kind: 'accessDenied' } }),
    (store) => store.journal.decide('bin', { kind: 'drop' }),
    claim,
    (store) => store.journal.settle('more', 'me', { state: 'done', result: { ...gone, nickName: 'B' } }),
    (store) => store.journal.record([made('undo', updating(gone, { nickName: '' }), { undoes: 'more' })]),
    claim,
    (store) => store.journal.settle('undo', 'me', { state: 'done', result: gone }),
  ];
  const seen = async (store: ContactStore) => ({
    list: await store.journal.list(), found: await store.lookUp(['a:bo@x.example']), searched: await store.search('', 9),
    ids: await Promise.all(['local:bo', 'r'].map((id) => store.journal.idNow(id))), local: await store.get('local:bo'),
  });

  it('between any two steps goes on as if nothing had happened', async () => {
    const factory = new IDBFactory();
    const whole = await open(new IDBFactory());
    let store = await open(factory);
    for (const step of steps) {
      await step(whole);
      await step(store);
      store.close();
      store = await open(factory);
      expect(await seen(store)).toEqual(await seen(whole));
    }
    expect(await states(store)).toEqual({ one: 'done', edit: 'done', bin: 'dropped', more: 'undone', undo: 'done' });
  });

  it('in the middle of a step has taken it whole or not at all', async () => {
    for (let crashAt = 0; crashAt < steps.length; crashAt += 1) {
      const factory = new IDBFactory();
      let store = await open(factory);
      for (const step of steps.slice(0, crashAt)) await step(store);
      const before = await seen(store);
      // Closed while the step is under way; what it answers nobody hears.
      const underWay = steps[crashAt]?.(store).catch(() => undefined);
      store.close();
      await underWay;
      store = await open(factory);
      const after = await seen(store);
      const whole = await open(new IDBFactory());
      for (const step of steps.slice(0, crashAt + 1)) await step(whole);
      expect([before, await seen(whole)]).toContainEqual(after);
      for (const one of opened.splice(0)) one.close();
    }
  });
});
