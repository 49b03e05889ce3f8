import { readChangeRow, readIdRow, unreadableChange } from './changeRows.ts';
import { readDraftRow, readMetaRow } from './rows.ts';
import type { MetaRow } from './rows.ts';
import { accountKey, accountsKey } from './storedAccount.ts';
import { StorageTimeout, within } from './within.ts';

export type Migration = {
  readonly to: number;
  readonly why: string;
  readonly run: (db: IDBDatabase, tx: IDBTransaction) => void;
};

/** The shape of the database, step by step. A step that was shipped is never edited; a new one follows it. */
export const migrations: readonly Migration[] = [
  {
    to: 1,
    why: 'first shape: contacts found by id, by key (address, mailbox, name) and by the folders that named them',
    run: (db) => {
      const contacts = db.createObjectStore('contacts', { keyPath: 'id' });
      contacts.createIndex('byKey', 'keys', { multiEntry: true });
      contacts.createIndex('byHome', 'homes', { multiEntry: true });
      db.createObjectStore('folders', { keyPath: 'id' });
      db.createObjectStore('drafts', { keyPath: 'key' });
      db.createObjectStore('meta', { keyPath: 'key' });
    },
  },
  {
    to: 2,
    why: 'the journal: the changes a person made, found by state and in the order they were made, and the ids contacts go by now',
    run: (db) => {
      const changes = db.createObjectStore('changes', { keyPath: 'id' });
      changes.createIndex('byState', 'change.state');
      changes.createIndex('bySeq', 'seq');
      db.createObjectStore('ids', { keyPath: 'id' });
    },
  },
  {
    to: 3,
    why: 'pictures, follow-up flags and custom fields, which Graph keeps beside the contact',
    run: (db) => db.createObjectStore('extras', { keyPath: 'key' }).createIndex('byAge', ['of', 'at']),
  },
];

export const storeNames = ['contacts', 'folders', 'drafts', 'meta', 'changes', 'ids', 'extras'] as const;
export type StoreName = (typeof storeNames)[number];

export const schemaVersion = migrations.at(-1)?.to ?? 1;

/**
 * Opens the database and brings it to today's shape; with `version` null as it is. Rejects when the browser refuses or when it takes longer than
 * `ms` (another pane with an older shape that does not let go; a browser that never answers).
 */
export function openDatabase(factory: IDBFactory, name: string, ms: number, version: number | null = schemaVersion): Promise<IDBDatabase> {
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = version === null ? factory.open(name) : factory.open(name, version);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result: db, transaction: tx } = request;
      if (!tx) return;
      for (const step of migrations) if (step.to > oldVersion) step.run(db, tx);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new StorageTimeout());
  });
  // A connection that comes too late would stand in the way of the next upgrade.
  let tooLate = false;
  opening.then((db) => { if (tooLate) db.close(); }, () => undefined);
  return within(ms, opening).catch((error: unknown) => {
    tooLate = true;
    throw error;
  });
}

export function deleteDatabase(factory: IDBFactory, name: string, ms: number): Promise<void> {
  return within(ms, new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new StorageTimeout());
  }));
}

/**
 * As `openDatabase`; a database that a newer version of this program wrote, or one that lacks what its version
 * promises, is deleted and begun anew: contacts can be fetched again. What only this device knows comes along.
 */
export async function openOrSetAside(factory: IDBFactory, name: string, ms: number): Promise<IDBDatabase> {
  let kept: readonly Keepsake[];
  try {
    const db = await openDatabase(factory, name, ms);
    if (storeNames.every((store) => db.objectStoreNames.contains(store))) return db;
    kept = await keepsakes(db, ms);
    db.close();
  } catch (error) {
    if ((error as { name?: string } | null)?.name !== 'VersionError') throw error;
    const newer = await openDatabase(factory, name, ms, null);
    kept = await keepsakes(newer, ms);
    newer.close();
  }
  await deleteDatabase(factory, name, ms);
  const db = await openDatabase(factory, name, ms);
  const tx = db.transaction(storeNames, 'readwrite');
  for (const { store, row } of kept) tx.objectStore(store).put(row);
  await within(ms, ended(tx));
  return db;
}

type Keepsake = { readonly store: StoreName; readonly row: object };

/** What somebody typed or did, and no server has yet; and whose it is. */
async function keepsakes(db: IDBDatabase, ms: number): Promise<Keepsake[]> {
  const stores = (['changes', 'ids', 'drafts', 'meta'] as const).filter((store) => db.objectStoreNames.contains(store));
  if (stores.length === 0) return [];
  const tx = db.transaction(stores, 'readonly');
  const requests = stores.map((store) => ({ store, request: tx.objectStore(store).getAll() as IDBRequest<unknown[]> }));
  await within(ms, ended(tx));
  return requests.flatMap(({ store, request }) => request.result.flatMap((raw): Keepsake[] => {
    const row = { changes: readChangeRow, ids: readIdRow, drafts: readDraftRow, meta: readWhose }[store](raw);
    if (row !== null) return [{ store, row }];
    return store === 'changes' ? [{ store: 'meta', row: unreadableChange(raw) }] : [];
  }));
}

const readWhose = (raw: unknown): MetaRow | null => {
  const row = readMetaRow(raw);
  return row !== null && (row.key === accountKey || row.key === accountsKey) ? row : null;
};

export function ended(tx: IDBTransaction): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException('The transaction was given up.', 'AbortError'));
  });
  end.catch(() => undefined);
  return end;
}
