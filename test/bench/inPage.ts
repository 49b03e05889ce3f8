/** Runs in a page of the pane's own origin, on the database that the pane has filled: the store without a screen. */
import { rowsOf } from '#app/lookUpPeople';
import { everybody } from '#domain/browseQuery';
import type { ContactChange } from '#domain/contactChange';
import { personKeys } from '#domain/match';
import type { PersonOnItem } from '#domain/personOnItem';
import { ok } from '#domain/result';
import type { ContactStore } from '#store/contactStore';
import { openStore } from '#store/openStore';
import { syncAll } from '#store/syncAll';

type Named = { readonly name: string; readonly address: string };

/** Each call takes its own store, as a pane that was just opened. */
async function stored(): Promise<ContactStore> {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('contact-pane:'))?.name ?? '';
  const { store, problem } = await openStore({ mailbox: name.slice('contact-pane:'.length) });
  if (problem !== null) throw new Error(problem.kind);
  return store;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Look-ups of one person after the other, none of them asked for before. */
export async function lookUps(people: readonly Named[]): Promise<{ readonly ms: readonly number[]; readonly found: number }> {
  const store = await stored();
  await store.lookUp(['a:warm@up.example']);
  const ms: number[] = [];
  let found = 0;
  for (const person of people) {
    ms.push(await timed(async () => { found += (await store.lookUpEach([personKeys(person)])).length > 0 ? 1 : 0; }));
  }
  store.close();
  return { ms, found };
}

/** Everybody on a long list looked up and marked. */
export async function attendees(people: readonly Named[]): Promise<{ readonly lookUpMs: number; readonly markMs: number; readonly known: number }> {
  const store = await stored();
  await store.lookUp(['a:warm@up.example']);
  const onItem = people.map((person): PersonOnItem => ({ ...person, roles: ['required'], response: 'none' }));
  const begun = performance.now();
  const found = await store.lookUpEach(onItem.map((person) => personKeys(person)));
  const looked = performance.now();
  const rows = rowsOf(onItem, found, 'complete', ['adele@contoso.example']);
  const done = performance.now();
  store.close();
  return { lookUpMs: looked - begun, markMs: done - looked, known: rows.filter((row) => row.verdict.kind === 'known').length };
}

export type Browsed = {
  /** The first window, from a list that is only being begun. */
  readonly firstMs: number;
  /** Until everybody is in the list. */
  readonly listedMs: number;
  readonly typedMs: readonly number[];
  readonly windowMs: readonly number[];
  readonly longTasks: readonly number[];
};

let held: ContactStore | null = null;

/** A store as in a pane that was just opened; it stays for the next two, so that what it takes can be weighed. */
export async function beginBrowsing(): Promise<void> {
  held = await stored();
  await held.count();
}

/** The list looked at while it grows, then words typed letter by letter, then windows all over it. */
export async function browsing(words: readonly string[]): Promise<Browsed> {
  if (held === null) throw new Error('Nothing was begun.');
  const store = held;
  const longTasks: number[] = [];
  const watch = new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push(entry.duration); });
  watch.observe({ type: 'longtask' });
  const begun = performance.now();
  let page = await store.browse(everybody, 0, 100);
  const firstMs = performance.now() - begun;
  while (!page.isComplete) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    page = await store.browse(everybody, 0, 100);
  }
  const listedMs = performance.now() - begun;
  const typedMs: number[] = [];
  for (const word of words) {
    for (let letters = 1; letters <= word.length; letters += 1) typedMs.push(await timed(() => store.browse({ ...everybody, text: word.slice(0, letters) }, 0, 100)));
  }
  const windowMs: number[] = [];
  for (let n = 0; n < 50; n += 1) windowMs.push(await timed(() => store.browse(everybody, Math.floor((n * page.total) / 50), 100)));
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  watch.disconnect();
  return { firstMs, listedMs, typedMs, windowMs, longTasks };
}

/** Takes in so many changes in pages of 500, as the answers of a delta round, while the main thread is watched. */
export async function fold(count: number): Promise<{ readonly totalMs: number; readonly longTasks: readonly number[] }> {
  const store = await stored();
  const folders = await store.folders();
  const target = folders.find((folder) => folder.isDefault);
  if (!target?.bookmark) throw new Error('The default folder was not read.');
  const { bookmark } = target;
  const known = (await store.search('', count)).filter((contact) => contact.parentFolderId === target.id);
  const changes = Array.from({ length: count }, (_, n): ContactChange => {
    const one = known[n];
    const lastModifiedDateTime = new Date(Date.now() + n).toISOString();
    return one
      ? { kind: 'changed', id: one.id, fields: { ...one, jobTitle: `Title ${n}`, changeKey: `key-${Date.now()}-${n}`, lastModifiedDateTime } }
      : { kind: 'changed', id: `bench-${n}`, fields: { displayName: `Bench Person ${n}`, emailAddresses: [{ name: '', address: `bench${n}@bench.example` }], lastModifiedDateTime } };
  });
  const longTasks: number[] = [];
  const watch = new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push(entry.duration); });
  // What was done so far is not to be counted.
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  watch.observe({ type: 'longtask' });
  const totalMs = await timed(async () => {
    const done = await syncAll(store, {
      listFolders: async () => ok(folders),
      changesSince: async (folderId, from) => {
        const place = from === null ? '' : 'link' in from ? from.link : from.bookmark;
        if (folderId !== target.id) return ok({ changes: [], next: { kind: 'caughtUp', bookmark: place } });
        const at = place.startsWith('bench ') ? Number(place.slice(6)) : 0;
        const next = at + 500;
        return ok({ changes: changes.slice(at, next), next: next >= count ? { kind: 'caughtUp', bookmark } : { kind: 'more', link: `bench ${next}` } });
      },
    });
    if (!done.ok) throw new Error(done.problem.kind);
  });
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  watch.disconnect();
  store.close();
  return { totalMs, longTasks };
}
