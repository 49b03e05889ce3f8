import fc from 'fast-check';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { batched } from '#graph/batched';
import type { GraphAnswer, GraphClient, GraphMethod, GraphRequest } from '#graph/client';
import { contacts } from '#graph/contacts';
import { photos } from '#graph/photos';
import { emulator, value } from './emulator.ts';
import type { Sent } from './scriptedGraph.ts';
import { graphError, perPart, scriptedGraph } from './scriptedGraph.ts';

const scopes = ['Contacts.ReadWrite'];
const get = (at: number | string, more: Partial<GraphRequest> = {}): GraphRequest => ({ method: 'GET', path: `/me/contacts/${at}`, scopes, ...more });
const partsOf = (request: Sent) => (request.body as { requests: { method: string; url: string; headers: Record<string, string>; body?: unknown }[] }).requests;
const isBatch = (request: Sent) => request.url.endsWith('/$batch');
const echo = perPart(({ method, url, body }) => ({ status: method === 'POST' ? 201 : 200, body: { method, url, body } }));
const outcome = (result: Result<GraphAnswer>) => (result.ok ? { status: result.value.status, body: result.value.body } : result.problem);

describe('calls made side by side', () => {
  it('travel in as few requests as there can be, and each gets its own answer', async () => {
    const { client, sent } = scriptedGraph(echo);
    const { send } = batched(client);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => send({ method: 'PATCH', path: `/me/contacts/${at}`, scopes, body: { at } })));
    expect(sent.map((request) => partsOf(request).length)).toEqual([20, 20, 20]);
    for (const [at, answer] of answers.entries()) expect(outcome(answer)).toEqual({ status: 200, body: { method: 'PATCH', url: `/me/contacts/${at}`, body: { at } } });
  });

  it('are gathered even when each waits a moment for something else first', async () => {
    const { client, sent } = scriptedGraph(echo);
    const { send } = batched(client);
    await Promise.all(Array.from({ length: 5 }, async (_, at) => {
      for (let turns = 0; turns < at; turns += 1) await Promise.resolve();
      return send(get(at));
    }));
    expect(sent).toHaveLength(1);
  });

  it('go one envelope after the other, for a mailbox works on no more than one has', async () => {
    let [flying, most] = [0, 0];
    const { client, sent } = scriptedGraph(async (request) => {
      flying += 1;
      most = Math.max(most, flying);
      await new Promise((done) => { setTimeout(done, 5); });
      flying -= 1;
      return echo(request);
    });
    const { send } = batched(client);
    await Promise.all(Array.from({ length: 50 }, (_, at) => send(get(at))));
    expect([sent.length, most]).toEqual([3, 1]);
    // The client itself counts the parts.
    const wide = batched(client, { maxEnvelopes: 3 });
    await Promise.all(Array.from({ length: 90 }, (_, at) => wide.send(get(at))));
    expect(most).toBe(1);
  });
});

describe('a call', () => {
  it('that is alone goes as it is', async () => {
    const { client, sent } = scriptedGraph(echo);
    const { send } = batched(client);
    await send(get(1));
    await send(get(2));
    expect(sent.map(isBatch)).toEqual([false, false]);
  });

  it.each<[string, Partial<GraphRequest>]>([
    ['another version', { version: 'beta' }], ['another scope', { scopes: ['Contacts.Read'] }],
    ['another kind, a write', { method: 'PATCH', body: {} }],
  ])('of %s is not put with the others', async (_what, more) => {
    const { client, sent } = scriptedGraph(echo);
    const { send } = batched(client);
    await Promise.all([send(get(1)), send(get(2)), send(get(3, more)), send(get(4, more))]);
    expect(sent.map((request) => partsOf(request).length)).toEqual([2, 2]);
    expect(new Set(sent.map(({ url }) => url)).size).toBe(more.version === 'beta' ? 2 : 1);
  });

  it.each<[string, GraphRequest]>([
    ['a link of Graph\'s own', get(0, { path: 'https://graph.test/v1.0/me/contacts?$skip=10' })],
    ['a batch', { method: 'POST', path: '/$batch', scopes, body: {} }], ['a count', get(0, { path: '/me/contacts/$count' })],
    ['bytes', get(0, { path: '/me/photo/$value?x=1' })], ['a PUT', { method: 'PUT', path: '/a', scopes, body: {} }],
    ['a POST of nothing', { method: 'POST', path: '/a', scopes }], ['with a type of its own', get(0, { headers: { 'content-type': 'image/jpeg' } })],
    ['in need of a new token', get(0, { newToken: {} })],
  ])('that is %s goes by itself', async (_what, request) => {
    const { client, sent } = scriptedGraph((asked) => (isBatch(asked) && request.path !== '/$batch' ? echo(asked) : { body: {} }));
    const { send } = batched(client);
    await Promise.all([send(request), send(request)]);
    expect(sent).toHaveLength(2);
  });

  it('keeps its headers, and asks for immutable ids', async () => {
    const { client, sent } = scriptedGraph(echo);
    const { send } = batched(client);
    await Promise.all([send({ method: 'PATCH', path: '/a', scopes, body: {}, headers: { 'If-Match': 'W/"k"' } }), send({ method: 'PATCH', path: '/b', scopes, body: {}, headers: { 'If-Match': 'W/"l"' } })]);
    expect(partsOf(sent[0]!).map(({ headers }) => headers)).toMatchObject([{ 'If-Match': 'W/"k"', 'Prefer': 'IdType="ImmutableId"' }, { 'If-Match': 'W/"l"' }]);
  });
});

describe('trouble', () => {
  it.each<[number, string, Problem['kind']]>([
    [412, 'ErrorIrresolvableConflict', 'changedElsewhere'], [404, 'ErrorItemNotFound', 'gone'], [409, 'x', 'changedElsewhere'],
    [403, 'ErrorAccessDenied', 'accessDenied'], [400, 'ErrorInvalidArgument', 'refused'], [500, 'x', 'serverTrouble'],
  ])('of one part is that one\'s alone: %s %s', async (status, code, kind) => {
    const { client } = scriptedGraph(perPart(({ url }) => (url.endsWith('1') ? { status, body: graphError(code) } : { body: {} })));
    const { send } = batched(client);
    const patch = (at: number) => send({ method: 'PATCH', path: `/me/contacts/${at}`, scopes, body: {}, headers: { 'If-Match': 'W/"k"' } });
    const [first, second, third] = await Promise.all([patch(0), patch(1), patch(2)]);
    expect([first?.ok, third?.ok]).toEqual([true, true]);
    expect(second).toMatchObject({ ok: false, problem: { kind } });
  });

  it('of the envelope is everybody\'s; writes are not sent again', async () => {
    const { client, sent } = scriptedGraph(['unreachable']);
    const { send } = batched(client);
    const patch = (at: number) => send({ method: 'PATCH', path: `/me/contacts/${at}`, scopes, body: {}, headers: { 'If-Match': 'W/"k"' } });
    expect(await Promise.all([patch(0), patch(1)])).toEqual([failed({ kind: 'offline' }), failed({ kind: 'offline' })]);
    expect(sent).toHaveLength(1);
    expect((await Promise.all([send(get(1)), send(get(2))])).map((answer) => answer.ok)).toEqual([false, false]);
    // Readings are.
    expect(sent).toHaveLength(4);
  });

  it('on the second sending does not undo what was answered on the first', async () => {
    let round = 0;
    const { client } = scriptedGraph((request) => {
      round += 1;
      return round > 1 ? 'unreachable' : perPart(({ url }) => (url.endsWith('1') ? { status: 429, headers: { 'Retry-After': '1' } } : { status: 201, body: {} }))(request);
    });
    const { send } = batched(client);
    const post = (at: number) => send({ method: 'POST', path: `/me/x${at}`, scopes, body: {} });
    const [first, second] = await Promise.all([post(0), post(1)]);
    expect([first?.ok, second]).toEqual([true, failed({ kind: 'offline' })]);
  });

  it('a create that timed out is not sent again beside one that was told to wait', async () => {
    let round = 0;
    const { client, sent, waits } = scriptedGraph((request) => {
      round += 1;
      return perPart(({ url }) => (url.endsWith('0') ? { status: 504 } : round === 1 ? { status: 429, headers: { 'Retry-After': '5' } } : { status: 201, body: {} }))(request);
    });
    const { send } = batched(client);
    const post = (at: number) => send({ method: 'POST', path: `/me/x${at}`, scopes, body: {} });
    const [lost, made] = await Promise.all([post(0), post(1)]);
    expect([lost, made?.ok]).toMatchObject([{ ok: false, problem: { kind: 'busy' } }, true]);
    expect(sent.map((request) => partsOf(request).map(({ url }) => url))).toEqual([['/me/x0', '/me/x1'], ['/me/x1']]);
    expect(waits).toEqual([5000]);
  });

  it('a defect reaches everybody who waits', async () => {
    const broken: GraphClient = { send: () => Promise.reject(new Error('defect')), waitOut: async () => false, holdBack: () => undefined };
    const { send } = batched(broken);
    await expect(Promise.allSettled([send(get(1)), send(get(2))])).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    await expect(send(get(3))).rejects.toThrow('defect');
  });
});

describe('giving up', () => {
  it('before it was sent leaves the call out', async () => {
    const { client, sent } = scriptedGraph(echo);
    const { send } = batched(client);
    const stop = new AbortController();
    const [given, ...others] = [send(get(0, { signal: stop.signal })), send(get(1)), send(get(2))];
    stop.abort();
    expect(await given).toEqual(failed({ kind: 'abandoned' }));
    expect((await Promise.all(others)).map((answer) => answer.ok)).toEqual([true, true]);
    expect(partsOf(sent[0]!).map(({ url }) => url)).toEqual(['/me/contacts/1', '/me/contacts/2']);
    expect(await send(get(3, { signal: stop.signal }))).toEqual(failed({ kind: 'abandoned' }));
    expect(sent).toHaveLength(1);
  });

  it('on the way is answered at once, and does not stop the others', async () => {
    let arrived = () => {};
    const onTheWay = new Promise<void>((done) => { arrived = done; });
    let finish = () => {};
    const held = new Promise<void>((done) => { finish = done; });
    const { client } = scriptedGraph(async (request) => { arrived(); await held; return echo(request); });
    const { send } = batched(client);
    const stop = new AbortController();
    const [given, other] = [send(get(0, { signal: stop.signal })), send(get(1))];
    await onTheWay;
    stop.abort();
    expect(await given).toEqual(failed({ kind: 'abandoned' }));
    finish();
    expect((await other).ok).toBe(true);
  });

  it('by everybody stops the request, and the next one has the place', async () => {
    let aborted = 0;
    const { client } = scriptedGraph((_request, at) => (at === 0 ? 'never' : { body: { responses: [] } }), {
      fetch: (_input, init) => new Promise((resolve, reject) => {
        calls += 1;
        if (calls > 1) return resolve(new Response(JSON.stringify({ responses: [{ id: '0', status: 200, body: {} }, { id: '1', status: 200, body: {} }] })));
        init?.signal?.addEventListener('abort', () => { aborted += 1; reject(new DOMException('aborted', 'AbortError')); });
        arrived();
      }),
    });
    let calls = 0;
    let arrived = () => {};
    const onTheWay = new Promise<void>((done) => { arrived = done; });
    const { send } = batched(client);
    const stop = new AbortController();
    const given = [send(get(0, { signal: stop.signal })), send(get(1, { signal: stop.signal }))];
    await onTheWay;
    stop.abort();
    expect(await Promise.all(given)).toEqual([failed({ kind: 'abandoned' }), failed({ kind: 'abandoned' })]);
    expect((await Promise.all([send(get(2)), send(get(3))])).map((answer) => answer.ok)).toEqual([true, true]);
    expect(aborted).toBe(1);
  });
});

it('whatever befalls the parts, everybody hears of it as if they had gone alone', async () => {
  const methods = fc.constantFrom<GraphMethod>('GET', 'POST', 'PATCH', 'DELETE');
  // What a part meets on its first sendings, one after the other; then it is well.
  const fate = fc.array(fc.constantFrom(429, 503, 504, 500, 502, 412, 409, 404, 401, 400, 403), { maxLength: 3 });
  const call = fc.record({ method: methods, precondition: fc.boolean(), fate });
  await fc.assert(fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 45 }), async (calls) => {
    const service = () => {
      const met = calls.map(() => 0);
      const reply = perPart(({ url }) => {
        const at = Number(url.slice('/me/contacts/'.length));
        const status = calls[at]?.fate[met[at] ?? 0] ?? 200;
        met[at] = (met[at] ?? 0) + 1;
        return status === 200 ? { status, body: { at } } : { status, body: graphError(`code${status}`), headers: { 'Retry-After': '1' } };
      });
      return { ...scriptedGraph(reply), met };
    };
    const requests = calls.map(({ method, precondition }, at): GraphRequest => ({
      method, path: `/me/contacts/${at}`, scopes, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
      ...(precondition ? { headers: { 'If-Match': 'W/"k"' } } : {}),
    }));
    const [alone, together] = [service(), service()];
    const wanted: unknown[] = [];
    for (const request of requests) wanted.push(outcome(await alone.client.send(request)));
    const { send } = batched(together.client, { gatherMs: 0 });
    const got = (await Promise.all(requests.map((request) => send(request)))).map(outcome);
    expect(got).toEqual(wanted);
    expect(together.met).toEqual(alone.met);
  }), { numRuns: 200 });
});

describe('over HTTP', () => {
  const graph = emulator();
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);
  const requests = () => graph.requests().filter(({ path }) => !path.startsWith('/sandbox/'));

  it('sixty changes are three requests, each with its own success or conflict', async () => {
    await graph.settings({ patchHonoursIfMatch: true });
    const { createContact, updateContact } = contacts(batched(graph.client()));
    const made = (await Promise.all(many(60).map((at) => createContact({ displayName: `Nr ${at}` }, null)))).map(value);
    expect(requests().map(({ path, parts }) => [path, parts?.length])).toEqual([['/v1.0/$batch', 20], ['/v1.0/$batch', 20], ['/v1.0/$batch', 20]]);
    expect(made.map(({ displayName }) => displayName)).toEqual(many(60).map((at) => `Nr ${at}`));
    const changed = await Promise.all(made.map(({ id, changeKey }, at) => updateContact(id, { nickName: `N${at}` }, at % 10 === 0 ? 'stale' : changeKey)));
    expect(changed.map((result) => (result.ok ? result.value.nickName : result.problem.kind))).toEqual(many(60).map((at) => (at % 10 === 0 ? 'changedElsewhere' : `N${at}`)));
    expect(requests()).toHaveLength(6);
  });

  it('parts that are told to wait are sent again alone, and nothing is made twice', async () => {
    await graph.faults({ kind: 'status', status: 429, retryAfter: 2, times: 7, method: 'POST', path: '/me/contacts' }, { kind: 'cutAfter', times: 3, method: 'POST', path: '/me/contacts' });
    const { createContact } = contacts(batched(graph.client()));
    const results = await Promise.all(many(30).map((at) => createContact({ displayName: `Nr ${at}` }, null)));
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.problem.kind)).toEqual(['busy', 'busy', 'busy']);
    const names = (await graph.held()).map(({ displayName }) => displayName as string);
    expect(new Set(names).size).toBe(names.length);
    // Those whose answer was lost were made all the same.
    expect(names).toHaveLength(30);
    expect(graph.waits.every((ms) => ms === 2000)).toBe(true);
  });

  it('is not throttled by its own haste when the service is slow', async () => {
    const { createContact } = contacts(batched(graph.client()));
    await graph.faults({ kind: 'latency', ms: 3, path: '/me/contacts' });
    const results = await Promise.all(many(50).map((at) => createContact({ displayName: `Nr ${at}` }, null)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(graph.waits).toEqual([]);
  });

  it('calls that bring their own batch still work beside it', async () => {
    const client = batched(graph.client());
    const made = value(await contacts(client).createContact({ displayName: 'Ann' }, null));
    const [photo, contact, again] = await Promise.all([photos(client).getPhoto(made.id), contacts(client).getContact(made.id), contacts(client).getContact(made.id)]);
    expect([photo, contact?.ok, again?.ok]).toEqual([ok(null), true, true]);
  });
});
