import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Answer, Json } from '../support/graphUnderTest';
import { startReceiver } from '../support/receiver';
import type { Receiver } from '../support/receiver';

const graph = useGraph();
let receiver: Receiver;
beforeEach(async () => { receiver = await startReceiver(); });
afterEach(async () => { await receiver.stop(); });

const minutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();
const subscribe = (changes: Json = {}, options = {}): Promise<Answer> => graph.post('/subscriptions', {
  resource: '/me/contacts', changeType: 'created,updated,deleted', notificationUrl: `${receiver.url}/notify`, clientState: 'secret',
  expirationDateTime: minutes(1000), ...changes,
}, options);

describe('§10 creating a subscription', () => {
  onEmulator('shakes hands first: the decoded token comes back as plain text', async () => {
    const made = await subscribe();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ resource: '/me/contacts', changeType: 'created,updated,deleted', clientState: 'secret' });
    expect(receiver.handshakes).toHaveLength(1);
    expect(receiver.handshakes[0]).toContain(' ');
  });

  onEmulator('shakes hands with the lifecycle address too, which must be on the same host', async () => {
    expect((await subscribe({ lifecycleNotificationUrl: `${receiver.url}/life` })).status).toBe(201);
    expect(receiver.handshakes).toHaveLength(2);
    expect((await subscribe({ changeType: 'created', lifecycleNotificationUrl: 'https://elsewhere.example/life' })).status).toBe(400);
  });

  onEmulator('fails when the receiver fails or echoes something else', async () => {
    for (const manner of ['deaf', 'wrongEcho'] as const) {
      receiver.behave(manner);
      const refused = await subscribe();
      expect([refused.status, refused.body.error.code]).toEqual([400, 'ValidationError']);
    }
    expect((await graph.get('/subscriptions')).body.value).toEqual([]);
  });

  onEmulator('lives 10,080 minutes at most and 45 at least', async () => {
    expect((await subscribe({ expirationDateTime: minutes(10_090) })).status).toBe(400);
    expect((await subscribe({ expirationDateTime: minutes(-5) })).status).toBe(400);
    const short = await subscribe({ expirationDateTime: minutes(5) });
    expect(Date.parse(short.body.expirationDateTime) - Date.now()).toBeGreaterThan(44 * 60_000);
  });

  onEmulator('refuses a second one for the same resource and changes with 409', async () => {
    await subscribe();
    expect((await subscribe()).status).toBe(409);
    expect((await subscribe({ changeType: 'created' })).status).toBe(201);
  });

  onEmulator('is for one\'s own mailbox, not with .Shared scopes, and with a clientState of 128 characters', async () => {
    expect((await subscribe({ resource: '/users/henrietta@contoso.example/contacts' })).status).toBe(403);
    expect((await subscribe({}, { token: graph.token('adele', ['Contacts.ReadWrite.Shared']) })).status).toBe(403);
    expect((await subscribe({ clientState: 'x'.repeat(129) })).status).toBe(400);
    expect((await subscribe({ clientState: 'x'.repeat(129) }, { version: 'beta' })).status).toBe(201);
    expect((await subscribe({ notificationUrl: 'http://relay.example/notify' })).status).toBe(400);
    expect((await subscribe({ changeType: 'moved' })).status).toBe(400);
  });
});

describe('§10 renewing and ending', () => {
  onEmulator('is renewed with PATCH, reauthorized, listed and deleted', async () => {
    const { body } = await subscribe();
    const path = `/subscriptions/${body.id as string}`;
    const renewed = await graph.patch(path, { expirationDateTime: minutes(5000) });
    expect([renewed.status, renewed.body.expirationDateTime > body.expirationDateTime]).toEqual([200, true]);
    expect((await graph.patch(path, { notificationUrl: 'https://other.example' })).status).toBe(400);
    expect((await graph.call('POST', `${path}/reauthorize`)).status).toBe(200);
    expect((await graph.get('/subscriptions?$top=1&$filter=x')).body.value).toHaveLength(1);
    expect((await graph.remove(path)).status).toBe(204);
    expect((await graph.get(path)).status).toBe(404);
  });

  onEmulator('ends by itself', async () => {
    const { body } = await subscribe({ expirationDateTime: minutes(60) });
    await graph.sandbox('POST', 'clock', { advanceMs: 61 * 60_000 });
    expect((await graph.get(`/subscriptions/${body.id as string}`, { token: graph.token('adele', ['Contacts.Read']) })).status).toBe(404);
  });
});

describe('§10 notifications', () => {
  onEmulator('tell of a create and an update with id and etag, and carry the clientState', async () => {
    const { body: subscription } = await subscribe();
    const contact = await graph.contact({ givenName: 'Awa' });
    await graph.patch(contactPath(contact), { jobTitle: 'x' });
    const heard = await receiver.hears(2);
    const me = await graph.idOf('adele');
    expect(heard[0]).toMatchObject({
      subscriptionId: subscription.id, clientState: 'secret', changeType: 'created', resource: `Users/${me}/Contacts/${contact.id as string}`,
      resourceData: { 'id': contact.id, '@odata.type': '#Microsoft.Graph.Contact', '@odata.etag': contact['@odata.etag'] },
    });
    expect(heard[1].changeType).toBe('updated');
  });

  onEmulator('carry immutable ids only when the subscription asked for them', async () => {
    await subscribe({}, { headers: { Prefer: 'IdType="ImmutableId"' } });
    const contact = await graph.contact({ givenName: 'Awa' });
    const [heard] = await receiver.hears(1);
    expect(heard.resourceData.id).not.toBe(contact.id);
  });

  onEmulator('say nothing of a delete (seen), or say it or "missed" when the switch says so', async () => {
    await subscribe({ changeType: 'deleted', lifecycleNotificationUrl: `${receiver.url}/life` });
    await graph.remove(contactPath(await graph.contact({ givenName: 'One' })));
    await graph.sandbox('POST', 'settings', { deleteNotifies: 'missed' });
    await graph.remove(contactPath(await graph.contact({ givenName: 'Two' })));
    expect((await receiver.hears(1))[0].lifecycleEvent).toBe('missed');
    await graph.sandbox('POST', 'settings', { deleteNotifies: 'deleted' });
    await graph.remove(contactPath(await graph.contact({ givenName: 'Three' })));
    expect((await receiver.hears(2))[1].changeType).toBe('deleted');
  });

  onEmulator('tell of an update right after a create when the switch says so', async () => {
    await subscribe();
    await graph.sandbox('POST', 'settings', { createNotifiesTwice: true });
    await graph.contact({ givenName: 'Awa' });
    expect((await receiver.hears(2)).map((n) => n.changeType as string).sort()).toEqual(['created', 'updated']);
  });

  onEmulator('reach a personal account, whose life cycle events do not', async () => {
    const token = graph.token('pat', ['Contacts.ReadWrite']);
    const made = await subscribe({ lifecycleNotificationUrl: `${receiver.url}/life` }, { token });
    expect(made.status).toBe(201);
    await graph.sandbox('POST', 'lifecycle', { subscriptionId: made.body.id, event: 'missed' });
    await graph.post('/me/contacts', { givenName: 'Awa' }, { token });
    expect((await receiver.hears(1)).map((n) => n.changeType)).toEqual(['created']);
  });

  onEmulator('can be for one folder, or for what a filter lets through', async () => {
    await subscribe({ resource: `/me/contactFolders/${graph.folder().split('/').at(-1) ?? ''}/contacts`, changeType: 'created' });
    await subscribe({ resource: "/me/contacts?$filter=givenName eq 'Filtered'", changeType: 'updated,created' });
    await graph.post('/me/contacts', { givenName: 'Elsewhere' });
    await graph.contact({ givenName: 'Inside' });
    await graph.post('/me/contacts', { givenName: 'Filtered' });
    expect(await receiver.hears(2)).toHaveLength(2);
  });

  onEmulator('are tried again, and counted as missed in the end', async () => {
    await subscribe({ lifecycleNotificationUrl: `${receiver.url}/life` });
    receiver.behave('deaf');
    await graph.contact({ givenName: 'Awa' });
    const heard = await receiver.hears(4);
    expect(heard.slice(0, 3).every((n) => n.changeType === 'created')).toBe(true);
    expect(heard[3].lifecycleEvent).toBe('missed');
  });

  onEmulator('of the life cycle come on request', async () => {
    const { body } = await subscribe({ lifecycleNotificationUrl: `${receiver.url}/life` });
    await graph.sandbox('POST', 'lifecycle', { subscriptionId: body.id, event: 'reauthorizationRequired' });
    const [first] = await receiver.hears(1);
    expect(first).toMatchObject({ subscriptionId: body.id, lifecycleEvent: 'reauthorizationRequired', clientState: 'secret' });
    expect(first).not.toHaveProperty('resourceData');
    await graph.sandbox('POST', 'lifecycle', { subscriptionId: body.id, event: 'subscriptionRemoved' });
    await receiver.hears(2);
    expect((await graph.get(`/subscriptions/${body.id as string}`)).status).toBe(404);
  });
});
