import { startFakeGraph } from '#sandbox/fakeGraph/server';
import type { FakeGraph } from '#sandbox/fakeGraph/server';

type Json = ReturnType<typeof JSON.parse>;

let graph: FakeGraph;
let headers: Record<string, string>;
beforeAll(async () => {
  graph = await startFakeGraph({ contacts: 100_000 });
  headers = { Authorization: `Bearer ${graph.token('adele', ['Contacts.Read'])}` };
}, 60_000);
afterAll(() => graph.stop());

const get = async (path: string, more: Record<string, string> = {}): Promise<Json> =>
  (await fetch(path.startsWith('http') ? path : `${graph.url}/v1.0${path}`, { headers: { ...headers, ...more } })).json();

describe('a mailbox of 100,000 contacts', () => {
  it('is made the same each time', async () => {
    const before = await get('/me/contacts?$top=3&$skip=50000');
    graph.reset({ contacts: 100_000 });
    const after = await get('/me/contacts?$top=3&$skip=50000');
    expect(after.value).toEqual(before.value);
  }, 30_000);

  it('lists, filters and counts', async () => {
    const page = await get('/me/contacts?$top=1000&$skip=80000&$orderby=displayName');
    expect(page.value).toHaveLength(1000);
    const address = page.value[500].emailAddresses[0].address as string;
    const found = await get(`/me/contacts?$filter=${encodeURIComponent(`emailAddresses/any(a:a/address eq '${address}')`)}`);
    expect(found.value.length).toBeGreaterThan(0);
  });

  it('is followed by delta to the end, each contact once', async () => {
    const seen = new Set<string>();
    let link: string | undefined = '/me/contactFolders/contacts/contacts/delta?$select=id';
    let last: Json = null;
    let items = 0;
    while (link !== undefined) {
      last = await get(link, { Prefer: 'odata.maxpagesize=500' });
      for (const item of last.value as Json[]) seen.add(item.id as string);
      items += (last.value as Json[]).length;
      link = last['@odata.nextLink'] as string | undefined;
    }
    expect(items).toBe(seen.size);
    expect(seen.size).toBeGreaterThan(85_000);
    expect((await get(last['@odata.deltaLink'])).value).toEqual([]);
  }, 60_000);
});
