import type { Change } from '#domain/change';
import type { Contact } from '#domain/contact';
import { noFollowUp } from '#domain/followUp';
import { personKeys } from '#domain/match';
import type { ContactStore, StoreChange } from '#store/contactStore';
import type { Settled } from '#store/journal';
import { contact } from '../support/storedContacts';
import { answered, creating, deleting, made, named, patched, updating } from './madeChanges';

const offline: Settled = { state: 'waiting', problem: { kind: 'offline' }, unsure: true };
const refused: Settled = { state: 'refused', problem: { kind: 'accessDenied' } };
const done = (result: Contact | null, gone?: string): Settled => ({ state: 'done', result, ...(gone === undefined ? {} : { gone }) });

/** What the journal of every store promises, and what contacts look like while something waits in it. */
export function journalSuite(current: () => ContactStore): void {
  const journal = () => current().journal;
  const ana = contact('ana', { name: 'Ana Ruiz', addresses: ['ana@x.example'] });
  const bo = named('Bo Berg', 'bo@x.example');
  const claim = (now = 0, by = 'me') => journal().claim(by, now, 100);
  /** Takes the next change and ends it so. */
  const send = async (outcome: Settled, now = 0): Promise<Change | null> => {
    const change = await claim(now);
    return change && journal().settle(change.id, 'me', outcome);
  };
  const states = async () => Object.fromEntries((await journal().list()).map(({ id, state }) => [id, state]));
  const found = async (address: string) => (await current().lookUp(personKeys({ name: '', address }))).map(({ id }) => id).sort();
  const searched = async (text: string) => (await current().search(text, 9)).map(({ id }) => id);

  describe('the journal', () => {
    it('keeps changes as they were written down, newest first, each once', async () => {
      const one = made('one', creating('bo', bo));
      await journal().record([one, made('two', updating(ana, { jobTitle: 'Buyer' }))]);
      await journal().record([{ ...one, name: 'again' }]);
      await journal().record([]);
      expect((await journal().list()).map(({ id }) => id)).toEqual(['two', 'one']);
      expect(await journal().get('one')).toEqual(one);
      expect(await journal().get('three')).toBeNull();
    });

    it('keeps the order of acts whatever the clock says', async () => {
      await journal().record([made('one', creating('bo', bo), { at: 9 })]);
      await journal().record([made('a two', updating(contact('local:bo'), { jobTitle: 'Dev' }), { at: 3 })]);
      expect((await claim())?.id).toBe('one');
      expect(await current().get('local:bo')).toMatchObject({ jobTitle: 'Dev' });
    });

    it('gives each change to one, until its time is over; then nobody knows what became of it', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      expect(await claim(0, 'me')).toMatchObject({ id: 'one', state: 'sending', unsure: false, claim: { by: 'me', until: 100 } });
      expect(await claim(99, 'you')).toBeNull();
      expect(await claim(100, 'you')).toMatchObject({ id: 'one', unsure: true, claim: { by: 'you' } });
      expect(await journal().settle('one', 'me', done(answered('r', bo)))).toBeNull();
      expect(await current().count()).toBe(0);
      expect(await journal().settle('one', 'you', done(answered('r', bo)))).toMatchObject({ state: 'done', claim: null, unsure: false });
      expect(await journal().settle('one', 'you', offline)).toBeNull();
      expect(await journal().settle('nothing', 'you', offline)).toBeNull();
    });

    it('takes over at once from who is known to be gone', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      await claim(0, 'me');
      expect(await journal().claim('you', 1, 100, new Set(['me', 'you']))).toBeNull();
      expect(await journal().claim('you', 1, 100, null)).toBeNull();
      expect(await journal().claim('you', 1, 100, new Set(['you']))).toMatchObject({ unsure: true, claim: { by: 'you', until: 101 } });
      expect(await journal().settle('one', 'me', offline)).toBeNull();
    });

    it('lets a change wait behind an earlier one of its contact, and nobody else', async () => {
      await journal().record([
        made('one', updating(ana, { jobTitle: 'Buyer' })), made('two', updating(ana, { jobTitle: 'Chief' })), made('bo', creating('bo', bo)),
      ]);
      expect([(await claim())?.id, (await claim())?.id, await claim()]).toEqual(['one', 'bo', null]);
      await journal().settle('one', 'me', refused);
      expect(await claim()).toBeNull();
      expect(await journal().decide('one', { kind: 'drop' })).toMatchObject({ state: 'dropped', problem: null });
      expect((await claim())?.id).toBe('two');
    });

    it('says what stands in the way, and sends again when asked', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      expect(await send(offline)).toMatchObject({ state: 'waiting', problem: { kind: 'offline' }, unsure: true, claim: null });
      expect(await journal().decide('one', { kind: 'tryAgain' })).toMatchObject({ state: 'waiting', problem: null, unsure: true });
      expect(await send(refused)).toMatchObject({ state: 'refused', problem: { kind: 'accessDenied' }, unsure: true });
      expect(await journal().decide('one', { kind: 'tryAgain' })).toMatchObject({ state: 'waiting', problem: null, unsure: true });
      expect(await journal().decide('nothing', { kind: 'tryAgain' })).toBeNull();
    });

    it('puts what Graph answered and takes out what is gone', async () => {
      await current().put(ana);
      await journal().record([made('one', updating(ana, { jobTitle: 'Buyer' }))]);
      const after = { ...ana, jobTitle: 'Head buyer', changeKey: 'k2' };
      expect(await send(done(after))).toMatchObject({ state: 'done', result: after });
      expect(await current().get('ana')).toEqual(after);
      await journal().record([made('two', deleting(after))]);
      await send(done(null, 'ana'));
      expect([await current().get('ana'), await current().count()]).toEqual([null, 0]);
    });

    it('is not misled by an answer from before a delete, and believes one from after it', async () => {
      await current().setFolders([{ id: 'A', displayName: 'A', parentFolderId: 'root', isDefault: true }]);
      await current().put(ana);
      await journal().record([made('one', deleting(ana))]);
      await send(done(null, 'ana'));
      const { id, ...fields } = ana;
      // The clock of every store under test stands at 1.
      const page = (at: number) => current().applyPage({ folderId: 'A', from: null, changes: [{ kind: 'changed', id, fields }], next: null, at });
      await page(0);
      await current().put(ana);
      expect([await current().get('ana'), await found('ana@x.example')]).toEqual([null, []]);
      await page(2);
      expect(await found('ana@x.example')).toEqual(['ana']);
    });

    it('lets what has nothing to do with a refused change go past it, and nothing else', async () => {
      await current().put(ana);
      const flag: Change['act'] = { kind: 'extra', contactId: 'ana', of: 'flag', after: noFollowUp };
      await journal().record([made('one', updating(ana, { jobTitle: 'x' }))]);
      await send(refused);
      await journal().record([made('two', updating(ana, { companyName: 'Litware' })), made('three', flag)]);
      expect(await claim()).toMatchObject({ id: 'three' });
      await journal().settle('three', 'me', done(null));
      expect(await claim()).toBeNull();
      await journal().decide('one', { kind: 'drop' });
      expect(await claim()).toMatchObject({ id: 'two' });
    });

    it('does not put an answer over what sync has brought since', async () => {
      const later = contact('ana', { name: 'Changed elsewhere', modified: 5 });
      await current().put(ana);
      await journal().record([made('one', updating(ana, { jobTitle: 'Buyer' }))]);
      await claim();
      await current().put(later);
      await journal().settle('one', 'me', done(contact('ana', { modified: 3 })));
      expect(await current().get('ana')).toEqual(later);
    });

    it('keeps a dispute with both sides until somebody has chosen', async () => {
      await current().put(ana);
      await journal().record([made('one', updating(ana, { jobTitle: 'Buyer' }))]);
      const theirs = { ...ana, jobTitle: 'Chief' };
      expect(await send({ state: 'disputed', dispute: { theirs, fields: ['jobTitle'] } })).toMatchObject({ state: 'disputed', dispute: { theirs } });
      expect(await claim()).toBeNull();
      expect(await current().get('ana')).toMatchObject({ jobTitle: 'Buyer' });
      const act = updating(theirs, { jobTitle: 'Both' });
      expect(await journal().decide('one', { kind: 'resolve', act })).toMatchObject({ state: 'waiting', act, dispute: null });
      expect(await journal().decide('one', { kind: 'resolve', act: deleting(ana) })).toMatchObject({ act });
      expect(await current().get('ana')).toMatchObject({ jobTitle: 'Both' });
    });

    it('knows a contact by the id that Graph has given, and who names it by ours', async () => {
      await journal().record([
        made('one', creating('bo', bo)), made('two', updating(answered('local:bo', bo), { jobTitle: 'Dev' })), made('three', deleting(answered('local:bo', bo))),
      ]);
      await send(done(answered('r', bo)));
      expect([await journal().idNow('local:bo'), await journal().idNow('ana')]).toEqual(['r', 'ana']);
      expect((await journal().list()).map(({ act }) => act.contactId)).toEqual(['r', 'r', 'local:bo']);
      expect((await journal().get('two'))?.act).toMatchObject({ before: { id: 'r' } });
      await journal().record([made('late', updating(answered('local:bo', bo), { nickName: 'Bo' }))]);
      expect((await journal().get('late'))?.act.contactId).toBe('r');
    });

    it('leads from the id a contact had before it was deleted to the one it has now, again and again', async () => {
      await current().put(ana);
      await journal().record([made('gone', deleting(ana))]);
      await send(done(null, 'ana'));
      await journal().record([made('back', creating('one', named('Ana Ruiz'), { restores: 'ana' }), { undoes: 'gone' })]);
      await send(done(answered('r1', named('Ana Ruiz'))));
      await journal().record([made('gone again', deleting(ana))]);
      await send(done(null, 'r1'));
      await journal().record([made('back again', creating('two', named('Ana Ruiz'), { restores: 'ana' }))]);
      await send(done(answered('r2', named('Ana Ruiz'))));
      expect(await Promise.all(['ana', 'local:one', 'r1', 'local:two', 'r2'].map((id) => journal().idNow(id)))).toEqual(['r2', 'r2', 'r2', 'r2', 'r2']);
      expect(await current().get('ana')).toMatchObject({ id: 'r2' });
    });

    it('brings a contact back only after it is deleted, and sends what was done to it behind that', async () => {
      await current().put(ana);
      await journal().record([made('gone', deleting(ana))]);
      expect((await claim())?.id).toBe('gone');
      await journal().record([made('back', creating('one', named('Ana Ruiz'), { restores: 'ana' }), { undoes: 'gone' })]);
      await journal().record([made('edit', updating(ana, { jobTitle: 'Buyer' }))]);
      expect(await claim()).toBeNull();
      expect(await current().get('ana')).toMatchObject({ id: 'local:one', jobTitle: 'Buyer' });
      await journal().settle('gone', 'me', done(null, 'ana'));
      expect((await claim())?.id).toBe('back');
      await journal().settle('back', 'me', done(answered('r', named('Ana Ruiz'))));
      expect(await claim()).toMatchObject({ id: 'edit' });
      expect(await current().get('ana')).toMatchObject({ id: 'r', jobTitle: 'Buyer' });
    });

    it('marks what is undone, and holds it for done again when the undo is undone', async () => {
      await current().put(ana);
      await journal().record([made('one', updating(ana, { jobTitle: 'Buyer' }))]);
      await send(done({ ...ana, jobTitle: 'Buyer' }));
      await journal().record([made('undo', updating(ana, { jobTitle: '' }), { undoes: 'one' })]);
      expect(await states()).toEqual({ one: 'done', undo: 'waiting' });
      await send(done(ana));
      expect(await states()).toEqual({ one: 'undone', undo: 'done' });
      await journal().record([made('redo', updating(ana, { jobTitle: 'Buyer' }), { undoes: 'undo' })]);
      await send(done({ ...ana, jobTitle: 'Buyer' }));
      expect(await states()).toEqual({ one: 'done', undo: 'undone', redo: 'done' });
    });

    it('undoes a change once, whoever asks for it how often', async () => {
      await current().put(ana);
      await journal().record([made('gone', deleting(ana))]);
      await send(done(null, 'ana'));
      const back = (id: string) => made(id, creating(id, bo, { restores: 'ana' }), { undoes: 'gone' });
      await Promise.all([journal().record([back('one')]), journal().record([back('two'), back('three')])]);
      expect(await states()).toEqual({ gone: 'done', one: 'waiting' });
      await journal().decide('one', { kind: 'drop' });
      await journal().record([back('four')]);
      await send(done(answered('r', bo)));
      await journal().record([back('five'), made('other', creating('other', bo), { undoes: 'one' }), made('old', deleting(ana), { undoes: 'pruned' })]);
      expect(await states()).toEqual({ gone: 'undone', one: 'dropped', four: 'done', old: 'waiting' });
    });

    it('refuses what makes no sense, and writes nothing of it', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      await claim();
      await expect(journal().settle('one', 'me', { state: 'undone' } as unknown as Settled)).rejects.toThrow('does not move');
      await expect(journal().settle('one', 'me', done(null))).rejects.toThrow('a contact');
      expect(await states()).toEqual({ one: 'sending' });
    });

    it('lets go of old changes, and of all but the newest, but never of what waits', async () => {
      await journal().record([made('waits', creating('bo', bo), { at: 1 })]);
      for (const [id, at] of [['old', 5], ['kept', 50], ['new', 60]] as const) {
        await journal().record([made(id, updating(contact(id), { jobTitle: 'x' }), { at, state: 'done' })]);
      }
      await journal().prune(10, 9);
      expect(Object.keys(await states())).toEqual(['new', 'kept', 'waits']);
      await journal().prune(10, 1);
      expect(Object.keys(await states())).toEqual(['new', 'waits']);
    });

    it('lets go of an act on many as one, or not at all', async () => {
      const many = (group: string, at: number, count: number) => Array.from({ length: count }, (_, n) =>
        made(n === 0 ? group : `${group}-${n}`, updating(contact('ana'), { jobTitle: `${n}` }), { group, at: at + n, state: 'done' }));
      await journal().record(many('old', 1, 3));
      await journal().record(many('big', 20, 700));
      await journal().record(many('new', 1_000, 1));
      await journal().prune(2, 2);
      expect((await journal().list()).map(({ group }) => group)).toEqual(['new', ...Array.from({ length: 700 }, () => 'big')]);
      await journal().prune(2, 1);
      expect(Object.keys(await states())).toEqual(['new']);
    });

    it('forgets an id only when nobody names it any more', async () => {
      await journal().record([made('one', creating('bo', bo), { at: 50 })]);
      await send(done(answered('r', bo)));
      await journal().prune(10, 9);
      expect(await journal().idNow('local:bo')).toBe('r');
      await journal().prune(100, 9);
      expect([await journal().list(), await journal().idNow('local:bo')]).toEqual([[], 'local:bo']);
    });
  });

  describe('dropping', () => {
    it('is not possible once Graph may have it', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      await claim();
      expect(await journal().decide('one', { kind: 'drop' })).toMatchObject({ state: 'sending' });
      await journal().settle('one', 'me', offline);
      expect(await journal().decide('one', { kind: 'drop' })).toMatchObject({ state: 'waiting' });
      await send(done(answered('r', bo)), 1);
      expect(await journal().decide('one', { kind: 'drop' })).toMatchObject({ state: 'done' });
    });

    it('takes along what was done to a contact that will not be made', async () => {
      await journal().record([
        made('one', creating('bo', bo)), made('two', updating(answered('local:bo', bo), { jobTitle: 'Dev' })), made('other', updating(ana, { jobTitle: 'x' })),
      ]);
      await journal().decide('one', { kind: 'drop' });
      expect(await states()).toEqual({ one: 'dropped', two: 'dropped', other: 'waiting' });
      expect(await current().get('local:bo')).toBeNull();
    });

    it('takes along the undo of what was never done, so that nobody is made twice', async () => {
      await current().put(ana);
      await journal().record([made('gone', deleting(ana))]);
      await claim();
      await journal().record([made('back', creating('one', named('Ana Ruiz'), { restores: 'ana' }), { undoes: 'gone' })]);
      await journal().record([made('edit', updating(answered('local:one', bo), { jobTitle: 'x' }))]);
      await journal().settle('gone', 'me', refused);
      await journal().decide('gone', { kind: 'drop' });
      expect(await states()).toEqual({ gone: 'dropped', back: 'dropped', edit: 'dropped' });
      expect(await current().get('ana')).toEqual(ana);
    });

    it('puts later changes on top of what was there before, so that neither they nor their undo bring it back', async () => {
      await current().put(ana);
      const typo = { jobTitle: 'Byuer', emailAddresses: [...ana.emailAddresses, { name: '', address: 'typo@x.example' }] };
      const right = { jobTitle: 'Buyer', emailAddresses: [...typo.emailAddresses, { name: '', address: 'right@x.example' }] };
      await journal().record([made('one', updating(ana, typo)), made('two', updating(patched(ana, typo), right))]);
      await journal().decide('one', { kind: 'drop' });
      expect((await journal().get('two'))?.act).toEqual(updating(ana, {
        jobTitle: 'Buyer', emailAddresses: [...ana.emailAddresses, { name: '', address: 'right@x.example' }],
      }));
      expect([await found('typo@x.example'), await found('right@x.example')]).toEqual([[], ['ana']]);
    });

    it('leaves a contact made by Graph in its own way no reason to clash with itself', async () => {
      await journal().record([made('one', creating('bo', bo)), made('two', updating(answered('local:bo', bo), { fileAs: 'Bo' }))]);
      await send(done(answered('r', { ...bo, fileAs: 'Berg, Bo' })));
      expect((await journal().get('two'))?.act).toMatchObject({ before: { fileAs: 'Berg, Bo' }, patch: { fileAs: 'Bo' } });
    });
  });

  describe('contacts with pending changes', () => {
    it('are found as the person means them', async () => {
      await current().put(ana);
      await current().put(contact('eve', { name: 'Eve Holm', addresses: ['eve@x.example'] }));
      const moved = { displayName: 'Zoe Ruiz', emailAddresses: [{ name: '', address: 'zoe@x.example' }] };
      await journal().record([
        made('one', updating(ana, moved)), made('two', creating('bo', bo)), made('three', deleting(contact('eve'))),
      ]);
      expect(await Promise.all(['ana', 'zoe', 'bo', 'eve'].map((name) => found(`${name}@x.example`)))).toEqual([[], ['ana'], ['local:bo'], []]);
      expect(await searched('')).toEqual(['local:bo', 'ana']);
      expect([await searched('zoe'), await searched('ana@'), await searched('eve'), await current().search('', 1)])
        .toEqual([['ana'], [], [], [expect.objectContaining({ id: 'local:bo' })]]);
      expect(await current().get('ana')).toEqual({ ...ana, ...moved });
      expect(await current().get('eve')).toBeNull();
      expect(await current().get('local:bo')).toMatchObject({ id: 'local:bo', displayName: 'Bo Berg', changeKey: '' });
    });

    it('are laid over what sync goes on bringing', async () => {
      await current().put(ana);
      await journal().record([made('one', updating(ana, { jobTitle: 'Buyer' }))]);
      await current().put({ ...ana, companyName: 'Litware', jobTitle: 'Chief', changeKey: 'k9' });
      expect(await current().get('ana')).toMatchObject({ companyName: 'Litware', jobTitle: 'Buyer', changeKey: 'k9' });
      await journal().decide('one', { kind: 'drop' });
      expect(await current().get('ana')).toMatchObject({ jobTitle: 'Chief' });
    });

    it('stand in the default folder when no other was chosen', async () => {
      await journal().record([made('one', creating('bo', bo, { folderId: null })), made('two', creating('eve', bo, { folderId: 'B' }))]);
      expect((await current().search('', 9)).map(({ parentFolderId }) => parentFolderId).sort()).toEqual(['A', 'B']);
    });

    it('are there once, before and after Graph has given an id and sync has brought it', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      expect(await found('bo@x.example')).toEqual(['local:bo']);
      await send(done(answered('r', bo)));
      const { id, ...fields } = answered('r', bo);
      await current().applyPage({ folderId: 'A', from: null, changes: [{ kind: 'changed', id, fields }], next: { bookmark: 'b' }, at: 1 });
      expect([await found('bo@x.example'), await searched('bo'), await current().count()]).toEqual([['r'], ['r'], 1]);
      expect(await current().get('local:bo')).toMatchObject({ id: 'r' });
    });

    it('are one with what sync brings of them while the answer to their making is open', async () => {
      await journal().record([made('one', creating('bo', bo)), made('two', updating(answered('local:bo', bo), { nickName: 'Bob' }))]);
      await claim();
      await current().put({ ...answered('r', bo), companyName: 'Litware' });
      expect([await found('bo@x.example'), await searched('bo')]).toEqual([['local:bo'], ['local:bo']]);
      const shown = { id: 'local:bo', companyName: 'Litware', nickName: 'Bob' };
      expect([await current().get('r'), await current().get('local:bo')]).toMatchObject([shown, shown]);
      // The answer was lost, and nobody has looked yet; who acts on either means that one.
      await journal().settle('one', 'me', offline);
      await journal().record([made('three', updating(answered('r', bo), { jobTitle: 'Dev' }))]);
      expect([await found('bo@x.example'), await current().get('r')]).toMatchObject([['local:bo'], { ...shown, jobTitle: 'Dev' }]);
      expect(await claim()).toMatchObject({ id: 'one' });
      expect(await claim()).toBeNull();
      // It was gone when it was looked for, and was made once more.
      await journal().settle('one', 'me', done(answered('s', bo)));
      await current().remove('r');
      expect((await current().get('local:bo'))).toMatchObject({ id: 's', nickName: 'Bob', jobTitle: 'Dev' });
      expect(await send(done(answered('s', bo)))).toMatchObject({ id: 'two', act: { contactId: 's' } });
      expect(await claim()).toMatchObject({ id: 'three', act: { contactId: 's' } });
    });

    it('are not taken for somebody else', async () => {
      const at = Date.UTC(2026, 0, 2);
      const stranger = async (id: string, createdDateTime: string) => current().put({ ...answered(id, bo), createdDateTime });
      await journal().record([made('zero', creating('zoe', bo), { at })]);
      await send(done({ ...answered('known', bo), createdDateTime: '2026-01-02T00:00:00Z' }));
      await stranger('old', '2026-01-01T00:00:00Z');
      await journal().record([made('one', creating('bo', bo), { at })]);
      // Sent never, then refused: Graph did not make it.
      await stranger('other', '2026-01-02T00:00:05Z');
      expect(await found('bo@x.example')).toEqual(['known', 'local:bo', 'old', 'other']);
      await claim();
      expect(await found('bo@x.example')).toEqual(['known', 'local:bo', 'old']);
      await journal().settle('one', 'me', refused);
      expect(await found('bo@x.example')).toEqual(['known', 'local:bo', 'old', 'other']);
    });

    it('are recognized by name when they have no address', async () => {
      const eve = named('Eve Holm');
      await journal().record([made('one', creating('eve', eve, { folderId: null }), { unsure: true })]);
      await current().put(answered('r', eve));
      await current().put(answered('s', named('Eve Holmes')));
      expect((await searched('eve')).sort()).toEqual(['local:eve', 's']);
    });

    it('are looked up anew after each step', async () => {
      await current().put(ana);
      const seen: unknown[] = [await found('ana@x.example')];
      await journal().record([made('one', deleting(ana))]);
      seen.push(await found('ana@x.example'), await searched(''));
      await journal().decide('one', { kind: 'drop' });
      seen.push(await found('ana@x.example'), await searched(''));
      expect(seen).toEqual([['ana'], [], [], ['ana'], ['ana']]);
    });
  });

  describe('news of the journal', () => {
    it('says whose contact looks otherwise, after it can be read', async () => {
      await current().put(ana);
      const heard: StoreChange['ids'][] = [];
      const told: Promise<readonly Change[]>[] = [];
      current().onChange(({ ids }) => heard.push(ids === 'all' ? ids : [...ids].sort()));
      const stop = journal().onChange(() => told.push(journal().list()));
      await journal().record([made('one', updating(ana, { jobTitle: 'Buyer' })), made('two', creating('bo', bo))]);
      expect(heard.splice(0)).toEqual([['ana', 'local:bo']]);
      await claim();
      await journal().settle('one', 'me', offline);
      expect([heard.splice(0), told.length]).toEqual([[], 3]);
      await claim();
      await journal().settle('one', 'me', done(ana));
      await claim();
      await journal().settle('two', 'me', done(answered('r', bo)));
      expect(heard.splice(0)).toEqual([['ana'], ['local:bo'], ['local:bo', 'r']]);
      expect((await Promise.all(told)).map((list) => list.map(({ state }) => state).join())).toEqual([
        'waiting,waiting', 'waiting,sending', 'waiting,waiting', 'waiting,sending', 'waiting,done', 'sending,done', 'done,done',
      ]);
      await claim(500);
      stop();
      await journal().record([made('three', deleting(ana))]);
      expect([heard, told.length]).toEqual([[['ana']], 7]);
    });

    it('is told of a wipe, which forgets changes and ids too', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      await send(done(answered('r', bo)));
      await journal().record([made('two', creating('eve', bo))]);
      let told = 0;
      journal().onChange(() => { told += 1; });
      await current().wipe();
      expect([told, await journal().list(), await journal().idNow('local:bo'), await found('bo@x.example')]).toEqual([1, [], 'local:bo', []]);
    });

    it('outlives thirty days without a connection', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      await current().forgetStale(90 * 24 * 60 * 60 * 1000);
      expect([await states(), await found('bo@x.example')]).toEqual([{ one: 'waiting' }, ['local:bo']]);
    });

    it('ends with the store', async () => {
      await journal().record([made('one', creating('bo', bo))]);
      current().close();
      expect([await claim(), await journal().list()]).toEqual([null, []]);
    });
  });
}
