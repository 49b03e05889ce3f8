import { failed } from '#domain/result';
import { readAllPages } from '#graph/paging';
import { readFolder } from '#graph/wire';
import { scriptedGraph } from './scriptedGraph.ts';

const first = { method: 'GET', path: '/me/contactFolders', scopes: [] } as const;
const link = (at: number) => `https://graph.test/v1.0/me/contactFolders?$skip=${at}`;

it('goes on past short and empty pages until no link is left, each id once', async () => {
  const { client } = scriptedGraph([
    { body: { value: [{ id: 'a' }], '@odata.nextLink': link(1) } },
    { body: { value: [], '@odata.nextLink': link(2) } },
    { body: { value: [{ id: 'a' }, { id: 'b' }] } },
  ]);
  const all = await readAllPages(client, first, readFolder);
  expect(all.ok && all.value.map(({ id }) => id)).toEqual(['a', 'b']);
});

it('does not follow a link twice', async () => {
  const { client, sent } = scriptedGraph([{ body: { value: [], '@odata.nextLink': link(1) } }]);
  expect(await readAllPages(client, first, readFolder)).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  expect(sent).toHaveLength(2);
});

it('ends somewhere even when every page names another one', async () => {
  const { client, sent } = scriptedGraph((_request, at) => ({ body: { value: [], '@odata.nextLink': link(at) } }));
  expect((await readAllPages(client, first, readFolder)).ok).toBe(false);
  expect(sent.length).toBeLessThanOrEqual(1_001);
});

it('loses nothing in silence: one unreadable item and the list is not understood', async () => {
  const { client } = scriptedGraph([{ body: { value: [{ id: 'a' }, { name: 'no id' }] } }]);
  expect(await readAllPages(client, first, readFolder)).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
});
