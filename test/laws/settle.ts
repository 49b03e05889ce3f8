/** The storm is over: everything gets its time, the person answers what is asked, and then it has to be right. */
import type { Change } from '#domain/change';
import { isPending } from '#domain/change';
import type { Contact, ContactPatch } from '#domain/contact';
import { fieldsOf } from '#domain/contact';
import { extraSlots } from './extras.ts';
import type { Pane } from './pane.ts';
import { mayLackExtras, personOf, writesOf } from './model.ts';
import { noteDropped, personIn } from './persons.ts';
import type { World } from './world.ts';
import { changesOf, closePane, count, ended, journalOf, openAnother, storageIsFine } from './world.ts';

/** More rounds of asking and answering than any schedule can honestly need. */
const mostRounds = 60;
const roundMs = 200_000;

export async function settle(world: World): Promise<void> {
  Object.assign(world.net.weather, { trouble: 0, offline: false });
  if (world.browser.mood !== 'fine') storageIsFine(world);
  world.signedIn = true;
  if (world.panes.length === 0) await openAnother(world);
  await everythingEnds(world);
  if (!world.keepOnDevice || world.panes.every((pane) => pane.store.kind === 'disk')) return;
  // Where storage failed, what lies on the disk comes up again with the next pane that can read it.
  for (const pane of [...world.panes]) await closePane(world, pane, 'closed');
  await openAnother(world);
  await everythingEnds(world);
}

async function everythingEnds(world: World): Promise<void> {
  const tries = new Map<string, number>();
  let open: string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    for (const pane of world.panes) void pane.outbox.run();
    await world.time.run(roundMs);
    open = [];
    for (const pane of world.panes) {
      for (const change of await changesOf(world, pane)) {
        if (!isPending(change)) continue;
        open.push(`${change.act.kind} p${personIn(change)} (${change.id}) is ${change.state}${change.problem ? `, ${change.problem.kind}` : ''} in ${pane.name}`);
        await answer(world, pane, change, tries);
      }
    }
    open.push(...world.begun.filter((work) => !work.ended && !work.pane.page.isDead()).map((work) => work.what));
    if (open.length === 0) return;
  }
  world.wrong.push(...open.map((what) => `endless: ${what}`));
}

/** What a person does about a change that needs one. */
export async function answer(world: World, pane: Pane, change: Change, tries: Map<string, number>): Promise<void> {
  if (change.state === 'disputed' && change.act.kind === 'update' && change.dispute !== null) {
    const { act, dispute } = change;
    count(world, 'dispute');
    // To keep my list is to take away what only theirs holds.
    const deed = world.model.byChange(change.id);
    // Said once more, this is the last word of the person on it, unless something later of theirs is about the same.
    const later = (await changesOf(world, pane)).filter((one) => isPending(one) && one.act.kind === 'update' && personIn(one) === personIn(change));
    const after = new Set(later.slice(0, Math.max(0, later.findIndex(({ id }) => id === change.id))).flatMap((one) => (one.act.kind === 'update' ? Object.keys(one.act.patch) : [])));
    for (const name of dispute.fields) {
      const writes = writesOf(dispute.theirs, { [name]: act.patch[name] });
      if (deed && Array.isArray(act.patch[name])) deed.writes = [...deed.writes, ...writes];
      if (deed && !after.has(name)) world.model.add({ at: world.time.now(), by: journalOf(pane), person: deed.person, exists: null, change: change.id, writes, says: 'keeps mine' });
    }
    world.trace(`${pane.name}: of ${change.id} keeps mine: ${dispute.fields.join(', ')}`);
    await ended(world, 'resolve', pane.acts.resolve(change.id, Object.fromEntries(dispute.fields.map((name) => [name, act.patch[name]])) as ContactPatch));
  }
  if (change.state !== 'refused') return;
  const tried = tries.get(change.id) ?? 0;
  tries.set(change.id, tried + 1);
  if (change.problem?.kind !== 'gone' && tried < 3) {
    world.trace(`${pane.name}: tries ${change.id} again (${change.problem?.kind ?? ''})`);
    await ended(world, 'try again', pane.acts.tryAgain(change.id));
    return;
  }
  const before = await changesOf(world, pane);
  // Who sees the person there does not make them anew.
  const isThere = world.graph.contacts().some((contact) => personOf(contact) === personIn(change));
  const isBack = isThere || await isBroughtBackElsewhere(world, pane, personIn(change));
  const saveAnew = change.problem?.kind === 'gone' && change.act.kind === 'update' && !isBack && world.random.chance(0.4);
  count(world, saveAnew ? 'saved as new' : 'dropped');
  world.trace(`${pane.name}: ${saveAnew ? 'saves as new' : 'drops'} ${change.id} (${change.problem?.kind ?? ''})`);
  await ended(world, 'give up', saveAnew ? pane.acts.saveAsNew(change.id) : pane.acts.drop(change.id));
  const after = await changesOf(world, pane);
  noteDropped(world, before, after);
  for (const made of after) {
    if (before.some((one) => one.id === made.id)) continue;
    const { act } = made;
    const person = personIn(made) ?? -1;
    world.model.loosen(person);
    world.model.add({
      at: world.time.now(), by: journalOf(pane), person, exists: act.kind === 'create' ? true : null, change: made.id, says: 'saved as new',
      writes: act.kind === 'update' ? writesOf(act.before, act.patch) : [],
    });
  }
}

/** Somebody who was gone is just being made again by a pane that writes in another journal. */
async function isBroughtBackElsewhere(world: World, here: Pane, person: number | null): Promise<boolean> {
  for (const pane of world.panes) {
    if (journalOf(pane) !== journalOf(here) && (await changesOf(world, pane)).some(({ act, state }) => act.kind === 'create' && act.restores !== null && state !== 'dropped' && personOf(act.fields) === person)) return true;
  }
  return false;
}

/** After a sync every pane holds what Graph holds, and Graph holds what everybody meant. */
export async function judge(world: World): Promise<void> {
  for (const pane of world.panes) {
    await world.time.run(roundMs);
    pane.sync.now();
    await world.time.run(roundMs);
    const { phase, problem } = pane.sync.state.get();
    if (phase !== 'resting') world.wrong.push(`endless: the sync of ${pane.name} is ${phase}${problem ? `, ${problem.kind}` : ''}`);
  }
  for (const pane of world.panes) {
    for (const change of [...await changesOf(world, pane)].reverse()) {
      world.trace(`${pane.name} has ${change.id}: ${change.act.kind} p${personIn(change)} ${change.state}${change.undoes ? `, undoes ${change.undoes}` : ''}`);
    }
  }
  const graph = world.graph.contacts();
  for (const pane of world.panes) {
    const held = (await ended(world, `search in ${pane.name}`, pane.store.search('', 1000))) ?? [];
    world.wrong.push(...differences(held, graph).map((what) => `store of ${pane.name}: ${what}`));
    const everybody = [...new Set(graph.map((contact) => personOf(contact)))];
    for (const person of everybody) {
      if (person === null) continue;
      const found = (await ended(world, 'look up', pane.store.lookUp([`a:p${person}@mark.example`]))) ?? [];
      if (found.length !== graph.filter((contact) => personOf(contact) === person).length) world.wrong.push(`store of ${pane.name}: a look-up finds p${person} ${found.length} times`);
    }
  }
  world.wrong.push(...world.model.judge(graph, world.graph.happened, !world.graph.settings.patchHonoursIfMatch, (id) => extraSlots(world.graph.extrasOf(id)), (person) => isRefused(world, person)));
  for (const contact of graph) {
    const person = personOf(contact);
    const isUnsure = mayLackExtras(world.model.deeds.filter((deed) => deed.person === person));
    if (person !== null && world.pictures.has(person) && !isUnsure && !world.model.isLoose(person) && !world.model.isHalfMoved(person) && !isRefused(world, person) && world.graph.pictureOf(contact.id) === 0) world.wrong.push(`lost: the picture of p${person}`);
  }
}

const isRefused = (world: World, person: number): boolean => world.graph.happened.some(({ contact }) => personOf(contact) === person && world.net.isRefused(contact.id));

function differences(held: readonly Contact[], graph: readonly Contact[]): string[] {
  const there = new Map(graph.map((contact) => [contact.id, contact]));
  const wrong = held.filter((contact) => !there.has(contact.id)).map((contact) => `holds p${personOf(contact)} (${contact.id.slice(-8)}), which Graph does not`);
  for (const contact of graph) {
    const mine = held.find((one) => one.id === contact.id);
    if (!mine) wrong.push(`lacks p${personOf(contact)}`);
    else if (JSON.stringify([fieldsOf(mine), mine.parentFolderId]) !== JSON.stringify([fieldsOf(contact), contact.parentFolderId])) {
      wrong.push(`holds another p${personOf(contact)}: ${JSON.stringify(unlike(mine, contact))}`);
    }
  }
  return wrong;
}

const unlike = (a: Contact, b: Contact): unknown => Object.fromEntries((Object.keys(b) as (keyof Contact)[])
  .filter((name) => !['changeKey', 'lastModifiedDateTime'].includes(name) && JSON.stringify(a[name]) !== JSON.stringify(b[name])).map((name) => [name, [a[name], b[name]]]));
