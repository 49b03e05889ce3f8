import { findMade } from '#app/findMade';
import type { Contact } from '#domain/contact';
import { failed, ok } from '#domain/result';
import { contact, fields } from '../support/contactBuilder.ts';

const now = Date.UTC(2026, 2, 2, 8);
const bo = fields({ displayName: 'Bo', emailAddresses: [{ name: 'Bo', address: 'bo@fabrikam.example' }] });
const made = (id: string, about: Partial<Contact> = {}): Contact =>
  ({ ...contact({ id, displayName: 'Bo', addresses: ['bo@fabrikam.example'] }), createdDateTime: new Date(now).toISOString(), ...about });
const none: ReadonlySet<string> = new Set();

/** Contacts by folder; the default one is ''. */
function setUp(there: Readonly<Record<string, readonly Contact[]>>) {
  const asked: (string | null)[] = [];
  const find = findMade({
    listFolders: async () => ok(Object.keys(there).map((id) => ({ id: id || 'contacts', displayName: id, parentFolderId: 'root', isDefault: id === '' }))),
    findByAddress: async (_addresses, folderIds) => {
      asked.push(...folderIds);
      return ok([{ contacts: folderIds.flatMap((id) => there[id ?? ''] ?? []), problem: there.broken ? { kind: 'offline' } : null }]);
    },
    findByName: async (name, folderId) => {
      asked.push(folderId);
      return folderId === 'gone' ? failed({ kind: 'gone' }) : ok((there[folderId ?? ''] ?? []).filter((one) => one.displayName === name));
    },
  });
  return { find, asked };
}

describe('looking for what a lost create has made', () => {
  it('asks in every folder that Graph has now, each once', async () => {
    const { find, asked } = setUp({ '': [], prague: [made('moved')] });
    expect(await find(bo, now, none)).toMatchObject({ ok: true, value: { id: 'moved' } });
    expect(asked).toEqual([null, 'prague']);
  });

  it('asks in every folder by name, too, when there is no address', async () => {
    const { find, asked } = setUp({ '': [], gone: [], prague: [made('moved')] });
    expect(await find({ ...bo, emailAddresses: [] }, now, none)).toMatchObject({ ok: true, value: { id: 'moved' } });
    expect(asked).toEqual([null, 'gone', 'prague']);
  });

  it('takes none that was there before or that another change has made', async () => {
    const { find } = setUp({ '': [made('old', { createdDateTime: '2026-01-01T00:00:00Z' }), made('other')] });
    expect(await find(bo, now, new Set(['other']))).toEqual(ok(null));
  });

  it('does not know when one of the folders, or their list, could not be had', async () => {
    expect(await setUp({ '': [], broken: [] }).find(bo, now, none)).toEqual(failed({ kind: 'offline' }));
    const blind = findMade({
      listFolders: async () => failed({ kind: 'offline' }), findByAddress: async () => ok([]), findByName: async () => ok([]),
    });
    expect(await blind(bo, now, none)).toEqual(failed({ kind: 'offline' }));
  });
});
