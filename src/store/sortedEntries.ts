import type { ContactId } from '#domain/contact';
import type { SearchEntry } from './searchList.ts';

/** Entries in order, always, however they come. */
export type SortedEntries = {
  /** A list of its own after each change: who holds one has the state of then. */
  readonly all: readonly SearchEntry[];
  /** Takes in what became of these contacts, null for one that is gone. Quick for some hundreds at a time. */
  put(changes: ReadonlyMap<ContactId, SearchEntry | null>): void;
};

export function sortedEntries(order: (a: SearchEntry, b: SearchEntry) => number): SortedEntries {
  let all: readonly SearchEntry[] = [];
  const byId = new Map<ContactId, SearchEntry>();

  /** The first place from `from` on at which `entry` may stand. */
  function placeOf(entry: SearchEntry, from: number): number {
    let [low, high] = [from, all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = all[middle];
      if (there !== undefined && order(there, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What was put and is not in the list yet. */
  let coming: SearchEntry[] = [];
  let gone = new Set<SearchEntry>();

  function merge(): void {
    if (gone.size === 0 && coming.length === 0) return;
    const next: SearchEntry[] = [];
    let at = 0;
    const copyTo = (end: number): void => {
      for (; at < end; at += 1) {
        const entry = all[at];
        if (entry !== undefined && (gone.size === 0 || !gone.has(entry))) next.push(entry);
      }
    };
    for (const entry of coming.filter((one) => !gone.has(one)).sort(order)) {
      copyTo(placeOf(entry, at));
      next.push(entry);
    }
    copyTo(all.length);
    all = next;
    coming = [];
    gone = new Set();
  }

  return {
    get all() {
      merge();
      return all;
    },
    put(changes) {
      for (const [id, entry] of changes) {
        const before = byId.get(id);
        if (before && entry && sameEntry(before, entry)) continue;
        if (before) gone.add(before);
        if (entry) {
          byId.set(id, entry);
          coming.push(entry);
        } else byId.delete(id);
      }
      // Each merging copies the whole list: not for every slice, and not for too many at once either.
      if (coming.length + gone.size >= mostWaiting) merge();
    },
  };
}

const mostWaiting = 2_000;

const sameEntry = (a: SearchEntry, b: SearchEntry): boolean =>
  a.name === b.name && a.text === b.text && a.folderId === b.folderId
  && a.categories.length === b.categories.length && a.categories.every((name, i) => name === b.categories[i]);
