import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Json } from '../support/graphUnderTest';

const graph = useGraph();
const part = (body: Json, id: string): Json => body.responses.find((r: Json) => r.id === id);
const me = (id: string, more: Json = {}): Json => ({ id, method: 'GET', url: '/me?$select=id', ...more });

describe('§13 JSON batching', () => {
  it('answers each part with status, headers and body, in any order', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const { status, body } = await graph.batch([
      me('1'),
      { id: '2', method: 'PATCH', url: contactPath(made), headers: { 'Content-Type': 'application/json' }, body: { jobTitle: 'Buyer' } },
      { id: '3', method: 'GET', url: '/me/contacts/nonsense' },
    ]);
    expect(status).toBe(200);
    expect(body.responses.map((r: Json) => r.id).sort()).toEqual(['1', '2', '3']);
    expect(part(body, '2')).toMatchObject({ status: 200, body: { jobTitle: 'Buyer' } });
    expect(part(body, '3')).toMatchObject({ status: 400, body: { error: { code: 'ErrorInvalidIdMalformed' } } });
  });

  onEmulator('never answers in the order asked', async () => {
    const { body } = await graph.batch([me('1'), me('2'), me('3')]);
    expect(body.responses.map((r: Json) => r.id)).not.toEqual(['1', '2', '3']);
  });

  it('takes twenty parts, not twenty-one', async () => {
    const parts = (count: number): Json[] => Array.from({ length: count }, (_, n) => me(String(n)));
    expect((await graph.batch(parts(20))).status).toBe(200);
    expect((await graph.batch(parts(21))).status).toBe(400);
  });

  it('refuses ids that differ in case only, and envelopes that are none', async () => {
    expect((await graph.batch([me('a'), me('A')])).status).toBe(400);
    expect((await graph.post('/$batch', { parts: [] })).status).toBe(400);
    expect((await graph.post('/$batch', { requests: 'all' })).status).toBe(400);
  });

  it('wants a content type beside a body', async () => {
    const { body } = await graph.batch([{ id: '1', method: 'POST', url: `${graph.folder()}/contacts`, body: { givenName: 'x' } }]);
    expect(part(body, '1').status).toBe(400);
  });

  it('runs parts in sequence when they depend on one another', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const json = { 'Content-Type': 'application/json' };
    const { body } = await graph.batch([
      { id: '1', method: 'PATCH', url: contactPath(made), headers: json, body: { jobTitle: 'one' } },
      { id: '2', method: 'PATCH', url: contactPath(made), headers: json, body: { jobTitle: 'two' }, dependsOn: ['1'] },
      { id: '3', method: 'GET', url: contactPath(made), dependsOn: ['2'] },
    ]);
    expect(part(body, '3').body.jobTitle).toBe('two');
  });

  it('answers 424 to a part whose predecessor failed, and to those behind it', async () => {
    const { body } = await graph.batch([{ id: '1', method: 'GET', url: '/me/contacts/nonsense' }, me('2', { dependsOn: ['1'] }), me('3', { dependsOn: ['2'] }), me('4')]);
    expect(['1', '2', '3', '4'].map((id) => part(body, id).status)).toEqual([400, 424, 424, 200]);
  });

  it('cannot be nested', async () => {
    const { body } = await graph.batch([{ id: '1', method: 'POST', url: '/$batch', headers: { 'Content-Type': 'application/json' }, body: { requests: [me('1')] } }]);
    expect(part(body, '1').status).toBe(400);
  });

  onEmulator('throttles each part for itself: 200 outside, 429 and Retry-After inside', async () => {
    await graph.sandbox('POST', 'faults', { faults: [{ kind: 'status', status: 429, retryAfter: 7, path: 'mark=throttled' }] });
    const { status, body } = await graph.batch([me('1'), { id: '2', method: 'GET', url: '/me?$select=id&mark=throttled' }]);
    expect(status).toBe(200);
    expect([part(body, '1').status, part(body, '2').status, part(body, '2').headers['Retry-After']]).toEqual([200, 429, '7']);
  });

  onEmulator('works on four parts at a time, so that it never exceeds the limit by itself', async () => {
    await graph.sandbox('POST', 'faults', { faults: [{ kind: 'latency', ms: 20, path: '/me/contacts?' }] });
    const { body } = await graph.batch(Array.from({ length: 12 }, (_, n) => ({ id: String(n), method: 'GET', url: '/me/contacts?$top=1' })));
    expect(body.responses.every((r: Json) => r.status === 200)).toBe(true);
    const { requests } = await graph.sandbox('GET', 'requests');
    expect(requests.at(-1).parts).toHaveLength(12);
  });

  onEmulator('checks each part\'s scopes', async () => {
    const { status, body } = await graph.batch([me('1'), { id: '2', method: 'GET', url: '/me/contacts' }], { token: graph.token('adele', ['User.Read']) });
    expect([status, part(body, '1').status, part(body, '2').status]).toEqual([200, 200, 403]);
  });

  onEmulator('serves the version of its envelope', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const url = `${contactPath(made)}?$select=flag`;
    expect(part((await graph.batch([{ id: '1', method: 'GET', url }])).body, '1').status).toBe(400);
    expect(part((await graph.batch([{ id: '1', method: 'GET', url }], { version: 'beta' })).body, '1').body.flag.flagStatus).toBe('notFlagged');
  });
});
