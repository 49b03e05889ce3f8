import type { ChangeId } from '#domain/change';
import { isPending } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Backing, Rows } from './backing.ts';
import type { ChangeRow, IdRow } from './changeRows.ts';
import { extraKey } from './extraRows.ts';
import type { ExtraRow } from './extraRows.ts';
import type { StoredDraft } from './contactStore.ts';
import type { ContactRow, FolderRow, Home, MetaRow } from './rows.ts';

export function memoryBacking(): Backing {
  const contacts = new Map<ContactId, ContactRow>();
  const idsByKey = new Map<string, Set<ContactId>>();
  const folders = new Map<string, FolderRow>();
  const drafts = new Map<string, StoredDraft>();
  const meta = new Map<string, MetaRow>();
  const extras = new Map<string, ExtraRow>();
  const changes = new Map<ChangeId, ChangeRow>();
  const idRows = new Map<ContactId, IdRow>();

  function take(id: ContactId): void {
    for (const key of contacts.get(id)?.keys ?? []) {
      const ids = idsByKey.get(key);
      ids?.delete(id);
      if (ids?.size === 0) idsByKey.delete(key);
    }
    contacts.delete(id);
  }

  function put(row: ContactRow): void {
    take(row.id);
    contacts.set(row.id, row);
    for (const key of row.keys) idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(row.id));
  }

  /** Writes wait in `writes` until the work is done, so that work that fails leaves nothing behind. */
  const rowsOver = (writes: (() => void)[]): Rows => {
    const later = (write: () => void): void => void writes.push(write);
    return {
      contact: async (id) => contacts.get(id) ?? null,
      contactsByKey: async (key) => [...(idsByKey.get(key) ?? [])].flatMap((id) => contacts.get(id) ?? []),
      contactsAfter: async (id) => ({ rows: id === null ? [...contacts.values()] : [], last: null }),
      contactsAtHome: async (folderId, below) =>
        [...contacts.values()].filter(({ homes }) => homes.some(([id, generation]) => id === folderId && generation < below)),
      homes: async () => {
        const all = new Map<string, Home>();
        for (const { homes } of contacts.values()) for (const home of homes) all.set(JSON.stringify(home), home);
        return [...all.values()];
      },
      countContacts: async () => contacts.size,
      putContact: (row) => later(() => put(row)),
      removeContact: (id) => later(() => take(id)),
      folder: async (id) => folders.get(id) ?? null,
      folders: async () => [...folders.values()],
      putFolder: (row) => later(() => folders.set(row.id, row)),
      removeFolder: (id) => later(() => folders.delete(id)),
      draft: async (key) => drafts.get(key) ?? null,
      drafts: async () => [...drafts.values()],
      putDraft: (draft) => later(() => drafts.set(draft.key, draft)),
      removeDraft: (key) => later(() => drafts.delete(key)),
      meta: async (key) => meta.get(key) ?? null,
      allMeta: async () => [...meta.values()],
      putMeta: (row) => later(() => meta.set(row.key, row)),
      extra: async (of, id) => extras.get(extraKey(of, id)) ?? null,
      extrasOf: async (of) => [...extras.values()].filter((row) => row.of === of),
      extraAges: async (of) => [...extras.values()].filter((row) => row.of === of).sort((a, b) => a.at - b.at),
      putExtra: (row) => later(() => extras.set(row.key, row)),
      removeExtra: (key) => later(() => extras.delete(key)),
      change: async (id) => changes.get(id) ?? null,
      changes: async () => [...changes.values()],
      pendingChanges: async () => [...changes.values()].filter(({ change }) => isPending(change)),
      lastSeq: async () => Math.max(0, ...[...changes.values()].map(({ seq }) => seq)),
      putChange: (row) => later(() => changes.set(row.id, row)),
      removeChange: (id) => later(() => changes.delete(id)),
      idRow: async (id) => idRows.get(id) ?? null,
      ids: async () => [...idRows.values()],
      putId: (row) => later(() => idRows.set(row.id, row)),
      removeId: (id) => later(() => idRows.delete(id)),
    };
  };

  const empty = (): void => { for (const map of [contacts, idsByKey, folders, drafts, meta, extras, changes, idRows]) map.clear(); };
  let isClosed = false;
  const clear = async (): Promise<void> => {
    await turn;
    empty();
  };

  // Writers take turns; readers need not, since a writer's writes all happen in one go.
  let turn: Promise<unknown> = Promise.resolve();

  return {
    kind: 'memory',
    transact<T>(mode: 'read' | 'write', work: (rows: Rows) => Promise<T>): Promise<T> {
      const run = async (): Promise<T> => {
        const writes: (() => void)[] = [];
        const value = await work(rowsOver(writes));
        if (!isClosed) for (const write of writes) write();
        return value;
      };
      if (mode === 'read') return run();
      const mine = turn.then(run);
      turn = mine.catch(() => undefined);
      return mine;
    },
    clear,
    leave: clear,
    close: () => {
      isClosed = true;
      empty();
    },
  };
}
