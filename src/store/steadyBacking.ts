import { isPending } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Backing, ContactsPage, Rows } from './backing.ts';
import type { ChangeRow, IdRow } from './changeRows.ts';
import { memoryBacking } from './memoryBacking.ts';
import type { ContactRow } from './rows.ts';
import { isStorageTrouble } from './storageTrouble.ts';

/**
 * `disk` as long as it works. At its first failure everything that can still be read is taken into memory, and the
 * work goes on there, beginning with what has just failed. There is no way back: a disk that failed once may hold
 * anything. `onFallBack` is called once, after the change.
 */
export function steadyBacking(disk: Backing, onFallBack: () => void): Backing {
  let refuge: Promise<Backing> | null = null;
  let memory: Backing | null = null;
  let isClosed = false;

  function fallBack(): Promise<Backing> {
    refuge ??= rescue(disk).then((rescued) => {
      memory = rescued;
      onFallBack();
      return rescued;
    });
    return refuge;
  }

  return {
    get kind() { return memory?.kind ?? disk.kind; },
    async transact(mode, work) {
      if (refuge) return (await refuge).transact(mode, work);
      try {
        return await disk.transact(mode, work);
      } catch (error) {
        if (!isStorageTrouble(error)) throw error;
        return (await (isClosed ? memoryBacking() : fallBack())).transact(mode, work);
      }
    },
    async clear() {
      if (refuge) await (await refuge).clear();
      try {
        await disk.clear();
      } catch (error) {
        refuge ??= Promise.resolve(memory = memoryBacking());
        throw error;
      }
    },
    close() {
      isClosed = true;
      disk.close();
      memory?.close();
    },
  };
}

/** Copies what can be read. Where not all contacts can, the folders lose their place, so that they are read anew. */
async function rescue(disk: Backing): Promise<Backing> {
  const memory = memoryBacking();
  const { changes, ids } = await journal(disk);
  await memory.transact('write', async (rows) => {
    for (const row of changes) rows.putChange(row);
    for (const row of ids) rows.putId(row);
  });
  try {
    const [folders, drafts, meta] = await disk.transact('read', (rows) =>
      Promise.all([rows.folders(), rows.drafts(), rows.allMeta()]));
    // Pictures are fetched again when somebody looks at them.
    const extras = await disk.transact('read', async (rows) => (await Promise.all([rows.extrasOf('flag'), rows.extrasOf('custom')])).flat());
    const contacts = await allContacts(disk);
    await memory.transact('write', async (rows) => {
      for (const row of folders) rows.putFolder(contacts ? row : { ...row, bookmark: null, link: null, roundAt: null });
      for (const row of drafts) rows.putDraft(row);
      for (const row of meta) rows.putMeta(row);
      for (const row of extras) rows.putExtra(row);
      for (const row of contacts ?? []) rows.putContact(row);
    });
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
  }
  return memory;
}

/**
 * The journal may live on in two places now: here, and on a disk that works again after a reload or that another pane
 * still gets on with. So what is pending counts as sent already, in both: who sends it looks first.
 */
async function journal(disk: Backing): Promise<{ readonly changes: readonly ChangeRow[]; readonly ids: readonly IdRow[] }> {
  try {
    const [changes, ids] = await disk.transact('read', (rows) => Promise.all([rows.changes(), rows.ids()]));
    const doubt = async (rows: Rows): Promise<void> => { for (const row of await rows.pendingChanges()) rows.putChange(unsure(row)); };
    // Nobody waits for a disk that has just failed.
    if (changes.some(({ change }) => isPending(change))) disk.transact('write', doubt).catch(() => undefined);
    return { changes: changes.map(unsure), ids };
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return { changes: [], ids: [] };
  }
}

const unsure = (row: ChangeRow): ChangeRow => (isPending(row.change) ? { ...row, change: { ...row.change, unsure: true } } : row);

async function allContacts(disk: Backing): Promise<readonly ContactRow[] | null> {
  const all: ContactRow[] = [];
  let after: ContactId | null = null;
  try {
    do {
      const from: ContactId | null = after;
      const page: ContactsPage = await disk.transact('read', (rows) => rows.contactsAfter(from, 500));
      all.push(...page.rows);
      after = page.last;
    } while (after !== null);
    return all;
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return null;
  }
}
