import type { BrowseQuery } from '#domain/browseQuery';
import type { Contact } from '#domain/contact';
import type { ContactChange } from '#domain/contactChange';
import { personKeys } from '#domain/match';
import type { ChangesCursor, ContactStore, StoreChange } from '#store/contactStore';
import { cursorOf } from '#store/contactStore';
import { contact, folder } from '../support/storedContacts';
import { journalSuite } from './journalSuite';
import { deleting, made } from './madeChanges';

export type StoreUnderTest = { readonly store: ContactStore; readonly cleanUp?: () => Promise<void> };

/** What every store of contacts promises, whatever it keeps them in. */
export function contactStoreSuite(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the contact store ${name}`, () => {
    let store: ContactStore;
    let opened: StoreUnderTest;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.setFolders([folder('A', true), folder('B')]);
    });
    afterEach(async () => {
      store.close();
      await opened.cleanUp?.();
    });

    const lookUp = (address: string, personName = '') => store.lookUp(personKeys({ name: personName, address }));
    const cursor = async (folderId: string): Promise<ChangesCursor> => {
      const found = (await store.folders()).find(({ id }) => id === folderId);
      return found ? cursorOf(found) : null;
    };
    const apply = async (folderId: string, changes: ContactChange[], next: Exclude<ChangesCursor, null> | null, at = 1) =>
      store.applyPage({ folderId, from: await cursor(folderId), changes, next, at });
    const changed = ({ id, ...fields }: Contact): ContactChange => ({ kind: 'changed', id, fields });
    const removed = (id: string): ContactChange => ({ kind: 'removed', id });
    const heard = (): StoreChange[] => {
      const changes: StoreChange[] = [];
      store.onChange((change) => changes.push(change));
      return changes;
    };

    journalSuite(() => store);

    describe('looking people up', () => {
      it('finds a contact by address, whatever the case, in any folder', async () => {
        const ana = contact('ana', { folder: 'B', addresses: ['Ana@Fabrikam.example'] });
        await store.put(ana);
        expect(await lookUp('ANA@fabrikam.example')).toEqual([ana]);
      });

      it('finds nobody for a stranger, and for no key at all', async () => {
        expect(await lookUp('nobody@fabrikam.example')).toEqual([]);
        expect(await store.lookUp([])).toEqual([]);
      });

      it('gives everybody who holds the address, and each once', async () => {
        await store.put(contact('one', { addresses: ['info@litware.example'] }));
        await store.put(contact('two', { addresses: ['info@litware.example', 'info+x@litware.example'] }));
        expect((await lookUp('info@litware.example')).map(({ id }) => id).sort()).toEqual(['one', 'two']);
      });

      it('finds by name who writes from another address', async () => {
        await store.put(contact('diego', { name: 'Diego Siciliani', addresses: ['diego@work.example'] }));
        expect(await lookUp('diego@private.example', 'Siciliani, Diego')).toHaveLength(1);
      });

      it('looks each of many people up by the first key that anybody holds', async () => {
        const ana = contact('ana', { name: 'Ana Trujillo', addresses: ['ana@x.example'] });
        const other = contact('other', { name: 'Ana Trujillo', addresses: ['other@x.example'] });
        const bo = contact('bo', { name: 'Bo Berg', addresses: ['bo@x.example'] });
        for (const one of [ana, other, bo]) await store.put(one);
        const keys = (address: string, name = '') => personKeys({ address, name });
        const ids = async (...people: (readonly string[])[]) => (await store.lookUpEach(people)).map(({ id }) => id).sort();
        expect(await ids()).toEqual([]);
        expect(await ids([], keys('nobody@x.example', 'No Body'))).toEqual([]);
        // Ana is found by her address, so nobody else of her name is wanted; Bo writes from another one.
        expect(await ids(keys('ana@x.example', 'Ana Trujillo'), keys('b@private.example', 'Bo Berg'), keys('nobody@x.example'))).toEqual(['ana', 'bo']);
        expect(await ids(keys('ana@x.example', 'Ana Trujillo'))).toEqual(['ana']);
        // By name both, also when what stands under the address is held in memory by now.
        expect(await ids(keys('nobody@x.example', 'Ana Trujillo'), keys('bo+news@x.example'))).toEqual(['ana', 'bo', 'other']);
        await store.put(contact('ana', { name: 'Ana Trujillo', addresses: ['new@x.example'] }));
        expect(await ids(keys('ana@x.example', 'Ana Trujillo'))).toEqual(['ana', 'other']);
      });

      it('no longer finds under an address that was taken away', async () => {
        await store.put(contact('ana', { addresses: ['old@x.example'] }));
        expect(await lookUp('old@x.example')).toHaveLength(1);
        await store.put(contact('ana', { addresses: ['new@x.example'] }));
        expect(await lookUp('old@x.example')).toEqual([]);
        expect(await lookUp('new@x.example')).toHaveLength(1);
      });

      it('finds somebody who was a stranger a moment ago', async () => {
        expect(await lookUp('ana@x.example')).toEqual([]);
        await store.put(contact('ana', { addresses: ['ana@x.example'] }));
        expect(await lookUp('ana@x.example')).toHaveLength(1);
      });

      it('gives one by id, or null', async () => {
        const ana = contact('ana');
        await store.put(ana);
        expect(await store.get('ana')).toEqual(ana);
        expect(await store.get('nobody')).toBeNull();
      });

      it('gives many by id, leaving out who is not there', async () => {
        for (const id of ['ana', 'bob']) await store.put(contact(id));
        await store.journal.record([made('del', deleting(contact('bob')))]);
        expect((await store.getAll(['ana', 'nobody', 'bob'])).map(({ id }) => id)).toEqual(['ana']);
        expect(await store.getAll([])).toEqual([]);
      });
    });

    describe('searching', () => {
      beforeEach(async () => {
        await store.put(contact('z', { name: 'Žofie Nováková', addresses: ['zofie@wingtip.example'] }));
        await store.put({ ...contact('a', { name: 'Adam Zeman' }), companyName: 'Fabrikam', mobilePhone: '+420 (602) 123-456' });
        await store.put(contact('m', { name: 'Megan Bowen', addresses: ['megan@fabrikam.example'] }));
      });
      const ids = async (text: string, limit = 10) => (await store.search(text, limit)).map(({ id }) => id);

      it('finds any part of name, company and address, sorted by name', async () => {
        expect(await ids('fabrikam')).toEqual(['a', 'm']);
        expect(await ids('wen')).toEqual(['m']);
      });
      it('minds neither case nor accents', async () => {
        expect(await ids('ZOFIE novak')).toEqual(['z']);
      });
      it('wants every word', async () => {
        expect(await ids('fabrikam megan')).toEqual(['m']);
        expect(await ids('fabrikam zofie')).toEqual([]);
      });
      it('finds a phone number however it is written', async () => {
        expect(await ids('602123')).toEqual(['a']);
        expect(await ids('602 123 456')).toEqual(['a']);
      });
      it('gives all for an empty text, and no more than were asked for', async () => {
        expect(await ids('')).toEqual(['a', 'm', 'z']);
        expect(await ids('', 2)).toEqual(['a', 'm']);
        expect(await ids('', 0)).toEqual([]);
      });
      it('knows what changed since the last search', async () => {
        expect(await ids('megan')).toEqual(['m']);
        await store.put(contact('m', { name: 'Maren Bowen' }));
        await store.remove('z');
        await store.put(contact('n', { name: 'Nora Adamova' }));
        expect(await ids('megan')).toEqual([]);
        expect(await ids('')).toEqual(['a', 'm', 'n']);
      });
    });

    describe('browsing', () => {
      const all = { text: '', folderId: null, category: 'any' } as const;
      beforeEach(async () => {
        await store.put({
          ...contact('m', { name: 'Megan Bowen', addresses: ['megan@fabrikam.example'] }), fileAs: 'Bowen, Megan', birthday: '1986-03-14',
          personalNotes: 'Met at the Northwind fair.', categories: ['Press'], homeAddress: { street: '12 Cedar Lane', city: 'Bellevue', state: '', countryOrRegion: '', postalCode: '' },
        });
        await store.put({ ...contact('d', { name: 'Dana Adams', folder: 'B' }), fileAs: 'Adams, Dana', children: ['Theo'] });
        await store.put({ ...contact('z', { name: 'Zoë' }), categories: ['press', 'Family'] });
      });
      const ids = async (query: Partial<BrowseQuery>) => (await store.idsOf({ ...all, ...query }));

      it('is in the order of how contacts are filed, and gives windows of it', async () => {
        expect(await ids({})).toEqual(['d', 'm', 'z']);
        expect(await store.browse(all, 1, 1)).toEqual({ total: 3, rows: [await store.get('m')], isComplete: true, listed: 3 });
        expect(await store.browse(all, 3, 5)).toMatchObject({ total: 3, rows: [] });
      });
      it('finds a word whatever field it stands in', async () => {
        for (const [text, id] of [['northwind', 'm'], ['cedar', 'm'], ['1986', 'm'], ['theo', 'd'], ['family', 'z'], ['fabrikam', 'm']] as const) {
          expect([text, await ids({ text })]).toEqual([text, [id]]);
          expect((await store.search(text, 9)).map((one) => one.id)).toEqual([id]);
        }
      });
      it('keeps to a folder, to a category, to those without one, and to all of it at once', async () => {
        expect(await ids({ folderId: 'B' })).toEqual(['d']);
        expect(await ids({ category: { name: 'PRESS' } })).toEqual(['m', 'z']);
        expect(await ids({ category: 'none' })).toEqual(['d']);
        expect(await ids({ category: { name: 'Press' }, folderId: 'A', text: 'zo' })).toEqual(['z']);
      });
      it('names the categories in use, each once', async () => {
        expect(await store.categoriesInUse()).toEqual(['Family', 'Press']);
        await store.remove('z');
        expect(await store.categoriesInUse()).toEqual(['Press']);
      });
      it('shows what comes in by a page of changes, and what the person did', async () => {
        await store.listAhead();
        await apply('A', [changed(contact('n', { name: 'Nora' })), removed('nobody')], { bookmark: 'b1' });
        await store.journal.record([made('del', deleting(contact('z', { name: 'Zoë' })))]);
        expect(await ids({})).toEqual(['d', 'm', 'n']);
        expect((await store.browse({ ...all, text: 'zo' }, 0, 9)).total).toBe(0);
      });
      it('knows of everybody where there are many', async () => {
        const many = Array.from({ length: 950 }, (_, n) => contact(`n${n}`, { name: `Number ${String(n).padStart(3, '0')}` }));
        await apply('A', many.map(changed), { bookmark: 'b1' });
        expect(await ids({ text: 'number' })).toEqual(many.map(({ id }) => id));
        await apply('A', many.slice(0, 300).map(({ id }) => removed(id)), { bookmark: 'b2' });
        expect(await ids({ text: 'number' })).toHaveLength(650);
        expect((await store.browse({ ...all, text: 'number' }, 0, 1))).toMatchObject({ rows: [{ id: 'n300' }] });
      });
    });

    describe('taking in changes', () => {
      it('keeps rows and bookmark, and says which ids changed', async () => {
        const answer = await apply('A', [changed(contact('ana')), removed('never known')], { bookmark: 'b1' }, 7);
        expect(answer).toEqual({ ok: true, value: ['ana'] });
        expect(await store.get('ana')).toEqual(contact('ana', { folder: 'A' }));
        expect((await store.folders()).find(({ id }) => id === 'A'))
          .toEqual({ ...folder('A', true), bookmark: 'b1', link: null, syncedAt: 7 });
      });

      it('keeps the place in the middle of a round, and the bookmark of the last one beside it', async () => {
        await apply('A', [], { bookmark: 'b1' }, 7);
        await apply('A', [], { link: 'l1' }, 8);
        expect((await store.folders()).find(({ id }) => id === 'A')).toMatchObject({ bookmark: 'b1', link: 'l1', syncedAt: 7 });
      });

      it('does not move on with a slice that is not the last', async () => {
        await apply('A', [changed(contact('ana'))], null);
        expect(await cursor('A')).toBeNull();
        expect(await store.count()).toBe(1);
      });

      it('merges what comes in part', async () => {
        await apply('A', [changed({ ...contact('ana'), jobTitle: 'Buyer' })], { bookmark: 'b1' });
        await apply('A', [{ kind: 'changed', id: 'ana', fields: { companyName: 'Contoso' } }], { bookmark: 'b2' });
        expect(await store.get('ana')).toMatchObject({ jobTitle: 'Buyer', companyName: 'Contoso' });
      });

      it('lets the last of several in one page win', async () => {
        await apply('A', [changed(contact('ana', { name: 'One' })), changed(contact('ana', { name: 'Two' })), removed('bob'),
          changed(contact('eve')), removed('eve')], { bookmark: 'b1' });
        expect(await store.get('ana')).toMatchObject({ displayName: 'Two' });
        expect(await store.count()).toBe(1);
      });

      it('leaves alone what is newer than the change', async () => {
        await apply('A', [changed(contact('ana', { name: 'Before', modified: 1 }))], { bookmark: 'b1' });
        await store.put(contact('ana', { folder: 'A', name: 'Saved', modified: 3 }));
        expect(await apply('A', [changed(contact('ana', { name: 'Late', modified: 2 }))], { bookmark: 'b2' }))
          .toEqual({ ok: true, value: [] });
        expect(await store.get('ana')).toMatchObject({ displayName: 'Saved' });
      });

      it('keeps a moved contact when the new folder speaks first', async () => {
        await apply('A', [changed(contact('ana'))], { bookmark: 'a1' });
        await apply('B', [changed(contact('ana', { folder: 'B' }))], { bookmark: 'b1' });
        expect(await store.count()).toBe(1);
        await apply('A', [removed('ana')], { bookmark: 'a2' });
        expect(await store.get('ana')).toMatchObject({ parentFolderId: 'B' });
      });

      it('keeps a moved contact when the old folder speaks first', async () => {
        await apply('A', [changed(contact('ana'))], { bookmark: 'a1' });
        await apply('A', [removed('ana')], { bookmark: 'a2' });
        await apply('B', [changed(contact('ana', { folder: 'B' }))], { bookmark: 'b1' });
        expect(await store.get('ana')).toMatchObject({ parentFolderId: 'B' });
      });

      it('refuses a page that was not asked from where the folder stands, and writes nothing of it', async () => {
        await apply('A', [], { bookmark: 'b1' });
        const answer = await store.applyPage({
          folderId: 'A', from: { bookmark: 'older' }, changes: [changed(contact('ana'))], next: { bookmark: 'b2' }, at: 2,
        });
        expect(answer).toEqual({ ok: false, problem: { kind: 'abandoned' } });
        expect(await store.count()).toBe(0);
        expect(await cursor('A')).toEqual({ bookmark: 'b1' });
      });

      it('refuses a page of a folder it does not know', async () => {
        expect((await apply('nowhere', [changed(contact('ana'))], { bookmark: 'b' })).ok).toBe(false);
        expect(await store.count()).toBe(0);
      });

      it('lets go, after a fresh set, of what did not come again', async () => {
        await apply('A', [changed(contact('ana')), changed(contact('bob')), changed(contact('eve'))], { bookmark: 'b1' });
        await apply('B', [changed(contact('zoe', { folder: 'B' })), changed(contact('eve', { folder: 'B' }))], { bookmark: 'b1' });
        await store.replaceFolder('A', 100);
        expect(await cursor('A')).toBeNull();
        await apply('A', [changed(contact('ana', { name: 'Ana again' }))], { link: 'l1' });
        await store.put(contact('new', { folder: 'A' }));
        expect(await store.count()).toBe(5);
        const answer = await apply('A', [], { bookmark: 'b2' });
        expect(answer).toEqual({ ok: true, value: ['bob'] });
        expect((await store.search('', 9)).map(({ id }) => id).sort()).toEqual(['ana', 'eve', 'new', 'zoe']);
      });

      it('believes a fresh set even where it is older than what was kept', async () => {
        await apply('A', [changed(contact('ana', { name: 'Newer', modified: 9 }))], { bookmark: 'b1' });
        await store.replaceFolder('A', 100);
        await apply('A', [changed(contact('ana', { name: 'Restored', modified: 2 }))], { bookmark: 'b2' });
        expect(await store.get('ana')).toMatchObject({ displayName: 'Restored' });
      });
    });

    describe('folders', () => {
      it('keep their place when the list comes again', async () => {
        await apply('A', [], { bookmark: 'b1' });
        await store.setFolders([{ ...folder('A', true), displayName: 'Renamed' }]);
        expect(await store.folders()).toEqual([expect.objectContaining({ displayName: 'Renamed', bookmark: 'b1' })]);
      });
      it('take their contacts with them when they vanish', async () => {
        await apply('A', [changed(contact('ana'))], { bookmark: 'a1' });
        await apply('B', [changed(contact('zoe', { folder: 'B' })), changed(contact('ana', { folder: 'B' }))], { bookmark: 'b1' });
        const changes = heard();
        await store.setFolders([folder('A', true)]);
        expect(await store.get('zoe')).toBeNull();
        expect(await store.get('ana')).toMatchObject({ parentFolderId: 'A' });
        expect(changes.flatMap(({ ids }) => ids).sort()).toEqual(['ana', 'zoe']);
      });
    });

    describe('listeners', () => {
      it('hear after the change can be read', async () => {
        const read: Promise<Contact | null>[] = [];
        store.onChange(() => read.push(store.get('ana')));
        await store.put(contact('ana'));
        expect(await Promise.all(read)).toEqual([contact('ana')]);
      });
      it('hear nothing where nothing changed', async () => {
        await apply('A', [changed(contact('ana'))], { bookmark: 'b1' });
        const changes = heard();
        await apply('A', [changed(contact('ana')), removed('never known')], { bookmark: 'b2' });
        await store.writeDraft('d', 'text', 1);
        expect(changes).toEqual([]);
      });
      it('stop when they ask to', async () => {
        const changes: StoreChange[] = [];
        const stop = store.onChange((change) => changes.push(change));
        await store.put(contact('ana'));
        stop();
        await store.remove('ana');
        expect(changes).toEqual([{ ids: ['ana'] }]);
      });
    });

    describe('drafts and meta', () => {
      it('come back as they were written', async () => {
        await store.writeDraft('card:1', { givenName: 'Ja', emailAddresses: [] }, 5);
        await store.writeDraft('card:2', 'text', 6);
        expect(await store.readDraft('card:1')).toEqual({ key: 'card:1', value: { givenName: 'Ja', emailAddresses: [] }, at: 5 });
        expect((await store.listDrafts()).map(({ key }) => key)).toEqual(['card:2', 'card:1']);
        await store.removeDraft('card:1');
        expect(await store.readDraft('card:1')).toBeNull();
        await store.writeMeta('account', { oid: '1' });
        expect(await store.readMeta('account')).toEqual({ oid: '1' });
        expect(await store.readMeta('other')).toBeNull();
      });
      it('are copies: what is changed later in memory is not in them', async () => {
        const draft = { text: 'before' };
        await store.writeDraft('d', draft, 1);
        draft.text = 'after';
        expect((await store.readDraft('d'))?.value).toEqual({ text: 'before' });
      });
    });

    describe('letting go', () => {
      const day = 24 * 60 * 60 * 1000;
      it('forgets folders that were not refreshed for thirty days, and reads them anew', async () => {
        await apply('A', [changed(contact('ana'))], { bookmark: 'a1' }, day);
        await apply('B', [changed(contact('zoe', { folder: 'B' }))], { bookmark: 'b1' }, 20 * day);
        await store.writeDraft('old', 1, day);
        await store.forgetStale(30 * day);
        expect(await store.count()).toBe(2);
        await store.forgetStale(32 * day);
        expect((await store.search('', 9)).map(({ id }) => id)).toEqual(['zoe']);
        expect(await cursor('A')).toBeNull();
        expect(await cursor('B')).toEqual({ bookmark: 'b1' });
        expect(await store.listDrafts()).toEqual([]);
      });

      it('removes what the user deleted, and minds no unknown id', async () => {
        await store.put(contact('ana', { addresses: ['ana@x.example'] }));
        await store.remove('ana');
        await store.remove('ana');
        expect(await store.count()).toBe(0);
        expect(await lookUp('ana@x.example')).toEqual([]);
      });

      it('is empty and usable after a wipe, and says so', async () => {
        await apply('A', [changed(contact('ana', { addresses: ['ana@x.example'] }))], { bookmark: 'b1' });
        await store.writeDraft('d', 1, 1);
        await store.writeMeta('m', 1);
        await lookUp('ana@x.example');
        await store.search('', 1);
        const changes = heard();
        expect(await store.wipe()).toEqual({ ok: true, value: undefined });
        expect(changes).toEqual([{ ids: 'all' }]);
        expect([await store.count(), await lookUp('ana@x.example'), await store.search('', 9), await store.folders(),
          await store.listDrafts(), await store.readMeta('m')]).toEqual([0, [], [], [], [], null]);
        await store.put(contact('bob'));
        expect(await store.count()).toBe(1);
      });

      it('goes on in memory after it was told to forget for good', async () => {
        await store.put(contact('ana', { addresses: ['ana@x.example'] }));
        await lookUp('ana@x.example');
        const changes = heard();
        expect(await store.forget()).toEqual({ ok: true, value: undefined });
        expect(changes).toEqual([{ ids: 'all' }]);
        expect([store.kind, await store.count(), await lookUp('ana@x.example'), await store.search('', 9)]).toEqual(['memory', 0, [], []]);
        await store.put(contact('bob'));
        expect(await store.count()).toBe(1);
      });

      it('finds nothing and keeps nothing once closed, without complaint', async () => {
        await store.put(contact('ana', { addresses: ['ana@x.example'] }));
        store.close();
        expect([await store.get('ana'), await lookUp('ana@x.example'), await store.search('', 9), await store.count()])
          .toEqual([null, [], [], 0]);
        await store.put(contact('bob'));
        expect(await store.get('bob')).toBeNull();
        expect((await apply('A', [], { bookmark: 'b' })).ok).toBe(false);
      });
    });
  });
}
