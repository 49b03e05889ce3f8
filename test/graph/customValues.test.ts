import fc from 'fast-check';
import type { CustomValues } from '#domain/customField';
import { failed, ok } from '#domain/result';
import { contacts } from '#graph/contacts';
import { customValues } from '#graph/customValues';
import { emulator, value } from './emulator.ts';
import { graphError, scriptedGraph } from './scriptedGraph.ts';

const graph = emulator();
const calls = () => customValues(graph.client());
const make = async (displayName = 'Ann Lee') => value(await contacts(graph.client()).createContact({ displayName }, null)).id;
const extensionName = 'com.contactpane.fields';
const held = async (id: string, kind = 'openExtensions') =>
  (((await graph.held()).find((contact) => contact.id === id)?.[kind] ?? {}) as Record<string, Record<string, unknown>>);
const values: CustomValues = { shoeSize: 42.5, plan: 'Gold', vip: true, since: '2024-02-29', note: "it's ✓ \n two lines" };

describe('own fields', () => {
  it('are none at first, are made on first use and come back as they were written', async () => {
    const id = await make();
    expect(await calls().getCustomValues(id)).toEqual(ok({}));
    expect(await calls().setCustomValues(id, values, {})).toEqual(ok(null));
    expect(await calls().getCustomValues(id)).toEqual(ok(values));
    expect(Object.keys(await held(id))).toEqual([extensionName]);
  });

  it('that are none do not make an extension', async () => {
    const id = await make();
    expect(await calls().setCustomValues(id, {}, { plan: 'Gold' })).toEqual(ok(null));
    expect(await held(id)).toEqual({});
  });

  it.each(['microsoft.graph.openTypeExtension.', 'Microsoft.OutlookServices.OpenTypeExtension.'])('are known by either form of the id: %s', async (extensionIdPrefix) => {
    await graph.settings({ extensionIdPrefix });
    const id = await make();
    value(await calls().setCustomValues(id, values, {}));
    expect(await calls().getCustomValues(id)).toEqual(ok(values));
    const { client } = scriptedGraph([{ body: { id: 'a', extensions: [{ id: `${extensionIdPrefix}${extensionName}`, plan: 'Gold' }, { id: `${extensionIdPrefix}com.else`, plan: 'No' }] } }]);
    expect(await customValues(client).getCustomValues('a')).toEqual(ok({ plan: 'Gold' }));
  });

  describe.each(['merges', 'replaces'])('where a change of an extension %s', (extensionPatch) => {
    beforeEach(() => graph.settings({ extensionPatch }));

    it('are changed, added to and taken away', async () => {
      const id = await make();
      value(await calls().setCustomValues(id, values, {}));
      const { plan: _gone, ...rest } = values;
      const next = { ...rest, shoeSize: 43, city: 'Oslo' };
      expect(await calls().setCustomValues(id, next, values)).toEqual(ok(null));
      expect(await calls().getCustomValues(id)).toEqual(ok(next));
      expect(await calls().setCustomValues(id, {}, next)).toEqual(ok(null));
      expect(await calls().getCustomValues(id)).toEqual(ok({}));
    });

    it('leave alone what others wrote, in our extension and beside it', async () => {
      const id = await make();
      value(await calls().setCustomValues(id, { plan: 'Gold' }, {}));
      const foreign = { 'newer': 'x', 'list': ['a', 'b'], 'big': 5, 'big@odata.type': '#Int64' };
      await graph.raw('PATCH', `/v1.0/me/contacts/${encodeURIComponent(id)}/extensions/${extensionName}`, { '@odata.type': 'microsoft.graph.openTypeExtension', 'plan': 'Gold', ...foreign });
      await graph.raw('POST', `/v1.0/me/contacts/${encodeURIComponent(id)}/extensions`, { '@odata.type': 'microsoft.graph.openTypeExtension', 'extensionName': 'com.else', 'mine': 1 });
      value(await calls().setCustomValues(id, { plan: 'Silver' }, { plan: 'Gold' }));
      value(await calls().setCustomValues(id, {}, { plan: 'Silver' }));
      expect(await held(id)).toEqual({ [extensionName]: { plan: null, ...foreign }, 'com.else': { mine: 1 } });
      expect(await calls().getCustomValues(id)).toEqual(ok({ newer: 'x', big: 5 }));
    });

    it('are, after any acts one after the other, what the last of each named', async () => {
      const id = await make();
      const some = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean()), { maxKeys: 4, noNullPrototype: true });
      let model: Record<string, unknown> = value(await calls().getCustomValues(id));
      await fc.assert(fc.asyncProperty(some, fc.subarray(['a', 'b', 'c', 'd']), async (next, known) => {
        const had = Object.fromEntries(Object.entries(model).filter(([name]) => known.includes(name))) as CustomValues;
        value(await calls().setCustomValues(id, next, had));
        model = { ...Object.fromEntries(Object.entries(model).filter(([name]) => !known.includes(name))), ...next };
        expect(await calls().getCustomValues(id)).toEqual(ok(model));
      }), { numRuns: 25 });
    });
  });

  it('of many come by twenties; whoever is gone is left out', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 21; at += 1) ids.push(await make(`Nr ${at}`));
    value(await calls().setCustomValues(ids[20] ?? '', values, {}));
    value(await contacts(graph.client()).deleteContact(ids[3] ?? '', ''));
    const before = graph.sent().length;
    const found = value(await calls().getManyCustomValues(ids));
    expect(graph.sent().slice(before).filter((line) => line.includes('$batch'))).toHaveLength(2);
    expect([found.size, found.has(ids[3] ?? ''), found.get(ids[0] ?? ''), found.get(ids[20] ?? '')]).toEqual([20, false, {}, values]);
  });

  it('that another pane makes first at the same moment are changed then', async () => {
    let made = false;
    const { client, sent } = scriptedGraph(({ method }) => {
      if (method === 'POST') { made = true; return { status: 409, body: graphError('ErrorItemAlreadyExists') }; }
      return { body: method === 'GET' ? { id: 'a', ...(made ? { extensions: [{ id: `microsoft.graph.openTypeExtension.${extensionName}`, theirs: 1 }] } : {}) } : {} };
    });
    expect(await customValues(client).setCustomValues('a', { ours: 2 }, {})).toEqual(ok(null));
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'PATCH']);
    expect(sent.at(-1)?.body).toMatchObject({ theirs: 1, ours: 2 });
  });

  it('survive a lost answer: written again they are the same', async () => {
    const id = await make();
    await graph.faults({ kind: 'cutAfter', times: 1, method: 'POST', path: '/extensions' });
    expect((await calls().setCustomValues(id, values, {})).ok).toBe(false);
    expect(await calls().setCustomValues(id, values, {})).toEqual(ok(null));
    expect(await calls().getCustomValues(id)).toEqual(ok(values));
  });

  it('of a contact that is gone are told as that', async () => {
    for (const id of ['no such id', await make().then(async (made) => { await contacts(graph.client()).deleteContact(made, ''); return made; })]) {
      expect(await calls().getCustomValues(id)).toEqual(failed({ kind: 'gone' }));
      expect(await calls().setCustomValues(id, values, {})).toEqual(failed({ kind: 'gone' }));
    }
  });

  it('are there for personal accounts too, and need the right to write', async () => {
    const pat = graph.client('pat');
    const { id } = value(await contacts(pat).createContact({ displayName: 'X' }, null));
    expect(await customValues(pat).setCustomValues(id, values, {})).toEqual(ok(null));
    expect(await customValues(pat).getCustomValues(id)).toEqual(ok(values));
    expect(await customValues(graph.client('adele', ['Contacts.Read'])).setCustomValues(await make(), values, {})).toEqual(failed({ kind: 'accessDenied' }));
  });

  it.each([null, [], { id: 'a', extensions: {} }, { id: 'a', extensions: [null] }, { id: 'a', extensions: [{}] }, {}])('out of shape are not understood: %j', async (body) => {
    const { client } = scriptedGraph([{ body }]);
    expect(await customValues(client).getCustomValues('a')).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  });
});

describe('fields of the organisation', () => {
  const name = 'contoso_crm';
  const define = (targetTypes: string[] = ['contact']) => graph.raw('POST', '/v1.0/schemaExtensions', {
    id: name, description: 'CRM', targetTypes, properties: [
      { name: 'costCentre', type: 'String' }, { name: 'visits', type: 'Integer' }, { name: 'keyAccount', type: 'Boolean' },
      { name: 'since', type: 'DateTime' }, { name: 'badge', type: 'Binary' },
    ],
  }, ['Application.ReadWrite.All']);
  const org: CustomValues = { 'org:costCentre': 'C-17', 'org:visits': 12, 'org:keyAccount': false, 'org:since': '2024-02-29' };

  it('are what the definition names, in our kinds, and asked for once', async () => {
    await define();
    const { orgFields } = calls();
    const fields = value(await orgFields(name));
    expect(fields.map(({ id, label, kind, source }) => [id, label, kind, source])).toEqual([
      ['org:costCentre', 'costCentre', 'text', 'organisation'], ['org:visits', 'visits', 'number', 'organisation'],
      ['org:keyAccount', 'keyAccount', 'yesNo', 'organisation'], ['org:since', 'since', 'date', 'organisation'],
    ]);
    expect(await orgFields(name)).toEqual(ok(fields));
    expect(graph.sent().filter((line) => line.startsWith('GET /v1.0/schemaExtensions'))).toHaveLength(1);
  });

  it('come back as they were written; what is not named stays and null takes away', async () => {
    await define();
    const [id, other] = [await make(), await make('Bob')];
    const { getOrgValues, setOrgValues } = calls();
    expect(value(await getOrgValues([id, other, 'no such id'], name))).toEqual(new Map([[id, {}], [other, {}]]));
    expect(await setOrgValues(id, name, org)).toEqual(ok(null));
    expect(value(await getOrgValues([other, id], name))).toEqual(new Map([[other, {}], [id, org]]));
    expect(await setOrgValues(id, name, { 'org:visits': 13, 'org:costCentre': null })).toEqual(ok(null));
    const { 'org:costCentre': _gone, ...rest } = org;
    expect(value(await getOrgValues([id], name)).get(id)).toEqual({ ...rest, 'org:visits': 13 });
    expect((await held(id, 'schemaExtensions'))[name]).toMatchObject({ since: '2024-02-29T00:00:00Z' });
  });

  it('refuse before sending what does not fit or is no field', async () => {
    await define();
    const id = await make();
    const { orgFields, setOrgValues } = calls();
    value(await orgFields(name));
    const before = graph.sent().length;
    const unfit: CustomValues[] = [{ 'org:visits': 1.5 }, { 'org:visits': 2 ** 31 }, { 'org:visits': '1' }, { 'org:since': 'soon' }, { 'org:keyAccount': 'yes' }, { 'org:costCentre': 1 }];
    for (const values of unfit) expect(await setOrgValues(id, name, values)).toMatchObject({ problem: { kind: 'refused', code: 'unfitValue' } });
    for (const key of ['org:badge', 'costCentre', 'org:x']) expect(await setOrgValues(id, name, { [key]: 'x' })).toMatchObject({ problem: { kind: 'refused', code: 'unknownField' } });
    expect(await setOrgValues(id, name, {})).toEqual(ok(null));
    expect(graph.sent()).toHaveLength(before);
  });

  it('that do not exist, are for others or for personal accounts are told apart', async () => {
    expect(await calls().orgFields('contoso_none')).toEqual(failed({ kind: 'gone' }));
    await define(['group']);
    expect(await calls().orgFields(name)).toMatchObject({ problem: { kind: 'refused', code: 'notForContacts' } });
    expect(await customValues(graph.client('pat')).orgFields(name)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    expect(await customValues(graph.client('adele', ['Contacts.ReadWrite'])).orgFields(name)).toEqual(failed({ kind: 'accessDenied' }));
  });

  it('stay what they are when own fields or the contact are changed', async () => {
    await define();
    const id = await make();
    value(await calls().setOrgValues(id, name, org));
    value(await calls().setCustomValues(id, values, {}));
    value(await contacts(graph.client()).updateContact(id, { nickName: 'A' }, ''));
    expect(value(await calls().getOrgValues([id], name)).get(id)).toEqual(org);
    expect(await calls().getCustomValues(id)).toEqual(ok(values));
  });
});
