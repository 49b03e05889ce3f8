import { everybody } from '#domain/browseQuery';
import type { BrowsePage, BrowseQuery } from '#domain/browseQuery';
import type { Contact, ContactId } from '#domain/contact';
import type { Backing } from './backing.ts';
import { contactList, giveWay, pause } from './contactList.ts';
import type { StoreChange } from './contactStore.ts';
import type { Overlay, OverlayReader } from './overlay.ts';
import type { SearchEntry, Tongue } from './searchList.ts';
import { categoryKey, fitting, narrows } from './searchList.ts';

/** An answer that is nearly there is worth this long a wait; then what is there has to do. */
const waitMs = 60;
/** A task of the main thread ends after this long, so that typing goes on. */
const taskMs = 10;
const lookEvery = 1_000;

type Take<T> = (all: readonly SearchEntry[], contactOf: (id: ContactId) => Promise<Contact | null>) => Promise<T>;
type Hits = { readonly of: readonly SearchEntry[]; readonly query: BrowseQuery; readonly entries: readonly SearchEntry[] };

/**
 * Finds contacts by any part of any field, in windows: a list in memory says who fits and in which order, pending
 * changes are laid over it, and only the contacts of the window are read.
 */
export function contactSearch(backing: Backing, overlay: OverlayReader, mayHold: () => boolean, tongue: Tongue): {
  search(text: string, limit: number): Promise<readonly Contact[]>;
  browse(query: BrowseQuery, from: number, count: number): Promise<BrowsePage>;
  idsOf(query: BrowseQuery): Promise<readonly ContactId[]>;
  categoriesInUse(): Promise<readonly string[]>;
  listAhead(): Promise<void>;
  forget(what: StoreChange): void;
} {
  const list = contactList(backing, mayHold, tongue);
  let last: Hits | null = null;

  /** Who of these fits; what was found last is looked through instead where that is enough. */
  async function hitsIn(entries: readonly SearchEntry[], query: BrowseQuery): Promise<readonly SearchEntry[]> {
    const fits = fitting(query);
    if (fits === null) return entries;
    const before = last !== null && last.of === entries && narrows(last.query, query) ? last : null;
    if (before !== null && sameQuery(before.query, query)) return before.entries;
    const through = before?.entries ?? entries;
    const found: SearchEntry[] = [];
    let begun = performance.now();
    for (let start = 0; start < through.length; start += lookEvery) {
      for (const entry of through.slice(start, start + lookEvery)) if (fits(entry)) found.push(entry);
      if (performance.now() - begun < taskMs) continue;
      await giveWay();
      begun = performance.now();
    }
    last = { of: entries, query, entries: found };
    return found;
  }

  /** Contacts with pending changes go from where the server has them to where they belong now. */
  function laidOver(hits: readonly SearchEntry[], pending: Overlay | null, query: BrowseQuery): readonly SearchEntry[] {
    if (pending === null) return hits;
    const fits = fitting(query) ?? (() => true);
    const own = [...pending.contacts.values()].flatMap((contact) => (contact ? [list.makeEntry(contact)] : [])).filter(fits).sort(list.order);
    const all: SearchEntry[] = [];
    let i = 0;
    for (const entry of hits) {
      if (pending.contacts.has(entry.id)) continue;
      for (let mine = own[i]; mine && list.order(mine, entry) < 0; mine = own[i += 1]) all.push(mine);
      all.push(entry);
    }
    for (const mine of own.slice(i)) all.push(mine);
    return all;
  }

  /** `isComplete` is said of the list the answer was made from: it may have grown while the rows were read. */
  async function ask<T>(query: BrowseQuery, take: Take<T>): Promise<{ readonly value: T; readonly isComplete: boolean }> {
    const entries = list.entries();
    const wasComplete = list.isComplete();
    const hits = await hitsIn(entries, query);
    const value = await backing.transact('read', async (rows) => {
      const pending = await overlay.read(rows);
      return take(laidOver(hits, pending, query), async (id) =>
        (pending?.contacts.has(id) ? pending.contacts.get(id) : (await rows.contact(id))?.contact) ?? null);
    });
    return { value, isComplete: wasComplete && list.isComplete() && list.entries() === entries };
  }

  /** All that had changed before the call is in the answer. */
  async function askAll<T>(query: BrowseQuery, take: Take<T>): Promise<T> {
    list.hurry();
    await list.workAnew();
    const first = await ask(query, take);
    if (first.isComplete) return first.value;
    // A change held between the list and the reading of what is pending, and might be in neither.
    await list.work();
    return (await ask(query, take)).value;
  }

  async function window(query: BrowseQuery, from: number, count: number): Promise<BrowsePage & { readonly ids: readonly ContactId[] }> {
    if (!list.isComplete()) {
      const work = list.work();
      await Promise.race([work, pause(waitMs)]);
      // What goes wrong there is told to the next who asks.
      work.catch(() => undefined);
    }
    const { value, isComplete } = await ask(query, async (all, contactOf) => {
      const ids = all.slice(from, from + count).map(({ id }) => id);
      return {
        total: all.length, listed: list.entries().length, ids,
        rows: await Promise.all(ids.map((id) => contactOf(id))),
      };
    });
    return { ...value, isComplete };
  }

  return {
    search: (text, limit) => askAll({ ...everybody, text }, async (all, contactOf) =>
      (await Promise.all(all.slice(0, limit).map(({ id }) => contactOf(id)))).flatMap((contact) => contact ?? [])),

    async browse(query, from, count) {
      list.hurry();
      let answer = await window(query, from, count);
      const vanished = answer.ids.filter((_id, i) => answer.rows[i] === null);
      if (vanished.length > 0) {
        // They went between the list and the reading of them, and the news of it is still on its way.
        list.forget({ ids: vanished });
        answer = await window(query, from, count);
      }
      const { ids: _ids, ...page } = answer;
      return page;
    },

    idsOf: (query) => askAll(query, async (all) => all.map(({ id }) => id)),

    categoriesInUse: () => askAll(everybody, async (all) => {
      const names = new Map<string, string>();
      for (const { categories } of all) for (const name of categories) if (!names.has(categoryKey(name))) names.set(categoryKey(name), name);
      return [...names.values()].sort(tongue.compare);
    }),

    listAhead: () => list.work(),

    forget(what) {
      if (what.ids === 'all') last = null;
      list.forget(what);
    },
  };
}

const sameQuery = (a: BrowseQuery, b: BrowseQuery): boolean => JSON.stringify(a) === JSON.stringify(b);
