import {
  AuthenticationHandler, BatchRequestContent, BatchResponseContent, Client, PageIterator, RetryHandler, RetryHandlerOptions, TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { Context, Middleware, PageCollection } from '@microsoft/microsoft-graph-client';
import type { Contact } from '@microsoft/microsoft-graph-types';
import { startFakeGraph } from '#sandbox/fakeGraph/server';
import type { FakeGraph } from '#sandbox/fakeGraph/server';
import { madeJpeg } from '#sandbox/fakeGraph/shapes/jpeg';

const graphHost = 'https://graph.microsoft.com';
let graph: FakeGraph;
let client: Client;

/**
 * The client's own chain, as it talks to graph.microsoft.com: it sends tokens and follows links over HTTPS only. The
 * last link of the chain, the wire, leads to the emulator, which is told what host the client believes in.
 */
function clientOf(emulator: FakeGraph): Client {
  const wire: Middleware = {
    execute: async (context: Context) => {
      const { request, options } = context;
      if (typeof request !== 'string') throw new Error('The client was expected to send an address.');
      const headers = new Headers(options?.headers as HeadersInit);
      headers.set('X-Forwarded-Host', 'graph.microsoft.com');
      headers.set('X-Forwarded-Proto', 'https');
      context.response = await fetch(request.replace(graphHost, emulator.url), { ...options, headers } as RequestInit);
    },
  };
  const telemetry = new TelemetryHandler();
  const retry = new RetryHandler(new RetryHandlerOptions(1, 3));
  const authorize = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(emulator.token('adele', ['Contacts.ReadWrite', 'User.Read'])) });
  telemetry.setNext(wire);
  retry.setNext(telemetry);
  authorize.setNext(retry);
  return Client.initWithMiddleware({ middleware: authorize });
}

beforeAll(async () => {
  graph = await startFakeGraph();
  client = clientOf(graph);
});
beforeEach(() => { graph.reset(); });
afterAll(() => graph.stop());

describe('the official JavaScript client, unchanged', () => {
  it('pages through contacts with its iterator', async () => {
    const first = await client.api('/me/contacts').top(7).select(['displayName']).get() as PageCollection;
    const names: string[] = [];
    const iterator = new PageIterator(client, first, (contact: Contact) => {
      names.push(contact.displayName ?? '');
      return true;
    });
    await iterator.iterate();
    expect(names.length).toBeGreaterThan(20);
    expect(names).toContain('Megan Bowen');
  });

  it('filters, makes, patches and deletes', async () => {
    const made = await client.api('/me/contacts').post({ givenName: 'Awa', emailAddresses: [{ name: 'Awa', address: "awa+o'neil@fabrikam.example" }] }) as Contact;
    const found = await client.api('/me/contacts').filter(`emailAddresses/any(a:a/address eq '${encodeURIComponent("awa+o''neil@fabrikam.example")}')`).get() as { value: Contact[] };
    expect(found.value.map((c) => c.id)).toEqual([made.id]);
    const changed = await client.api(`/me/contacts/${made.id ?? ''}`).header('Prefer', 'IdType="ImmutableId"').patch({ jobTitle: 'Buyer' }) as Contact;
    expect(changed.jobTitle).toBe('Buyer');
    await client.api(`/me/contacts/${made.id ?? ''}`).delete();
    await expect(client.api(`/me/contacts/${made.id ?? ''}`).get()).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' });
  });

  it('batches with a dependency', async () => {
    // The client keeps the path of an address, and parts are relative to the version of the envelope.
    const url = graphHost;
    const content = new BatchRequestContent([
      { id: '1', request: new Request(`${url}/me/contacts`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ givenName: 'Batched' }) }) },
      { id: '2', request: new Request(`${url}/me/contacts?$filter=${encodeURIComponent("givenName eq 'Batched'")}`), dependsOn: ['1'] },
    ]);
    const answer = new BatchResponseContent(await client.api('/$batch').post(await content.getContent()) as never);
    expect(answer.getResponseById('1').status).toBe(201);
    expect((await answer.getResponseById('2').json() as { value: Contact[] }).value).toHaveLength(1);
  });

  it('uploads a photo and reads it back', async () => {
    const { value } = await client.api('/me/contacts').top(1).get() as { value: Contact[] };
    const path = `/me/contacts/${value[0]?.id ?? ''}/photo`;
    const bytes = madeJpeg(96, 80);
    await client.api(`${path}/$value`).header('Content-Type', 'image/jpeg').put(bytes);
    expect(await client.api(path).get()).toMatchObject({ width: 96 });
    const back = await client.api(`${path}/$value`).responseType('arraybuffer' as never).get() as ArrayBuffer;
    expect(Buffer.from(back).equals(bytes)).toBe(true);
  });

  it('runs delta to its end and comes back for more', async () => {
    const items: Contact[] = [];
    let page = await client.api('/me/contactFolders/contacts/contacts/delta').header('Prefer', 'odata.maxpagesize=10').get() as PageCollection;
    while (page['@odata.nextLink'] !== undefined) {
      items.push(...page.value as Contact[]);
      page = await client.api(page['@odata.nextLink']).get() as PageCollection;
    }
    items.push(...page.value as Contact[]);
    expect(items.length).toBeGreaterThan(20);
    const made = await client.api('/me/contacts').post({ givenName: 'Later' }) as Contact;
    const news = await client.api(page['@odata.deltaLink'] ?? '').get() as PageCollection;
    expect((news.value as Contact[]).map((c) => c.id)).toEqual([made.id]);
  });

  it('waits out a throttled answer by its own means', async () => {
    await fetch(`${graph.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults: [{ kind: 'status', status: 429, retryAfter: 1, times: 1 }] }) });
    expect(await client.api('/me').get()).toMatchObject({ displayName: 'Adele Vance' });
    expect(graph.requests.map((r) => r.status)).toEqual([429, 200]);
  });
});
