import { allPages, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Json } from '../support/graphUnderTest';

const graph = useGraph();
const byId = (id: string): string => `/me/contactFolders/${encodeURIComponent(id)}`;

describe('§3 contact folders', () => {
  it('gives the default folder under its well-known name', async () => {
    const home = await graph.get('/me/contactFolders/contacts');
    expect(home.status).toBe(200);
    expect(Object.keys(home.body as object).filter((k) => !k.startsWith('@')).sort()).toEqual(['displayName', 'id', 'parentFolderId']);
  });

  onEmulator('lists the children of the default folder, not the folder itself (assumed)', async () => {
    const home = (await graph.get('/me/contactFolders/contacts')).body;
    const { items } = await allPages(graph, '/me/contactFolders');
    expect(items.map((f) => f.displayName)).toEqual(expect.arrayContaining(['Suppliers', 'Family']));
    expect(items.every((f: Json) => f.parentFolderId === home.id)).toBe(true);
    await graph.sandbox('POST', 'settings', { defaultFolderListed: true });
    expect((await graph.get('/me/contactFolders')).body.value[0].id).toBe(home.id);
  });

  it('makes a folder under the default one, renames it and deletes it', async () => {
    const made = await graph.post('/me/contactFolders', { displayName: `Folder ${Date.now()}` });
    expect(made.status).toBe(201);
    expect(made.body.parentFolderId).toBe((await graph.get('/me/contactFolders/contacts')).body.id);
    const renamed = await graph.patch(byId(made.body.id), { displayName: `Renamed ${Date.now()}` });
    expect(renamed.status).toBe(200);
    expect(renamed.body.id).toBe(made.body.id);
    expect((await graph.remove(byId(made.body.id))).status).toBe(204);
    const gone = await graph.get(byId(made.body.id));
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ErrorFolderNotFound']);
  });

  it('makes child folders and lists them below their parent only', async () => {
    const child = await graph.post(`${graph.folder()}/childFolders`, { displayName: 'Child' });
    expect(child.status).toBe(201);
    const { items } = await allPages(graph, `${graph.folder()}/childFolders`);
    expect(items.map((f) => f.displayName)).toContain('Child');
    const made = await graph.post(`${graph.folder()}/childFolders/${encodeURIComponent(child.body.id)}/contacts`, { givenName: 'Deep' });
    expect([made.status, made.body.parentFolderId]).toEqual([201, child.body.id]);
    expect((await graph.post(`${graph.folder()}/childFolders`, { displayName: 'child' })).body.error.code).toBe('ErrorFolderExists');
  });

  it('moves a folder when parentFolderId is patched', async () => {
    const one = await graph.post(`${graph.folder()}/childFolders`, { displayName: 'One' });
    const two = await graph.post(`${graph.folder()}/childFolders`, { displayName: 'Two' });
    const moved = await graph.patch(byId(two.body.id), { parentFolderId: one.body.id });
    expect([moved.status, moved.body.parentFolderId, moved.body.id]).toEqual([200, one.body.id, two.body.id]);
  });

  it('does not delete the default folder', async () => {
    expect((await graph.remove('/me/contactFolders/contacts')).status).toBeGreaterThanOrEqual(400);
  });

  onEmulator('names the default folder in beta and lists hidden folders there', async () => {
    const { items } = await allPages(graph, '/me/contactFolders', { version: 'beta' });
    expect(items.filter((f) => f.wellKnownName === 'contacts')).toHaveLength(1);
    expect(items.map((f) => f.displayName)).toContain('Recipient Cache');
    expect((await allPages(graph, '/me/contactFolders')).items.map((f) => f.displayName)).not.toContain('Recipient Cache');
  });

  it('follows folders of every depth with contactFolders/delta, and none of childFolders', async () => {
    const first = await allPages(graph, '/me/contactFolders/delta');
    const link = first.last['@odata.deltaLink'] as string;
    const child = await graph.post(`${graph.folder()}/childFolders`, { displayName: 'Later' });
    const news = await allPages(graph, link);
    expect(news.items.map((f) => f.id)).toContain(child.body.id);
    await graph.call('POST', `${byId(child.body.id)}/permanentDelete`);
    const gone = await allPages(graph, news.last['@odata.deltaLink'] as string);
    expect(gone.items).toEqual([expect.objectContaining({ 'id': child.body.id, '@removed': { reason: 'deleted' } })]);
    expect((await graph.get(`${graph.folder()}/childFolders/delta`)).status).toBe(400);
  });
});
