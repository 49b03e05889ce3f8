import type { Contact, ContactId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { applyChange, sameRow, withoutHome } from './applyChange.ts';
import type { Backing, Rows } from './backing.ts';
import type { ChangeNews } from './changeNews.ts';
import type { ContactStore, PageToApply } from './contactStore.ts';
import { cursorOf } from './contactStore.ts';
import { contactSearch } from './contactSearch.ts';
import { journalOver } from './journalOver.ts';
import { forgetExtras } from './extraRows.ts';
import { readJustGone } from './justGone.ts';
import { lookupCache } from './lookupCache.ts';
import { contactMeant, contactsMeant, overlayReader } from './overlay.ts';
import type { ContactRow, Home } from './rows.ts';
import { unread } from './rows.ts';
import { putAnswer } from './serverRows.ts';
import { tongueOf } from './searchList.ts';
import { storedExtras } from './storedExtras.ts';
import { isStorageTrouble } from './storageTrouble.ts';

/** So many contacts are read in one go, so that nobody has to wait long behind them. */
const atOnce = 200;
const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** What a store promises, over any place that keeps rows. */
export function storeOver(backing: Backing, news: ChangeNews, now: () => number, language?: string): ContactStore {
  const mayHold = (): boolean => backing.kind === 'memory' || news.hearsOthers;
  const overlay = overlayReader(mayHold);
  const cache = lookupCache(mayHold);
  const finder = contactSearch(backing, overlay, mayHold, tongueOf(language));
  // First of all listeners, so that whoever hears of a change and looks again finds the new state.
  news.listen(overlay.forget);
  news.listenToJournal(overlay.forget);
  news.listen((what) => {
    // A picture that was read changes nobody in the list.
    if (what.extrasOnly) return;
    cache.forget();
    finder.forget(what);
  });

  const tell = (ids: Iterable<ContactId>, extrasOnly = false): void => {
    const told = [...new Set(ids)];
    if (told.length > 0) news.tell({ ids: told, ...(extrasOnly ? { extrasOnly } : {}) });
  };

  async function lookUpEach(people: readonly (readonly string[])[]): Promise<readonly Contact[]> {
    const known = new Map(cache.read(people.flat()).held);
    /** The next key of each that has not been found so far. */
    const open = (found: ReadonlyMap<string, readonly Contact[]>): string[] => [...new Set(people.flatMap((keys) => {
      for (const key of keys) {
        const contacts = known.get(key) ?? found.get(key);
        if (contacts === undefined) return key;
        if (contacts.length > 0) return [];
      }
      return [];
    }))];
    if (open(known).length > 0) {
      const keep = cache.begin();
      const found = await backing.transact('read', async (rows) => {
        const pending = await overlay.read(rows);
        const read = new Map<string, readonly Contact[]>();
        for (let keys = open(read); keys.length > 0; keys = open(read)) {
          for (const [key, contacts] of await contactsMeant(rows, pending, keys)) read.set(key, contacts);
        }
        return read;
      });
      keep(found);
      for (const [key, contacts] of found) known.set(key, contacts);
    }
    const byId = new Map<ContactId, Contact>();
    for (const keys of people) {
      const first = keys.find((key) => (known.get(key) ?? []).length > 0);
      for (const contact of (first === undefined ? [] : known.get(first) ?? [])) byId.set(contact.id, contact);
    }
    return [...byId.values()];
  }

  async function emptied(empty: () => Promise<void>, thenTell: () => void): Promise<Result<void>> {
    try {
      await empty();
      return ok(undefined);
    } catch (error) {
      if (!isStorageTrouble(error)) throw error;
      return failed<Problem>({ kind: 'storageDenied' });
    } finally {
      thenTell();
    }
  }

  return {
    get kind() { return backing.kind; },
    journal: journalOver(backing, news, now),
    extras: storedExtras(backing, overlay, (ids) => tell(ids, true)),

    lookUp: async (keys) => lookUpEach(keys.map((key) => [key])),
    lookUpEach,
    get: (id) => backing.transact('read', async (rows) => contactMeant(rows, await overlay.read(rows), id)),
    async getAll(ids) {
      const all: Contact[] = [];
      for (let start = 0; start < ids.length; start += atOnce) {
        const found = await backing.transact('read', async (rows) => {
          const pending = await overlay.read(rows);
          return Promise.all(ids.slice(start, start + atOnce).map((id) => contactMeant(rows, pending, id)));
        });
        for (const contact of found) if (contact) all.push(contact);
      }
      return all;
    },
    search: finder.search,
    browse: finder.browse,
    idsOf: finder.idsOf,
    categoriesInUse: finder.categoriesInUse,
    listAhead: finder.listAhead,
    count: () => backing.transact('read', (rows) => rows.countContacts()),

    folders: async () => {
      const rows = await backing.transact('read', (read) => read.folders());
      return rows.map(({ generation: _generation, replacing: _replacing, touchedAt: _touchedAt, roundAt: _roundAt, ...folder }) => folder);
    },

    async setFolders(folders) {
      tell(await backing.transact('write', async (rows) => {
        const [before, homes] = await Promise.all([rows.folders(), rows.homes()]);
        const known = new Map(before.map((row) => [row.id, row]));
        const there = new Set(folders.map(({ id }) => id));
        // Also those that only a contact tells of: an answer may have been put before its folder was ever listed here.
        const vanished = [...new Set([...before.map(({ id }) => id), ...homes.map(([id]) => id)])].filter((id) => !there.has(id));
        const touched = await leaveFolders(rows, vanished.map((id) => [id, Infinity]));
        for (const id of vanished) rows.removeFolder(id);
        for (const folder of folders) rows.putFolder({ ...(known.get(folder.id) ?? unread), ...folder });
        return touched;
      }));
    },

    async applyPage(page) {
      const touched = await backing.transact('write', (rows) => applyPage(rows, page));
      if (touched === null) return failed<Problem>({ kind: 'abandoned' });
      tell(touched);
      return ok(touched);
    },

    replaceFolder: (folderId, at, onlyFrom) => backing.transact('write', async (rows) => {
      const folder = await rows.folder(folderId);
      if (!folder || (onlyFrom !== undefined && !sameCursor(cursorOf(folder), onlyFrom))) return;
      rows.putFolder({
        ...folder, bookmark: null, link: null, roundAt: null, replacing: true, generation: Math.max(at, folder.generation + 1),
      });
    }),

    async put(contact) {
      await backing.transact('write', async (rows) => {
        const goneAt = (await readJustGone(rows)).get(contact.id) ?? -Infinity;
        if (now() - goneAt > answersTakeMs) await putAnswer(rows, contact, now());
      });
      tell([contact.id]);
    },
    async remove(id) {
      await backing.transact('write', async (rows) => rows.removeContact(id));
      tell([id]);
    },

    readDraft: (key) => backing.transact('read', (rows) => rows.draft(key)),
    writeDraft: (key, value, at) => {
      const plain = asJson(value);
      return backing.transact('write', async (rows) => rows.putDraft({ key, value: plain, at }));
    },
    removeDraft: (key) => backing.transact('write', async (rows) => rows.removeDraft(key)),
    listDrafts: async () => {
      const drafts = await backing.transact('read', (rows) => rows.drafts());
      return [...drafts].sort((a, b) => b.at - a.at);
    },
    readMeta: async (key) => (await backing.transact('read', (rows) => rows.meta(key)))?.value ?? null,
    writeMeta: (key, value) => {
      const plain = asJson(value);
      return backing.transact('write', async (rows) => rows.putMeta({ key, value: plain }));
    },
    changeMeta: (key, change) => backing.transact('write', async (rows) => {
      const value = asJson(change((await rows.meta(key))?.value ?? null));
      rows.putMeta({ key, value });
      return value;
    }),

    onChange: (listener) => news.listen(listener),

    async forgetStale(at) {
      const limit = at - thirtyDays;
      tell(await backing.transact('write', async (rows) => {
        const [folders, homes, drafts] = await Promise.all([rows.folders(), rows.homes(), rows.drafts()]);
        const stale = folders.filter(({ touchedAt }) => touchedAt !== null && touchedAt < limit);
        // A contact nobody's changes ever named (its folder is not known here) has only the time it was written.
        const lost = homes.filter(([id]) => !folders.some((folder) => folder.id === id && folder.touchedAt !== null));
        const touched = await leaveFolders(rows, [
          ...stale.map(({ id }): Home => [id, Infinity]), ...lost.map(([id]): Home => [id, limit]),
        ]);
        await forgetExtras(rows, limit);
        for (const folder of stale) rows.putFolder({ ...folder, ...unread });
        for (const draft of drafts) if (draft.at < limit) rows.removeDraft(draft.key);
        return touched;
      }));
    },

    wipe: () => emptied(backing.clear, () => news.tell({ ids: 'all' })),
    forget() {
      // Before the disk is emptied, too: whoever hears of that first would write down once more what waits to be sent.
      news.tell({ ids: [], forgotten: true });
      return emptied(backing.leave, () => news.tell({ ids: 'all', forgotten: true }));
    },
    close() {
      backing.close();
      news.close();
      cache.forget();
      finder.forget({ ids: 'all' });
    },
  };
}

/** When this was asked nobody knows: an answer takes no longer. */
const answersTakeMs = 30_000;

/** The ids touched, or null when the folder is not where the page was asked from. */
async function applyPage(rows: Rows, { folderId, from, changes, next, at }: PageToApply): Promise<ContactId[] | null> {
  const folder = await rows.folder(folderId);
  if (!folder || !sameCursor(cursorOf(folder), from)) return null;
  const ids = [...new Set(changes.map(({ id }) => id))];
  const before = new Map(await Promise.all(ids.map(async (id) => [id, await rows.contact(id)] as const)));
  const after = new Map(before);
  const justGone = await readJustGone(rows);
  for (const change of changes) {
    // Asked before our own delete was done: it tells of what is no more.
    if (change.kind !== 'removed' && (justGone.get(change.id) ?? -Infinity) >= at) continue;
    after.set(change.id, applyChange(after.get(change.id) ?? null, change, [folderId, folder.generation]));
  }
  const isComplete = next !== null && 'bookmark' in next;
  if (isComplete && folder.replacing) {
    // What this very page renewed is not written yet and would still look old.
    for (const row of await rows.contactsAtHome(folderId, folder.generation)) {
      if (before.has(row.id)) continue;
      before.set(row.id, row);
      after.set(row.id, withoutHome(row, folderId));
    }
  }
  const touched: ContactId[] = [];
  for (const [id, row] of after) {
    const old = before.get(id) ?? null;
    if (sameRow(old, row)) continue;
    if (row) rows.putContact(row);
    else rows.removeContact(id);
    if (!sameContact(old, row)) touched.push(id);
  }
  const roundAt = from !== null && 'link' in from ? folder.roundAt ?? 0 : at;
  rows.putFolder({
    ...folder,
    touchedAt: at,
    ...(next === null ? {} : 'link' in next ? { link: next.link, roundAt } : {
      link: null, roundAt: null, bookmark: next.bookmark, syncedAt: roundAt, replacing: false,
    }),
  });
  return touched;
}

/** Contacts lose their homes of these folders, as far as they are older than the generation that stands beside. */
async function leaveFolders(rows: Rows, homes: readonly Home[]): Promise<ContactId[]> {
  const after = new Map<ContactId, ContactRow | null>();
  for (const [folderId, below] of homes) {
    for (const row of await rows.contactsAtHome(folderId, below)) {
      const now = after.has(row.id) ? after.get(row.id) ?? null : row;
      after.set(row.id, now && withoutHome(now, folderId));
    }
  }
  for (const [id, row] of after) {
    if (row) rows.putContact(row);
    else rows.removeContact(id);
  }
  return [...after.keys()];
}

const sameCursor = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameContact = (a: ContactRow | null, b: ContactRow | null): boolean =>
  JSON.stringify((a?.contact ?? null) satisfies Contact | null) === JSON.stringify(b?.contact ?? null);

/** Both kinds of storage keep exactly what JSON can say, and a copy of it. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
