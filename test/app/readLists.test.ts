import { categoryList } from '#app/categoryList';
import { createCell } from '#app/cell';
import { followUpList } from '#app/followUpList';
import type { Category } from '#domain/category';
import type { Change } from '#domain/change';
import { followUpOn } from '#domain/followUp';
import { ok } from '#domain/result';
import { memoryStore } from '#store/memoryStore';

describe('the list of categories', () => {
  it('is read once for whoever shows nothing but colours, and each time for whoever asks', async () => {
    let asked = 0;
    const list = categoryList({
      ask: async () => { asked += 1; return Promise.resolve(ok<readonly Category[]>([{ id: '1', displayName: 'Board', color: 'preset0' }])); },
      readStored: () => Promise.resolve(null), writeStored: () => Promise.resolve(), changes: createCell<readonly Change[]>([]),
    });
    await Promise.all([list.ensureRead(), list.ensureRead()]);
    await list.ensureRead();
    expect([asked, list.state.get().list?.length]).toEqual([1, 1]);
    await list.refresh();
    expect(asked).toBe(2);
  });
});

describe('the people to get back to', () => {
  const setUp = (folderIds: readonly string[]) => {
    const store = memoryStore();
    const seen: (readonly string[])[] = [];
    let readAt: number | null = null;
    let folders = folderIds;
    const list = followUpList({
      stored: store.extras, get: (id) => store.get(id), folderIds: () => Promise.resolve(folders),
      listFlags: (ids) => { seen.push(ids); return Promise.resolve(ok(new Map([['ana', followUpOn('today', '2026-11-23')]]))); },
      readReadAt: () => Promise.resolve(readAt), writeReadAt: (at) => { readAt = at; return Promise.resolve(); }, onChange: store.onChange, now: () => 1_000,
    });
    return { seen, list, readAt: () => readAt, setFolders: (ids: readonly string[]) => { folders = ids; } };
  };

  it('are not looked for before a folder is known, and nobody is taken for the answer', async () => {
    const all = setUp([]);
    await all.list.open();
    expect([all.seen, all.readAt(), all.list.state.get().found]).toEqual([[], null, null]);
    all.setFolders(['contacts']);
    await all.list.open();
    expect([all.seen, all.readAt()]).toEqual([[['contacts']], 1_000]);
  });

  it('are looked for once by two who ask together', async () => {
    const all = setUp(['contacts']);
    await Promise.all([all.list.open(), all.list.open()]);
    expect(all.seen).toHaveLength(1);
  });
});
