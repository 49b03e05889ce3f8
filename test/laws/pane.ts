import { acts } from '#app/acts';
import type { Acts } from '#app/acts';
import { findMade } from '#app/findMade';
import { lastRead } from '#app/lastRead';
import { keepInSync } from '#app/keepInSync';
import type { KeepInSync } from '#app/keepInSync';
import { lookUpPeople } from '#app/lookUpPeople';
import type { Coverage, LookUpPeople } from '#app/lookUpPeople';
import { outbox } from '#app/outbox';
import type { Outbox } from '#app/outbox';
import { coalesce } from '#app/pace';
import { serverOver } from '#app/serverOver';
import { extraNames } from '#domain/extras';
import { categories } from '#graph/categories';
import { customValues } from '#graph/customValues';
import { followUps } from '#graph/followUps';
import { failed, ok } from '#domain/result';
import { createGraphClient } from '#graph/client';
import { contactFolders } from '#graph/contactFolders';
import { contacts } from '#graph/contacts';
import { contactsDelta } from '#graph/contactsDelta';
import { photos } from '#graph/photos';
import type { ContactStore } from '#store/contactStore';
import { oneAtATime } from '#store/oneAtATime';
import { openStore } from '#store/openStore';
import type { Remote } from '#store/remote';
import { syncAll } from '#store/syncAll';
import type { GraphHere } from './graphHere.ts';
import { graphOrigin } from './graphHere.ts';
import type { Random } from './random.ts';
import type { PageOfBrowser } from './virtualBrowser.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What a run may spoil on purpose, to see that it would be noticed. */
export type Sabotage = 'create' | 'unsure' | 'journal' | null;

export type PanePorts = {
  readonly name: string;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly graph: GraphHere;
  readonly fetch: typeof fetch;
  readonly page: PageOfBrowser;
  readonly keepOnDevice: boolean;
  /** False while the person would have to sign in. */
  readonly signedIn: () => boolean;
  readonly sabotage: Sabotage;
};

export type Pane = {
  readonly name: string;
  readonly page: PageOfBrowser;
  readonly store: ContactStore;
  readonly acts: Acts;
  readonly outbox: Outbox;
  readonly sync: KeepInSync;
  readonly people: LookUpPeople;
  /** As when Outlook closes the pane: what it began goes on without it. */
  close(): void;
};

const mailbox = 'adele@contoso.example';

/** The pane without Outlook and without a screen, put together as `compose.ts` does it. */
export async function openPane(ports: PanePorts): Promise<Pane> {
  const { name, time, random, graph, page, sabotage } = ports;
  const { now, after } = { now: time.now, after: onPage(time, page) };
  const { store } = await openStore({ mailbox, now, indexedDB: ports.keepOnDevice ? page.indexedDB : null });
  let ids = 0;
  const newId = (): string => `${name}-${++ids}`;
  let token: string | null = null;

  const client = createGraphClient({
    baseUrl: graphOrigin,
    getToken: async (scopes, how) => {
      if (!ports.signedIn()) return failed({ kind: 'signInNeeded', scopes });
      if (token === null || how !== undefined) token = graph.newToken();
      return ok(token);
    },
    fetch: ports.fetch,
    random: random.next,
    wait: time.wait,
    onWaiting: (ms) => sync.waiting(ms),
  });
  const graphContacts = contacts(client);
  const folderCalls = contactFolders(client);
  const delta = contactsDelta(client, { pageSize: 3 });
  const remote = {
    listFolders: (signal) => folderCalls.listFolders(signal ? { signal } : {}),
    changesSince: (folderId, from, signal) => delta.changesSince(folderId, from, signal ? { signal } : {}),
  } satisfies Remote;

  const sync = keepInSync({
    syncAll: (onProgress, signal) => {
      const asked = now();
      return page.as(() => oneAtATime(`contact-pane sync ${mailbox}`, async () => {
        const readAt = lastRead(await store.folders());
        if (readAt !== null && readAt >= asked && readAt <= now()) return ok({ at: readAt });
        const result = await syncAll(store, remote, { onProgress, signal, now });
        return result.ok ? ok({ at: result.value.when }) : result;
      }, signal));
    },
    now, after,
  }, lastRead(await store.folders()));

  const coverage = (): Coverage => {
    const { lastAt, phase } = sync.state.get();
    return lastAt !== null ? 'complete' : phase === 'troubled' ? 'stuck' : 'filling';
  };
  const people = lookUpPeople({
    lookUp: (keys) => store.lookUpEach(keys),
    askDirectly: async (addresses, signal) => {
      const found = await graphContacts.findByAddress(addresses, [null], { signal });
      if (!found.ok) return found;
      for (const contact of found.value.flatMap((entry) => entry.contacts)) await store.put(contact);
      return ok(null);
    },
    coverage,
    ownAddresses: () => [mailbox],
  });

  const graphCalls = {
    ...graphContacts, ...photos(client), ...followUps(client), ...customValues(client), ...categories(client), ...contactFolders(client),
  };
  const server = serverOver(graphCalls, sabotage === 'create' ? async () => ok([]) : findMade({
    findByOrigin: graphContacts.findByOrigin, listFolders: graphCalls.listFolders,
  }), null);
  const journal = sabotage === null ? store.journal : spoiled(store.journal, sabotage);
  const sending = outbox({ journal, server, me: newId(), now, after, width: 3 });
  const doing = acts({ journal, now, newId, send: () => void sending.run(), get: (id) => store.get(id),
    extrasOf: async (ids) => new Map([...await store.extras.read(ids, extraNames)].map(([id, { extras }]) => [id, extras])),
  });

  const lookAgain = coalesce(() => void people.again(), 50, after);
  store.onChange(lookAgain);
  store.onChange(({ ids }) => { if (ids === 'all') void sending.run(); });
  store.onChange(coalesce(() => void store.folders().then((all) => {
    const at = lastRead(all);
    if (at !== null) sync.heard(at);
    else if (sync.state.get().phase !== 'syncing') sync.lost();
  }), 200, after));
  let covered = coverage();
  sync.state.subscribe(() => {
    if (coverage() !== covered) lookAgain();
    covered = coverage();
  });
  // As the pane reads it for what it shows.
  store.journal.onChange(coalesce(() => void store.journal.list(), 10, after));
  sync.ensureFresh(30_000);
  void sending.run();
  void store.forgetStale(now());
  void store.journal.prune(now() - 30 * 24 * 60 * 60_000, 500);

  return {
    name, page, store, acts: doing, outbox: sending, sync, people,
    close() {
      sending.stop();
      sync.stop();
      page.die();
    },
  };
}

/** Timers of a page end with it. */
const onPage = (time: VirtualTime, page: PageOfBrowser) => (ms: number, run: () => void): (() => void) =>
  time.after(ms, () => { if (!page.isDead()) run(); });

function spoiled(journal: ContactStore['journal'], how: Exclude<Sabotage, null>): ContactStore['journal'] {
  return {
    ...journal,
    // Forgets that an answer was lost.
    claimSeveral: async (...given) => {
      const claimed = await journal.claimSeveral(...given);
      return how === 'unsure' ? claimed.map((change) => ({ ...change, unsure: false })) : claimed;
    },
    // Says that something was sent which was not.
    settleAll: async (by, ended) => journal.settleAll(by, await Promise.all(ended.map(async ({ id, outcome }) => {
      const isLost = how === 'journal' && outcome.state === 'waiting' && outcome.problem !== null && (await journal.get(id))?.act.kind === 'update';
      return { id, outcome: isLost ? { state: 'done' as const, result: null } : outcome };
    }))),
  };
}
