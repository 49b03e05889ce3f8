import type { ContactId, FolderId } from '#domain/contact';
import type { Backing, Rows } from './backing.ts';
import type { ChangeRow } from './changeRows.ts';
import { pendingStates, readChangeRow, readIdRow, unreadableChange } from './changeRows.ts';
import { extraKey, readExtraRow } from './extraRows.ts';
import type { ExtraRow } from './extraRows.ts';
import type { ContactRow, Home } from './rows.ts';
import { readContactRow, readDraftRow, readFolderRow, readMetaRow } from './rows.ts';
import type { StoreName } from './schema.ts';
import { deleteDatabase, ended, openDatabase, storeNames } from './schema.ts';
import { within } from './within.ts';

/** Something on the disk that is no row: where it lies and, where that can be told, whose it was. */
type Rubbish = { readonly store: StoreName; readonly key: IDBValidKey; readonly folderIds: readonly FolderId[] | 'unknown' };

/**
 * Rows in IndexedDB. A connection that the browser or another pane closed is opened again at the next use.
 * Rejects with storage trouble; see `storageTrouble.ts`.
 */
export function indexedDbBacking(
  factory: IDBFactory, name: string, first: IDBDatabase, timeoutMs: number,
  /** Rows that could not be read are gone; their folders have to be read again. */
  onSetAside: () => void = () => undefined,
  /** The database may have been deleted under our feet. */
  onLost: () => void = () => undefined,
): Backing {
  let connection: Promise<IDBDatabase> | null = null;
  let isClosed = false;
  adopt(first);

  function adopt(db: IDBDatabase): IDBDatabase {
    const mine = Promise.resolve(db);
    connection = mine;
    const forget = (): void => { if (connection === mine) connection = null; };
    // Another pane wants to upgrade or delete the database: nobody shall wait for us.
    db.onversionchange = ({ newVersion }) => {
      forget();
      db.close();
      if (newVersion === null) onLost();
    };
    db.onclose = () => {
      forget();
      onLost();
    };
    return db;
  }

  function connect(): Promise<IDBDatabase> {
    if (isClosed) return Promise.reject(new DOMException('The store was closed.', 'InvalidStateError'));
    if (connection) return connection;
    const opening = openDatabase(factory, name, timeoutMs).then((db) => {
      if (!isClosed) return adopt(db);
      db.close();
      throw new DOMException('The store was closed.', 'InvalidStateError');
    });
    connection = opening;
    opening.catch(() => { if (connection === opening) connection = null; });
    return opening;
  }

  async function runOnce<T>(db: IDBDatabase, mode: 'read' | 'write', work: (rows: Rows) => Promise<T>): Promise<T> {
    const tx = db.transaction(storeNames, mode === 'read' ? 'readonly' : 'readwrite');
    const end = ended(tx);
    const rubbish: Rubbish[] = [];
    let value: T;
    try {
      value = await work(rowsOver(tx, (found) => rubbish.push(found)));
    } catch (error) {
      try { tx.abort(); } catch { /* it has ended by itself */ }
      await end.catch(() => undefined);
      // A full disk ends the transaction first; what the work then stumbles over is only the echo.
      throw tx.error ?? error;
    }
    await end;
    if (rubbish.length > 0) {
      await setAside(db, rubbish);
      onSetAside();
    }
    return value;
  }

  async function clear(): Promise<void> {
    const db = await connect();
    const tx = db.transaction(storeNames, 'readwrite');
    for (const store of storeNames) tx.objectStore(store).clear();
    await within(timeoutMs * 10, ended(tx));
    connection = null;
    db.close();
    // The name of the database is the address of the mailbox, so it goes too. Another program that holds on to it
    // only holds an empty shell.
    await deleteDatabase(factory, name, timeoutMs).catch(() => undefined);
  }

  return {
    kind: 'disk',
    async transact(mode, work) {
      const run = async () => runOnce(await connect(), mode, work);
      // Far more than any transaction takes; it is there for browsers in which one never ends.
      return within(timeoutMs * 10, run().catch((error: unknown) => {
        // The connection was closed under our feet: once more with a new one.
        if ((error as { name?: string }).name !== 'InvalidStateError' || isClosed) throw error;
        connection = null;
        return run();
      }));
    },
    clear,
    leave: clear,
    close() {
      isClosed = true;
      connection?.then((db) => db.close(), () => undefined);
      connection = null;
    },
  };
}

const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error ?? new DOMException('No reason given.', 'UnknownError'));
});

function rowsOver(tx: IDBTransaction, report: (found: Rubbish) => void): Rows {
  const contacts = tx.objectStore('contacts');
  const byKey = contacts.index('byKey');
  const byHome = contacts.index('byHome');
  const folders = tx.objectStore('folders');
  const drafts = tx.objectStore('drafts');
  const meta = tx.objectStore('meta');
  const extras = tx.objectStore('extras');
  const changes = tx.objectStore('changes');
  const ids = tx.objectStore('ids');

  const look = <T>(store: StoreName, read: (raw: unknown) => T | null) => (raw: unknown): T | null => {
    if (raw === undefined) return null;
    const row = read(raw);
    const keyPath = store === 'drafts' || store === 'meta' || store === 'extras' ? 'key' : 'id';
    if (row === null) report({ store, key: (raw as Record<string, IDBValidKey>)[keyPath] ?? '', folderIds: homesOf(raw) });
    return row;
  };
  const contactOf = look('contacts', readContactRow);
  const folderOf = look('folders', readFolderRow);
  const draftOf = look('drafts', readDraftRow);
  const metaOf = look('meta', readMetaRow);
  const extraOf = look('extras', readExtraRow);
  const changeOf = look('changes', readChangeRow);
  const idOf = look('ids', readIdRow);
  const allOf = async <T>(request: IDBRequest<unknown[]>, one: (raw: unknown) => T | null): Promise<T[]> =>
    (await answer(request)).flatMap((raw) => one(raw) ?? []);

  return {
    contact: async (id) => contactOf(await answer(contacts.get(id))),
    contactsByKey: (key) => allOf(byKey.getAll(key), contactOf),
    contactsAfter: async (id, limit) => {
      const raws: unknown[] = await answer(contacts.getAll(id === null ? null : IDBKeyRange.lowerBound(id, true), limit));
      const last = raws.length < limit ? null : (raws.at(-1) as { id: ContactId }).id;
      return { rows: raws.flatMap((raw) => contactOf(raw) ?? []), last };
    },
    contactsAtHome: (folderId, below) =>
      allOf<ContactRow>(byHome.getAll(IDBKeyRange.bound([folderId], [folderId, below], false, true)), contactOf),
    homes: () => distinctKeys<Home>(byHome),
    countContacts: () => answer(contacts.count()),
    putContact: (row) => void contacts.put(row),
    removeContact: (id) => void contacts.delete(id),
    folder: async (id) => folderOf(await answer(folders.get(id))),
    folders: () => allOf(folders.getAll(), folderOf),
    putFolder: (row) => void folders.put(row),
    removeFolder: (id) => void folders.delete(id),
    draft: async (key) => draftOf(await answer(drafts.get(key))),
    drafts: () => allOf(drafts.getAll(), draftOf),
    putDraft: (draft) => void drafts.put(draft),
    removeDraft: (key) => void drafts.delete(key),
    meta: async (key) => metaOf(await answer(meta.get(key))),
    allMeta: () => allOf(meta.getAll(), metaOf),
    putMeta: (row) => void meta.put(row),
    extra: async (of, id) => extraOf(await answer(extras.get(extraKey(of, id)))),
    extrasOf: (of) => allOf<ExtraRow>(extras.index('byAge').getAll(IDBKeyRange.bound([of], [of, Infinity])), extraOf),
    extraAges: (of) => ages(extras.index('byAge'), IDBKeyRange.bound([of], [of, Infinity])),
    putExtra: (row) => void extras.put(row),
    removeExtra: (key) => void extras.delete(key),
    change: async (id) => changeOf(await answer(changes.get(id))),
    changes: () => allOf(changes.getAll(), changeOf),
    pendingChanges: async () => (await Promise.all(pendingStates.map((state) =>
      allOf<ChangeRow>(changes.index('byState').getAll(state), changeOf)))).flat(),
    lastSeq: async () => (await lastKey(changes.index('bySeq'))) ?? 0,
    putChange: (row) => void changes.put(row),
    removeChange: (id) => void changes.delete(id),
    idRow: async (id) => idOf(await answer(ids.get(id))),
    ids: () => allOf(ids.getAll(), idOf),
    putId: (row) => void ids.put(row),
    removeId: (id) => void ids.delete(id),
  };
}

/** The different keys of an index, without reading the rows behind them. */
function distinctKeys<K>(index: IDBIndex): Promise<K[]> {
  return new Promise((resolve, reject) => {
    const keys: K[] = [];
    const request = index.openKeyCursor(null, 'nextunique');
    request.onerror = () => reject(request.error ?? new DOMException('No reason given.', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(keys);
      keys.push(cursor.key as K);
      cursor.continue();
    };
  });
}

function ages(index: IDBIndex, range: IDBKeyRange): Promise<{ key: string; at: number }[]> {
  return new Promise((resolve, reject) => {
    const found: { key: string; at: number }[] = [];
    const request = index.openKeyCursor(range);
    request.onerror = () => reject(request.error ?? new DOMException('No reason given.', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      found.push({ key: String(cursor.primaryKey), at: (cursor.key as [string, number])[1] });
      cursor.continue();
    };
  });
}

function lastKey(index: IDBIndex): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const request = index.openKeyCursor(null, 'prev');
    request.onerror = () => reject(request.error ?? new DOMException('No reason given.', 'UnknownError'));
    request.onsuccess = () => resolve(typeof request.result?.key === 'number' ? request.result.key : null);
  });
}

function homesOf(raw: unknown): Rubbish['folderIds'] {
  const { homes } = raw as { homes?: unknown };
  if (!Array.isArray(homes) || homes.length === 0) return 'unknown';
  const ids = homes.map((home: unknown) => (Array.isArray(home) ? (home[0] as unknown) : null));
  return ids.every((id) => typeof id === 'string') ? ids : 'unknown';
}

const readers: Readonly<Record<StoreName, (raw: unknown) => unknown>> = {
  contacts: readContactRow, folders: readFolderRow, drafts: readDraftRow, meta: readMetaRow, changes: readChangeRow, ids: readIdRow,
  extras: readExtraRow,
};

/**
 * Takes out what cannot be read. A contact's folder is read anew, so that it comes back; a change might be all there
 * is of what somebody did, so it is laid aside as it is.
 */
async function setAside(db: IDBDatabase, rubbish: readonly Rubbish[]): Promise<void> {
  const tx = db.transaction(storeNames, 'readwrite');
  const end = ended(tx);
  await Promise.all(rubbish.map(async ({ store, key }) => {
    const raw: unknown = await answer(tx.objectStore(store).get(key));
    // Another pane may have written there since.
    if (raw === undefined || readers[store](raw) !== null) return;
    if (store === 'changes') tx.objectStore('meta').put(unreadableChange(raw));
    tx.objectStore(store).delete(key);
  }));
  const lost = rubbish.filter(({ store }) => store === 'contacts');
  if (lost.length > 0) {
    const raws: unknown[] = await answer(tx.objectStore('folders').getAll());
    for (const folder of raws.flatMap((raw) => readFolderRow(raw) ?? [])) {
      if (!lost.some(({ folderIds }) => folderIds === 'unknown' || folderIds.includes(folder.id))) continue;
      // Not read to its end any more either: until it is, nobody in it may pass for a stranger.
      tx.objectStore('folders').put({ ...folder, bookmark: null, link: null, roundAt: null, syncedAt: null });
    }
  }
  await end;
}
