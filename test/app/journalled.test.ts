import { noFollowUp } from '#domain/followUp';
import { extraNames } from '#domain/extras';
import { acts } from '#app/acts';
import { outbox } from '#app/outbox';
import { fieldsOf } from '#domain/contact';
import type { Contact } from '#domain/contact';
import { memoryStore } from '#store/memoryStore';
import { contact, fields, person } from '../support/contactBuilder.ts';
import { contactServer } from '../support/contactServer.ts';

/** A pane's acts, its journal and its outbox over a small server; `pass` lets the pauses go by. */
async function setUp(...there: readonly Contact[]) {
  const graph = contactServer(...there);
  const store = memoryStore();
  for (const one of there) await store.put(one);
  let time = Date.now();
  let id = 0;
  const timers: (() => void)[] = [];
  const newOutbox = (me: string) => outbox({
    journal: store.journal, server: graph.server, me, now: () => time,
    after: (_ms, run) => { timers.push(run); return () => { timers.splice(timers.indexOf(run), 1); }; },
  });
  const box = newOutbox('pane');
  const doing = acts({ journal: store.journal, now: () => (time += 1), newId: () => `id-${++id}`, send: () => {}, get: (one) => store.get(one),
    extrasOf: async (ids) => new Map([...await store.extras.read(ids, extraNames)].map(([one, { extras }]) => [one, extras])),
  });
  return {
    graph, store, box, doing, newOutbox, timers,
    pass: (ms: number) => { time += ms; },
    states: async () => (await store.journal.list()).map((change) => change.state).reverse(),
    latest: async () => (await store.journal.list())[0]!,
  };
}

const ana = () => contact({ id: 'ana', displayName: 'Ana Trujillo', givenName: 'Ana', surname: 'Trujillo', jobTitle: 'Buyer', parentFolderId: 'suppliers', addresses: ['ana@litware.example'] });
const bo = fields({ displayName: 'Bo', emailAddresses: [{ name: 'Bo', address: 'bo@fabrikam.example' }] });

describe('an act', () => {
  it('shows at once, before anything is sent, and keeps Graph\'s id afterwards', async () => {
    const { doing, store, box, graph } = await setUp();
    const local = await doing.create(bo, null);
    expect((await store.get(local.id))?.displayName).toBe('Bo');
    expect(graph.writes).toEqual([]);
    await box.run();
    const [made] = graph.all();
    expect(await store.journal.idNow(local.id)).toBe(made?.id);
    expect((await store.lookUp(['a:bo@fabrikam.example'])).map((one) => one.id)).toEqual([made?.id]);
  });

  it('is settled when the pane leaves its store in the middle of sending, and nothing else is begun', async () => {
    const { doing, box, states, graph } = await setUp(ana());
    await doing.update(ana(), { ...fieldsOf(ana()), surname: 'Ruiz' });
    const running = box.run();
    await box.finish();
    await running;
    await doing.create(bo, null);
    await box.run();
    expect((await states()).every((state) => state === 'waiting' || state === 'done')).toBe(true);
    expect((await states()).at(-1)).toBe('waiting');
    expect(graph.writes.length).toBeLessThanOrEqual(1);
  });

  it('sends only what changed, and the displayName with every name part', async () => {
    const { doing, box, graph } = await setUp(ana());
    await doing.update(ana(), { ...fieldsOf(ana()), surname: 'Ruiz' });
    await box.run();
    expect(graph.writes).toEqual([{ what: 'update', patch: { surname: 'Ruiz', displayName: 'Ana Trujillo' } }]);
  });

  it('is nothing when nothing differs', async () => {
    const { doing, store } = await setUp(ana());
    expect(await doing.update(ana(), fieldsOf(ana()))).toBeNull();
    expect(await store.journal.list()).toEqual([]);
  });

  it('keeps what somebody else changed in other fields and lists meanwhile', async () => {
    const { doing, box, graph } = await setUp(ana());
    graph.elsewhere('ana', { companyName: 'Litware', emailAddresses: [{ name: '', address: 'ana@litware.example' }, { name: '', address: 'ana@home.example' }] });
    await doing.addAddress(ana(), person('a.trujillo@litware.example', 'Ana'));
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ companyName: 'Litware' });
    expect(graph.contacts.get('ana')?.emailAddresses.map((email) => email.address)).toEqual(['ana@litware.example', 'ana@home.example', 'a.trujillo@litware.example']);
  });

  it('waits for a choice when the same field was changed elsewhere, and sends what was chosen', async () => {
    const { doing, box, graph, states, latest } = await setUp(ana());
    graph.elsewhere('ana', { jobTitle: 'Chief', department: 'Sales' });
    await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer', nickName: 'Anita' });
    await box.run();
    expect(await states()).toEqual(['disputed']);
    expect(graph.writes).toEqual([]);
    await doing.resolve((await latest()).id, { jobTitle: 'Head buyer' });
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Head buyer', department: 'Sales', nickName: 'Anita' });
    expect(await states()).toEqual(['done']);
  });

  it('leaves theirs alone when theirs is chosen, and still sends the rest', async () => {
    const { doing, box, graph, latest } = await setUp(ana());
    graph.elsewhere('ana', { jobTitle: 'Chief' });
    await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer', nickName: 'Anita' });
    await box.run();
    await doing.resolve((await latest()).id, { jobTitle: 'Chief' });
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Chief', nickName: 'Anita' });
  });

  it('refuses a fourth address before anything is written down', async () => {
    const full = contact({ id: 'full', addresses: ['1@a.example', '2@a.example', '3@a.example'] });
    const { doing, store } = await setUp(full);
    expect(await doing.addAddress(full, person('4@a.example'))).toMatchObject({ ok: false, problem: { code: 'tooManyAddresses' } });
    expect(await store.journal.list()).toEqual([]);
  });
});

describe('trouble', () => {
  it('makes one contact when the answer to a create was lost', async () => {
    const { doing, box, graph, states } = await setUp();
    await doing.create(bo, null);
    graph.fail('create', { kind: 'noAnswer', from: 'graph' }, true);
    await box.run();
    expect(await states()).toEqual(['waiting']);
    await box.run();
    expect(graph.all()).toHaveLength(1);
    expect(await states()).toEqual(['done']);
  });

  it('does not make somebody again who was met as Graph has them and deleted before that answer was looked for', async () => {
    const { doing, box, graph, store, states } = await setUp();
    const local = await doing.create(bo, null);
    graph.fail('create', { kind: 'noAnswer', from: 'graph' }, true);
    await box.run();
    // The pane that deletes them has not got the create to hand on, as a memory has beside a disk that failed.
    const [made] = graph.all();
    await store.journal.record([{
      id: 'removed', group: 'removed', at: Date.now(), name: 'Bo', label: 'removed', state: 'waiting', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
      act: { kind: 'delete', contactId: made!.id, before: made!, photo: null, madeBy: 'id-2' },
    }]);
    graph.contacts.delete(made!.id);
    await box.run();
    await box.run();
    expect(graph.all()).toEqual([]);
    expect(await states()).toEqual(['done', 'done']);
    expect(await store.get(local.id)).toBeNull();
    expect(await store.search('', 10)).toEqual([]);

    await doing.undo('removed');
    await box.run();
    expect(graph.all()).toMatchObject([{ displayName: 'Bo' }]);
    expect((await store.get(local.id))?.displayName).toBe('Bo');
  });

  it('does not take a namesake it has just made for what it has lost', async () => {
    const { doing, box, graph } = await setUp();
    await doing.create(bo, null);
    await box.run();
    await doing.create({ ...bo, displayName: 'Bo\'s desk' }, null);
    graph.fail('create', { kind: 'offline' });
    await box.run();
    await box.run();
    expect(graph.all().map((one) => one.displayName)).toEqual(['Bo', 'Bo\'s desk']);
  });

  it('makes the contact when the create never arrived', async () => {
    const { doing, box, graph } = await setUp();
    await doing.create(bo, null);
    graph.fail('create', { kind: 'offline' });
    await box.run();
    await box.run();
    expect(graph.all()).toHaveLength(1);
  });

  it('does not take "could not look" for "nobody there"', async () => {
    const { doing, box, graph } = await setUp();
    await doing.create(bo, null);
    graph.fail('create', { kind: 'offline' }, true);
    graph.fail('find', { kind: 'busy', retryAfterMs: 1 });
    await box.run();
    await box.run();
    expect(graph.all()).toHaveLength(1);
    await box.run();
    expect(graph.all()).toHaveLength(1);
  });

  it('tries again by itself, and at once when asked', async () => {
    const { doing, box, graph, timers, states } = await setUp();
    await doing.create(bo, null);
    graph.fail('create', { kind: 'offline' });
    await box.run();
    expect(box.state.get()).toMatchObject({ problem: { kind: 'offline' } });
    expect(timers).toHaveLength(1);
    await box.run();
    expect(timers).toHaveLength(0);
    expect(await states()).toEqual(['done']);
  });

  it('waits for the person when a permission is missing', async () => {
    const { doing, box, graph, timers } = await setUp();
    await doing.create(bo, null);
    graph.fail('create', { kind: 'signInNeeded', scopes: ['Contacts.ReadWrite'] });
    await box.run();
    expect(box.state.get().problem).toMatchObject({ kind: 'signInNeeded' });
    expect(timers).toHaveLength(0);
    await box.run();
    expect(graph.all()).toHaveLength(1);
  });

  it('does not forget a lost answer because the next try met the end of a session', async () => {
    const { doing, box, graph, latest, store } = await setUp(ana());
    const group = await doing.remove(ana());
    graph.fail('delete', { kind: 'noAnswer', from: 'graph' });
    await box.run();
    graph.fail('delete', { kind: 'signInNeeded', scopes: ['Contacts.ReadWrite'] });
    await box.run();
    expect(await latest()).toMatchObject({ state: 'waiting', unsure: true });
    // Who takes it back meanwhile gets the contact back, whatever became of the delete.
    graph.contacts.delete('ana');
    await doing.undo(group);
    await box.run();
    expect(graph.all()).toMatchObject([{ displayName: 'Ana Trujillo' }]);
    expect(await store.lookUp(['a:ana@litware.example'])).toHaveLength(1);
  });

  it('deletes nobody whose picture could not be read', async () => {
    const { doing, box, graph, states } = await setUp(ana());
    graph.photos.set('ana', 'SlBFRw==');
    const group = await doing.remove(ana());
    graph.fail('getPhoto', { kind: 'signInFailed', code: 'InvalidAuthenticationToken' });
    await box.run();
    expect(graph.contacts.has('ana')).toBe(true);
    graph.fail('getPhoto', { kind: 'accessDenied' });
    await box.run();
    expect(await states()).toEqual(['refused']);
    expect(graph.contacts.has('ana')).toBe(true);
    await doing.tryAgain(group);
    await box.run();
    await doing.undo(group);
    await box.run();
    expect([...graph.photos.values()]).toEqual(['SlBFRw==']);
  });

  it('keeps what was refused, lets it be tried again, and lets it go', async () => {
    const { doing, box, graph, states, latest, store } = await setUp();
    await doing.create(bo, null);
    graph.fail('create', { kind: 'accessDenied' });
    await box.run();
    expect(await states()).toEqual(['refused']);
    graph.fail('create', { kind: 'accessDenied' });
    await doing.tryAgain((await latest()).id);
    await box.run();
    await doing.drop((await latest()).id);
    expect(await states()).toEqual(['dropped']);
    expect(await store.lookUp(['a:bo@fabrikam.example'])).toEqual([]);
  });

  describe('that Graph refused', () => {
    const no = { kind: 'refused', code: 'ErrorInvalidProperty', message: '' } as const;

    it('is corrected by the next change of the contact, and goes back as one with it', async () => {
      const { doing, box, graph, states, store, latest } = await setUp(ana());
      await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'too long', companyName: 'Litware' });
      graph.fail('update', no);
      await box.run();
      const shown = (await store.get('ana'))!;
      await doing.update(shown, { ...fieldsOf(shown), jobTitle: 'Head', department: 'Sales' });
      await box.run();
      expect(await states()).toEqual(['done']);
      expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Head', companyName: 'Litware', department: 'Sales' });
      await doing.undo((await latest()).group);
      await box.run();
      expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Buyer', companyName: '', department: '' });
    });

    it('is left alone when something newer waits for the contact, by whatever id it went then', async () => {
      const { doing, graph, box, store, states } = await setUp(ana());
      for (const id of ['first', 'second']) graph.folders.set(id, { id, displayName: id, parentFolderId: 'root', isDefault: false });
      await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'First' });
      graph.fail('update', { kind: 'refused', code: 'ErrorPropertyValidationFailure', message: '' });
      await box.run();
      const now = async () => (await store.search('', 1))[0]!;
      const moveTo = async (folderId: string): Promise<void> => {
        await doing.move([await now()], folderId);
        for (let turn = 0; turn < 3; turn += 1) await box.run();
      };
      await moveTo('first');
      const moved = await now();
      await store.journal.record([{
        id: 'newer', group: 'newer', at: Date.now(), name: 'Ana', label: 'updated', state: 'waiting', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
        act: { kind: 'update', contactId: moved.id, before: moved, patch: { jobTitle: 'Second' } },
      }]);
      await moveTo('second');
      expect((await now()).id).not.toBe(moved.id);
      await doing.update(await now(), { ...fieldsOf(await now()), jobTitle: 'Third' });
      expect((await now()).jobTitle).toBe('Third');
      expect(await states()).toEqual(['refused', 'done', 'waiting', 'done', 'waiting']);
    });

    it('of many that are deleted is given up with them', async () => {
      const { doing, box, graph, states, store } = await setUp(ana());
      const local = await doing.create(bo, null);
      graph.fail('create', no);
      await box.run();
      await doing.setFlag([local], noFollowUp);
      await doing.removeMany([local, ana()]);
      await box.run();
      await box.run();
      expect(graph.all()).toEqual([]);
      expect((await states()).sort()).toEqual(['done', 'dropped', 'dropped']);
      expect(await store.search('', 9)).toEqual([]);
    });

    it('is corrected before it was ever made', async () => {
      const { doing, box, graph, states } = await setUp();
      const local = await doing.create(bo, null);
      graph.fail('create', no);
      await box.run();
      await doing.update(local, { ...bo, jobTitle: 'Head' });
      await box.run();
      expect(await states()).toEqual(['done']);
      expect(graph.all()).toMatchObject([{ displayName: 'Bo', jobTitle: 'Head' }]);
    });

    it('does not hold up a delete', async () => {
      const { doing, box, graph, states, store } = await setUp(ana());
      await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'too long' });
      graph.fail('update', no);
      await box.run();
      const shown = (await store.get('ana'))!;
      await doing.remove(shown);
      // What a delete needs for its undo is written down first.
      await box.run();
      expect(graph.contacts.has('ana')).toBe(false);
      expect(await states()).toEqual(['dropped', 'done']);
    });

    it('is given up with its contact when that was never made', async () => {
      const { doing, box, graph, states, store } = await setUp();
      const local = await doing.create(bo, null);
      graph.fail('create', no);
      await box.run();
      await doing.remove(local);
      await box.run();
      expect(await states()).toEqual(['dropped']);
      expect(await store.get(local.id)).toBeNull();
      expect(graph.all()).toEqual([]);
    });
  });

  it('does not let one contact that Graph fails on hold up the others', async () => {
    const { doing, box, graph, states } = await setUp(ana());
    await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'x' });
    await doing.create(bo, null);
    for (let n = 0; n < 4; n += 1) {
      graph.fail('get', { kind: 'serverTrouble', status: 500, requestId: '' });
      await box.run();
    }
    await box.run();
    expect(await states()).toEqual(['refused', 'done']);
  });

  it('is taken over, with a look first, from a pane that crashed in the middle', async () => {
    const { doing, graph, newOutbox, pass, store } = await setUp();
    await doing.create(bo, null);
    const claimed = await store.journal.claim('crashed pane', Date.now(), 1000);
    await graph.server.createContact(claimed?.act.kind === 'create' ? claimed.act.fields : {}, null, { change: claimed?.id ?? '', by: null, copyOf: null });
    pass(10 * 60_000);
    await newOutbox('next pane').run();
    expect(graph.all()).toHaveLength(1);
  });

  it('is taken over at once when the browser knows that the pane is gone', async () => {
    const { doing, graph, store } = await setUp();
    await doing.create(bo, null);
    await store.journal.claim('gone', Date.now(), 600_000);
    const next = (alive: readonly string[]) => outbox({
      journal: store.journal, server: graph.server, me: 'next', alive: async () => new Set(alive), now: Date.now, after: () => () => {},
    });
    await next(['gone', 'next']).run();
    expect(graph.all()).toEqual([]);
    await next(['next']).run();
    expect(graph.all()).toHaveLength(1);
  });

  it('puts a contact whose folder is gone into the default folder', async () => {
    const { doing, box, graph } = await setUp();
    await doing.create(bo, 'no such folder');
    await box.run();
    expect(graph.all()).toMatchObject([{ parentFolderId: 'contacts' }]);
  });
});

describe('taking back', () => {
  it('brings a deleted contact back into its folder with fields and picture', async () => {
    const base = contact({ ...ana(), personalNotes: 'likes tea', categories: ['Board'] });
    const { doing, box, graph, store } = await setUp(base);
    graph.photos.set('ana', 'SlBFRw==');
    graph.elsewhere('ana', { personalNotes: 'likes tea, changed last minute' });
    const group = await doing.remove(base);
    await box.run();
    expect(graph.all()).toEqual([]);
    await doing.undo(group);
    await box.run();
    const [back] = graph.all();
    expect(back).toMatchObject({ ...fieldsOf(base), personalNotes: 'likes tea, changed last minute', parentFolderId: 'suppliers' });
    expect(graph.photos.get(back?.id ?? '')).toBe('SlBFRw==');
    expect(await store.journal.idNow('ana')).toBe(back?.id);
  });

  it('brings back what the delete found last, even when it was taken back while on its way', async () => {
    const { doing, graph, store, newOutbox } = await setUp(ana());
    graph.photos.set('ana', 'SlBFRw==');
    const group = await doing.remove(ana());
    const box = newOutbox('pane');
    graph.fail('delete', { kind: 'noAnswer', from: 'graph' }, true);
    await box.run();
    graph.contacts.delete('ana');
    await doing.undo(group);
    await box.run();
    expect((await store.journal.list()).map((change) => change.state)).toEqual(['done', 'undone']);
    expect(graph.all()).toHaveLength(1);
    expect([...graph.photos.values()]).toEqual(['SlBFRw==']);
  });

  it('brings back somebody whose making and whose delete both wait for an answer', async () => {
    const { doing, graph, box, store } = await setUp();
    // As they are found after the disk failed and what waited there was taken into memory.
    const rescued = { at: Date.now(), name: 'Bo', state: 'waiting', undoes: null, unsure: true, claim: null, problem: null, dispute: null, result: null } as const;
    const before = { ...bo, id: 'local:bo', changeKey: '', parentFolderId: '', createdDateTime: '', lastModifiedDateTime: '' };
    await store.journal.record([
      { ...rescued, id: 'made', group: 'made', label: 'created', act: { kind: 'create', contactId: 'local:bo', folderId: null, fields: bo, photo: null, restores: null } },
      { ...rescued, id: 'removed', group: 'removed', label: 'removed', act: { kind: 'delete', contactId: 'local:bo', before, photo: null } },
    ]);
    await doing.undo('removed');
    expect((await store.lookUp(['a:bo@fabrikam.example'])).map((one) => one.displayName)).toEqual(['Bo']);
    await box.run();
    expect(graph.all()).toMatchObject([{ displayName: 'Bo' }]);
    expect((await store.journal.list()).map((change) => change.state)).toEqual(['done', 'undone', 'done']);
  });

  it('deletes nobody who was changed between the look and the delete', async () => {
    const { doing, graph, box } = await setUp(ana());
    const group = await doing.remove(ana());
    const { deleteContact } = graph.server;
    let first = true;
    (graph.server as { deleteContact: typeof deleteContact }).deleteContact = async (id, changeKey) => {
      if (first) graph.elsewhere('ana', { jobTitle: 'Chief' });
      first = false;
      return deleteContact(id, changeKey);
    };
    await box.run();
    await box.run();
    expect(graph.all()).toEqual([]);
    await doing.undo(group);
    await box.run();
    expect(graph.all()).toMatchObject([{ jobTitle: 'Chief' }]);
  });

  it('makes one contact of two changes of somebody who is gone', async () => {
    const { doing, graph, box, store } = await setUp(ana());
    await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer' });
    await doing.update(ana(), { ...fieldsOf(ana()), nickName: 'Anita' });
    graph.contacts.delete('ana');
    await box.run();
    for (let turn = 0; turn < 2; turn += 1) {
      const refused = (await store.journal.list()).filter((change) => change.state === 'refused').at(-1);
      if (refused) await doing.saveAsNew(refused.id);
      await box.run();
    }
    expect(graph.all()).toMatchObject([{ jobTitle: 'Head buyer', nickName: 'Anita' }]);
  });

  it('brings back what the first delete wrote down, when the second one found nobody', async () => {
    const { doing, graph, box } = await setUp(ana());
    graph.photos.set('ana', 'SlBFRw==');
    graph.elsewhere('ana', { personalNotes: 'likes tea' });
    await doing.remove(ana());
    const second = await doing.remove(ana());
    await box.run();
    await doing.undo(second);
    await box.run();
    expect(graph.all()).toMatchObject([{ displayName: 'Ana Trujillo', personalNotes: 'likes tea' }]);
    expect([...graph.photos.values()]).toEqual(['SlBFRw==']);
  });

  it('lets an older act on a contact that was brought back be undone too', async () => {
    const { doing, box, graph } = await setUp(ana());
    const edit = await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer' });
    await box.run();
    const removal = await doing.remove(graph.contacts.get('ana')!);
    await box.run();
    await doing.undo(removal);
    await box.run();
    await doing.undo(edit!);
    await box.run();
    expect(graph.all()).toMatchObject([{ jobTitle: 'Buyer' }]);
  });

  it('is itself taken back: redo', async () => {
    const { doing, box, graph, latest, states } = await setUp(ana());
    const edit = await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer' });
    await box.run();
    await doing.undo(edit!);
    await box.run();
    expect(graph.contacts.get('ana')?.jobTitle).toBe('Buyer');
    expect(await states()).toEqual(['undone', 'done']);
    await doing.undo((await latest()).group);
    await box.run();
    expect(graph.contacts.get('ana')?.jobTitle).toBe('Head buyer');
    expect(await states()).toEqual(['done', 'undone', 'done']);
  });

  it('drops what was never sent instead of sending it and its undo', async () => {
    const { doing, box, graph, latest, states } = await setUp();
    await doing.create(bo, null);
    await doing.undo((await latest()).group);
    await box.run();
    expect(graph.writes).toEqual([]);
    expect(await states()).toEqual(['dropped']);
  });

  it('gives back only the fields that were changed', async () => {
    const { doing, box, graph } = await setUp(ana());
    const edit = await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer' });
    await box.run();
    graph.elsewhere('ana', { companyName: 'Litware' });
    await doing.undo(edit!);
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Buyer', companyName: 'Litware' });
  });

  it('takes back what an earlier try had saved of an edit that is now in dispute', async () => {
    const { doing, box, graph, states } = await setUp(ana());
    const edit = await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer', nickName: 'Anita' });
    graph.fail('update', { kind: 'noAnswer', from: 'graph' }, true);
    await box.run();
    graph.elsewhere('ana', { jobTitle: 'Chief' });
    await box.run();
    expect(await states()).toEqual(['disputed']);
    await doing.undo(edit!);
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Chief', nickName: '' });
    expect(await states()).toEqual(['undone', 'done']);
  });

  it('takes back all of an edit that was settled after a lost answer', async () => {
    const { doing, box, graph } = await setUp(ana());
    const edit = await doing.update(ana(), { ...fieldsOf(ana()), jobTitle: 'Head buyer', nickName: 'Anita' });
    graph.fail('update', { kind: 'noAnswer', from: 'graph' }, true);
    await box.run();
    graph.elsewhere('ana', { jobTitle: 'Chief' });
    await box.run();
    await doing.resolve(edit!, { jobTitle: 'Head buyer' });
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Head buyer', nickName: 'Anita' });
    await doing.undo(edit!);
    await box.run();
    expect(graph.contacts.get('ana')).toMatchObject({ jobTitle: 'Chief', nickName: '' });
  });

  it('takes a new contact away again, even one that was edited since', async () => {
    const { doing, box, graph, store, latest } = await setUp();
    const local = await doing.create(bo, null);
    const group = (await latest()).group;
    await doing.update((await store.get(local.id))!, { ...bo, jobTitle: 'Dev' });
    await box.run();
    expect(graph.all()).toMatchObject([{ displayName: 'Bo', jobTitle: 'Dev' }]);
    await doing.undo(group);
    await box.run();
    expect(graph.all()).toEqual([]);
  });
});

it('two people with one address whose answers were both lost are never taken for each other', async () => {
  for (const arrived of [0, 1]) {
    const { doing, store, graph, timers, pass } = await setUp();
    const box = outbox({ journal: store.journal, server: graph.server, me: 'wide', width: 20, now: () => Date.now(), after: (_ms, run) => { timers.push(run); return () => {}; } });
    const couple = ['Anna Berg', 'Bo Berg'].map((displayName) => ({
      fields: fields({ displayName, emailAddresses: [{ name: displayName, address: 'berg@family.example' }] }), folderId: null,
    }));
    await doing.createMany(couple);
    // Sent side by side; one of them arrives, and neither hears of it.
    for (const n of [0, 1]) graph.fail('create', { kind: 'offline' }, n === arrived);
    await box.run();
    expect(graph.all().map((one) => one.displayName)).toEqual([couple[arrived]?.fields.displayName]);
    pass(10_000);
    await box.run();
    expect(graph.all().map((one) => one.displayName).sort()).toEqual(['Anna Berg', 'Bo Berg']);
    for (const { act, result } of await store.journal.list()) expect(result?.displayName).toBe(act.kind === 'create' ? act.fields.displayName : '');
  }
});
