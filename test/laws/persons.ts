/** What the person at the pane does, and what is then expected of it. */
import { isLocalId, isPending } from '#domain/change';
import type { Change } from '#domain/change';
import { emptyFields, emptyPostalAddress, fieldsOf } from '#domain/contact';
import type { Contact, ContactFields, ContactPatch } from '#domain/contact';
import { extraNames } from '#domain/extras';
import { extraSlots, extraWrites, newExtra, personsById, writesOfBack } from './extras.ts';
import type { Pane } from './pane.ts';
import type { Deed } from './model.ts';
import { markOf, personOf, slotsOf, writesOf } from './model.ts';
import type { World } from './world.ts';
import { changesOf, closePane, count, ended, journalOf } from './world.ts';

export function newPerson(world: World): { person: number; fields: ContactFields } {
  const person = ++world.people;
  return {
    person,
    fields: {
      ...emptyFields, displayName: `Person ${person}`, givenName: 'Person', surname: String(person), jobTitle: `job ${++world.values}`,
      emailAddresses: [{ name: `Person ${person}`, address: markOf(person) }],
      ...(world.random.chance(0.3) ? { personalNotes: `note ${++world.values}`, categories: ['Blue'] } : {}),
    },
  };
}

/** New values for some fields: texts that anybody may change, and lists that several add to. */
export function newValues(world: World, now: ContactFields): ContactPatch {
  const { random } = world;
  const value = (): string => `v${++world.values}`;
  const list = (items: readonly string[], most: number): string[] =>
    items.length >= most || (items.length > 0 && random.chance(0.3)) ? items.slice(1) : [...items, value()];
  const patch: Record<string, unknown> = {};
  for (let n = random.between(1, 3); n > 0; n -= 1) {
    switch (random.pick(['jobTitle', 'jobTitle', 'companyName', 'personalNotes', 'nickName', 'mobilePhone', 'homeAddress', 'businessPhones', 'categories', 'surname'])) {
      case 'jobTitle': patch.jobTitle = random.chance(0.1) ? '' : value(); break;
      case 'companyName': patch.companyName = value(); break;
      case 'personalNotes': patch.personalNotes = value(); break;
      case 'nickName': patch.nickName = value(); break;
      case 'mobilePhone': patch.mobilePhone = value(); break;
      case 'homeAddress': patch.homeAddress = { ...emptyPostalAddress, street: value(), city: 'Oslo' }; break;
      case 'businessPhones': patch.businessPhones = list(now.businessPhones, 2); break;
      case 'categories': patch.categories = list(now.categories, 4); break;
      default: patch.surname = value(); break;
    }
  }
  return patch as ContactPatch;
}

/** What this pane shows, as somebody would pick it from the list. */
export async function pickContact(world: World, pane: Pane): Promise<Contact | null> {
  return world.random.anyOf(await shownIn(world, pane));
}

const shownIn = async (world: World, pane: Pane): Promise<readonly Contact[]> =>
  ((await ended(world, `search in ${pane.name}`, pane.store.search('', 100))) ?? []).filter((contact) => personOf(contact) !== null);

type Plan = { readonly what: string; readonly person: number; readonly exists: boolean | null; readonly writes: Deed['writes']; readonly says: string; readonly fate?: Deed['fate'] };

/**
 * Does something and notes what has to come of it. Now and then the pane dies in the middle: what the person was not
 * told to be kept may be lost then, and nothing else.
 */
async function act(world: World, pane: Pane, plans: readonly Plan[], work: () => Promise<unknown>): Promise<readonly Change[] | null> {
  const { time, random, model } = world;
  const known = await changesOf(world, pane);
  const before = new Set(known.map((change) => change.id));
  const by = journalOf(pane);
  const at = time.now();
  for (const plan of plans) {
    count(world, plan.what);
    world.trace(`${pane.name}: ${plan.says}`);
  }
  const doing = work();
  if (random.chance(0.05)) {
    let isTold = false;
    doing.then(() => { isTold = true; }, () => undefined);
    await time.steps(random.between(0, 12));
    if (!isTold) {
      for (const plan of plans) model.add({ ...plan, at, by, change: null, fate: 'maybe' });
      await closePane(world, pane, 'crashed');
      return null;
    }
  }
  await ended(world, `${plans[0]?.what ?? 'act'} in ${pane.name}`, doing);
  // What Outlook did not accept is corrected by the next change of the same contact, which goes into it.
  const asItWas = new Map(known.map(({ id, act: was }) => [id, JSON.stringify(was)]));
  const made = (await changesOf(world, pane)).filter((change) => !before.has(change.id)
    || (change.act.kind !== 'move' && change.state !== 'refused' && known.find(({ id }) => id === change.id)?.state === 'refused' && asItWas.get(change.id) !== JSON.stringify(change.act))).reverse();
  // Who deletes what Outlook did not accept to make gives that up instead.
  const now = await changesOf(world, pane);
  noteDropped(world, known, now);
  const letGo = new Set(now.filter(({ id, state }) => state === 'dropped' && known.find((one) => one.id === id)?.state === 'refused').map(personIn));
  for (const plan of plans) {
    const change = made.find((one) => personIn(one) === plan.person);
    if (!change && plan.exists === false && letGo.has(plan.person)) continue;
    if (!change && (plan.writes.length > 0 || plan.exists !== null)) world.wrong.push(`lost: nothing was written down for "${plan.says}"`);
    // What was refused and is corrected now is never sent as it was.
    const corrected = new Set(plan.writes.map(({ slot }) => slot));
    if (change && before.has(change.id)) for (const deed of model.deeds) if (deed.change === change.id) deed.writes = deed.writes.filter(({ slot }) => !corrected.has(slot));
    if (change) model.add({ ...plan, at, by, change: change.id });
  }
  return made;
}

export const personIn = ({ act: done }: Change): number | null => done.kind === 'create' ? personOf(done.fields)
  : done.kind === 'update' || done.kind === 'delete' || done.kind === 'move' ? personOf(done.before)
    : done.kind === 'extra' ? personsById.get(done.contactId) ?? null : null;

export async function create(world: World, pane: Pane): Promise<void> {
  const { person, fields } = newPerson(world);
  const folders = (await ended(world, 'folders', pane.store.folders())) ?? [];
  const folder = world.random.chance(0.3) ? world.random.anyOf(folders)?.id ?? null : null;
  const writes = [...slotsOf(fields)].map(([slot, value]) => ({ slot, value }));
  await act(world, pane, [{ what: 'create', person, exists: true, writes, says: `creates p${person}` }], () => pane.acts.create(fields, folder));
}

export async function update(world: World, pane: Pane): Promise<void> {
  const contact = await pickContact(world, pane);
  if (contact === null) return;
  const person = personOf(contact)!;
  const patch = newValues(world, contact);
  const writes = writesOf(contact, patch);
  if (writes.length === 0) return;
  const done = await act(world, pane, [{ what: 'update', person, exists: null, writes, says: `changes p${person}: ${JSON.stringify(patch)}` }],
    () => pane.acts.update(contact, { ...fieldsOf(contact), ...patch }));
  if (done === null) return;
  const shown = await ended(world, 'get', pane.store.get(contact.id));
  for (const { slot, value } of writes) {
    if (shown && (slotsOf(shown).get(slot) ?? (slot.includes(' ') ? 'out' : '')) !== value) {
      world.wrong.push(`not shown: ${slot} of p${person} right after it was changed in ${pane.name}`);
    }
  }
}

export async function addAddress(world: World, pane: Pane): Promise<void> {
  const contact = await pickContact(world, pane);
  if (contact === null || contact.emailAddresses.length >= 3) return;
  const person = personOf(contact)!;
  const address = `more${++world.values}@else.example`;
  await act(world, pane, [{
    what: 'addAddress', person, exists: null, writes: [{ slot: `emailAddresses ${address}`, value: 'in' }], says: `adds ${address} to p${person}`,
  }], () => pane.acts.addAddress(contact, { name: 'More', address }));
}

/** A flag, a picture or a value of one's own is hung on a contact, or taken off again. */
export async function hang(world: World, pane: Pane): Promise<void> {
  const contact = await pickContact(world, pane);
  if (contact === null) return;
  const person = personOf(contact)!;
  personsById.set(contact.id, person);
  const known = (await ended(world, 'extras', pane.store.extras.read([contact.id], extraNames)))?.get(contact.id)?.extras ?? {};
  const made = newExtra(world.random, known, ++world.values);
  const after = { [made.of]: made.after };
  // Whatever was there: the person means it to be this from now on.
  const writes = made.of === 'custom' ? extraWrites({ custom: made.before ?? {} }, after)
    : [{ slot: `extra.${made.of}`, value: extraSlots(after).get(`extra.${made.of}`) ?? '' }];
  if (writes.length === 0) return;
  const done = await act(world, pane, [{ what: made.of, person, exists: null, writes, says: `hangs on p${person}: ${JSON.stringify(writes)}` }], () =>
    (made.of === 'flag' ? pane.acts.setFlag([contact], made.after) : made.of === 'photo' ? pane.acts.setPhoto(contact, made.after)
      : pane.acts.setCustom(contact, made.before ?? {}, made.after)));
  if (done === null) return;
  const shown = extraSlots((await ended(world, 'extras', pane.store.extras.read([contact.id], [made.of])))?.get(contact.id)?.extras ?? {});
  for (const { slot, value } of writes) {
    if ((shown.get(slot) ?? '') !== value) world.wrong.push(`not shown: ${slot} of p${person} right after it was changed in ${pane.name}`);
  }
}

export async function remove(world: World, pane: Pane): Promise<void> {
  const contact = await pickContact(world, pane);
  if (contact === null) return;
  const person = personOf(contact)!;
  // What this pane still shows may be gone, and somebody may have made the same person anew: that one is not meant.
  const idNow = (await ended(world, 'id now', pane.store.journal.idNow(contact.id))) ?? contact.id;
  const isGone = !isLocalId(idNow) && !world.graph.contacts().some((one) => one.id === idNow);
  // Somebody is just copying them, and writes that down in another journal: nobody here can know of the copy.
  const isCopied = await isUnderWayElsewhere(world, pane, person, ['move']);
  await act(world, pane, [{ what: 'delete', person, exists: false, writes: [], says: `deletes p${person}`, fate: isGone || isCopied ? 'maybe' : 'kept' }], () => pane.acts.remove(contact));
}

/** Whether another journal, of which this pane knows nothing, has something of the kind still to send. */
async function isUnderWayElsewhere(world: World, pane: Pane, person: number, kinds: readonly Change['act']['kind'][]): Promise<boolean> {
  const others = world.panes.filter((one) => journalOf(one) !== journalOf(pane));
  const known = [...(await Promise.all(others.map((one) => changesOf(world, one)))).flat(), ...(journalOf(pane) === 'disk' ? [] : world.onDisk.values())];
  return known.some((change) => kinds.includes(change.act.kind) && isPending(change) && personIn(change) === person);
}

/** Into another folder, which is a copy and a delete: whatever happens in between, it ends with one of them. */
export async function move(world: World, pane: Pane): Promise<void> {
  const contact = await pickContact(world, pane);
  const folders = (await ended(world, 'folders', pane.store.folders())) ?? [];
  const folder = world.random.anyOf(folders.filter(({ id }) => id !== contact?.parentFolderId));
  if (contact === null || folder === null) return;
  const person = personOf(contact)!;
  // In another journal, of which nobody here can know, they are just being deleted: one of the two wishes comes true.
  if (await isUnderWayElsewhere(world, pane, person, ['delete'])) world.model.contest(person, journalOf(pane));
  // A copy that is moved on before somebody else has looked for their lost answer is not found by them. (Decision 26, "Not covered")
  const isMovedOn = world.model.deeds.some((deed) => deed.person === person && deed.by === journalOf(pane) && deed.says.startsWith('moves'));
  if (isMovedOn && await isUnderWayElsewhere(world, pane, person, ['move'])) world.model.mayBeTwo(person);
  await act(world, pane, [{ what: 'move', person, exists: null, writes: [], says: `moves p${person} to ${folder.displayName}` }], () => pane.acts.move([contact], folder.id));
}

/** Several contacts at once, undone as one. */
export async function bulk(world: World, pane: Pane): Promise<void> {
  const chosen = new Map<number, Contact>();
  for (let n = 0; n < 3; n += 1) {
    const contact = await pickContact(world, pane);
    if (contact) chosen.set(personOf(contact)!, contact);
  }
  if (chosen.size === 0) return;
  const company = `company ${++world.values}`;
  const group = `${pane.name}-bulk-${world.values}`;
  const changes = [...chosen.values()].map((contact, n): Change => ({
    id: n === 0 ? group : `${group}-${n}`, group, at: world.time.now(), label: 'updated', name: contact.displayName, state: 'waiting',
    act: { kind: 'update', contactId: contact.id, before: contact, patch: { companyName: company } },
    undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
  }));
  await act(world, pane, [...chosen].map(([person, contact]) => ({
    what: 'bulk update', person, exists: null, writes: writesOf(contact, { companyName: company }), says: `with others, p${person}: ${company}`,
  })), async () => {
    await pane.store.journal.record(changes);
    void pane.outbox.run();
  });
}

/** Takes one of the latest acts back, or takes an undo back. */
export async function undo(world: World, pane: Pane): Promise<void> {
  const before = await changesOf(world, pane);
  const chosen = world.random.anyOf(before.slice(0, 8));
  if (chosen === null) return;
  const group = before.filter((change) => change.group === chosen.group);
  const what = chosen.undoes === null ? 'undo' : 'redo';
  // Two panes whose storage has failed cannot know of each other: nobody takes the same thing back in both.
  if (group.some(({ id }) => (world.undoneIn.get(id) ?? journalOf(pane)) !== journalOf(pane))) return;
  // Taken back while the person was still to be asked: what was in dispute was never sent.
  for (const { id, dispute } of group) {
    for (const deed of world.model.deeds) if (deed.change === id && dispute !== null) deed.writes = deed.writes.filter(({ slot }) => !dispute.fields.includes(slot.split(' ')[0] as keyof ContactFields));
  }
  count(world, what);
  world.trace(`${pane.name}: ${what} of ${group.map((change) => `${change.act.kind} p${personIn(change)} (${change.id}, ${change.state})`).join(', ')}`);
  const at = world.time.now();
  const by = journalOf(pane);
  // Somebody is just copying them, or has, and writes that down in another journal: nobody here can know of the copy.
  const copied = new Set<number>();
  for (const change of group) {
    const id = (await ended(world, 'id now', pane.store.journal.idNow(change.act.contactId))) ?? '';
    const isGone = change.act.kind === 'create' && !isLocalId(id) && !world.graph.contacts().some((one) => one.id === id);
    if (isGone || await isUnderWayElsewhere(world, pane, personIn(change) ?? -1, ['move'])) copied.add(personIn(change) ?? -1);
  }
  await ended(world, `${what} in ${pane.name}`, pane.acts.undo(chosen.group));
  for (const { id } of group) world.undoneIn.set(id, journalOf(pane));
  const after = await changesOf(world, pane);
  noteDropped(world, before, after);
  for (const change of after.filter((one) => !before.some((old) => old.id === one.id)).reverse()) {
    const { act: back } = change;
    world.model.add({
      at, by, person: personIn(change) ?? -1, change: change.id, says: `${what} of ${change.undoes ?? '?'}`,
      exists: back.kind === 'create' ? true : back.kind === 'delete' ? false : null,
      ...(back.kind === 'delete' && copied.has(personIn(change) ?? -1) ? { fate: 'maybe' as const } : {}),
      writes: back.kind === 'update' ? writesOf(back.before, back.patch)
        : writesOfBack(change, before.find(({ id }) => id === change.undoes), (slot) => world.model.saidBefore(personIn(change) ?? -1, slot, change.undoes)),
    });
  }
  for (const change of group) {
    const now = after.find((one) => one.id === change.id);
    const isBack = now === undefined || now.state === 'undone' || now.state === 'dropped' || (now.act.kind === 'move' && now.act.givenUp === true) || after.some((one) => one.undoes === change.id);
    if (!isBack) world.wrong.push(`undo did nothing: ${change.act.kind} p${personIn(change)} (${change.id}) was ${change.state} and is ${now.state}`);
  }
}

/** The person lets something go, and with it goes what makes no sense without it. */
export function noteDropped(world: World, before: readonly Change[], after: readonly Change[]): void {
  for (const change of after) {
    if (change.state !== 'dropped') continue;
    const old = before.find((one) => one.id === change.id);
    if (!old || old.state === 'dropped') continue;
    // Nobody knows whether Graph did it, and the person was told so. Several acts may have gone into one change.
    for (const deed of world.model.deeds) if (deed.change === change.id) deed.fate = old.unsure ? 'maybe' : 'void';
  }
}
