import { request } from 'node:http';
import { startFakeGraph } from '#sandbox/fakeGraph/server';
import type { FakeGraph } from '#sandbox/fakeGraph/server';

type Json = ReturnType<typeof JSON.parse>;

let graph: FakeGraph;
let authorization: string;
beforeAll(async () => {
  graph = await startFakeGraph();
  authorization = `Bearer ${graph.token('adele', ['Contacts.ReadWrite', 'User.Read', 'MailboxSettings.ReadWrite'])}`;
});
afterAll(() => graph.stop());

const state = async (): Promise<Json> => (await fetch(`${graph.url}/sandbox/state?user=adele`)).json();
const send = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<{ status: number; code: string }> => {
  const headers: Record<string, string> = { Authorization: authorization, ...(body === undefined ? {} : { 'Content-Type': type }) };
  const response = await fetch(`${graph.url}${path}`, { method, headers, body: body ?? null });
  const text = await response.text();
  return { status: response.status, code: text.startsWith('{') ? (JSON.parse(text) as Json).error?.code ?? '' : '' };
};

describe('input nobody should send', () => {
  it('is refused, leaves the process alive and the state as it was', async () => {
    const before = await state();
    const megan = (before.contacts as Json[])[0].ordinaryId as string;
    const bodies = ['{', '[]', 'null', '"x"', '7', '{"givenName":{}}', '{"emailAddresses":{}}', '{"emailAddresses":[1]}', '{"emailAddresses":[[]]}',
      '{"homeAddress":"x"}', '{"homeAddress":{"street":7}}', '{"birthday":7}', '{"birthday":"0000-99-99T99:99:99Z"}', '{"categories":[null]}',
      '{"children":null}', '{"__proto__":{"a":1}}', '{"constructor":1}', '{"toString":"x"}', '{"hasOwnProperty":1}', `{"givenName":"${'x'.repeat(100_000)}"}`,
      '{"extensions":[{}]}', '{"photo":1}', '{"flag":{}}', `${'['.repeat(50_000)}${']'.repeat(50_000)}`];
    for (const body of bodies) {
      const patched = await send('PATCH', `/v1.0/me/contacts/${encodeURIComponent(megan)}`, body);
      // An object whose only member is `__proto__` names no property and changes nothing but the changeKey.
      if (!body.includes('__proto__')) expect([body.slice(0, 60), patched.status]).toEqual([body.slice(0, 60), 400]);
    }
    const after = await state();
    const strip = (s: Json): Json => s.contacts.map((c: Json) => ({ ...c, '@odata.etag': 0, 'changeKey': 0, 'lastModifiedDateTime': 0 }));
    expect(strip(after)).toEqual(strip(before));
  });

  it('is a 5 MB body', async () => {
    const before = (await state()).counts;
    expect((await send('POST', '/v1.0/me/contacts', JSON.stringify({ personalNotes: 'x'.repeat(5_000_000) }))).status).toBe(413);
    expect((await state()).counts).toEqual(before);
  });

  it('is an odd query', async () => {
    const queries = ['$top=x', '$top=1e3', '$skip=-1', '$top=1&$top=2', '$foo=1', '$count=maybe', '$select=__proto__', '$select=constructor', '$orderby=constructor',
      '$orderby=displayName;drop', '$orderby=emailAddresses/address', '$filter=%', "$filter='", '$filter=()', "$filter=startswith(displayName,'a'", '$filter=a eq b eq c', "$filter=constructor eq 'x'",
      `$filter=${'('.repeat(5000)}`, `$filter=${'not '.repeat(1000)}x`, "$filter=emailAddresses/any()", "$filter=emailAddresses/all(a:a/address eq 'x')", '$expand=constructor', '$expand=extensions($filter=1)'];
    for (const query of queries) {
      const answer = await send('GET', `/v1.0/me/contacts?${query}`);
      expect([query.slice(0, 40), answer.status]).toEqual([query.slice(0, 40), 400]);
    }
    expect((await send('GET', '/v1.0/me')).status).toBe(200);
  });

  it('is an odd path', async () => {
    for (const path of ['/v1.0', '/v1.0/', '/v2.0/me', '/', '/v1.0/me/constructor', '/v1.0/me/__proto__', "/v1.0/me/contacts('')", '/v1.0/me/contactFolders//contacts', '/v1.0/users//contacts',
      '/v1.0/me/contacts/../../x', `/v1.0/me/contacts/${'a'.repeat(5000)}`, '/v1.0/me/contacts/%00', '/v1.0/me/contacts/x/y/z/w', '/v1.0/toString']) {
      const answer = await send('GET', path);
      expect([path.slice(0, 50), answer.status >= 400 && answer.status < 502]).toEqual([path.slice(0, 50), true]);
    }
  });

  it('is an odd batch', async () => {
    const part = { id: '1', method: 'GET', url: '/me' };
    const many = Array.from({ length: 21 }, (_, n) => ({ ...part, id: String(n) }));
    const wrong = [{}, { requests: [] }, { requests: [null] }, { requests: [{ ...part, id: 1 }] }, { requests: [{ ...part, method: 7 }] }, { requests: many },
      { requests: [{ ...part, headers: 'x' }] }, { requests: [{ ...part, dependsOn: ['1'] }] }, { requests: [{ ...part, dependsOn: ['9'] }] },
      { requests: [{ ...part, dependsOn: ['2'] }, { ...part, id: '2', dependsOn: ['1'] }] }];
    for (const body of wrong) {
      const answer = await send('POST', '/v1.0/$batch', JSON.stringify(body));
      expect([JSON.stringify(body).slice(0, 60), answer.status]).toEqual([JSON.stringify(body).slice(0, 60), 400]);
    }
    for (const url of ['', '/', 'http://elsewhere.example/', '/me/contacts?$top=%', '../../sandbox/reset', '/$batch']) {
      const response = await fetch(`${graph.url}/v1.0/$batch`, {
        method: 'POST', headers: { 'Authorization': authorization, 'Content-Type': 'application/json' },
        body: JSON.stringify({ requests: [{ id: '1', method: 'POST', url, headers: { 'Content-Type': 'application/json' }, body: {} }] }),
      });
      const { responses } = await response.json() as Json;
      expect(responses[0].status).toBeGreaterThanOrEqual(400);
    }
  });

  it('is a flood of headers', async () => {
    const status = await new Promise<number>((done) => {
      const flood = request(`${graph.url}/v1.0/me`, { headers: { 'X-Flood': 'x'.repeat(60_000) } }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
      flood.on('error', () => { done(431); });
      flood.end();
    });
    expect(status).toBe(431);
    expect((await send('GET', '/v1.0/me')).status).toBe(200);
  });

  it('is a token that is none', async () => {
    for (const token of ['', 'x', 'EwFake.', 'EwFake.e30', `EwFake.${Buffer.from('{"user":7}').toString('base64url')}`, 'Bearer', '\u00ff']) {
      const response = await fetch(`${graph.url}/v1.0/me`, { headers: { Authorization: `Bearer ${token}` } });
      expect(response.status).toBe(401);
    }
  });

  it('is a request to the control surface that makes no sense', async () => {
    for (const [path, body] of [['token', '{'], ['token', '{"user":"nobody"}'], ['token', '{"user":"adele","scopes":7}'], ['reset', '{"seed":"none"}'], ['reset', '{"contacts":-1}'],
      ['faults', '{}'], ['faults', '{"faults":[{"kind":"storm"}]}'], ['faults', '{"faults":[{"kind":"status","status":500,"path":"/(/"}]}'],
      ['settings', '{"noSuch":1}'], ['settings', '{"pageSize":"many"}'], ['change', '{"user":"adele","op":"dance"}'], ['change', '{"user":"nobody"}'], ['clock', '{"now":"never"}'], ['lifecycle', '{}']]) {
      const response = await fetch(`${graph.url}/sandbox/${path ?? ''}`, { method: 'POST', body: body ?? '' });
      expect([path, body, response.status]).toEqual([path, body, 400]);
    }
    expect((await fetch(`${graph.url}/sandbox/nothing`)).status).toBe(404);
  });
});
