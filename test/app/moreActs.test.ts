import { acts } from '#app/acts';
import { outbox } from '#app/outbox';
import { extraNames } from '#domain/extras';
import { followUpOn } from '#domain/followUp';
import type { Contact } from '#domain/contact';
import { memoryStore } from '#store/memoryStore';
import { contact } from '../support/contactBuilder.ts';
import { contactServer } from '../support/contactServer.ts';

async function setUp(...there: readonly Contact[]) {
  const graph = contactServer(...there);
  const store = memoryStore();
  await store.setFolders([...graph.folders.values()]);
  for (const one of there) await store.put(one);
  let time = Date.now();
  let id = 0;
  const newOutbox = (me: string) => outbox({ journal: store.journal, server: graph.server, me, now: () => time, after: () => () => {} });
  const doing = acts({
    journal: store.journal, now: () => (time += 1), newId: () => `id-${++id}`, send: () => {}, get: (one) => store.get(one),
    extrasOf: async (ids) => new Map([...await store.extras.read(ids, extraNames)].map(([one, { extras }]) => [one, extras])),
  });
  const extrasOf = async (one: string) => (await store.extras.read([one], extraNames)).get(one)?.extras;
  return { graph, store, box: newOutbox('pane'), newOutbox, doing, extrasOf, pass: (ms: number) => { time += ms; }, states: async () => (await store.journal.list()).map((change) => change.state).reverse() };
}

const ana = () => contact({ id: 'ana', displayName: 'Ana Trujillo', parentFolderId: 'contacts', addresses: ['ana@litware.example'] });
const bo = () => contact({ id: 'bo', displayName: 'Bo', parentFolderId: 'contacts', categories: ['Board', 'Golf'] });
const today = followUpOn('today', '2026-11-23');

it('a move whose old contact was deleted by a pane that knew nothing of it takes its copy away again', async () => {
  const { doing, graph, store, box, states } = await setUp(ana());
  graph.folders.set('board', { id: 'board', displayName: 'Board', parentFolderId: 'root', isDefault: false });
  await doing.move([ana()], 'board');
  graph.fail('delete', { kind: 'noAnswer', from: 'graph' });
  await box.run();
  expect(graph.all()).toHaveLength(2);
  const before = graph.contacts.get('ana')!;
  graph.contacts.delete('ana');
  // As it comes to the disk from a memory beside it.
  await store.journal.record([{
    id: 'removed', group: 'removed', at: Date.now() + 1_000, name: 'Ana', label: 'removed', state: 'done', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
    act: { kind: 'delete', contactId: 'ana', before, photo: null },
  }]);
  await box.run();
  expect(graph.all()).toEqual([]);
  expect(await states()).toEqual(['dropped', 'done']);
});

describe('a flag, a picture, a custom value', () => {
  it('shows at once, is sent, and goes back to what Graph had, not to what was known here', async () => {
    const { doing, graph, store, box, extrasOf } = await setUp(ana());
    const elsewhere = followUpOn({ day: '2026-12-24' }, '2026-11-23');
    graph.flags.set('ana', elsewhere);
    const group = await doing.setFlag([ana()], today);
    expect((await extrasOf('ana'))?.flag).toEqual(today);
    expect(graph.writes).toEqual([]);
    await box.run();
    expect(graph.flags.get('ana')).toEqual(today);
    expect([...(await store.extras.flagged()).keys()]).toEqual(['ana']);
    await doing.undo(group!);
    await box.run();
    expect(graph.flags.get('ana')).toEqual(elsewhere);
    expect((await extrasOf('ana'))?.flag).toEqual(elsewhere);
  });

  it('goes back to what Graph had also when it is taken back while on its way, before that was known here', async () => {
    const { doing, graph, box, extrasOf, states } = await setUp(ana());
    const elsewhere = followUpOn({ day: '2026-12-24' }, '2026-11-23');
    graph.flags.set('ana', elsewhere);
    const group = await doing.setFlag([ana()], today);
    const { read } = graph.server.flag;
    let first = true;
    (graph.server.flag as { read: typeof read }).read = async (id) => {
      if (first) await doing.undo(group!);
      first = false;
      return read(id);
    };
    await box.run();
    expect(await states()).toEqual(['undone', 'done']);
    expect(graph.flags.get('ana')).toEqual(elsewhere);
    expect((await extrasOf('ana'))?.flag).toEqual(elsewhere);
  });

  it('that was there already takes nothing newer away when it is taken back', async () => {
    const { doing, graph, box } = await setUp(ana());
    graph.flags.set('ana', today);
    const group = await doing.setFlag([ana()], today);
    await box.run();
    const newer = followUpOn({ day: '2026-12-24' }, '2026-11-23');
    await doing.setFlag([ana()], newer);
    await box.run();
    await doing.undo(group!);
    await box.run();
    expect(graph.flags.get('ana')).toEqual(newer);
  });

  it('does not call a picture taken away from somebody who is gone', async () => {
    const { doing, graph, box, states } = await setUp(ana());
    const group = await doing.setPhoto(ana(), 'SlBFRw==');
    await box.run();
    graph.contacts.delete('ana');
    graph.photos.delete('ana');
    await doing.undo(group!);
    await box.run();
    expect(await states()).toEqual(['done', 'refused']);
  });

  it('is written once when the answer was lost', async () => {
    const { doing, graph, box, states } = await setUp(ana());
    await doing.setPhoto(ana(), 'SlBFRw==');
    graph.fail('putPhoto', { kind: 'offline' }, true);
    await box.run();
    await box.run();
    expect(graph.writes).toEqual([{ what: 'photo' }]);
    expect(await states()).toEqual(['done']);
  });

  it('says so when Graph does not let go of a picture, and keeps it', async () => {
    const { doing, graph, store, box } = await setUp(ana());
    graph.photos.set('ana', 'SlBFRw==');
    await doing.setPhoto(ana(), null);
    await box.run();
    expect((await store.journal.list())[0]).toMatchObject({ state: 'refused', problem: { code: 'photoCannotBeRemoved' } });
    expect(graph.photos.get('ana')).toBe('SlBFRw==');
  });

  it('gives up a picture that Graph refused when another one is chosen', async () => {
    const { doing, graph, box, states } = await setUp(ana());
    graph.photos.set('ana', 'SlBFRw==');
    await doing.setPhoto(ana(), null);
    await box.run();
    await doing.setPhoto(ana(), 'bmV3');
    await box.run();
    expect(graph.photos.get('ana')).toBe('bmV3');
    expect(await states()).toEqual(['dropped', 'done']);
  });

  it('leaves values alone that somebody else gave to other fields meanwhile', async () => {
    const { doing, graph, box } = await setUp(ana());
    graph.customs.set('ana', { size: 'M', member: 7 });
    await doing.setCustom(ana(), { size: 'M' }, { size: 'L' });
    await box.run();
    expect(graph.customs.get('ana')).toEqual({ size: 'L', member: 7 });
  });

  it('leaves them alone also when an answer was lost in between', async () => {
    const { doing, graph, box } = await setUp(ana());
    await doing.setCustom(ana(), {}, { size: 'L' });
    graph.fail('custom', { kind: 'noAnswer', from: 'graph' });
    await box.run();
    graph.customs.set('ana', { member: 7 });
    await box.run();
    expect(graph.customs.get('ana')).toEqual({ size: 'L', member: 7 });
  });

  it('comes back with a contact that was deleted', async () => {
    const { doing, graph, box, extrasOf } = await setUp(ana());
    graph.flags.set('ana', today);
    graph.customs.set('ana', { size: 'M' });
    graph.photos.set('ana', 'SlBFRw==');
    const group = await doing.remove(ana());
    await box.run();
    await doing.undo(group);
    await box.run();
    const [back] = graph.all();
    expect(graph.flags.get(back!.id)).toEqual(today);
    expect(graph.customs.get(back!.id)).toEqual({ size: 'M' });
    expect(await extrasOf('ana')).toMatchObject({ flag: today, photo: 'SlBFRw==' });
  });

  it('waits with the picture of somebody brought back until one is signed in again', async () => {
    const { doing, graph, box, states } = await setUp(ana());
    graph.photos.set('ana', 'SlBFRw==');
    const group = await doing.remove(ana());
    await box.run();
    await doing.undo(group);
    graph.fail('putPhoto', { kind: 'signInNeeded', scopes: [] });
    await box.run();
    expect(await states()).toEqual(['done', 'waiting']);
    await box.run();
    expect([graph.all().length, [...graph.photos.values()]]).toEqual([1, ['SlBFRw==']]);
  });

  it('lets a contact be deleted where the account has no pictures at all', async () => {
    const { doing, graph, box } = await setUp(ana());
    for (let n = 0; n < 3; n += 1) graph.fail('getPhoto', { kind: 'refused', code: 'NotImplemented', message: '' });
    await doing.remove(ana());
    await box.run();
    expect(graph.all()).toEqual([]);
  });

  it('does not delete before the custom fields could be read', async () => {
    const { doing, graph, box, states } = await setUp(ana());
    graph.fail('get custom', { kind: 'signInNeeded', scopes: ['User.Read'] });
    await doing.remove(ana());
    await box.run();
    expect(await states()).toEqual(['waiting']);
  });

  it('lets a contact be deleted where Graph has no flags to read', async () => {
    const { doing, graph, box } = await setUp(ana());
    graph.fail('get flag', { kind: 'accessDenied' });
    graph.fail('get flag', { kind: 'accessDenied' });
    await doing.remove(ana());
    await box.run();
    expect(graph.all()).toEqual([]);
  });
});

describe('a move', () => {
  const folder = { id: 'friends', displayName: 'Friends', parentFolderId: 'contacts', isDefault: false };
  async function withFriends() {
    const all = await setUp(ana());
    all.graph.folders.set('friends', folder);
    all.graph.flags.set('ana', today);
    all.graph.photos.set('ana', 'SlBFRw==');
    return all;
  }
  const inGraph = (graph: ReturnType<typeof contactServer>) => graph.all().map(({ displayName, parentFolderId }) => `${displayName} in ${parentFolderId}`);

  it('leaves the copy to be found by whoever lost the answer to the making of the contact', async () => {
    const { doing, graph, box } = await withFriends();
    graph.origins.set('ana', { change: 'made elsewhere', by: null, copyOf: null });
    await doing.move([ana()], 'friends');
    await box.run();
    expect(await graph.server.findMade('change', 'made elsewhere')).toMatchObject({ ok: true, value: [{ parentFolderId: 'friends' }] });
  });

  it('takes everything along, and whoever holds the old id finds the contact', async () => {
    const { doing, graph, store, box, extrasOf } = await withFriends();
    const group = await doing.move([ana()], 'friends');
    expect((await store.get('ana'))?.parentFolderId).toBe('friends');
    await box.run();
    const [moved] = graph.all();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in friends']);
    expect([graph.photos.get(moved!.id), graph.flags.get(moved!.id)]).toEqual(['SlBFRw==', today]);
    expect((await store.get('ana'))?.id).toBe(moved!.id);
    expect((await extrasOf('ana'))?.flag).toEqual(today);
    await doing.undo(group!);
    await box.run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in contacts']);
    expect(graph.flags.get(graph.all()[0]!.id)).toEqual(today);
  });

  it.each(['create', 'putPhoto', 'flag', 'delete', 'get', 'find'] as const)('ends with one of them when the answer to "%s" is lost', async (on) => {
    const { doing, graph, box, newOutbox, pass } = await withFriends();
    await doing.move([ana()], 'friends');
    graph.fail(on === 'find' ? 'create' : on, { kind: 'noAnswer', from: 'graph' }, true);
    if (on === 'find') graph.fail('find', { kind: 'offline' });
    await box.run();
    pass(200_000);
    await box.run();
    await newOutbox('another pane').run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in friends']);
    expect(graph.flags.get(graph.all()[0]!.id)).toEqual(today);
  });

  it('takes the copy away again when something of the contact cannot be written, and says so', async () => {
    const { doing, graph, store, box } = await withFriends();
    await doing.move([ana()], 'friends');
    graph.fail('putPhoto', { kind: 'refused', code: 'tooLarge', message: '' });
    await box.run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in contacts']);
    expect((await store.journal.list())[0]).toMatchObject({ state: 'refused', problem: { code: 'tooLarge' } });
  });

  it('is one contact for whoever looks while there are two, also when sync brings the copy, and the copy leads to the original', async () => {
    const { doing, graph, store, box } = await withFriends();
    await doing.move([ana()], 'friends');
    const seen: (readonly string[])[] = [];
    const look = async () => {
      for (const one of graph.all()) await store.put(one);
      seen.push((await store.lookUp(['a:ana@litware.example'])).map(({ id, parentFolderId }) => `${id} in ${parentFolderId}`));
      const copy = graph.all().find(({ id }) => id !== 'ana');
      if (copy) expect((await store.get(copy.id))?.id).toBe('ana');
    };
    for (const on of ['createContact', 'putPhoto', 'deleteContactOnce'] as const) {
      const call = graph.server[on] as (...given: unknown[]) => Promise<unknown>;
      (graph.server as Record<string, unknown>)[on] = async (...given: unknown[]) => {
        await look();
        const answer = await call(...given);
        await look();
        return answer;
      };
    }
    await box.run();
    expect(seen.length).toBeGreaterThanOrEqual(6);
    expect(new Set(seen.flat())).toEqual(new Set(['ana in friends']));
    expect(seen.every((ids) => ids.length === 1)).toBe(true);
    expect(inGraph(graph)).toEqual(['Ana Trujillo in friends']);
  });

  it('takes a copy that somebody changed before its answer came for what it is', async () => {
    const { doing, graph, box } = await withFriends();
    graph.elsewhere('ana', { companyName: 'Litware', department: 'Sales', officeLocation: '7' });
    await doing.move([graph.contacts.get('ana')!], 'friends');
    graph.fail('create', { kind: 'noAnswer', from: 'graph' }, true);
    await box.run();
    const copy = graph.all().find(({ parentFolderId }) => parentFolderId === 'friends')!;
    graph.contacts.set(copy.id, { ...copy, jobTitle: 'Chief', lastModifiedDateTime: '2030-01-01T00:00:00Z', changeKey: 'later' });
    await box.run();
    expect(graph.all().map(({ jobTitle, parentFolderId }) => [jobTitle, parentFolderId])).toEqual([['Chief', 'friends']]);
  });

  it('does not take a namesake for its copy, and leaves them alone when it has to give up', async () => {
    const { doing, graph, box } = await withFriends();
    graph.contacts.set('namesake', {
      ...ana(), id: 'namesake', changeKey: 'k', parentFolderId: 'friends', jobTitle: 'Somebody else', createdDateTime: new Date().toISOString(),
    });
    await doing.move([ana()], 'friends');
    graph.fail('create', { kind: 'noAnswer', from: 'graph' });
    await box.run();
    graph.fail('putPhoto', { kind: 'refused', code: 'tooLarge', message: '' });
    await box.run();
    expect(graph.all().map(({ id, parentFolderId }) => `${id} in ${parentFolderId}`)).toEqual(['ana in contacts', 'namesake in friends']);
  });

  it('takes a copy away that Graph did not fill as it was told', async () => {
    const { doing, graph, store, box } = await withFriends();
    const { createContact } = graph.server;
    (graph.server as { createContact: typeof createContact }).createContact = async (...given) => {
      const made = await createContact(...given);
      if (!made.ok) return made;
      const poor = { ...made.value, emailAddresses: [] };
      graph.contacts.set(poor.id, poor);
      return { ok: true, value: poor };
    };
    await doing.move([ana()], 'friends');
    await box.run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in contacts']);
    expect((await store.journal.list())[0]).toMatchObject({ state: 'refused', problem: { code: 'copyDiffers' } });
  });

  it('lets the copy go when somebody deleted the contact meanwhile, and says that it is gone', async () => {
    const { doing, graph, store, box } = await withFriends();
    await doing.move([ana()], 'friends');
    graph.fail('putPhoto', { kind: 'offline' });
    await box.run();
    expect(inGraph(graph)).toHaveLength(2);
    graph.contacts.delete('ana');
    await box.run();
    expect(inGraph(graph)).toEqual([]);
    const [move] = await store.journal.list();
    expect(move).toMatchObject({ state: 'refused', problem: { kind: 'gone' } });
    await doing.drop(move!.id);
    expect((await store.journal.list())[0]?.state).toBe('dropped');
  });

  it('that Outlook did not accept half-way is given up with its copy', async () => {
    const { doing, graph, store, box } = await withFriends();
    await doing.move([ana()], 'friends');
    graph.fail('putPhoto', { kind: 'offline' });
    await box.run();
    const call = graph.server.getContact;
    let refuse = true;
    (graph.server as { getContact: typeof call }).getContact = async (id) => (refuse ? { ok: false, problem: { kind: 'accessDenied' } } : call(id));
    await box.run();
    const [move] = await store.journal.list();
    expect(move).toMatchObject({ state: 'refused', problem: { kind: 'accessDenied' } });
    expect(inGraph(graph)).toHaveLength(2);
    refuse = false;
    await doing.undo(move!.group);
    await box.run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in contacts']);
    expect((await store.journal.list()).map(({ state }) => state)).toEqual(['dropped']);
    expect((await store.get('ana'))?.parentFolderId).toBe('contacts');
  });

  it('ends with one of them when two that know nothing of each other move it at the same time', async () => {
    const { doing, graph, box } = await withFriends();
    graph.folders.set('board', { ...folder, id: 'board', displayName: 'Board' });
    const other = await setUp(ana());
    await doing.move([ana()], 'friends');
    await other.doing.move([ana()], 'board');
    const elsewhere = outbox({ journal: other.store.journal, server: graph.server, me: 'other', now: Date.now, after: () => () => {} });
    graph.fail('putPhoto', { kind: 'offline' });
    await box.run();
    await elsewhere.run();
    expect(inGraph(graph)).toHaveLength(2);
    await box.run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in board']);
  });

  it('keeps the older copy when both lost the answer to their delete', async () => {
    const { doing, graph, box } = await withFriends();
    graph.folders.set('board', { ...folder, id: 'board', displayName: 'Board' });
    await doing.move([ana()], 'friends');
    graph.fail('delete', { kind: 'offline' }, true);
    await box.run();
    const [mine] = graph.all();
    graph.contacts.set('older', { ...mine!, id: 'older', parentFolderId: 'board', createdDateTime: new Date(Date.now() - 1000).toISOString() });
    graph.origins.set('older', { change: 'another', by: null, copyOf: 'ana' });
    // As Graph's answer comes: the oldest first.
    const { findMade } = graph.server;
    (graph.server as { findMade: typeof findMade }).findMade = async (of, value) => {
      const found = await findMade(of, value);
      return found.ok ? { ok: true, value: [...found.value].sort((a, b) => Date.parse(a.createdDateTime) - Date.parse(b.createdDateTime)) } : found;
    };
    await box.run();
    expect(inGraph(graph)).toEqual(['Ana Trujillo in board']);
  });

  it('hands on to the contact what somebody wrote into a copy that has to go again', async () => {
    const { doing, graph, box } = await withFriends();
    await doing.move([ana()], 'friends');
    graph.fail('flag', { kind: 'offline' });
    await box.run();
    const copy = graph.all().find(({ id }) => id !== 'ana')!;
    graph.contacts.set(copy.id, { ...copy, jobTitle: 'Chief', lastModifiedDateTime: '2030-01-01T00:00:00Z', changeKey: 'later' });
    graph.fail('flag', { kind: 'refused', code: 'no', message: '' });
    await box.run();
    expect(graph.all().map(({ jobTitle, parentFolderId }) => [jobTitle, parentFolderId])).toEqual([['Chief', 'contacts']]);
  });

  it('keeps what somebody wrote into the copy before the old one was gone', async () => {
    const { doing, graph, box } = await withFriends();
    await doing.move([ana()], 'friends');
    const { putPhoto } = graph.server;
    (graph.server as { putPhoto: typeof putPhoto }).putPhoto = async (id, jpeg) => {
      graph.elsewhere(id, { jobTitle: 'Chief' });
      return putPhoto(id, jpeg);
    };
    await box.run();
    expect(graph.all().map(({ jobTitle, parentFolderId }) => [jobTitle, parentFolderId])).toEqual([['Chief', 'friends']]);
  });

  it('copies once more what changed while it was being copied', async () => {
    const { doing, graph, box } = await withFriends();
    await doing.move([ana()], 'friends');
    const { putPhoto } = graph.server;
    let first = true;
    (graph.server as { putPhoto: typeof putPhoto }).putPhoto = async (id, jpeg) => {
      if (first) graph.elsewhere('ana', { jobTitle: 'Chief' });
      first = false;
      return putPhoto(id, jpeg);
    };
    await box.run();
    // Refused once as changed elsewhere, and looked at again a little later.
    await box.run();
    expect(graph.all().map(({ jobTitle, parentFolderId }) => [jobTitle, parentFolderId])).toEqual([['Chief', 'friends']]);
  });
});

describe('categories and folders', () => {
  it('renames a category by making the new one, retagging and deleting the old one last, and all of it goes back as one', async () => {
    const { doing, graph, store, box } = await setUp(ana(), bo());
    graph.categories.set('c1', { id: 'c1', displayName: 'Board', color: 'preset3' });
    const group = await doing.renameCategory({ id: 'c1', displayName: 'Board', color: 'preset3' }, 'Directors', [bo()]);
    await box.run();
    expect([...graph.categories.values()].map(({ displayName, color }) => [displayName, color])).toEqual([['Directors', 'preset3']]);
    expect(graph.contacts.get('bo')?.categories).toEqual(['Golf', 'Directors']);
    expect(graph.writes.map(({ what }) => what)).toEqual(['category', 'update', 'category']);
    await doing.undo(group);
    await box.run();
    expect([...graph.categories.values()].map(({ displayName }) => displayName)).toEqual(['Board']);
    expect([...(graph.contacts.get('bo')?.categories ?? [])].sort()).toEqual(['Board', 'Golf']);
    expect((await store.journal.list()).filter(({ state }) => state === 'refused')).toEqual([]);
  });

  it('does not delete the old category before everybody has the new one', async () => {
    const { doing, graph, box } = await setUp(bo());
    graph.categories.set('c1', { id: 'c1', displayName: 'Board', color: 'preset3' });
    await doing.renameCategory({ id: 'c1', displayName: 'Board', color: 'preset3' }, 'Directors', [bo()]);
    graph.fail('update', { kind: 'refused', code: 'no', message: '' });
    await box.run();
    expect([...graph.categories.values()].map(({ displayName }) => displayName)).toEqual(['Board', 'Directors']);
  });

  it('puts a contact into a folder that is still to be made, and makes it once though the answer was lost', async () => {
    const { doing, graph, store, box } = await setUp();
    const folderId = await doing.createFolder('Friends', 'contacts');
    await doing.create({ ...bo(), displayName: 'Bo' }, folderId);
    graph.fail('folder', { kind: 'offline' }, true);
    await box.run();
    await box.run();
    const friends = [...graph.folders.values()].filter(({ displayName }) => displayName === 'Friends');
    expect(friends).toHaveLength(1);
    expect(graph.all().map(({ parentFolderId }) => parentFolderId)).toEqual([friends[0]!.id]);
    expect((await store.folders()).map(({ displayName }) => displayName)).toContain('Friends');
  });

  it('deletes a folder after its contacts, and brings both back as one', async () => {
    const inside = { ...ana(), parentFolderId: 'friends' };
    const { doing, graph, store, box } = await setUp(inside);
    const folder = { id: 'friends', displayName: 'Friends', parentFolderId: 'contacts', isDefault: false };
    graph.folders.set('friends', folder);
    await store.setFolders([...graph.folders.values()]);
    const group = await doing.deleteFolder(folder, [inside]);
    await box.run();
    expect([graph.all(), graph.folders.has('friends')]).toEqual([[], false]);
    await doing.undo(group);
    await box.run();
    const back = [...graph.folders.values()].find(({ displayName }) => displayName === 'Friends');
    expect(graph.all().map(({ displayName, parentFolderId }) => [displayName, parentFolderId])).toEqual([['Ana Trujillo', back?.id]]);
  });

  it('deletes no folder into which somebody came meanwhile', async () => {
    const { doing, graph, store, box } = await setUp();
    const folder = { id: 'friends', displayName: 'Friends', parentFolderId: 'contacts', isDefault: false };
    graph.folders.set('friends', folder);
    await doing.deleteFolder(folder, []);
    graph.contacts.set('ana', { ...ana(), parentFolderId: 'friends' });
    await box.run();
    expect(graph.folders.has('friends')).toBe(true);
    expect((await store.journal.list())[0]).toMatchObject({ state: 'refused', problem: { code: 'folderNotEmpty' } });
  });

  it('deletes a folder with contact lists in it only when the person knows of them', async () => {
    const { doing, graph, store, box } = await setUp();
    const folder = { id: 'friends', displayName: 'Friends', parentFolderId: 'contacts', isDefault: false };
    graph.folders.set('friends', folder);
    graph.lists.set('friends', 2);
    await doing.deleteFolder(folder, [], [], new Map([['friends', 1]]));
    await box.run();
    expect((await store.journal.list())[0]).toMatchObject({ state: 'refused', problem: { code: 'folderNotEmpty' } });
    await doing.drop((await store.journal.list())[0]!.id);
    await doing.deleteFolder(folder, [], [], new Map([['friends', 2]]));
    await box.run();
    expect(graph.folders.has('friends')).toBe(false);
  });

  it('stops a long act: what is done stays and can be undone', async () => {
    const people = [1, 2, 3, 4].map((n) => contact({ id: `p${n}`, displayName: `P ${n}`, parentFolderId: 'contacts' }));
    const { doing, graph, box } = await setUp(...people);
    const group = await doing.categorize(people, { add: ['Board'], remove: [] });
    const { updateContact } = graph.server;
    let sent = 0;
    (graph.server as { updateContact: typeof updateContact }).updateContact = async (...args) => {
      sent += 1;
      if (sent === 2) await doing.stop(group!);
      return updateContact(...args);
    };
    await box.run();
    const tagged = () => graph.all().filter(({ categories }) => categories.includes('Board')).length;
    expect(tagged()).toBe(2);
    await doing.undo(group!);
    await box.run();
    expect(tagged()).toBe(0);
  });
});

describe('a permission that only the list of categories needs', () => {
  it('holds up no contact while it is missing, and is all that was missing', async () => {
    const { doing, graph, box, states } = await setUp(bo());
    const missing = { kind: 'signInNeeded', scopes: ['MailboxSettings.ReadWrite'] } as const;
    graph.fail('category', missing);
    await doing.createCategory('Sailing', 'preset7');
    await doing.categorize([bo()], { add: ['Sailing'], remove: [] });
    await box.run();
    expect(graph.contacts.get('bo')?.categories).toEqual(['Board', 'Golf', 'Sailing']);
    expect([graph.categories.size, await states()]).toEqual([0, ['waiting', 'done']]);
    expect(box.state.get()).toEqual({ sending: false, problem: missing });
    await box.run();
    expect([...graph.categories.values()].map(({ displayName }) => displayName)).toEqual(['Sailing']);
    expect(box.state.get().problem).toBeNull();
  });

  it('keeps a category that is renamed until the new one could be made', async () => {
    const { doing, graph, box } = await setUp(bo());
    graph.categories.set('c1', { id: 'c1', displayName: 'Board', color: 'preset3' });
    graph.fail('category', { kind: 'signInCancelled', scopes: [] });
    await doing.renameCategory({ id: 'c1', displayName: 'Board', color: 'preset3' }, 'Directors', [bo()]);
    await box.run();
    expect([...graph.categories.values()].map(({ displayName }) => displayName)).toEqual(['Board']);
    await box.run();
    expect([...graph.categories.values()].map(({ displayName }) => displayName)).toEqual(['Directors']);
  });
});
