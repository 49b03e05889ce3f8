import { isPending } from '#domain/change';
import type { ChangeId } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Backing, ContactsPage, Rows } from './backing.ts';
import type { ChangeRow, IdRow } from './changeRows.ts';
import { readChangeRow } from './changeRows.ts';
import type { StoredDraft } from './contactStore.ts';
import { memoryBacking } from './memoryBacking.ts';
import type { ContactRow } from './rows.ts';
import { isStorageTrouble } from './storageTrouble.ts';

export type Rescued = {
  readonly memory: Backing;
  /** The journal as it lay on the disk, and what was put into memory of it. */
  readonly changes: ReadonlyMap<ChangeId, { readonly onDisk: ChangeRow; readonly here: ChangeRow }>;
  readonly drafts: ReadonlyMap<string, StoredDraft>;
};

/**
 * Takes what can be read into memory, or, where the journal cannot, at least what is `underWay` from here. Where not all contacts can, the folders lose their place, so that they are read
 * anew.
 *
 * What is pending lies on the disk and in other panes' memories as well, and nobody can know whom the disk works for
 * next. So it is shown here, but only whoever can write on the disk that he sends it may send it (`held`); and as
 * that may happen any time, it counts as sent already (`unsure`): it can be undone, but not dropped.
 */
export async function rescue(disk: Backing, underWay: readonly ChangeRow[]): Promise<Rescued> {
  const memory = memoryBacking();
  const rescued = { memory, changes: await journal(disk, memory, underWay), drafts: new Map<string, StoredDraft>() };
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
    for (const draft of drafts) rescued.drafts.set(draft.key, draft);
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
  }
  return rescued;
}

async function journal(disk: Backing, memory: Backing, underWay: readonly ChangeRow[]): Promise<Rescued['changes']> {
  const { changes, ids } = await readJournal(disk) ?? { changes: underWay.flatMap((row) => readChangeRow(row) ?? []), ids: [] };
  const rescued = new Map(changes.map((onDisk) => [onDisk.id, { onDisk, here: isPending(onDisk.change) ? unsure({ ...onDisk, held: true }) : onDisk }]));
  await memory.transact('write', async (rows) => {
    for (const { here } of rescued.values()) rows.putChange(here);
    for (const row of ids) rows.putId(row);
  });
  return rescued;
}

async function readJournal(disk: Backing): Promise<{ readonly changes: readonly ChangeRow[]; readonly ids: readonly IdRow[] } | null> {
  try {
    const [changes, ids] = await disk.transact('read', (rows) => Promise.all([rows.changes(), rows.ids()]));
    return { changes, ids };
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return null;
  }
}

/** These rows, in which what is held stays unsure whatever is said of it. */
export const held = (rows: Rows): Rows => ({
  ...rows, putChange: (row) => rows.putChange(row.held && isPending(row.change) ? unsure(row) : row),
});

const unsure = (row: ChangeRow): ChangeRow => ({ ...row, change: { ...row.change, unsure: true } });

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
