import { failed, ok } from '#domain/result';
import { graphError, scriptedGraph } from './scriptedGraph.ts';

const get = { method: 'GET', path: '/me/contacts', scopes: ['Contacts.Read'] } as const;
const post = { method: 'POST', path: '/me/contacts', scopes: ['Contacts.ReadWrite'], body: { displayName: 'x' } } as const;

describe('what is sent', () => {
  it('asks for immutable ids beside other wishes and names itself by a fresh id', async () => {
    const { client, sent } = scriptedGraph([{ body: {} }]);
    await client.send({ ...get, headers: { Prefer: 'odata.maxpagesize=5' } });
    await client.send(get);
    expect(sent[0]?.url).toBe('https://graph.test/v1.0/me/contacts');
    expect(sent[0]?.headers.get('prefer')).toBe('IdType="ImmutableId", odata.maxpagesize=5');
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer token1');
    expect(sent[0]?.headers.get('client-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent[1]?.headers.get('client-request-id')).not.toBe(sent[0]?.headers.get('client-request-id'));
  });

  it('gives the parsed body and the headers of a success', async () => {
    const { client } = scriptedGraph([{ status: 201, body: { id: 'a' }, headers: { ETag: 'x' } }]);
    const answer = await client.send(post);
    expect(answer).toMatchObject({ ok: true, value: { status: 201, body: { id: 'a' } } });
    expect(answer.ok && answer.value.header('etag')).toBe('x');
  });

  it('takes an answer without a body as null', async () => {
    const { client } = scriptedGraph([{ status: 204 }]);
    expect(await client.send({ ...get, method: 'DELETE' })).toMatchObject({ ok: true, value: { body: null } });
  });

  it.each([
    'https://elsewhere.test/v1.0/me/contacts', 'http://graph.test/v1.0/me', 'https://graph.test.evil.test/', 'me/contacts', '',
  ])('never takes the token to %j', async (path) => {
    const { client, sent, asked } = scriptedGraph([{}]);
    expect(await client.send({ ...get, path })).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
    expect([sent, asked]).toEqual([[], []]);
  });

  it('follows a link of Graph as given', async () => {
    const { client, sent } = scriptedGraph([{ body: {} }]);
    await client.send({ ...get, path: 'https://graph.test/v1.0/me/contacts?$skip=10' });
    expect(sent[0]?.url).toBe('https://graph.test/v1.0/me/contacts?$skip=10');
  });

  it('goes to beta only when told', async () => {
    const { client, sent } = scriptedGraph([{ body: {} }]);
    await client.send({ ...get, version: 'beta' });
    expect(sent[0]?.url).toBe('https://graph.test/beta/me/contacts');
  });
});

describe('what is under way at once', () => {
  it('is three requests, the parts of a batch counted one by one', async () => {
    let [flying, most] = [0, 0];
    const { client } = scriptedGraph(async ({ body }) => {
      const weight = (body as { requests?: unknown[] } | undefined)?.requests?.length ?? 1;
      flying += weight;
      most = Math.max(most, flying);
      await new Promise((done) => { setTimeout(done, 2); });
      flying -= weight;
      return { body: { responses: [] } };
    });
    const batch = (parts: number) => ({ method: 'POST', path: '/$batch', scopes: [], body: { requests: Array.from({ length: parts }, () => ({})) } }) as const;
    await Promise.all([get, get, batch(2), get, batch(3), get, get].map((request) => client.send(request)));
    expect(most).toBe(3);
  });
});

describe('patience', () => {
  it('waits as long as Graph says, decimals included, and tells of it', async () => {
    const heard: number[] = [];
    const { client, sent, waits } = scriptedGraph(
      [{ status: 429, headers: { 'Retry-After': '1.5' } }, { body: { done: true } }], { onWaiting: (ms) => heard.push(ms) },
    );
    expect((await client.send(get)).ok).toBe(true);
    expect([sent.length, waits, heard]).toEqual([2, [1500], [1500]]);
  });

  it('backs off by itself when Graph does not say how long, and gives up after four tries', async () => {
    const { client, sent, waits } = scriptedGraph([{ status: 503 }]);
    expect(await client.send(get)).toEqual(failed({ kind: 'busy', retryAfterMs: 10_000 }));
    expect(sent).toHaveLength(4);
    expect(waits).toEqual([750, 1500, 3000]);
  });

  it('sends nothing while Graph wants a longer pause than one request waits out, and says what is left of it', async () => {
    let now = 0;
    const { client, sent } = scriptedGraph([{ status: 429, headers: { 'Retry-After': '90' } }, { body: {} }], { now: () => now });
    expect(await client.send(get)).toEqual(failed({ kind: 'busy', retryAfterMs: 90_000, notDone: true }));
    now = 60_000;
    expect(await client.send(post)).toEqual(failed({ kind: 'busy', retryAfterMs: 30_000, notDone: true }));
    expect(sent).toHaveLength(1);
    now = 90_000;
    expect(await client.send(get)).toMatchObject({ ok: true });
  });

  it('does not believe a pause without end', async () => {
    let now = 0;
    const { client } = scriptedGraph([{ status: 429, headers: { 'Retry-After': '99999999' } }, { body: {} }], { now: () => now });
    await client.send(get);
    now = 600_000;
    expect(await client.send(get)).toMatchObject({ ok: true });
  });

  it('does not wait longer than a minute in all', async () => {
    const { client, sent } = scriptedGraph([{ status: 429, headers: { 'Retry-After': '40' } }]);
    expect(await client.send(get)).toEqual(failed({ kind: 'busy', retryAfterMs: 40_000, notDone: true }));
    expect(sent).toHaveLength(2);
  });

  it('sends a create again when it was turned away at the door, and not after a gateway gave up on it', async () => {
    const throttled = scriptedGraph([{ status: 429 }, { status: 201, body: {} }]);
    expect((await throttled.client.send(post)).ok).toBe(true);
    const timedOut = scriptedGraph([{ status: 504 }]);
    expect(await timedOut.client.send(post)).toMatchObject({ problem: { kind: 'busy' } });
    expect(timedOut.sent).toHaveLength(1);
  });

  it('passes over one race inside Exchange on a plain read', async () => {
    const { client, sent } = scriptedGraph([{ status: 412, body: graphError('ErrorIrresolvableConflict') }, { body: {} }]);
    expect((await client.send(get)).ok).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it('takes a failed precondition for what it says', async () => {
    const { client, sent } = scriptedGraph([{ status: 412, body: graphError('ErrorIrresolvableConflict') }]);
    expect(await client.send({ ...get, method: 'PATCH', body: {}, headers: { 'If-Match': 'W/"a"' } })).toEqual(failed({ kind: 'changedElsewhere' }));
    expect(sent).toHaveLength(1);
  });
});

describe('a network that fails', () => {
  it('is tried twice more for a read, then it is offline', async () => {
    const { client, sent } = scriptedGraph(['unreachable']);
    expect(await client.send(get)).toEqual(failed({ kind: 'offline' }));
    expect(sent).toHaveLength(3);
  });

  it('is told of a write as it was lost, when its next try never leaves or is turned away', async () => {
    const remove = { ...get, method: 'DELETE' } as const;
    let tokens = 0;
    const signedOut = scriptedGraph(['unreachable', {}], {
      getToken: async (scopes) => ((tokens += 1) === 1 ? ok('token') : failed({ kind: 'signInNeeded', scopes })),
    });
    expect(await signedOut.client.send(remove)).toEqual(failed({ kind: 'offline' }));
    expect(signedOut.sent).toHaveLength(1);
    const forbidden = scriptedGraph(['brokenOff', { status: 403, body: graphError('ErrorAccessDenied') }]);
    expect(await forbidden.client.send(remove)).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
    // Nothing was done by a read, and nothing lost.
    const read = scriptedGraph(['unreachable', { status: 403, body: graphError('ErrorAccessDenied') }]);
    expect(await read.client.send(get)).toEqual(failed({ kind: 'accessDenied' }));
    const gone = scriptedGraph(['unreachable', { status: 404, body: graphError('ErrorItemNotFound') }]);
    expect(await gone.client.send(remove)).toEqual(failed({ kind: 'gone' }));
  });

  it('never repeats a create, whose answer may only have been lost', async () => {
    const { client, sent } = scriptedGraph(['unreachable']);
    expect(await client.send(post)).toEqual(failed({ kind: 'offline' }));
    expect(sent).toHaveLength(1);
  });

  it('never repeats an update that carries a precondition', async () => {
    const { client, sent } = scriptedGraph(['unreachable']);
    await client.send({ ...get, method: 'PATCH', body: {}, headers: { 'If-Match': 'W/"a"' } });
    expect(sent).toHaveLength(1);
  });

  it.each<['brokenOff' | { text: string }]>([['brokenOff'], [{ text: '{"value":[{"id"' }]])('reads again what came as half a body: %j', async (half) => {
    const once = scriptedGraph([half, { body: { value: [] } }]);
    expect(await once.client.send(get)).toMatchObject({ ok: true, value: { body: { value: [] } } });
    const always = scriptedGraph([half]);
    expect(await always.client.send(get)).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  });

  it('ends by our own clock when no answer comes', async () => {
    const { client } = scriptedGraph(['never'], { timeoutMs: 5 });
    expect(await client.send(get)).toEqual(failed({ kind: 'noAnswer', from: 'graph' }));
  });
});

describe('tokens', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';

  it('are renewed once after a 401, with the claims that came along', async () => {
    const { client, sent, asked } = scriptedGraph([
      { status: 401, headers: { 'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"` } },
      { body: {} },
    ]);
    expect((await client.send(get)).ok).toBe(true);
    expect(asked.map(({ how }) => how)).toEqual([undefined, { forceRefresh: true, claims }]);
    expect(sent[1]?.headers.get('authorization')).toBe('Bearer token2');
  });

  it('are renewed without claims when there are none to be read', async () => {
    const { client, asked } = scriptedGraph([{ status: 401, headers: { 'WWW-Authenticate': 'Bearer claims="%%%"' } }, { body: {} }]);
    await client.send(get);
    expect(asked[1]?.how).toEqual({ forceRefresh: true });
  });

  it('are renewed no more than once', async () => {
    const { client, sent } = scriptedGraph([{ status: 401, body: graphError('InvalidAuthenticationToken') }]);
    expect(await client.send(get)).toEqual(failed({ kind: 'signInFailed', code: 'InvalidAuthenticationToken' }));
    expect(sent).toHaveLength(2);
  });

  it('that cannot be had are the problem, and nothing is sent', async () => {
    const needed = { kind: 'signInNeeded', scopes: ['Contacts.Read'] } as const;
    const { client, sent } = scriptedGraph([{}], { getToken: async () => failed(needed) });
    expect(await client.send(get)).toEqual(failed(needed));
    expect(sent).toEqual([]);
  });
});

describe('giving up', () => {
  it('ends a request that is under way', async () => {
    const { client } = scriptedGraph(['never']);
    const stop = new AbortController();
    const answer = client.send({ ...get, signal: stop.signal });
    setTimeout(() => stop.abort(), 5);
    expect(await answer).toEqual(failed({ kind: 'abandoned' }));
  });

  it('ends the wait for a token', async () => {
    const { client, sent } = scriptedGraph([{}], { getToken: () => new Promise(() => undefined) });
    const stop = new AbortController();
    const answer = client.send({ ...get, signal: stop.signal });
    stop.abort();
    expect(await answer).toEqual(failed({ kind: 'abandoned' }));
    expect(sent).toEqual([]);
  });

  it('ends the waiting that Graph asked for', async () => {
    const stop = new AbortController();
    const { client, sent } = scriptedGraph([{ status: 429 }], { wait: async () => stop.abort() });
    expect(await client.send({ ...get, signal: stop.signal })).toEqual(failed({ kind: 'abandoned' }));
    expect(sent).toHaveLength(1);
  });
});

it('keeps three requests in flight, and one that waits for its turn can be given up', async () => {
  let inFlight = 0;
  let most = 0;
  const { client, sent } = scriptedGraph(async () => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inFlight -= 1;
    return { body: {} };
  });
  const stop = new AbortController();
  const first = Array.from({ length: 6 }, () => client.send(get));
  const last = client.send({ ...get, signal: stop.signal });
  setTimeout(() => stop.abort(), 1);
  expect(await last).toEqual(failed({ kind: 'abandoned' }));
  expect((await Promise.all(first)).every((answer) => answer.ok)).toBe(true);
  expect([most, sent.length]).toEqual([3, 6]);
});
