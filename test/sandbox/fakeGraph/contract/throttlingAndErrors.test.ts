import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Answer } from '../support/graphUnderTest';

const graph = useGraph();
const faults = (...list: object[]) => graph.sandbox('POST', 'faults', { faults: list });

describe('§14 throttling', () => {
  onEmulator('lets four requests at a time into one mailbox', async () => {
    await faults({ kind: 'latency', ms: 150 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => graph.get('/me/contacts?$top=1')));
    const refused = answers.filter((a) => a.status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
    expect(refused[0]?.body.error).toMatchObject({ code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.' });
  });

  onEmulator('counts mailboxes apart', async () => {
    await faults({ kind: 'latency', ms: 100 });
    const nia = graph.token('nia', ['Contacts.Read']);
    const answers = await Promise.all([...Array.from({ length: 4 }, () => graph.get('/me/contacts')), graph.get('/me/contacts', { token: nia })]);
    expect(answers.every((a) => a.status === 200)).toBe(true);
  });

  onEmulator('lets so many requests through in ten minutes and says when to come back', async () => {
    await graph.sandbox('POST', 'settings', { requestsInTenMinutes: 5 });
    let last: Answer | null = null;
    for (let n = 0; n < 7; n += 1) last = await graph.get('/me/contacts?$top=1');
    expect([last?.status, last?.body.error.code]).toEqual([429, 'TooManyRequests']);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    await graph.sandbox('POST', 'clock', { advanceMs: 11 * 60_000 });
    expect((await graph.get('/me/contacts?$top=1')).status).toBe(200);
  });
});

describe('§14 upload limit', () => {
  onEmulator('lets so many bytes be written in five minutes', async () => {
    await graph.sandbox('POST', 'settings', { uploadBytesInFiveMinutes: 3000 });
    const write = async (): Promise<number> => (await graph.post('/me/contacts', { personalNotes: 'x'.repeat(1200) })).status;
    expect([await write(), await write(), await write()]).toEqual([201, 201, 429]);
    expect((await graph.get('/me/contacts?$top=1')).status).toBe(200);
    await graph.sandbox('POST', 'clock', { advanceMs: 6 * 60_000 });
    expect(await write()).toBe(201);
  });
});

describe('§14 what a browser may read', () => {
  onEmulator('exposes Retry-After and the others to every origin, on errors too', async () => {
    for (const answer of [await graph.get('/me'), await graph.get('/me', { token: null })]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      const exposed = answer.headers.get('access-control-expose-headers') ?? '';
      for (const name of ['Retry-After', 'request-id', 'client-request-id', 'Location', 'Preference-Applied', 'WWW-Authenticate', 'ETag']) expect(exposed).toContain(name);
      expect(exposed).not.toContain('Date');
    }
    await graph.sandbox('POST', 'settings', { retryAfterExposed: false });
    expect((await graph.get('/me')).headers.get('access-control-expose-headers')).not.toContain('Retry-After');
  });

  onEmulator('answers the preflight without a token and names what it allows', async () => {
    const answer = await graph.call('OPTIONS', '/me/contacts', {
      token: null, headers: { 'Origin': 'https://pane.example', 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'authorization,content-type,prefer,if-match' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,content-type,prefer,if-match');
    const { requests } = await graph.sandbox('GET', 'requests');
    expect(requests.at(-1)).toMatchObject({ method: 'OPTIONS', preflight: true });
  });

  it('echoes client-request-id and gives a request-id', async () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const answer = await graph.get('/me/contacts/nonsense', { headers: { 'client-request-id': id } });
    expect(answer.headers.get('client-request-id')).toBe(id);
    expect(answer.body.error.innerError).toMatchObject({ 'client-request-id': id, 'request-id': answer.headers.get('request-id') });
    expect(answer.body.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });
});

describe('§15 conflict', () => {
  onEmulator('honours If-Match on DELETE', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    await graph.patch(contactPath(made), { jobTitle: 'x' });
    const refused = await graph.remove(contactPath(made), { headers: { 'If-Match': made['@odata.etag'] } });
    expect([refused.status, refused.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    const current = (await graph.get(contactPath(made))).body['@odata.etag'];
    expect((await graph.remove(contactPath(made), { headers: { 'If-Match': current } })).status).toBe(204);
  });

  onEmulator('ignores If-Match on PATCH (assumed), and honours it when the switch says so', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    await graph.patch(contactPath(made), { jobTitle: 'theirs' });
    const stale = { headers: { 'If-Match': made['@odata.etag'] } };
    expect((await graph.patch(contactPath(made), { jobTitle: 'mine' }, stale)).status).toBe(200);
    await graph.sandbox('POST', 'settings', { patchHonoursIfMatch: true });
    expect((await graph.patch(contactPath(made), { jobTitle: 'mine' }, stale)).status).toBe(412);
  });
});

describe('§16 mailbox types', () => {
  onEmulator('answers MailboxNotEnabledForRESTAPI for a mailbox on premises', async () => {
    const answer = await graph.get('/me/contacts', { token: graph.token('olga', ['Contacts.Read']) });
    expect([answer.status, answer.body.error.code, answer.body.error.message]).toEqual([404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.']);
  });

  onEmulator('serves a personal account its own contacts', async () => {
    expect((await graph.get('/me/contacts', { token: graph.token('pat', ['Contacts.Read']) })).body.value).toHaveLength(1);
  });

  onEmulator('serves an empty mailbox', async () => {
    const token = graph.token('nia', ['Contacts.Read']);
    expect((await graph.get('/me/contacts', { token })).body.value).toEqual([]);
    expect((await graph.get('/me/contactFolders', { token })).body.value).toEqual([]);
  });
});

describe('§18 errors, each by a request', () => {
  const says = (answer: Answer): [number, string] => [answer.status, answer.body.error?.code as string];
  const contact = async (): Promise<string> => contactPath(await graph.contact({ givenName: 'Awa' }));
  const rows: readonly [status: number, code: string, request: () => Promise<Answer>][] = [
    [400, 'ErrorInvalidIdMalformed', () => graph.get('/me/contacts/nonsense')],
    [400, 'RequestBroker--ParseUri', () => graph.get('/me/contacts/%E0%A4%A')],
    [400, 'ErrorInvalidIdEmpty', () => graph.get('/me/contacts//photo')],
    [400, 'ErrorInvalidUrlQueryFilter', () => graph.get("/me/contacts?$filter=endswith(displayName,'x')")],
    [400, 'BadRequest', () => graph.get('/me/contacts?$select=shoeSize')],
    [400, 'ErrorInvalidArgument', () => graph.post('/me/contacts', { businessPhones: ['1', '2', '3'] })],
    [400, 'UnableToDeserializePostBody', () => graph.post('/me/contacts', { givenName: 1 })],
    [400, 'ErrorInvalidArgument', async () => graph.patch(await contact(), { flag: { flagStatus: 'flagged', dueDateTime: { dateTime: '2026-01-01T00:00:00', timeZone: 'UTC' } } }, { version: 'beta' })],
    [400, 'ErrorPropertyValidationFailure', () => graph.post('/me/contacts', { givenName: 'x'.repeat(300) })],
    [400, 'ErrorPropertyValidationFailure', () => graph.post('/me/contacts', { birthday: '1500-01-01T00:00:00Z' })],
    [400, 'ErrorInvalidRequest', async () => graph.get(`${await contact()}/extensions`)],
    [405, 'ErrorInvalidRequest', async () => graph.remove(`${await contact()}/photo`)],
    [400, 'ErrorInvalidRequest', () => graph.patch('/me/contacts', { givenName: 'x' })],
    [400, 'ExpandNotSupported', () => graph.get('/me/contacts?$expand=photo')],
    [400, 'ErrorGraphExtensionExpandRequiresFilter', () => graph.get('/me/contacts?$expand=extensions')],
    [401, 'InvalidAuthenticationToken', () => graph.get('/me', { token: null })],
    [401, 'InvalidAuthenticationToken', () => graph.get('/me', { token: 'nonsense' })],
    [403, 'ErrorAccessDenied', () => graph.get('/me/contacts', { token: graph.token('adele', ['User.Read']) })],
    [404, 'ErrorItemNotFound', async () => {
      const path = await contact();
      await graph.remove(path);
      return graph.get(path);
    }],
    [404, 'ErrorFolderNotFound', async () => {
      const made = await graph.post('/me/contactFolders', { displayName: 'Brief' });
      await graph.remove(`/me/contactFolders/${made.body.id as string}`);
      return graph.get(`/me/contactFolders/${made.body.id as string}/contacts`);
    }],
    [404, 'ResourceNotFound', () => graph.get('/me/people', { token: graph.token('olga', ['People.Read']) })],
    [404, 'Request_ResourceNotFound', () => graph.get('/users/nobody@contoso.example')],
    [404, 'ImageNotFound', async () => graph.get(`${await contact()}/photo`)],
    [404, 'ErrorNonExistentMailbox', () => graph.get(`/users/${encodeURIComponent('gil_woodgrove.example#EXT#@contoso.example')}/photo`)],
    [404, 'MailboxNotEnabledForRESTAPI', () => graph.get('/me/contacts', { token: graph.token('olga', ['Contacts.Read']) })],
    [400, 'ErrorFolderExists', () => graph.post('/me/contactFolders', { displayName: 'suppliers' })],
    [410, 'SyncStateNotFound', () => graph.get('/me/contactFolders/contacts/contacts/delta?$deltatoken=old')],
    [412, 'ErrorIrresolvableConflict', async () => graph.remove(await contact(), { headers: { 'If-Match': 'W/"other"' } })],
    [500, 'ErrorInternalServerError', () => graph.get('/me/contacts?$filter=flag/flagStatus eq null', { version: 'beta' })],
    [501, 'NotImplemented', () => graph.get('/users', { token: graph.token('pat', ['User.ReadBasic.All']) })],
    [413, 'RequestEntityTooLarge', async () => graph.call('PUT', `${await contact()}/photo/$value`, { bytes: Buffer.alloc(5_000_000), headers: { 'Content-Type': 'image/jpeg' } })],
  ];
  for (const [status, code, request] of rows) {
    onEmulator(`${status} ${code}: ${request.toString().replace(/\s+/g, ' ').slice(0, 90)}`, async () => {
      expect(says(await request())).toEqual([status, code]);
    });
  }

  onEmulator('409 ErrorFolderExists in some tenants', async () => {
    await graph.sandbox('POST', 'settings', { folderExistsStatus: 409 });
    const answer = await graph.post('/me/contactFolders', { displayName: 'Suppliers' });
    expect(says(answer)).toEqual([409, 'ErrorFolderExists']);
    expect(answer.body.error.message).toBe("A folder with the specified name already exists., Could not create folder 'Suppliers'.");
  });

  onEmulator('404 without a photo under each of the three codes seen', async () => {
    const path = await contact();
    for (const code of ['ErrorItemNotFound', 'ResourceNotFound', 'ImageNotFound']) {
      await graph.sandbox('POST', 'settings', { missingPhotoCode: code });
      expect(says(await graph.get(`${path}/photo`))).toEqual([404, code]);
    }
  });

  onEmulator('401 with a claims challenge until a token is obtained later', async () => {
    const before = graph.token('adele', ['User.Read']);
    await faults({ kind: 'claims' });
    const refused = await graph.get('/me', { token: before });
    expect(says(refused)).toEqual([401, 'InvalidAuthenticationToken']);
    const claims = /claims="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '')?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toHaveProperty('access_token');
    const { access_token } = await graph.sandbox('POST', 'token', { user: 'adele', scopes: ['User.Read'], claims: true });
    expect((await graph.get('/me', { token: access_token })).status).toBe(200);
  });

  onEmulator('401 for a token that ran out or was meant for somebody else', async () => {
    const short = await graph.sandbox('POST', 'token', { user: 'adele', scopes: ['User.Read'], expires_in: 60 });
    await graph.sandbox('POST', 'clock', { advanceMs: 61_000 });
    expect((await graph.get('/me', { token: short.access_token })).status).toBe(401);
    const other = await graph.sandbox('POST', 'token', { user: 'adele', scopes: ['User.Read'], audience: 'https://outlook.example' });
    expect((await graph.get('/me', { token: other.access_token })).body.error.message).toContain('audience');
  });

  onEmulator('503 and 504 when asked for', async () => {
    await faults({ kind: 'status', status: 503, times: 1 }, { kind: 'status', status: 504, times: 1 });
    expect(says(await graph.get('/me'))).toEqual([503, 'ServiceUnavailable']);
    expect(says(await graph.get('/me'))).toEqual([504, 'UnknownError']);
    expect((await graph.get('/me')).status).toBe(200);
  });
});

describe('§20 permissions', () => {
  const needs: readonly [method: string, path: string, enough: string, tooLittle: string][] = [
    ['GET', '/me/contacts', 'Contacts.Read', 'User.Read'],
    ['GET', '/me/contacts', 'Contacts.Read.Shared', 'People.Read'],
    ['POST', '/me/contacts', 'Contacts.ReadWrite', 'Contacts.Read'],
    ['POST', '/me/contactFolders', 'Contacts.ReadWrite', 'Contacts.Read'],
    ['GET', '/me/contactFolders/delta', 'Contacts.Read', 'User.Read'],
    ['GET', '/me/outlook/masterCategories', 'MailboxSettings.Read', 'Contacts.ReadWrite'],
    ['GET', '/me/people', 'People.Read', 'Contacts.ReadWrite'],
    ['GET', '/me', 'User.Read', 'Contacts.ReadWrite'],
    ['GET', '/users', 'User.ReadBasic.All', 'User.Read'],
    ['GET', '/users/miriam@contoso.example/photo', 'ProfilePhoto.Read.All', 'User.Read'],
    ['GET', '/me/manager', 'User.Read.All', 'User.ReadBasic.All'],
    ['GET', '/subscriptions', 'Contacts.Read', 'Contacts.Read.Shared'],
    ['GET', '/schemaExtensions', 'User.Read', 'Contacts.ReadWrite'],
  ];
  for (const [method, path, enough, tooLittle] of needs) {
    onEmulator(`${method} ${path} opens with ${enough}, not with ${tooLittle}`, async () => {
      const body = method === 'POST' ? { displayName: 'Permitted' } : undefined;
      const call = (scope: string): Promise<Answer> => graph.call(method, path, { body, token: graph.token('adele', [scope]) });
      expect((await call(tooLittle)).status).toBe(403);
      expect((await call(enough)).status).toBeLessThan(300);
    });
  }
});
