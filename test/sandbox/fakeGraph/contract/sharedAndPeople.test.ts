import { onEmulator, useGraph } from '../support/graphUnderTest';
import type { Json } from '../support/graphUnderTest';

const graph = useGraph();
const state = (user: string): Promise<Json> => graph.sandbox('GET', `state?user=${user}`);
const folderOf = async (user: string, name: string): Promise<string> =>
  (await state(user)).folders.find((f: Json) => f.displayName === name).id as string;
const shared = (): string => graph.token('adele', ['Contacts.ReadWrite.Shared']);

describe('§7 shared and delegated contacts', () => {
  onEmulator('opens a shared folder by its id with a .Shared scope', async () => {
    const team = encodeURIComponent(await folderOf('henrietta', 'Team'));
    const answer = await graph.get(`/users/henrietta@contoso.example/contactFolders/${team}/contacts`, { token: shared() });
    expect(answer.status).toBe(200);
    expect(answer.body.value.map((c: Json) => c.displayName)).toEqual(['Joni Sherman', 'Lidia Holloway']);
    const one = await graph.get(`/users/henrietta@contoso.example/contacts/${encodeURIComponent(answer.body.value[0].id)}`, { token: shared() });
    expect(one.status).toBe(200);
  });

  onEmulator('denies another mailbox to Contacts.ReadWrite alone', async () => {
    const team = encodeURIComponent(await folderOf('henrietta', 'Team'));
    const denied = await graph.get(`/users/henrietta@contoso.example/contactFolders/${team}/contacts`, { token: graph.token('adele', ['Contacts.ReadWrite']) });
    expect([denied.status, denied.body.error.code, denied.body.error.message]).toEqual([403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.']);
  });

  onEmulator('cannot find the default folder when only another one is shared', async () => {
    const refused = await graph.post('/users/henrietta@contoso.example/contacts', { givenName: 'X' }, { token: shared() });
    expect([refused.status, refused.body.error.message]).toEqual([404, 'The specified folder could not be found in the store.']);
  });

  onEmulator('writes where writing is shared and nowhere else', async () => {
    const write = async (folder: string) => graph.post(`/users/henrietta@contoso.example/contactFolders/${encodeURIComponent(await folderOf('henrietta', folder))}/contacts`, { givenName: 'X' }, { token: shared() });
    expect((await write('Team')).status).toBe(201);
    expect((await write('Auditors')).status).toBe(403);
  });

  onEmulator('opens a delegated mailbox whole, default folder included', async () => {
    const answer = await graph.get('/users/sales@contoso.example/contactFolders/contacts/contacts', { token: shared() });
    expect(answer.body.value.map((c: Json) => c.displayName)).toEqual(['Order Desk']);
    expect((await graph.post('/users/sales@contoso.example/contacts', { givenName: 'New' }, { token: shared() })).status).toBe(201);
  });

  onEmulator('denies a mailbox that shares nothing, and knows no scopes of sharing for personal accounts', async () => {
    expect((await graph.get('/users/miriam@contoso.example/contacts', { token: shared() })).status).toBe(403);
    expect((await graph.get('/me/contacts', { token: graph.token('pat', ['Contacts.Read.Shared']) })).status).toBe(403);
  });

  onEmulator('follows a shared folder by delta (assumed)', async () => {
    const team = encodeURIComponent(await folderOf('henrietta', 'Team'));
    expect((await graph.get(`/users/henrietta@contoso.example/contactFolders/${team}/contacts/delta`, { token: shared() })).status).toBe(200);
  });
});

describe('§8.1 people', () => {
  it('gives a page of ten with scored addresses and a type', async () => {
    const { status, body } = await graph.get('/me/people');
    expect(status).toBe(200);
    expect(body.value.length).toBeLessThanOrEqual(10);
  });

  onEmulator('finds by $search, filters by kind of person, and does not skip in a search', async () => {
    expect((await graph.get('/me/people?$search="megan"')).body.value[0]).toMatchObject({ displayName: 'Megan Bowen', personType: { class: 'Person', subclass: 'PersonalContact' } });
    const users = await graph.get("/me/people?$top=100&$filter=personType/subclass eq 'OrganizationUser'");
    expect(users.body.value.map((p: Json) => p.displayName)).toContain('Henrietta Mueller');
    expect((await graph.get('/me/people?$search="a"&$skip=1')).status).toBe(400);
  });

  it('refuses the property of beta', async () => {
    const refused = await graph.get('/me/people?$select=emailAddresses');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('Could not find a property named');
  });

  onEmulator('is an index: a contact made now is not in it yet', async () => {
    await graph.contact({ displayName: 'Zoltan Newest', emailAddresses: [{ name: 'Z', address: 'zoltan@new.example' }] });
    expect((await graph.get('/me/people?$search="zoltan"')).body.value).toEqual([]);
    await graph.sandbox('POST', 'clock', { advanceMs: 3 * 3600_000 });
    const later = graph.token('adele', ['People.Read']);
    expect((await graph.get('/me/people?$search="zoltan"', { token: later })).body.value).toHaveLength(1);
  });

  onEmulator('is 404 for a user without mailbox and closed for other people', async () => {
    expect((await graph.get('/me/people', { token: graph.token('olga', ['People.Read']) })).body.error.code).toBe('ResourceNotFound');
    expect((await graph.get('/users/henrietta@contoso.example/people')).status).toBe(403);
    expect((await graph.get(`/me/people/${await graph.idOf('henrietta')}`)).status).toBe(500);
  });
});

describe('§8.2 directory', () => {
  onEmulator('finds a user by principal name, not by another mail address', async () => {
    expect((await graph.get('/users/lee@contoso.example')).body.displayName).toBe('Lee Gu');
    const missed = await graph.get('/users/lee.gu@contoso.example');
    expect([missed.status, missed.body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
    expect((await graph.get("/users?$filter=mail eq 'lee.gu@contoso.example'")).body.value.map((u: Json) => u.displayName)).toEqual(['Lee Gu']);
  });

  onEmulator('shows the basics with User.ReadBasic.All and more with User.Read.All', async () => {
    const basic = await graph.get('/users/miriam@contoso.example?$select=displayName,jobTitle');
    expect(basic.body).toMatchObject({ displayName: 'Miriam Graham', jobTitle: null });
    const full = await graph.get('/users/miriam@contoso.example?$select=jobTitle', { token: graph.token('adele', ['User.Read.All']) });
    expect(full.body.jobTitle).toBe('Director');
  });

  onEmulator('keeps proxyAddresses and otherMails for User.Read.All', async () => {
    const filter = "/users?$filter=proxyAddresses/any(p:p eq 'smtp:miriam@contoso.example')";
    expect((await graph.get(filter)).status).toBe(403);
    expect((await graph.get(filter, { token: graph.token('adele', ['User.Read.All']) })).body.value).toHaveLength(1);
  });

  onEmulator('wants ConsistencyLevel for advanced queries', async () => {
    expect((await graph.get('/users?$search="displayName:mir"')).status).toBe(400);
    const headers = { ConsistencyLevel: 'eventual' };
    expect((await graph.get('/users?$search="displayName:mir"', { headers })).body.value).toHaveLength(1);
    expect((await graph.get("/users?$filter=endswith(mail,'@contoso.example')")).status).toBe(400);
    expect((await graph.get("/users?$count=true&$filter=endswith(mail,'@contoso.example')", { headers })).body.value.length).toBeGreaterThan(3);
  });

  onEmulator('pages by token', async () => {
    const first = await graph.get('/users?$top=4');
    expect(first.body['@odata.nextLink']).toContain('skiptoken');
    const second = await graph.get(first.body['@odata.nextLink']);
    const ids = [...first.body.value, ...second.body.value].map((u: Json) => u.id as string);
    expect(new Set(ids).size).toBe(8);
  });

  onEmulator('keeps managers and getByIds for administrators, and has no directory for personal accounts', async () => {
    expect((await graph.get('/me/manager')).status).toBe(403);
    expect((await graph.get('/me/manager', { token: graph.token('adele', ['User.Read.All']) })).body.displayName).toBe('Miriam Graham');
    expect((await graph.post('/directoryObjects/getByIds', { ids: [] })).status).toBe(403);
    const found = await graph.post('/directoryObjects/getByIds', { ids: [await graph.idOf('nia')], types: ['user'] }, { token: graph.token('adele', ['Directory.Read.All']) });
    expect(found.body.value).toHaveLength(1);
    expect((await graph.get('/users', { token: graph.token('pat', ['User.ReadBasic.All']) })).status).toBe(501);
  });
});
