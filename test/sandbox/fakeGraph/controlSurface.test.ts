import { startFakeGraph } from '#sandbox/fakeGraph/server';
import type { FakeGraph } from '#sandbox/fakeGraph/server';
import { jpegSize, madeJpeg } from '#sandbox/fakeGraph/shapes/jpeg';
import { hasSpec, violations } from './support/conformance';

type Json = ReturnType<typeof JSON.parse>;

let now = Date.parse('2026-03-05T10:00:00Z');
let graph: FakeGraph;
beforeAll(async () => { graph = await startFakeGraph({ clock: { now: () => now } }); });
beforeEach(() => { graph.reset(); });
afterAll(() => graph.stop());

const control = async (method: string, path: string, body?: unknown): Promise<Json> =>
  (await fetch(`${graph.url}/sandbox/${path}`, { method, body: body === undefined ? null : JSON.stringify(body) })).json();
const call = (path: string, init: RequestInit = {}, scopes = ['Contacts.ReadWrite', 'User.Read']): Promise<Response> =>
  fetch(`${graph.url}/v1.0${path}`, { ...init, headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${graph.token('adele', scopes)}`, ...init.headers } });

describe('tokens', () => {
  it('are for a user by key or address, with scopes in MSAL\'s spelling or short', async () => {
    const one = await control('POST', 'token', { user: 'adele@contoso.example', scopes: ['https://graph.microsoft.com/Contacts.Read', 'User.Read'] });
    expect(one).toMatchObject({ expires_in: 3600, scopes: ['Contacts.Read', 'User.Read'] });
    expect((await fetch(`${graph.url}/v1.0/me/contacts`, { headers: { Authorization: `Bearer ${one.access_token}` } })).status).toBe(200);
  });
});

describe('the clock', () => {
  it('is the one handed in, and can be moved on', async () => {
    const made = await (await call('/me/contacts', { method: 'POST', body: '{"givenName":"A"}' })).json() as Json;
    expect(made.createdDateTime).toBe('2026-03-05T10:00:00Z');
    await control('POST', 'clock', { advanceMs: 3_600_000 });
    now += 1000;
    const later = await (await call('/me/contacts', { method: 'POST', body: '{"givenName":"B"}' })).json() as Json;
    expect(later.createdDateTime).toBe('2026-03-05T11:00:01Z');
  });
});

describe('the seed', () => {
  it('knows whom the mails and meetings of the sandbox speak of', async () => {
    const { contacts } = await control('GET', 'state?user=adele');
    const of = (address: string): Json[] => contacts.filter((c: Json) => c.emailAddresses.some((e: Json) => e.address === address));
    expect(of('megan.bowen@fabrikam.example')[0]).toMatchObject({ folder: 'Contacts', companyName: 'Fabrikam' });
    expect(of("sean.o'neil@tailspin.example")).toHaveLength(1);
    expect(of('jane@northwind.example')).toHaveLength(1);
    expect(of('åsa@fjord.example')).toHaveLength(1);
    expect(of('pavel.novak@wingtip.example')[0].folder).toBe('Prague');
    expect(of('hana@vance-family.example')[0].folder).toBe('Family');
    expect(of('info@litware.example').map((c) => c.displayName).sort()).toEqual(['Ana Trujillo', 'Litware Reception']);
    expect(of('diego.siciliani@fabrikam.example')).toHaveLength(1);
    for (const stranger of ['diego@private.example', 'lena.hofmann@adatum.example', 'omar.vandenberg@woodgrove.example', 'grace.kim@proseware.example', 'taro.yamada@sakura.example']) expect(of(stranger)).toEqual([]);
  });

  it('makes as many contacts as asked for, none of them a stranger of the event', async () => {
    expect((await control('POST', 'reset', { contacts: 1000 })).contacts['adele@contoso.example']).toBe(1001);
    const { crowdAtEvent, isKnownInCrowd } = await import('#sandbox/seed/people');
    const { contacts } = await control('GET', 'state?user=adele');
    const addresses = new Set(contacts.flatMap((c: Json) => c.emailAddresses.map((e: Json) => e.address as string)));
    crowdAtEvent.forEach((member, n) => { expect([member.address, addresses.has(member.address)]).toEqual([member.address, isKnownInCrowd(n)]); });
    expect((await control('POST', 'reset', { contacts: 12 })).contacts['adele@contoso.example']).toBe(13);
    expect((await control('POST', 'reset', { seed: 'empty' })).contacts['adele@contoso.example']).toBe(0);
  });
});

describe('faults', () => {
  it('cut a connection before acting, or after, or in the middle of the answer', async () => {
    const make = (): Promise<unknown> => call('/me/contacts', { method: 'POST', body: '{"givenName":"Cut"}' }).then((r) => r.json());
    const count = async (): Promise<number> => (await control('GET', 'state?user=adele')).counts.contacts as number;
    const before = await count();
    for (const [kind, acted] of [['cut', 0], ['cutAfter', 1], ['halfBody', 2]] as const) {
      await control('POST', 'faults', { faults: [{ kind, method: 'POST', path: '/me/contacts' }] });
      await expect(make()).rejects.toThrow();
      expect(await count()).toBe(before + acted);
    }
    await control('POST', 'faults', { faults: [] });
    await expect(make()).resolves.toMatchObject({ givenName: 'Cut' });
  });

  it('answer with what Graph never sends', async () => {
    await control('POST', 'faults', { faults: [{ kind: 'garbage' }] });
    const answer = await call('/me');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
  });

  it('strike by method, path, pattern, count, and after so many', async () => {
    await control('POST', 'faults', { faults: [{ kind: 'status', status: 500, path: '/contacts\\?\\$top=\\d$/', after: 1, times: 2 }] });
    const seen = [];
    for (let n = 0; n < 4; n += 1) seen.push((await call('/me/contacts?$top=1')).status);
    expect(seen).toEqual([200, 500, 500, 200]);
    expect((await call('/me/contacts?$top=10')).status).toBe(200);
  });

  it('slow an answer down', async () => {
    await control('POST', 'faults', { faults: [{ kind: 'latency', ms: 80, path: '/me' }] });
    await call('/me');
    expect(graph.requests.at(-1)?.ms).toBeGreaterThanOrEqual(75);
  });
});

describe('the log', () => {
  it('shows each request with status, bytes and parts, until it is cleared', async () => {
    await call('/me/contacts?$top=1');
    await call('/$batch', { method: 'POST', body: JSON.stringify({ requests: [{ id: 'a', method: 'GET', url: '/me' }] }) });
    const { requests } = await control('GET', 'requests');
    expect(requests).toEqual([
      expect.objectContaining({ method: 'GET', path: '/v1.0/me/contacts?$top=1', status: 200, user: 'adele@contoso.example' }),
      expect.objectContaining({ method: 'POST', path: '/v1.0/$batch', status: 200, parts: [{ id: 'a', method: 'GET', path: '/v1.0/me', status: 200 }] }),
    ]);
    expect(requests[0].bytes).toBeGreaterThan(100);
    await control('POST', 'reset', { keepRequests: true });
    expect((await control('GET', 'requests')).requests).toHaveLength(2);
    await control('DELETE', 'requests');
    expect((await control('GET', 'requests')).requests).toEqual([]);
  });
});

describe('calls nobody built', () => {
  it('are answered 501 by name', async () => {
    for (const path of ['/me/events', '/me/messages', '/groups/x/members', '/me/contacts/x/unknown']) {
      const answer = await call(path);
      const { error } = await answer.json() as Json;
      expect([answer.status, error.message]).toEqual([501, expect.stringContaining(path.split('/').at(-1) ?? '')]);
    }
  });
});

describe('what the other tests lean on', () => {
  it('finds fault with answers that do not fit Graph\'s schemas, when these are there', () => {
    if (!hasSpec) return;
    expect(violations('v1.0', 'GET', '/me/contacts', 200, { value: [{ id: 'x', emailAddresses: 'none' }] })).not.toEqual([]);
    expect(violations('v1.0', 'GET', '/me/contacts', 200, { value: [{ id: 'x', emailAddresses: [] }] })).toEqual([]);
    expect(violations('v1.0', 'GET', '/me/contacts', 404, { wrong: {} })).not.toEqual([]);
    expect(violations('beta', 'GET', '/me/contacts/x', 200, { id: 'x', flag: { flagStatus: 'maybe' } })).not.toEqual([]);
  });

  it('makes pictures of the size it says', () => {
    for (const size of [48, 96, 648]) expect(jpegSize(madeJpeg(size, 100))).toEqual({ width: size, height: size });
  });
});
