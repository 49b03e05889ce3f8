import type { ContactId } from '#domain/contact';
import type { Backing, ContactsPage } from './backing.ts';
import type { StoreChange } from './contactStore.ts';
import type { SearchEntry, Tongue } from './searchList.ts';
import { entryMaker, inOrder } from './searchList.ts';
import { sortedEntries } from './sortedEntries.ts';
import type { SortedEntries } from './sortedEntries.ts';

/** So many contacts are read and put in order in one go: some ten milliseconds on a slow machine. */
const pageSize = 200;
const mendSize = 100;
/** While nobody waits, the list is built in small bites with pauses between them. */
const restMs = 30;
const wantedForMs = 2_000;
/** Where other panes cannot be heard, what is shown page by page may be this old. */
const deafForMs = 30_000;

/**
 * All contacts as the server has them, in order, as short entries in memory: built in slices, nothing of it before
 * it is asked for, and mended with what changes. Usable from the first slice on.
 */
export type ContactList = {
  /** What is in the list by now; a new one after each change. */
  entries(): readonly SearchEntry[];
  isComplete(): boolean;
  /** The list goes on being built or mended until it is complete. Rejects only for what nobody expects. */
  work(): Promise<void>;
  /** As `work`; nothing that was read before this call is trusted where other panes cannot be heard. */
  workAnew(): Promise<void>;
  /** Contacts for the list are wanted soon: no pauses. */
  hurry(): void;
  makeEntry: ReturnType<typeof entryMaker>;
  order: (a: SearchEntry, b: SearchEntry) => number;
  forget(what: StoreChange): void;
};

export function contactList(backing: Backing, mayHold: () => boolean, tongue: Tongue): ContactList {
  const makeEntry = entryMaker(tongue);
  const order = inOrder(tongue);
  type Building = { readonly sorted: SortedEntries; after: ContactId | null; isBuilt: boolean; readonly begunAt: number };
  let list: Building | null = null;
  let running: Promise<void> | null = null;
  let wantedUntil = -Infinity;
  const changed = new Set<ContactId>();

  function begin(): Building {
    changed.clear();
    return (list = { sorted: sortedEntries(order), after: null, isBuilt: false, begunAt: performance.now() });
  }

  /** One hand does it all, so that a slower reading never undoes a later one. */
  async function go(): Promise<void> {
    for (;;) {
      const mine = list ?? begin();
      const ids = [...changed].slice(0, mendSize);
      if (ids.length > 0) {
        for (const id of ids) changed.delete(id);
        const rows = await backing.transact('read', (read) => Promise.all(ids.map((id) => read.contact(id))));
        if (list !== mine) continue;
        mine.sorted.put(new Map(ids.map((id, i) => [id, rows[i] ? makeEntry(rows[i].contact) : null])));
      } else if (!mine.isBuilt) {
        const page: ContactsPage = await backing.transact('read', (rows) => rows.contactsAfter(mine.after, pageSize));
        // A place in memory gives everybody at once.
        for (let start = 0; start < page.rows.length && list === mine; start += pageSize) {
          if (start > 0) await giveWay();
          mine.sorted.put(new Map(page.rows.slice(start, start + pageSize).map(({ id, contact }) => [id, makeEntry(contact)])));
        }
        if (list !== mine) continue;
        mine.after = page.last;
        mine.isBuilt = page.last === null;
      } else return;
      if (performance.now() > wantedUntil) await pause(restMs);
    }
  }

  function work(): Promise<void> {
    running ??= go().catch((error: unknown) => {
      // What was taken off the list of changes may not have been read.
      list = null;
      throw error;
    }).finally(() => { running = null; });
    return running;
  }

  const isComplete = (): boolean => list !== null && list.isBuilt && changed.size === 0;

  return {
    entries: () => list?.sorted.all ?? [],
    isComplete,
    work,
    async workAnew() {
      if (!mayHold()) list = null;
      await work();
      // It may have been about to end when something changed.
      if (!isComplete()) await work();
    },
    hurry() {
      const now = performance.now();
      wantedUntil = now + wantedForMs;
      if (!mayHold() && list?.isBuilt === true && now - list.begunAt > deafForMs) list = null;
    },
    makeEntry,
    order,
    forget({ ids }) {
      if (ids === 'all') list = null;
      else if (list !== null) for (const id of ids) changed.add(id);
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Lets typing and drawing go first. A timer would be in turn after everybody else's, and waits four milliseconds at least. */
export const giveWay = (): Promise<void> => ('scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : pause(0));
