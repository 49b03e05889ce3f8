import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';

const graph = useGraph();
const list = '/me/outlook/masterCategories';
const unique = (): string => `Contract ${Math.random().toString(36).slice(2)}`;

describe('§4 categories', () => {
  it('makes, recolours and deletes a master category', async () => {
    const made = await graph.post(list, { displayName: unique(), color: 'preset9' });
    expect(made.status).toBe(201);
    const path = `${list}/${made.body.id as string}`;
    const changed = await graph.patch(path, { color: 'none' });
    expect([changed.status, changed.body.color]).toEqual([200, 'none']);
    expect((await graph.remove(path)).status).toBe(204);
    expect((await graph.get(path)).status).toBe(404);
  });

  it('does not rename one', async () => {
    const made = await graph.post(list, { displayName: unique(), color: 'none' });
    const renamed = await graph.patch(`${list}/${made.body.id as string}`, { displayName: unique() });
    const after = await graph.get(`${list}/${made.body.id as string}`);
    expect(after.body.displayName).toBe(made.body.displayName);
    expect(renamed.status).toBe(400);
    await graph.remove(`${list}/${made.body.id as string}`);
  });

  it('wants unique names and colours in small letters', async () => {
    const name = unique();
    const made = await graph.post(list, { displayName: name, color: 'preset24' });
    expect((await graph.post(list, { displayName: name, color: 'none' })).status).toBeGreaterThanOrEqual(400);
    expect((await graph.post(list, { displayName: unique(), color: 'Preset0' })).status).toBe(400);
    expect((await graph.post(list, { displayName: unique(), color: 'preset25' })).status).toBe(400);
    await graph.remove(`${list}/${made.body.id as string}`);
  });

  onEmulator('ignores $filter: everything comes', async () => {
    const all = await graph.get(list);
    const filtered = await graph.get(`${list}?$filter=displayName eq 'Customers'`);
    expect(filtered.body.value).toEqual(all.body.value);
  });

  it('lets a contact carry a name that is not in the list, and keeps it when the master goes', async () => {
    const made = await graph.post(list, { displayName: unique(), color: 'none' });
    const contact = await graph.contact({ givenName: 'Awa', categories: [made.body.displayName, 'On no list'] });
    await graph.remove(`${list}/${made.body.id as string}`);
    expect((await graph.get(contactPath(contact))).body.categories).toEqual([made.body.displayName, 'On no list']);
  });

  onEmulator('is not covered by Contacts scopes', async () => {
    const token = graph.token('adele', ['Contacts.ReadWrite']);
    expect((await graph.get(list, { token })).status).toBe(403);
    expect((await graph.post(list, { displayName: 'x' }, { token: graph.token('adele', ['MailboxSettings.Read']) })).status).toBe(403);
  });
});

describe('§5 follow-up flag (beta)', () => {
  const beta = { version: 'beta' } as const;
  const at = (day: string): object => ({ dateTime: `${day}T00:00:00.0000000`, timeZone: 'UTC' });

  it('reads as notFlagged alone', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    expect((await graph.get(`${contactPath(contact)}?$select=flag`, beta)).body.flag).toEqual({ flagStatus: 'notFlagged' });
  });

  it('refuses a due date without a start date', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    const refused = await graph.patch(contactPath(contact), { flag: { flagStatus: 'flagged', dueDateTime: at('2026-04-03') } }, beta);
    expect([refused.status, refused.body.error.code, refused.body.error.message]).toEqual([400, 'ErrorInvalidArgument', 'The request is invalid.']);
  });

  it('takes both dates, completes and clears', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    const flagged = await graph.patch(path, { flag: { flagStatus: 'flagged', startDateTime: at('2026-04-01'), dueDateTime: at('2026-04-03') } }, beta);
    expect(flagged.body.flag).toEqual({ flagStatus: 'flagged', startDateTime: at('2026-04-01'), dueDateTime: at('2026-04-03') });
    expect((await graph.patch(path, { flag: { flagStatus: 'flagged' } }, beta)).status).toBe(200);
    expect((await graph.patch(path, { flag: { flagStatus: 'complete' } }, beta)).body.flag.flagStatus).toBe('complete');
    expect((await graph.patch(path, { flag: { flagStatus: 'notFlagged' } }, beta)).body.flag).toEqual({ flagStatus: 'notFlagged' });
  });

  onEmulator('answers in UTC with seven decimals, whatever zone was sent', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    const due = (timeZone: string): object => ({ dateTime: '2026-07-03T00:00:00', timeZone });
    for (const zone of ['W. Europe Standard Time', 'Europe/Berlin']) {
      const { body } = await graph.patch(path, { flag: { flagStatus: 'flagged', startDateTime: due(zone), dueDateTime: due(zone) } }, beta);
      expect(body.flag.dueDateTime).toEqual({ dateTime: '2026-07-02T22:00:00.0000000', timeZone: 'UTC' });
    }
    expect((await graph.patch(path, { flag: { flagStatus: 'flagged', startDateTime: due('Mars/Olympus'), dueDateTime: due('UTC') } }, beta)).status).toBe(400);
  });

  it('changes the changeKey that v1.0 shows', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    await graph.patch(contactPath(contact), { flag: { flagStatus: 'flagged' } }, beta);
    expect((await graph.get(contactPath(contact))).body.changeKey).not.toBe(contact.changeKey);
  });
});
