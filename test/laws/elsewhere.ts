/** What others do to the same mailbox meanwhile. */
import { isPending } from '#domain/change';
import type { Change } from '#domain/change';
import { emptyFields } from '#domain/contact';
import type { Contact, ContactPatch } from '#domain/contact';
import { extraSlots } from './extras.ts';
import { personOf, slotsOf, writesOf } from './model.ts';
import { newPerson, newValues, personIn } from './persons.ts';
import type { World } from './world.ts';
import { changesOf, count } from './world.ts';

const byHand = { by: 'elsewhere', change: null } as const;

export function seedMailbox(world: World): void {
  const { random, graph } = world;
  for (const displayName of ['Suppliers', 'Board']) graph.elsewhere({ user: 'adele', op: 'createFolder', body: { displayName } });
  graph.elsewhere({ user: 'adele', op: 'createFolder', folder: 'Suppliers', body: { displayName: 'Prague' } });
  for (let n = random.between(0, 5); n > 0; n -= 1) createElsewhere(world);
}

const folderPath = (world: World): string => world.random.pick(['contacts', 'contacts', 'Suppliers', 'Board', 'Suppliers/Prague']);

export function createElsewhere(world: World): void {
  const { person, fields } = newPerson(world);
  const { displayName, givenName, surname, jobTitle, personalNotes, categories, emailAddresses } = fields;
  const body = { displayName, givenName, surname, jobTitle, emailAddresses, categories, ...(personalNotes ? { personalNotes } : {}) };
  const made = world.graph.elsewhere({ user: 'adele', op: 'create', folder: folderPath(world), body });
  if (made === null) return; // its folder is gone
  const hasPicture = world.random.chance(0.4);
  if (hasPicture) {
    world.graph.givePicture(made.id);
    world.pictures.add(person);
  }
  const hung = hasPicture ? [...extraSlots(world.graph.extrasOf(made.id))].map(([slot, value]) => ({ slot, value })) : [];
  world.trace(`elsewhere: creates p${person}`);
  world.model.add({ ...byHand, at: world.time.now(), person, exists: true, says: 'created elsewhere', writes: [...[...slotsOf({ ...emptyFields, ...body })].map(([slot, value]) => ({ slot, value })), ...hung] });
}

export async function doElsewhere(world: World): Promise<void> {
  const { random, graph, time, model } = world;
  const contact: Contact | null = random.anyOf(graph.contacts());
  const what = contact === null ? 'create' : random.weighted({ create: 2, patch: 8, delete: 1.5, move: 1.5, expire: 0.5, folder: 0.3 });
  count(world, `elsewhere ${what}`);
  if (what === 'create' || contact === null) return createElsewhere(world);
  const person = personOf(contact);
  if (person === null) return;
  const isWaiting = async (kind: Change['act']['kind']): Promise<boolean> => [...world.onDisk.values(), ...(time.now() - world.wiped.at < 5_000 ? world.wiped.changes : []), ...(await Promise.all(world.panes.map((pane) => changesOf(world, pane)))).flat()]
    .some((change) => change.act.kind === kind && isPending(change) && personIn(change) === person);
  // A pane that has not heard yet of its own create will look for it.
  const inMaking = (): Promise<boolean> => isWaiting('create');
  switch (what) {
    case 'patch': {
      const isRename = random.chance(0.05);
      const patch: ContactPatch = isRename ? { displayName: `Renamed ${++world.values}` } : random.chance(0.1)
        ? { emailAddresses: [...contact.emailAddresses, { name: 'Added', address: `added${++world.values}@else.example` }].slice(0, 3) }
        : newValues(world, contact);
      // Outlook sends the name with its parts.
      const body = 'surname' in patch ? { ...patch, displayName: contact.displayName } : patch;
      const writes = writesOf(contact, patch);
      if (graph.elsewhere({ user: 'adele', op: 'patch', contactId: contact.id, body })) {
        world.trace(`elsewhere: changes p${person}: ${JSON.stringify(patch)}`);
        model.add({ ...byHand, at: time.now(), person, exists: null, writes, says: 'changed elsewhere' });
      }
      return;
    }
    case 'delete': {
      // A pane that finds nobody then makes the contact; of one that is being moved there are two for a while.
      const fate = await inMaking() || await isWaiting('move') ? 'maybe' : 'kept';
      graph.elsewhere({ user: 'adele', op: 'delete', contactId: contact.id });
      world.trace(`elsewhere: deletes p${person}`);
      // What a pane brings back of it is what the pane knew.
      model.loosen(person);
      model.add({ ...byHand, at: time.now(), person, exists: false, writes: [], says: 'deleted elsewhere', fate });
      return;
    }
    case 'move': {
      graph.elsewhere({ user: 'adele', op: 'move', contactId: contact.id, folder: folderPath(world) });
      world.trace(`elsewhere: moves p${person}`);
      return;
    }
    case 'folder': {
      const gone = graph.deleteFolder(random.pick(['Suppliers', 'Board', 'Prague']));
      world.trace(`elsewhere: deletes a folder with ${gone.length} contacts`);
      for (const one of gone) {
        const whose = personOf(one);
        if (whose === null) continue;
        model.loosen(whose);
        model.add({ ...byHand, at: time.now(), person: whose, exists: false, writes: [], says: 'deleted with its folder', fate: 'maybe' });
      }
      return;
    }
    default:
      graph.expireBookmarks();
      world.trace('elsewhere: all bookmarks expire');
  }
}
