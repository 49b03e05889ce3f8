import fc from 'fast-check';
import { failed } from '#domain/result';
import { sendBatch } from '#graph/batch';
import { graphError, perPart, scriptedGraph } from './scriptedGraph.ts';

const how = { scopes: ['Contacts.Read'] };
const parts = (count: number) => Array.from({ length: count }, (_, at) => ({ method: 'GET' as const, path: `/me/contacts/${at}` }));

it('sends twenty parts at a time and gives the answers in the order asked', async () => {
  const { client, sent } = scriptedGraph(perPart(({ url }) => ({ body: { url } })));
  const answers = await sendBatch(client, parts(45), how);
  expect(sent.map(({ body }) => (body as { requests: unknown[] }).requests.length)).toEqual([20, 20, 5]);
  expect(answers.ok && answers.value.map((answer) => answer.ok && (answer.value.body as { url: string }).url))
    .toEqual(parts(45).map(({ path }) => path));
});

it('sends nothing when there is nothing to ask', async () => {
  const { client, sent } = scriptedGraph([{}]);
  expect(await sendBatch(client, [], how)).toEqual({ ok: true, value: [] });
  expect(sent).toEqual([]);
});

it('asks for immutable ids in every part and says what kind a body is', async () => {
  const { client, sent } = scriptedGraph(perPart(() => ({})));
  await sendBatch(client, [{ method: 'GET', path: '/a' }, { method: 'PATCH', path: '/b', body: { x: 1 }, headers: { Prefer: 'y' } }], how);
  expect((sent[0]?.body as { requests: unknown[] }).requests).toEqual([
    { id: '0', method: 'GET', url: '/a', headers: { Prefer: 'IdType="ImmutableId"' } },
    { id: '1', method: 'PATCH', url: '/b', headers: { Prefer: 'IdType="ImmutableId", y', 'Content-Type': 'application/json' }, body: { x: 1 } },
  ]);
});

it('sends again only the parts that were told to wait, after the longest of their waits', async () => {
  let round = 0;
  const { client, sent, waits } = scriptedGraph((request) => {
    round += 1;
    return perPart(({ url }) => (round === 1 && url !== '/me/contacts/1'
      ? { status: 429, headers: { 'Retry-After': url.endsWith('0') ? '2' : '3' } } : { body: {} }))(request);
  });
  const answers = await sendBatch(client, parts(3), how);
  expect(answers.ok && answers.value.every((answer) => answer.ok)).toBe(true);
  expect(waits).toEqual([3000]);
  expect((sent[1]?.body as { requests: { id: string }[] }).requests.map(({ id }) => id)).toEqual(['0', '2']);
});

it('gives what came when patience is used up for the rest', async () => {
  const { client } = scriptedGraph(perPart(({ url }) => (url.endsWith('0') ? { status: 429 } : { body: { fine: true } })));
  const answers = await sendBatch(client, parts(2), how);
  expect(answers.ok && answers.value).toMatchObject([{ ok: false, problem: { kind: 'busy' } }, { ok: true, value: { body: { fine: true } } }]);
});

it('renews the token once when a part asks for it', async () => {
  let round = 0;
  const { client, asked } = scriptedGraph((request) => {
    round += 1;
    return perPart(({ url }) => (round === 1 && url.endsWith('1') ? { status: 401, body: graphError('InvalidAuthenticationToken') } : { body: {} }))(request);
  });
  const answers = await sendBatch(client, parts(2), how);
  expect(answers.ok && answers.value.every((answer) => answer.ok)).toBe(true);
  expect(asked.map(({ how: wish }) => wish)).toEqual([undefined, { forceRefresh: true }]);
});

it('says of a part without answer that it was not understood', async () => {
  const { client } = scriptedGraph([{ body: { responses: [{ id: '1', status: 200, body: {} }] } }]);
  const answers = await sendBatch(client, parts(2), how);
  expect(answers.ok && answers.value[0]).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  expect(answers.ok && answers.value[1]?.ok).toBe(true);
});

it('repeats a batch of nothing but reads when the network fails, and no other', async () => {
  const reads = scriptedGraph(['unreachable']);
  expect(await sendBatch(reads.client, parts(1), how)).toEqual(failed({ kind: 'offline' }));
  expect(reads.sent).toHaveLength(3);
  const writes = scriptedGraph(['unreachable']);
  await sendBatch(writes.client, [{ method: 'POST', path: '/me/contacts', body: {} }], how);
  expect(writes.sent).toHaveLength(1);
});

it('has an answer for every part, whatever comes back', async () => {
  const part = fc.record({ id: fc.oneof(fc.constantFrom('0', '1', '2'), fc.jsonValue()), status: fc.oneof(fc.constantFrom(200, 401, 404, 429), fc.jsonValue()), headers: fc.jsonValue(), body: fc.jsonValue() }, { requiredKeys: [] });
  await fc.assert(fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.record({ responses: fc.array(fc.oneof(part, fc.jsonValue())) })), async (body) => {
    const { client } = scriptedGraph([{ body }]);
    const answers = await sendBatch(client, parts(3), how);
    if (answers.ok) expect(answers.value).toHaveLength(3);
  }), { numRuns: 150 });
});
