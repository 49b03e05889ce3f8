/** Runs in a page of the pane's own origin: verdicts on a list of people, as the pane comes to them, and as a plain client would. */
import { lookUpPeople } from '#app/lookUpPeople';
import type { PersonOnItem } from '#domain/personOnItem';
import { ok } from '#domain/result';
import { createGraphClient } from '#graph/client';
import { contactFolders } from '#graph/contactFolders';
import { contacts } from '#graph/contacts';
import { contactsDelta } from '#graph/contactsDelta';
import type { ContactStore } from '#store/contactStore';
import { memoryStore } from '#store/memoryStore';
import { openStore } from '#store/openStore';
import { syncAll } from '#store/syncAll';

type Named = { readonly name: string; readonly address: string };
export type Verdicts = { readonly ms: number; readonly known: number };
type Graph = { readonly baseUrl: string; readonly token: string };

const itemOf = (people: readonly Named[]) => ({
  key: 1, kind: 'eventAttendee' as const, subject: '', mayHaveMore: false,
  people: people.map((person): PersonOnItem => ({ ...person, roles: ['required'], response: 'none' })),
});

/** From what the pane has filled. */
export async function warm(people: readonly Named[]): Promise<Verdicts> {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('contact-pane:'))?.name ?? '';
  const { store, problem } = await openStore({ mailbox: name.slice('contact-pane:'.length) });
  if (problem !== null) throw new Error(problem.kind);
  await store.lookUp(['a:warm@up.example']);
  const pane = paneOver(store, async () => { throw new Error('Nothing is to be asked.'); }, () => true);
  const begun = performance.now();
  await pane.show(itemOf(people));
  const ms = performance.now() - begun;
  store.close();
  return { ms, known: pane.known() };
}

/** With nothing stored: those whom one asks about directly, and all contacts read beside that, until nobody is open any more. */
export async function cold(people: readonly Named[], graph: Graph): Promise<Verdicts> {
  const client = createGraphClient({ baseUrl: graph.baseUrl, getToken: async () => ok(graph.token), onWaiting: () => undefined });
  const store = memoryStore();
  const [calls, folders, delta] = [contacts(client), contactFolders(client), contactsDelta(client)];
  let complete = false;
  const pane = paneOver(store, async (addresses, signal) => {
    const found = await calls.findByAddress(addresses, [null], { signal });
    if (!found.ok) return found;
    for (const contact of found.value.flatMap((entry) => entry.contacts)) await store.put(contact);
    return ok(null);
  }, () => complete);
  const enough = new AbortController();
  const { signal } = enough;
  const begun = performance.now();
  const shown = pane.show(itemOf(people));
  const read = (async () => {
    const done = await syncAll(store, { listFolders: () => folders.listFolders({ signal }), changesSince: (id, from) => delta.changesSince(id, from, { signal }) });
    if (signal.aborted) return;
    if (!done.ok) throw new Error(done.problem.kind);
    complete = true;
    await pane.again();
  })();
  // Who is asked about directly may be everybody: then nobody waits for the rest.
  await Promise.race([shown.then(() => (pane.open() === 0 ? null : new Promise<null>(() => undefined))), read]);
  const figures = { ms: performance.now() - begun, known: pane.known() };
  // What is still under way must not be counted among the requests of who comes next.
  enough.abort();
  await Promise.all([pane.show(null), shown, read]);
  return figures;
}

/** One request for each, four under way at a time, as many as Graph allows. */
export async function onePerPerson(people: readonly Named[], graph: Graph): Promise<Verdicts> {
  const waiting = [...people];
  let known = 0;
  const begun = performance.now();
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const filter = encodeURIComponent(`emailAddresses/any(a:a/address eq '${next.address.replaceAll('\'', '\'\'')}')`);
      const answer = await fetch(`${graph.baseUrl}/v1.0/me/contacts?$filter=${filter}`, { headers: { Authorization: `Bearer ${graph.token}` } });
      if (((await answer.json()) as { value?: unknown[] }).value?.length) known += 1;
    }
  }));
  return { ms: performance.now() - begun, known };
}

function paneOver(store: ContactStore, askDirectly: Parameters<typeof lookUpPeople>[0]['askDirectly'], complete: () => boolean) {
  const people = lookUpPeople({
    lookUp: (all) => store.lookUpEach(all), askDirectly, coverage: () => (complete() ? 'complete' : 'filling'), ownAddresses: () => ['adele@contoso.example'],
  });
  const count = (kind: string): number => {
    const state = people.state.get();
    return state.phase === 'shown' ? state.rows.filter((row) => row.verdict.kind === kind).length : 0;
  };
  return { show: people.show, again: people.again, known: () => count('known'), open: () => count('looking') };
}
