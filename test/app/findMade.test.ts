import { findMade } from '#app/findMade';
import type { Contact } from '#domain/contact';
import { failed, ok } from '#domain/result';
import { contact } from '../support/contactBuilder.ts';

const made = (id: string, createdDateTime: string): Contact => ({ ...contact({ id, displayName: 'Bo' }), createdDateTime });

describe('looking for what a lost create has made', () => {
  it('asks in every folder that Graph has now, each once, and gives the oldest first', async () => {
    const asked: unknown[] = [];
    const find = findMade({
      listFolders: async () => ok(['contacts', 'prague'].map((id) => ({ id, displayName: id, parentFolderId: 'root', isDefault: id === 'contacts' }))),
      findByOrigin: async (...given) => {
        asked.push(given);
        return ok([made('b', '2026-03-02T08:00:01Z'), made('z', '2026-03-02T08:00:00Z'), made('a', '2026-03-02T08:00:01Z')]);
      },
    });
    const found = await find('change', 'change-1');
    expect(asked).toEqual([['change', 'change-1', [null, 'prague']]]);
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
  });

  it('does not know when the folders, or what is in them, could not be had', async () => {
    const folders = async () => ok([]);
    expect(await findMade({ listFolders: folders, findByOrigin: async () => failed({ kind: 'offline' }) })('change', '1')).toEqual(failed({ kind: 'offline' }));
    expect(await findMade({ listFolders: async () => failed({ kind: 'offline' }), findByOrigin: async () => ok([]) })('change', '1')).toEqual(failed({ kind: 'offline' }));
  });
});
