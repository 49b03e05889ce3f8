import { isPending } from '#domain/change';
import type { ChangeId } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { Backing, Rows } from './backing.ts';
import type { ChangeRow, IdRow } from './changeRows.ts';

/**
 * What waits to be sent, held in memory beside the disk: somebody may delete the disk's database under an open pane (the
 * browser's "clear site data", another program's), and what was promised to be sent must not go with it.
 */
export type UnsentRows = {
  /** `work` over these rows; what it learns of the pending changes is kept once the transaction has held. */
  watch<T>(transact: Backing['transact'], mode: 'read' | 'write', work: (rows: Rows) => Promise<T>): Promise<T>;
  /** The disk may be empty: until all is put back, what is not found there is not forgotten. */
  hold(): void;
  /** Writes back what is not there any more. Gives how many changes that were. */
  putBack(disk: Backing): Promise<number>;
  forget(): void;
};

export function unsentRows(): UnsentRows {
  const changes = new Map<ChangeId, ChangeRow>();
  /** What some of these take back: it says what has to come back. */
  const takenBack = new Map<ChangeId, ChangeRow>();
  const ids = new Map<ContactId, IdRow>();
  /** A transaction that was begun before everything was forgotten knows nothing any more. */
  let age = 0;
  let isHeld = false;

  function learn(row: ChangeRow): void {
    if (isPending(row.change)) changes.set(row.id, row);
    else {
      changes.delete(row.id);
      if ([...changes.values()].some(({ change }) => change.undoes === row.id)) takenBack.set(row.id, row);
    }
  }

  /** All that waits, and perhaps others. */
  function learnAll(rows: readonly ChangeRow[]): void {
    if (isHeld) return;
    changes.clear();
    const named = new Set(rows.flatMap(({ change }) => (isPending(change) && change.undoes !== null ? change.undoes : [])));
    for (const id of takenBack.keys()) if (!named.has(id)) takenBack.delete(id);
    for (const row of rows) {
      if (isPending(row.change)) changes.set(row.id, row);
      else if (named.has(row.id)) takenBack.set(row.id, row);
    }
  }

  return {
    async watch(transact, mode, work) {
      const begun = age;
      let learnt: (() => void)[] = [];
      const value = await transact(mode, (rows) => {
        learnt = [];
        return work({
          ...rows,
          async pendingChanges() {
            const all = await rows.pendingChanges();
            learnt.push(() => learnAll(all));
            return all;
          },
          async changes() {
            const all = await rows.changes();
            learnt.push(() => learnAll(all));
            return all;
          },
          async ids() {
            const all = await rows.ids();
            learnt.push(() => {
              if (isHeld) return;
              ids.clear();
              for (const row of all) ids.set(row.id, row);
            });
            return all;
          },
          putChange(row) {
            learnt.push(() => learn(row));
            rows.putChange(row);
          },
          putId(row) {
            learnt.push(() => void ids.set(row.id, row));
            rows.putId(row);
          },
        });
      });
      if (begun === age) for (const learn of learnt) learn();
      return value;
    },
    hold() {
      isHeld = true;
    },
    async putBack(disk) {
      if (changes.size === 0) {
        isHeld = false;
        return 0;
      }
      const lost = await disk.transact('write', async (rows) => {
        const [all, known] = await Promise.all([rows.changes(), Promise.all([...ids.keys()].map((id) => rows.idRow(id)))]);
        const there = new Set(all.map(({ id }) => id));
        const missing = [...takenBack.values(), ...changes.values()].filter(({ id }) => !there.has(id)).sort((a, b) => a.seq - b.seq);
        // What is there was done since, so this goes before it.
        const first = Math.min(1, ...all.map(({ seq }) => seq)) - missing.length;
        missing.forEach((row, n) => rows.putChange({ ...row, seq: first + n }));
        if (missing.length > 0) [...ids.values()].forEach((row, n) => { if ((known[n] ?? null) === null) rows.putId(row); });
        return missing.length;
      });
      isHeld = false;
      return lost;
    },
    forget() {
      age += 1;
      isHeld = false;
      changes.clear();
      takenBack.clear();
      ids.clear();
    },
  };
}
