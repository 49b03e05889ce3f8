import { isPending } from '#domain/change';
import { doElsewhere, seedMailbox } from './elsewhere.ts';
import { personsById } from './extras.ts';
import { markOf } from './model.ts';
import type { Pane, Sabotage } from './pane.ts';
import { addAddress, bulk, create, hang, move, noteDropped, remove, undo, update } from './persons.ts';
import { answer, judge, settle } from './settle.ts';
import { EndlessWork } from './virtualTime.ts';
import type { World } from './world.ts';
import { begin, changesOf, closePane, count, ended, openAnother, storageIsFine, wantedItem, worldOf } from './world.ts';

export type Outcome = {
  readonly seed: number;
  /** Empty when everything was right. */
  readonly wrong: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly requests: number;
};

/** One schedule: things happen at random for a while, then everything settles and is looked at. */
export async function runSchedule(seed: number, sabotage: Sabotage = null, trace: (line: string) => void = () => undefined): Promise<Outcome> {
  const world = worldOf(seed, sabotage, trace);
  const giveBackTime = world.time.install();
  const giveBackBrowser = world.browser.install();
  const unhandled = (error: unknown): void => { world.wrong.push(`uncaught: ${String((error as Error)?.stack ?? error)}`); };
  personsById.clear();
  process.on('unhandledRejection', unhandled);
  process.on('uncaughtException', unhandled);
  try {
    seedMailbox(world);
    changeWeather(world);
    await openAnother(world);
    for (let steps = world.random.between(4, 28); steps > 0; steps -= 1) await step(world);
    trace('the trouble ends');
    await settle(world);
    await judge(world);
  } catch (error) {
    world.wrong.push(error instanceof EndlessWork ? `endless: ${error.message}` : `uncaught: ${String((error as Error)?.stack ?? error)}`);
  } finally {
    for (const pane of world.panes) pane.close();
    giveBackBrowser();
    giveBackTime();
    // An error nobody catches is told a turn later.
    await new Promise((resolve) => { setImmediate(resolve); });
    process.off('unhandledRejection', unhandled);
    process.off('uncaughtException', unhandled);
  }
  return { seed, wrong: [...new Set(world.wrong)], counts: Object.fromEntries(world.counts), faults: world.net.struck, requests: world.net.requests() };
}

const weights = {
  create: 9, update: 15, addAddress: 4, hang: 7, remove: 5, bulk: 2, move: 5, undo: 9,
  elsewhere: 9, sync: 3, focus: 5, show: 7, weather: 8, signOut: 1, answer: 3,
  reload: 3, crash: 3, secondPane: 2, closePane: 1, storage: 4, letGo: 1,
} as const;

/** Ms between two steps, with their weights. */
const pauses = { '0': 3, '20': 2, '60': 2, '200': 3, '1000': 3, '6000': 3, '40000': 1.5, '200000': 0.7, '4000000': 0.05 } as const;

async function step(world: World): Promise<void> {
  const { random, time } = world;
  const pane = random.anyOf(world.panes) ?? await openAnother(world);
  if (pane === null) return;
  await doStep(world, pane, random.weighted(weights));
  await time.run(Number(random.weighted(pauses)));
}

async function doStep(world: World, pane: Pane, what: keyof typeof weights): Promise<void> {
  const { random, net } = world;
  switch (what) {
    case 'create': return create(world, pane);
    case 'update': return update(world, pane);
    case 'addAddress': return addAddress(world, pane);
    case 'hang': return hang(world, pane);
    case 'remove': return remove(world, pane);
    case 'bulk': return bulk(world, pane);
    case 'move': return move(world, pane);
    case 'undo': return undo(world, pane);
    case 'elsewhere': return doElsewhere(world);
    case 'sync': return pane.sync.now();
    case 'focus': return begin(world, pane, 'sending', pane.outbox.run());
    case 'show': return show(world, pane);
    case 'weather':
      changeWeather(world);
      return world.trace(`weather: ${JSON.stringify(net.weather)}`);
    case 'signOut':
      world.signedIn = !world.signedIn;
      return world.trace(world.signedIn ? 'signed in again' : 'signed out');
    case 'answer':
      for (const change of await changesOf(world, pane)) await answer(world, pane, change, new Map());
      return;
    case 'letGo': return letGo(world, pane);
    case 'reload':
    case 'crash':
      await closePane(world, pane, what === 'crash' ? 'crashed' : 'closed');
      if (random.chance(0.3)) await world.time.run(random.pick([500, 10_000, 200_000]));
      await openAnother(world);
      return;
    case 'secondPane':
      if (world.panes.length < 2) await openAnother(world);
      return;
    case 'closePane':
      if (world.panes.length > 1) await closePane(world, pane, 'closed');
      return;
    case 'storage': return storage(world, pane);
  }
}

function changeWeather({ random, net }: World): void {
  const offline = random.chance(0.1);
  Object.assign(net.weather, { offline, trouble: offline ? 0 : random.pick([0, 0.1, 0.2, 0.3, 0.5, 0.8]) });
}

async function show(world: World, pane: Pane): Promise<void> {
  const { random } = world;
  for (let hops = random.between(1, 4); hops > 0; hops -= 1) {
    const key = ++world.items;
    const addresses = Array.from({ length: random.between(1, 3) }, () => (random.chance(0.8) ? markOf(random.between(1, world.people + 1)) : `stranger${key}@else.example`));
    wantedItem.set(pane, key);
    count(world, 'item shown');
    begin(world, pane, `showing item ${key}`, pane.people.show({
      key, kind: 'messageRead', subject: '', mayHaveMore: false,
      people: [...new Set(addresses)].map((address) => ({ name: '', address, roles: ['from'], response: 'none' })),
    }));
    await world.time.run(random.pick([0, 5, 50]));
  }
}

/** The person gives up something that waits. */
async function letGo(world: World, pane: Pane): Promise<void> {
  const before = await changesOf(world, pane);
  const change = world.random.anyOf(before.filter(isPending));
  if (change === null) return;
  count(world, 'let go');
  world.trace(`${pane.name}: lets go of ${change.id} (${change.state})`);
  await ended(world, 'let go', pane.acts.drop(change.id));
  noteDropped(world, before, await changesOf(world, pane));
}

async function storage(world: World, pane: Pane): Promise<void> {
  if (!world.storageMayFail) return;
  const { browser, random, time } = world;
  const what = browser.mood === 'fine' ? random.weighted({ wiped: 2, denied: 1, full: 1 }) : 'fine again';
  count(world, `storage ${what}`);
  if (what === 'wiped') {
    for (const one of world.panes.length > 0 ? world.panes : [pane]) {
      if (one.store.kind !== 'disk') continue;
      // Who has the pane open loses nothing: it is written down once more. Who closes it before that does; see `closePane`.
      const changes = await changesOf(world, one);
      for (const change of changes) if (!isPending(change)) world.onDisk.delete(change.id);
      world.wiped = { at: time.now(), changes: [...world.wiped.changes, ...changes] };
    }
    for (const deed of world.model.deeds) if (deed.change !== null && world.onDisk.has(deed.change) && deed.fate === 'kept') deed.fate = 'maybe';
    browser.wipe();
  } else if (what === 'fine again') storageIsFine(world);
  else {
    if (pane.store.kind === 'disk') for (const change of await changesOf(world, pane)) if (isPending(change)) world.onDisk.set(change.id, change);
    browser.mood = what;
  }
  world.trace(`storage ${what}`);
}
