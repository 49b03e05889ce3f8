import type { Change } from '#domain/change';
import { isPending } from '#domain/change';
import { personsById } from './extras.ts';
import type { GraphHere } from './graphHere.ts';
import { graphHere } from './graphHere.ts';
import type { Model } from './model.ts';
import { model, personOf } from './model.ts';
import { openPane } from './pane.ts';
import type { Pane, Sabotage } from './pane.ts';
import type { Random } from './random.ts';
import { randomOf } from './random.ts';
import type { UnsteadyFetch } from './unsteadyFetch.ts';
import { unsteadyFetch } from './unsteadyFetch.ts';
import type { VirtualBrowser } from './virtualBrowser.ts';
import { virtualBrowser } from './virtualBrowser.ts';
import type { VirtualTime } from './virtualTime.ts';
import { virtualTime } from './virtualTime.ts';

/** Everything one schedule happens in. */
export type World = {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly graph: GraphHere;
  readonly net: UnsteadyFetch;
  readonly browser: VirtualBrowser;
  readonly model: Model;
  readonly panes: Pane[];
  readonly keepOnDevice: boolean;
  /** Storage fails only in some of the runs: it excuses losses, and those must not hide others. */
  readonly storageMayFail: boolean;
  readonly sabotage: Sabotage;
  /** The pending changes that lay on the disk when it failed: no pane that has not got them in memory shows them. */
  readonly onDisk: Map<string, Change>;
  /** In which journal a change was taken back. */
  readonly undoneIn: Map<string, string>;
  /** Who had a picture when they came. */
  readonly pictures: Set<number>;
  /** When what lay on the disk was last deleted, and what that was; open panes write down once more what waits. */
  wiped: { readonly at: number; readonly changes: readonly Change[] };
  /** When storage last came to work again. */
  fineAt: number;
  signedIn: boolean;
  people: number;
  values: number;
  items: number;
  /** What is wrong so far. */
  readonly wrong: string[];
  readonly counts: Map<string, number>;
  trace(line: string): void;
  /** Work that has to end one day, unless its pane is closed. */
  readonly begun: { readonly what: string; readonly pane: Pane; ended: boolean }[];
};

/** A Monday morning. */
const firstMoment = Date.UTC(2026, 2, 2, 8, 0, 0);

export function worldOf(seed: number, sabotage: Sabotage, trace: (line: string) => void): World {
  const random = randomOf(seed);
  const time = virtualTime(firstMoment);
  const graph = graphHere(time);
  const say = (line: string): void => trace(`${((time.now() - firstMoment) / 1000).toFixed(3).padStart(10)}  ${line}`);
  const net = unsteadyFetch(graph, time, random, say);
  const keepOnDevice = random.chance(0.6);
  // Where nobody knows what Graph does, both sides are taken.
  Object.assign(graph.settings, {
    patchHonoursIfMatch: random.chance(0.5),
    deltaItems: random.pick(['whole', 'partial'] as const),
    deltaReplays: random.chance(0.5),
    deltaRepeatsAcrossPages: random.chance(0.5),
    expiredDelta: random.pick(['gone', 'resyncRequired', 'badRequest', 'notFound'] as const),
    removedReasonOfDelete: random.pick(['changed', 'deleted'] as const),
    missingPhotoCode: random.pick(['ImageNotFound', 'ErrorItemNotFound', 'ResourceNotFound'] as const),
    defaultFolderListed: random.chance(0.3),
    photoChangesChangeKey: random.chance(0.5),
  });
  return {
    time, random, graph, net, browser: virtualBrowser(time), model: model(), panes: [], keepOnDevice,
    storageMayFail: keepOnDevice && random.chance(0.4), sabotage,
    onDisk: new Map(), undoneIn: new Map(), pictures: new Set(), wiped: { at: -Infinity, changes: [] }, fineAt: -Infinity, signedIn: true, people: 0, values: 0, items: 0, wrong: [], counts: new Map(), trace: say, begun: [],
  };
}

export function count(world: World, what: string): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1);
}

/** Which journal this pane writes down in; panes on one disk share theirs. */
export const journalOf = (pane: Pane): string => (pane.store.kind === 'disk' ? 'disk' : `memory of ${pane.name}`);

const patienceMs = 10 * 60_000;

/** Waits for work of a pane; work that does not end although time goes by is an endless waiting. */
export async function ended<T>(world: World, what: string, work: Promise<T>): Promise<T | null> {
  let value: T | null = null;
  const watched = work.then((got) => { value = got; }, (error: unknown) => {
    world.wrong.push(`uncaught: ${what}: ${String((error as Error)?.stack ?? error)}`);
  });
  if (!await world.time.until(watched, patienceMs)) world.wrong.push(`endless: ${what} did not end`);
  return value;
}

/** Work that goes on beside everything else. */
export function begin(world: World, pane: Pane, what: string, work: Promise<unknown>): void {
  const entry = { what: `${what} in ${pane.name}`, pane, ended: false };
  world.begun.push(entry);
  work.then(() => { entry.ended = true; }, (error: unknown) => {
    entry.ended = true;
    if (!pane.page.isDead()) world.wrong.push(`uncaught: ${what}: ${String((error as Error)?.stack ?? error)}`);
  });
}

/** Storage works again; what it held when it failed is there as before. */
export function storageIsFine(world: World): void {
  world.browser.mood = 'fine';
  world.fineAt = world.time.now();
}

export async function openAnother(world: World): Promise<Pane | null> {
  const name = `pane${world.counts.get('pane opened') ?? 0}`;
  count(world, 'pane opened');
  const page = world.browser.openPage();
  const pane = await ended(world, `opening ${name}`, openPane({
    name, time: world.time, random: world.random, graph: world.graph, fetch: world.net.fetchFor(page.isDead), page,
    keepOnDevice: world.keepOnDevice, signedIn: () => world.signedIn, sabotage: world.sabotage,
  }));
  if (pane === null) return null;
  world.panes.push(pane);
  world.trace(`${name} opened, storage: ${pane.store.kind}`);
  pane.people.state.subscribe(() => {
    const now = pane.people.state.get();
    if (now.phase !== 'shown' || page.isDead()) return;
    const wanted = wantedItem.get(pane) ?? -1;
    if (now.item.key !== wanted) world.wrong.push(`wrong person: ${name} shows item ${now.item.key} instead of ${wanted}`);
    for (const { person, verdict } of now.rows) {
      const fits = verdict.kind !== 'known' || verdict.contact.emailAddresses.some(({ address }) => address.toLowerCase() === person.address.toLowerCase());
      if (!fits) world.wrong.push(`wrong person: ${name} shows somebody else for ${person.address}`);
    }
  });
  return pane;
}

/** The item each pane was last told to show. */
export const wantedItem = new WeakMap<Pane, number>();

export async function changesOf(world: World, pane: Pane): Promise<readonly Change[]> {
  const all = (await ended(world, `list of ${pane.name}`, pane.store.journal.list())) ?? [];
  if (all.some(({ act }) => act.kind === 'extra' && !personsById.has(act.contactId))) {
    for (const { contact } of world.graph.happened) {
      const person = personOf(contact);
      if (person !== null) personsById.set(contact.id, person);
    }
  }
  return all;
}

/** What was not accepted by Graph yet may be lost from here on, or not; what was is not touched. */
export function excuseLosses(world: World, known: readonly Change[]): void {
  const changes = new Map(known.map((change) => [change.id, change]));
  // Of a move nobody goes on with there may be two for good: the copy was made, the old one was not deleted.
  for (const { act, unsure, state } of changes.values()) {
    if (act.kind === 'move' && (act.copyId !== null || unsure || state === 'sending')) world.model.mayBeTwo(personOf(act.before) ?? -1);
  }
  for (const deed of world.model.deeds) {
    if (deed.change === null || deed.fate !== 'kept') continue;
    const change = changes.get(deed.change);
    if (change && isPending(change)) deed.fate = 'maybe';
  }
}

/** What lay on the disk when it failed and was answered in memory is asked about once more, as if the answer had been lost. */
function excuseWhatOnlyItKnew(world: World, pane: Pane): void {
  for (const { act } of world.onDisk.values()) {
    const person = act.kind === 'create' ? personOf(act.fields) : null;
    if (person === null) continue;
    world.model.loosen(person);
    for (const deed of world.model.deeds) if (deed.person === person && deed.by === journalOf(pane) && deed.fate === 'kept') deed.fate = 'maybe';
  }
}

/** Longer than it takes an open pane to write down once more what was deleted from the disk, and until it tries one that failed. */
const [putBackMs, diskIsTriedMs] = [10_000, 70_000];

/** A pane goes, by and by or all at once. What only its memory knew goes with it. */
export async function closePane(world: World, pane: Pane, how: 'closed' | 'crashed'): Promise<void> {
  if (pane.store.kind === 'memory') {
    excuseLosses(world, await changesOf(world, pane));
    excuseWhatOnlyItKnew(world, pane);
    // What was given up here lies on the disk as it was, and comes up again with whoever can read that.
    for (const deed of world.model.deeds) if (deed.change !== null && world.onDisk.has(deed.change) && deed.by === 'disk' && deed.fate === 'void') deed.fate = 'maybe';
  }
  const { time, browser, wiped } = world;
  const isPutBack = browser.mood === 'fine' && time.now() - wiped.at > putBackMs && time.now() - world.fineAt > diskIsTriedMs;
  if (!isPutBack) excuseLosses(world, wiped.changes);
  world.trace(`${pane.name} ${how}`);
  count(world, `pane ${how}`);
  if (how === 'closed') pane.close();
  else pane.page.die();
  world.panes.splice(world.panes.indexOf(pane), 1);
}
