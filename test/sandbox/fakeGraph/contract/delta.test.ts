import { allPages, contactPath, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Json } from '../support/graphUnderTest';

const graph = useGraph();
const delta = (query = ''): string => `${graph.folder()}/contacts/delta${query}`;
const link = (body: Json): string => body['@odata.deltaLink'] as string;
const add = async (count: number): Promise<Json[]> => {
  const made: Json[] = [];
  for (let n = 0; n < count; n += 1) made.push(await graph.contact({ givenName: `D${n}` }));
  return made;
};

describe('§9 delta', () => {
  it('gives everything first, then what changed', async () => {
    await add(2);
    const first = await allPages(graph, delta('?$select=givenName'));
    expect(first.items).toHaveLength(2);
    const [third] = await add(1);
    const news = await allPages(graph, link(first.last));
    expect(news.items.map((c) => c.id)).toEqual([third.id]);
    expect(Object.keys(news.items[0]).filter((k) => !k.startsWith('@')).sort()).toEqual(['givenName', 'id']);
    expect((await allPages(graph, link(news.last))).items).toEqual([]);
  });

  it('pages by odata.maxpagesize and says that it tracks changes', async () => {
    await add(5);
    const headers = { Prefer: 'odata.maxpagesize=2' };
    const first = await graph.get(delta(), { headers });
    expect(first.headers.get('preference-applied')).toContain('odata.track-changes');
    expect(first.body.value.length).toBeLessThanOrEqual(2);
    const all = await allPages(graph, delta(), { headers });
    expect([all.items.length, all.pages]).toEqual([5, 3]);
  });

  it('tells removals with the id alone and a reason', async () => {
    const [kept, gone, purged] = await add(3);
    const first = await allPages(graph, delta());
    await graph.remove(contactPath(gone));
    await graph.call('POST', `${contactPath(purged)}/permanentDelete`);
    await graph.patch(contactPath(kept), { jobTitle: 'x' });
    const news = await allPages(graph, link(first.last));
    const removed = news.items.filter((c) => c['@removed'] !== undefined);
    expect(removed.map((c) => c.id).sort()).toEqual([gone.id, purged.id].sort());
    for (const item of removed) expect(['deleted', 'changed']).toContain(item['@removed'].reason);
    expect(news.items.some((c) => c.id === kept.id)).toBe(true);
  });

  onEmulator('knows both reasons: changed can come back, deleted cannot', async () => {
    const [gone, purged] = await add(2);
    const first = await allPages(graph, delta());
    await graph.remove(contactPath(gone));
    await graph.call('POST', `${contactPath(purged)}/permanentDelete`);
    const news = await allPages(graph, link(first.last));
    expect(news.items).toEqual([{ 'id': gone.id, '@removed': { reason: 'changed' } }, { 'id': purged.id, '@removed': { reason: 'deleted' } }]);
  });

  onEmulator('tells a move as removed in one folder and new in the other, under one immutable id', async () => {
    const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } };
    const moved = await graph.contact({ givenName: 'Mover' }, immutable);
    const here = await allPages(graph, delta(), immutable);
    const home = await allPages(graph, '/me/contactFolders/contacts/contacts/delta', immutable);
    await graph.sandbox('POST', 'change', { user: 'adele', op: 'move', contactId: moved.id, folder: 'contacts' });
    expect((await allPages(graph, link(here.last), immutable)).items).toEqual([{ 'id': moved.id, '@removed': { reason: 'changed' } }]);
    expect((await allPages(graph, link(home.last), immutable)).items.map((c) => c.id)).toEqual([moved.id]);
  });

  onEmulator('may tell of an item that came and went in between', async () => {
    const first = await allPages(graph, delta());
    const [passing] = await add(1);
    await graph.remove(contactPath(passing));
    expect((await allPages(graph, link(first.last))).items).toEqual([expect.objectContaining({ 'id': passing.id, '@removed': { reason: 'changed' } })]);
  });

  it('refuses other options, and its own ones on a link', async () => {
    for (const option of ['$filter=surname eq \'x\'', '$orderby=displayName', '$search="x"', '$expand=photo', '$top=5']) {
      expect((await graph.get(delta(`?${option}`))).status).toBe(400);
    }
    const first = await allPages(graph, delta());
    expect((await graph.get(`${link(first.last)}&$select=givenName`)).status).toBe(400);
  });

  onEmulator('ends an expired token with 410 and a Location that begins anew, or in one of the other shapes seen', async () => {
    const first = await allPages(graph, delta());
    await graph.sandbox('POST', 'expireDelta');
    const gone = await graph.get(link(first.last));
    expect([gone.status, gone.body.error.code]).toEqual([410, 'SyncStateNotFound']);
    const again = await graph.get(gone.headers.get('location') ?? '');
    expect([again.status, link(again.body) !== undefined]).toEqual([200, true]);
    for (const [shape, status, code] of [['resyncRequired', 410, 'resyncRequired'], ['badRequest', 400, 'syncStateNotFound'], ['notFound', 404, 'syncStateNotFound']]) {
      await graph.sandbox('POST', 'settings', { expiredDelta: shape });
      const answer = await graph.get(link(first.last));
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    }
  });

  onEmulator('sends no more than what changed when the switch says so, and replays', async () => {
    const [one] = await add(2);
    const first = await allPages(graph, delta());
    await graph.patch(contactPath(one), { jobTitle: 'Buyer' });
    await graph.sandbox('POST', 'settings', { deltaItems: 'partial', deltaReplays: true });
    const news = await allPages(graph, link(first.last));
    expect(news.items).toHaveLength(2);
    const changed = news.items.find((c) => c.id === one.id);
    expect(changed).toMatchObject({ jobTitle: 'Buyer' });
    expect(changed).not.toHaveProperty('givenName');
  });

  onEmulator('repeats items across pages when the switch says so', async () => {
    await add(4);
    await graph.sandbox('POST', 'settings', { deltaRepeatsAcrossPages: true });
    const all = await allPages(graph, delta(), { headers: { Prefer: 'odata.maxpagesize=2' } });
    expect(all.items.length).toBeGreaterThan(4);
    expect(new Set(all.items.map((c) => c.id)).size).toBe(4);
  });

  onEmulator('has empty pages where contact lists are', async () => {
    const pages: number[] = [];
    let at: string | undefined = '/me/contactFolders/contacts/contacts/delta';
    while (at !== undefined) {
      const { body } = await graph.get(at, { headers: { Prefer: 'odata.maxpagesize=1' } });
      pages.push(body.value.length);
      at = body['@odata.nextLink'] as string | undefined;
    }
    expect(pages.filter((length) => length === 0)).toHaveLength(1);
  });

  onEmulator('also answers /me/contacts/delta, for the default folder (assumed)', async () => {
    const short = await allPages(graph, '/me/contacts/delta()?$select=id');
    const long = await allPages(graph, '/me/contactFolders/contacts/contacts/delta?$select=id');
    expect(short.items.map((c) => c.id)).toEqual(long.items.map((c) => c.id));
    await graph.sandbox('POST', 'settings', { deltaWithoutFolder: false });
    expect((await graph.get('/me/contacts/delta')).status).toBe(400);
  });
});
