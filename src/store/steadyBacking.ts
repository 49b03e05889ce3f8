import type { ChangeId } from '#domain/change';
import type { Backing } from './backing.ts';
import { backToDisk } from './backToDisk.ts';
import type { ChangeRow } from './changeRows.ts';
import type { Rescued } from './rescue.ts';
import { held, rescue } from './rescue.ts';
import { memoryBacking } from './memoryBacking.ts';
import { isStorageTrouble } from './storageTrouble.ts';
import { unsentRows } from './unsentRows.ts';

/** When a disk that failed is tried again; the last pause goes on. */
const pausesMs = [2_000, 5_000, 15_000, 60_000] as const;

/** The person may have wished it so, in another pane: that is heard of within this time. */
const lossMs = 2_000;

export type SteadyBacking = Backing & {
  /** The disk's database may have been deleted by somebody: what waits to be sent is written there once more. */
  lost(): void;
};

/** Its place was given up for the other one while it waited its turn. */
const moved = Symbol('moved');

/**
 * `disk` as long as it works. At its first failure everything that can still be read is taken into memory, and the
 * work goes on there, beginning with what has just failed; see `rescue`. When the disk works again, what was done
 * meanwhile is written there and the work goes on there; see `backToDisk`. `onMove` is called after each way.
 */
export function steadyBacking(disk: Backing, onMove: () => void): SteadyBacking {
  const unsent = unsentRows();
  let lossTimer: ReturnType<typeof setTimeout> | null = null;
  let refuge: Promise<Rescued> | null = null;
  let memory: Backing | null = null;
  let isClosed = false;
  /** What this pane is sending: its answer must not be lost with a disk that cannot even be read. */
  const underWay = new Map<ChangeId, ChangeRow>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Nothing goes to the disk any more, as the person wished. */
  let hasLeft = false;

  function fallBack(): Promise<Rescued> {
    refuge ??= rescue(disk, [...underWay.values()]).then((rescued) => {
      memory = rescued.memory;
      tryAgainIn(0, rescued);
      onMove();
      return rescued;
    });
    return refuge;
  }

  function tryAgainIn(tries: number, rescued: Rescued): void {
    if (isClosed || hasLeft) return;
    timer = setTimeout(() => {
      goBack(rescued).catch((error: unknown) => {
        if (!isStorageTrouble(error)) throw error;
        tryAgainIn(tries + 1, rescued);
      });
    }, pausesMs[Math.min(tries, pausesMs.length - 1)]);
  }

  async function goBack(rescued: Rescued): Promise<void> {
    // Whoever writes here meanwhile does not wait for a disk that may not answer.
    await disk.transact('write', async (rows) => rows.putMeta({ key: 'tried', value: null }));
    // From here on nobody writes to memory: a writer's turn is not over before its work is.
    await rescued.memory.transact('write', async (rows) => {
      if (hasLeft) return;
      await backToDisk(disk, rows, rescued);
      refuge = null;
      memory = null;
    });
    if (hasLeft) return;
    // What was done in memory waits on the disk now; nobody may have read it there before that is deleted.
    await unsent.watch(disk.transact, 'read', (rows) => Promise.all([rows.pendingChanges(), rows.ids()])).catch(() => undefined);
    onMove();
  }

  /** Goes on with nothing, in memory, and never back. */
  function beginEmpty(): void {
    if (timer !== null) clearTimeout(timer);
    const empty = memoryBacking();
    refuge = Promise.resolve({ memory: empty, changes: new Map(), drafts: new Map() });
    memory = empty;
    underWay.clear();
    unsent.forget();
  }

  const backing: SteadyBacking = {
    get kind() { return memory?.kind ?? disk.kind; },
    async transact(mode, work) {
      if (refuge) {
        const mine = refuge;
        const value = await (await mine).memory.transact(mode, async (rows) => (refuge === mine ? work(held(rows)) : moved));
        return value === moved ? backing.transact(mode, work) : value;
      }
      try {
        if (mode === 'read') return await unsent.watch(disk.transact, mode, work);
        const written: ChangeRow[] = [];
        const value = await unsent.watch(disk.transact, mode, (rows) => {
          written.length = 0;
          return work({ ...rows, putChange(row) { written.push(row); rows.putChange(row); } });
        });
        for (const row of written) {
          if (row.change.state === 'sending') underWay.set(row.id, row);
          else underWay.delete(row.id);
        }
        return value;
      } catch (error) {
        if (!isStorageTrouble(error)) throw error;
        if (isClosed) return memoryBacking().transact(mode, work);
        await fallBack();
        return backing.transact(mode, work);
      }
    },
    lost() {
      if (isClosed || hasLeft || lossTimer !== null) return;
      unsent.hold();
      lossTimer = setTimeout(() => {
        lossTimer = null;
        if (isClosed || hasLeft) return;
        // Where the disk has failed besides, it has its turn when it works again.
        if (refuge) return backing.lost();
        unsent.putBack(disk).then((changes) => { if (changes > 0) onMove(); }, (error: unknown) => {
          if (!isStorageTrouble(error)) throw error;
          backing.lost();
        });
      }, lossMs);
    },
    async clear() {
      unsent.forget();
      if (refuge) await (await refuge).memory.clear();
      try {
        await disk.clear();
      } catch (error) {
        // What should have been forgotten is not brought back when the disk works again.
        beginEmpty();
        throw error;
      }
    },
    async leave() {
      const isSecondTime = hasLeft;
      hasLeft = true;
      // From here on nobody begins to write there; whoever has begun is done before the disk is emptied.
      beginEmpty();
      if (isSecondTime) return;
      try {
        await disk.leave();
      } finally {
        disk.close();
      }
    },
    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      if (lossTimer !== null) clearTimeout(lossTimer);
      disk.close();
      memory?.close();
    },
  };
  return backing;
}
