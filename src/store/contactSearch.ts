import type { Contact, ContactId } from '#domain/contact';
import type { Backing, ContactsPage } from './backing.ts';
import type { StoreChange } from './contactStore.ts';
import type { OverlayReader } from './overlay.ts';
import type { SearchEntry } from './searchList.ts';
import { byName, searchEntry, searcher } from './searchList.ts';

/** So many changed contacts are read one by one; beyond, the list is made anew. */
const mostRepairs = 1_000;

/**
 * Finds contacts by any part of their text. Made of a sorted list in memory with the searchable text alone, built at
 * the first search (nothing is read for it before) and mended with what changed since.
 */
export function contactSearch(backing: Backing, overlay: OverlayReader, mayHold: () => boolean): {
  search(text: string, limit: number): Promise<readonly Contact[]>;
  forget(what: StoreChange): void;
} {
  let list: Map<ContactId, SearchEntry> | null = null;
  let sorted: readonly SearchEntry[] | null = null;
  let isBuilding = false;
  /** Counts the times everything may have changed. */
  let age = 0;
  const changed = new Set<ContactId>();

  async function build(): Promise<Map<ContactId, SearchEntry>> {
    const entries = new Map<ContactId, SearchEntry>();
    isBuilding = true;
    changed.clear();
    try {
      let after: ContactId | null = null;
      do {
        const from: ContactId | null = after;
        const page: ContactsPage = await backing.transact('read', (rows) => rows.contactsAfter(from, 500));
        for (const { contact } of page.rows) entries.set(contact.id, searchEntry(contact));
        after = page.last;
      } while (after !== null);
    } finally {
      isBuilding = false;
    }
    return entries;
  }

  async function mend(entries: Map<ContactId, SearchEntry>): Promise<void> {
    const ids = [...changed];
    changed.clear();
    const rows = await backing.transact('read', (read) => Promise.all(ids.map((id) => read.contact(id))));
    ids.forEach((id, i) => {
      const row = rows[i];
      if (row) entries.set(id, searchEntry(row.contact));
      else entries.delete(id);
    });
    sorted = null;
  }

  async function refresh(): Promise<readonly SearchEntry[]> {
    let entries = mayHold() && changed.size <= mostRepairs ? list : null;
    if (entries === null) {
      const begun = age;
      entries = await build();
      sorted = null;
      // Everything changed meanwhile: good enough for this answer, not for the next.
      list = begun === age ? entries : null;
    }
    // What changed while the list was being built is read once more.
    if (changed.size > 0) await mend(entries);
    return (sorted ??= [...entries.values()].sort(byName));
  }

  // Searches take turns at bringing the list up to date: a slower reading must not undo a later one.
  let turn: Promise<unknown> = Promise.resolve();

  return {
    async search(text, limit) {
      const mine = turn.then(refresh);
      turn = mine.catch(() => undefined);
      const entries = await mine;
      const fits = searcher(text);
      return backing.transact('read', async (rows) => {
        // The list is of what the server has; what is pending comes into it at its place.
        const pending = await overlay.read(rows);
        const meant = [...pending?.contacts.values() ?? []].flatMap((contact) => (contact ? [searchEntry(contact)] : [])).sort(byName);
        const ids: ContactId[] = [];
        let i = 0;
        const take = (entry: SearchEntry): void => { if (ids.length < limit && fits(entry)) ids.push(entry.id); };
        for (const entry of entries) {
          if (ids.length >= limit) break;
          if (pending?.contacts.has(entry.id)) continue;
          for (let own = meant[i]; own && byName(own, entry) < 0; own = meant[i += 1]) take(own);
          take(entry);
        }
        for (const own of meant.slice(i)) take(own);
        const found = await Promise.all(ids.map(async (id) => pending?.contacts.get(id) ?? (await rows.contact(id))?.contact ?? null));
        return found.flatMap((contact) => contact ?? []);
      });
    },
    forget({ ids }) {
      if (ids === 'all') {
        age += 1;
        list = null;
      } else if (list !== null || isBuilding) {
        for (const id of ids) changed.add(id);
      }
    },
  };
}
