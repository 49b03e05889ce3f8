import { allPages, contactPath, onEmulator, useGraph } from '../support/graphUnderTest';

const graph = useGraph();
const name = 'example.contracts.crm';
const extension = { '@odata.type': 'microsoft.graph.openTypeExtension', 'extensionName': name, 'accountId': 'A-100', 'tier': 2, 'tags': ['a', 'b'] };
const tail = (id: string): string => id.split('penTypeExtension.').at(-1) ?? id;

describe('§11.1 open extensions', () => {
  it('are made, read by either form of id, changed and deleted', async () => {
    const path = `${contactPath(await graph.contact({ givenName: 'Awa' }))}/extensions`;
    const made = await graph.post(path, extension);
    expect(made.status).toBe(201);
    expect(tail(made.body.id)).toBe(name);
    expect((await graph.get(`${path}/${name}`)).body).toMatchObject({ extensionName: name, accountId: 'A-100', tier: 2, tags: ['a', 'b'] });
    expect((await graph.get(`${path}/${made.body.id as string}`)).status).toBe(200);
    const changed = await graph.patch(`${path}/${name}`, { ...extension, tier: 3 });
    expect([changed.status, changed.body.tier]).toEqual([200, 3]);
    expect((await graph.remove(`${path}/${name}`)).status).toBe(204);
    expect((await graph.get(`${path}/${name}`)).status).toBe(404);
  });

  it('may come with a new contact', async () => {
    const made = await graph.contact({ givenName: 'Awa', extensions: [extension] });
    expect(made.extensions[0].accountId).toBe('A-100');
  });

  it('cannot be listed, and are expanded by name', async () => {
    const made = await graph.contact({ givenName: 'Awa', extensions: [extension] });
    const list = await graph.get(`${contactPath(made)}/extensions`);
    expect(list.body.error).toMatchObject({ code: 'ErrorInvalidRequest', message: 'The OData request is not supported.' });
    const expanded = await graph.get(`${contactPath(made)}?$expand=extensions($filter=id eq '${name}')`);
    expect(expanded.body.extensions).toHaveLength(1);
    const found = await graph.get(`${graph.folder()}/contacts?$filter=Extensions/any(f:f/id eq '${name}')&$expand=Extensions($filter=id eq '${name}')`);
    expect(found.body.value.map((c: { id: string }) => c.id)).toContain(made.id);
  });

  it('hold primitives and arrays of primitives only', async () => {
    const path = `${contactPath(await graph.contact({ givenName: 'Awa' }))}/extensions`;
    expect((await graph.post(path, { ...extension, nested: { a: 1 } })).status).toBe(400);
  });

  onEmulator('are not in delta', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    const first = await allPages(graph, `${graph.folder()}/contacts/delta`);
    await graph.post(`${contactPath(contact)}/extensions`, extension);
    expect((await allPages(graph, first.last['@odata.deltaLink'])).items).toEqual([]);
  });

  onEmulator('keep what a PATCH does not name, or drop it when the switch says so', async () => {
    const path = `${contactPath(await graph.contact({ givenName: 'Awa', extensions: [extension] }))}/extensions/${name}`;
    expect((await graph.patch(path, { tier: 3 })).body).toMatchObject({ tier: 3, accountId: 'A-100' });
    await graph.sandbox('POST', 'settings', { extensionPatch: 'replaces' });
    expect((await graph.patch(path, { tier: 4 })).body).not.toHaveProperty('accountId');
  });
});

describe('§11.2 schema extensions', () => {
  const admin = (): string => graph.token('adele', ['Application.ReadWrite.All', 'Contacts.ReadWrite', 'User.Read']);
  const definition = { id: 'contosoCrm', description: 'CRM', targetTypes: ['contact'], properties: [{ name: 'account', type: 'String' }, { name: 'score', type: 'Integer' }] };

  onEmulator('are defined by an administrator and sit on the contact under their id', async () => {
    const token = admin();
    expect((await graph.post('/schemaExtensions', definition)).status).toBe(403);
    const made = await graph.post('/schemaExtensions', definition, { token });
    expect(made.status).toBe(201);
    const id = made.body.id as string;
    expect(id).toMatch(/^ext[0-9a-f]{8}_contosoCrm$/);
    expect((await graph.post(`${graph.folder()}/contacts`, { givenName: 'A', [id]: { account: 'x' } })).status).toBe(400);
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    await graph.patch(path, { [id]: { account: 'A-1', score: 3 } });
    await graph.patch(path, { [id]: { score: 4 } });
    expect((await graph.get(`${path}?$select=${id}`)).body[id]).toEqual({ account: 'A-1', score: 4 });
    await graph.patch(path, { [id]: null });
    expect((await graph.get(path)).body).not.toHaveProperty(id);
  });

  onEmulator('take values of their types and no others', async () => {
    const token = admin();
    const properties = ['String', 'Integer', 'Boolean', 'DateTime'].map((type) => ({ name: type.toLowerCase(), type }));
    await graph.post('/schemaExtensions', { ...definition, id: 'contoso_types', properties }, { token });
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    const fitting = { string: 'x', integer: -5, boolean: false, datetime: '2024-02-29T00:00:00Z' };
    expect((await graph.patch(path, { contoso_types: fitting })).status).toBe(200);
    expect((await graph.get(`${path}?$select=contoso_types`)).body.contoso_types).toEqual(fitting);
    for (const unfit of [{ string: 1 }, { integer: 1.5 }, { integer: 2 ** 31 }, { integer: '1' }, { boolean: 'true' }, { datetime: '2024-02-29' }, { datetime: 5 }]) {
      const refused = await graph.patch(path, { contoso_types: unfit });
      expect([refused.status, (refused.body.error as { code: string }).code]).toEqual([400, 'UnableToDeserializePostBody']);
    }
    expect((await graph.patch(path, { contoso_types: { string: null } })).status).toBe(200);
  });

  onEmulator('live from development to available to deprecated, and no other app changes them', async () => {
    const token = admin();
    const made = await graph.post('/schemaExtensions', { ...definition, id: 'contoso_crm' }, { token });
    expect(made.body).toMatchObject({ id: 'contoso_crm', status: 'InDevelopment' });
    expect((await graph.patch('/schemaExtensions/contoso_crm', { status: 'Available' }, { token })).status).toBe(204);
    expect((await graph.patch('/schemaExtensions/contoso_crm', { status: 'InDevelopment' }, { token })).status).toBe(400);
    expect((await graph.remove('/schemaExtensions/contoso_crm', { token })).status).toBe(400);
    for (let n = 0; n < 4; n += 1) await graph.post('/schemaExtensions', { ...definition, id: `contoso_crm${n}` }, { token });
    expect((await graph.post('/schemaExtensions', { ...definition, id: 'contoso_sixth' }, { token })).status).toBe(400);
    const mine = ((await graph.get('/schemaExtensions')).body.value as { id: string }[]).filter(({ id }) => id.startsWith('contoso_crm'));
    expect(mine).toHaveLength(5);
  });
});

describe('§12 immutable ids', () => {
  const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } };

  it('are another form of the same item, and both forms are accepted whatever the header', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const other = await graph.get(contactPath(made), immutable);
    expect(other.body.id).not.toBe(made.id);
    expect((await graph.get(contactPath(other.body))).body.id).toBe(made.id);
  });

  onEmulator('stay when the item moves, while the ordinary id goes', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const stable = (await graph.get(contactPath(made), immutable)).body.id as string;
    await graph.sandbox('POST', 'change', { user: 'adele', op: 'move', contactId: made.id, folder: 'Family' });
    const gone = await graph.get(contactPath(made));
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ErrorItemNotFound']);
    expect((await graph.get(contactPath(stable), immutable)).body).toMatchObject({ id: stable, givenName: 'Awa' });
  });

  it('are asked for in each part of a batch', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const { body } = await graph.batch([
      { id: '1', method: 'GET', url: contactPath(made), headers: { Prefer: 'IdType="ImmutableId"' } }, { id: '2', method: 'GET', url: contactPath(made) },
    ], immutable);
    const idOf = (part: string): string => body.responses.find((r: { id: string }) => r.id === part).body.id as string;
    expect(idOf('2')).toBe(made.id);
    expect(idOf('1')).not.toBe(made.id);
  });

  it('are translated, a thousand at a time', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const stable = (await graph.get(contactPath(made), immutable)).body.id as string;
    const to = await graph.post('/me/translateExchangeIds', { inputIds: [made.id], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' });
    expect(to.body.value[0]).toMatchObject({ sourceId: made.id, targetId: stable });
    const many = await graph.post('/me/translateExchangeIds', { inputIds: Array.from({ length: 1001 }, () => made.id), sourceIdType: 'restId', targetIdType: 'ewsId' });
    expect(many.status).toBe(400);
  });

  onEmulator('come from an EWS id, which may hold signs that break an address', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const ews = await graph.post('/me/translateExchangeIds', { inputIds: [made.id], sourceIdType: 'restId', targetIdType: 'ewsId' });
    const back = await graph.post('/me/translateExchangeIds', { inputIds: [ews.body.value[0].targetId], sourceIdType: 'ewsId', targetIdType: 'restId' });
    expect(back.body.value[0].targetId).toBe(made.id);
  });
});
