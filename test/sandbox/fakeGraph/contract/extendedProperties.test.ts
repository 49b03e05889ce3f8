import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';

const graph = useGraph();
const id = 'String {0f3a2c54-9d1b-4a52-8f0e-6d4c5b7a8e91} Name Origin';
const holding = (value: string, how = `ep/value eq '${value}'`, property = id): string =>
  `${graph.folder()}/contacts?$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${property}' and ${how})`)}`;
const found = async (path: string): Promise<string[]> => ((await graph.get(path)).body.value as { id: string }[]).map((one) => one.id);

describe('single-value extended properties ("Outlook extended properties overview")', () => {
  it('come with a new contact, are not in the answer, and find it in its folder', async () => {
    const made = await graph.contact({ givenName: 'Awa', singleValueExtendedProperties: [{ id, value: 'change-1' }] });
    expect(made).not.toHaveProperty('singleValueExtendedProperties');
    expect(await found(holding('change-1'))).toEqual([made.id]);
    expect(await found(holding('change-2'))).toEqual([]);
    expect(JSON.stringify((await graph.get(holding('change-1'))).body)).not.toContain('change-1');
  });

  it('are expanded by id', async () => {
    const made = await graph.contact({ givenName: 'Awa', singleValueExtendedProperties: [{ id, value: 'change-1' }] });
    const shown = await graph.get(`${contactPath(made)}?$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`)}`);
    expect(shown.body.singleValueExtendedProperties).toMatchObject([{ value: 'change-1' }]);
  });

  it('come with an update, and others stay', async () => {
    const other = id.replace('Origin', 'Other');
    const made = await graph.contact({ givenName: 'Awa', singleValueExtendedProperties: [{ id, value: 'change-1' }] });
    expect((await graph.patch(contactPath(made), { singleValueExtendedProperties: [{ id: other, value: 'two' }] })).status).toBe(200);
    expect(await found(holding('change-1'))).toContain(made.id);
    expect(await found(holding('two', "ep/value eq 'two'", other))).toEqual([made.id]);
  });

  it('compare their value without regard to case, and their name with it', async () => {
    const made = await graph.contact({ givenName: 'Awa', singleValueExtendedProperties: [{ id, value: 'Case-7' }] });
    expect(await found(holding('cASE-7'))).toEqual([made.id]);
    expect(await found(holding('Case-7', "ep/value eq 'Case-7'", id.replace('Origin', 'ORIGIN')))).toEqual([]);
    expect(await found(holding('', "startswith(ep/value, 'case-')"))).toContain(made.id);
    expect(await found(holding('', "contains(ep/value, 'SE-7')"))).toContain(made.id);
  });

  it('are refused under an id of no known form', async () => {
    const refused = await graph.post(`${graph.folder()}/contacts`, { givenName: 'Awa', singleValueExtendedProperties: [{ id: 'Origin', value: 'x' }] });
    expect(refused.status).toBe(400);
  });

  onEmulator('refuse what is no list, no text, or a member that does not exist', async () => {
    for (const rubbish of ['x', [{ id, value: 3 }], [{ id }], [{ id, value: 'x', extra: true }], [null]]) {
      expect((await graph.post(`${graph.folder()}/contacts`, { givenName: 'Awa', singleValueExtendedProperties: rubbish })).status).toBe(400);
    }
    expect((await graph.get(holding('x', "ep/value gt 'x'"))).status).toBe(400);
    expect((await graph.get(`${graph.folder()}/contacts?$filter=singleValueExtendedProperties/any(ep: ep/id eq '${id}')`)).status).toBe(400);
  });
});
