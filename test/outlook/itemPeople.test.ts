import fc from 'fast-check';
import { failed } from '#domain/result';
import { readOpenItem } from '#outlook/itemPeople';
import { asked, draft, installOffice, mail, person, uninstallOffice } from './fakeOffice.ts';

afterEach(uninstallOffice);

const open = async (item: unknown) => {
  installOffice({ item });
  const result = await readOpenItem(3);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};
const people = async (item: unknown) => (await open(item))?.people.map(({ name, address, roles }) => `${name} <${address}> ${roles.join('+')}`);

describe('the four kinds of item', () => {
  it('reads a mail: from, sender where another, to and cc', async () => {
    const item = await open(mail({ sender: person('Desk', 'desk@x.example'), to: [person('Ben', 'ben@x.example')], cc: [person('Cy', 'cy@x.example')] }));
    expect(item).toEqual({
      key: 3, kind: 'messageRead', subject: 'Hello', mayHaveMore: false,
      people: [
        { name: 'Anna', address: 'anna@x.example', roles: ['from'], response: 'none' },
        { name: 'Desk', address: 'desk@x.example', roles: ['sender'], response: 'none' },
        { name: 'Ben', address: 'ben@x.example', roles: ['to'], response: 'none' },
        { name: 'Cy', address: 'cy@x.example', roles: ['cc'], response: 'none' },
      ],
    });
  });

  it('asks a draft for its people', async () => {
    const item = draft(asked([person('Ben', 'ben@x.example')]), { from: asked(person('Me', 'me@x.example')), bcc: asked([person('Dee', 'dee@x.example')]) });
    expect(await open(item)).toMatchObject({ kind: 'messageCompose', subject: 'Draft' });
    expect(await people(item)).toEqual(['Me <me@x.example> from', 'Ben <ben@x.example> to', 'Dee <dee@x.example> bcc']);
  });

  it('reads an invitation with what its people answered', async () => {
    const item = await open({
      itemType: 'appointment', subject: 'Lunch', organizer: person('Olga', 'olga@x.example'),
      requiredAttendees: [person('Olga', 'olga@x.example', { appointmentResponse: 'organizer' }), person('Ben', 'ben@x.example', { appointmentResponse: 'accepted' })],
      optionalAttendees: [person('Cy', 'cy@x.example', { appointmentResponse: 'maybe?' })],
    });
    expect(item?.kind).toBe('eventAttendee');
    expect(item?.people).toEqual([
      { name: 'Olga', address: 'olga@x.example', roles: ['organizer', 'required'], response: 'organizer' },
      { name: 'Ben', address: 'ben@x.example', roles: ['required'], response: 'accepted' },
      { name: 'Cy', address: 'cy@x.example', roles: ['optional'], response: 'none' },
    ]);
  });

  it('asks a meeting that is being organised', async () => {
    expect(await open({
      itemType: 'appointment', subject: asked('Plan'), organizer: asked(person('Me', 'me@x.example')),
      requiredAttendees: asked([person('Ben', 'ben@x.example')]), optionalAttendees: asked([]),
    })).toMatchObject({ kind: 'eventOrganizer', subject: 'Plan', people: [{ roles: ['organizer'] }, { roles: ['required'] }] });
  });

  it('adds the room of a meeting, and knows it among the invited; what is no room with an address is none', async () => {
    const meeting = (places: unknown) => ({
      itemType: 'appointment', subject: 'Lunch', organizer: person('Olga', 'olga@x.example'), optionalAttendees: [],
      requiredAttendees: [person('Vltava', 'vltava@x.example')], enhancedLocation: asked(places as never),
    });
    const room = { locationIdentifier: { id: 'v', type: 'room' }, displayName: 'Vltava', emailAddress: 'Vltava@x.example' };
    expect(await people(meeting([room, { ...room, displayName: 'Elbe', emailAddress: 'elbe@x.example' }]))).toEqual([
      'Olga <olga@x.example> organizer', 'Vltava <vltava@x.example> required+room', 'Elbe <elbe@x.example> room',
    ]);
    for (const odd of ['text', [null, 'x', { locationIdentifier: { id: 'v', type: 'custom' }, displayName: 'Canteen' }]]) {
      expect(await people(meeting(odd))).toHaveLength(2);
    }
  });

  it('keeps what Outlook itself says of an address, also when a person is named twice', async () => {
    const to = [person('Ben', 'ben@x.example'), person('Ben', 'BEN@x.example', { recipientType: 'user' }), person('All', 'all@x.example', { recipientType: 'distributionList' }), person('Ex', 'ex@x.example', { recipientType: 'externalUser' })];
    expect((await open(mail({ to })))?.people.map(({ recipient }) => recipient)).toEqual([undefined, 'directory', 'list', undefined]);
  });

  it.each([null, undefined, {}, { itemType: 'something' }, 'text'])('has no item to show for %j', async (item) => {
    expect(await open(item)).toBeNull();
  });

  it('has no item where there is no mailbox at all', async () => {
    uninstallOffice();
    expect(await readOpenItem(1)).toEqual({ ok: true, value: null });
  });
});

describe('doubles', () => {
  it('become one row with all roles, whatever the case', async () => {
    expect(await people(mail({ sender: person('', 'ANNA@x.example'), to: [person('Ben', 'ben@x.example')], cc: [person('ben@x.example', 'Ben@X.example ')] })))
      .toEqual(['Anna <anna@x.example> from+sender', 'Ben <ben@x.example> to+cc']);
  });

  it('take the name from whoever has one', async () => {
    expect(await people(mail({ from: person('anna@x.example', 'anna@x.example'), to: [person('Anna Ek', 'anna@x.example')] })))
      .toEqual(['Anna Ek <anna@x.example> from+to']);
  });

  it('without an address are told apart by their names', async () => {
    const old = '/O=CONTOSO/CN=X';
    expect(await people(mail({ to: [person('Al', old), person('Bo', old), person('Al', old), person('Al', '')] })))
      .toEqual(['Anna <anna@x.example> from', `Al <${old}> to`, `Bo <${old}> to`, 'Al <> to']);
  });
});

describe('people that may be missing', () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, at) => person(`P${at}`, `p${at}@x.example`));

  it.each([[19, false], [20, true], [21, false], [100, true], [500, true], [1000, true]])('of %i in a list being read: %s', async (count, more) => {
    expect((await open(mail({ to: crowd(count) })))?.mayHaveMore).toBe(more);
  });

  it.each([['OfficeOnline', 20, true], ['OfficeOnline', 100, false], ['PC', 20, false], ['PC', 500, true], ['Mac', 100, true], ['iOS', 500, false], ['Universal', 20, true]])(
    'are suspected at the limits of the host alone: %s, %i, %s', async (platform, count, more) => {
      installOffice({ item: mail({ to: crowd(count) }), context: { diagnostics: { platform } } });
      const result = await readOpenItem(1);
      expect(result.ok && result.value?.mayHaveMore).toBe(more);
    });

  it('are not suspected at a limit that another list of the item goes beyond', async () => {
    const [to, cc] = [crowd(40), crowd(60).slice(40)];
    expect((await open(mail({ to, cc })))?.mayHaveMore).toBe(false);
  });

  it('are not suspected in a draft, which has no such limit', async () => {
    expect((await open(draft(asked(crowd(20)))))?.mayHaveMore).toBe(false);
  });

  it('are owned up to when a list of a draft cannot be had', async () => {
    const item = await open(draft(asked([person('Ben', 'ben@x.example')]), { cc: asked([], { code: 5001 }) }));
    expect(item).toMatchObject({ mayHaveMore: true, people: [{ name: 'Ben' }] });
  });
});

describe('the id on Graph', () => {
  const idOf = async (item: unknown, mailbox: Record<string, unknown> = { convertToRestId: (id: string, version: string) => `${version} ${id}` }) => {
    installOffice({ item, mailbox });
    const result = await readOpenItem(1);
    return result.ok ? result.value?.id : null;
  };

  it('is the form that Graph takes', async () => {
    expect(await idOf(mail({ itemId: 'AA/b+' }))).toBe('v2.0 AA/b+');
  });

  it('is none where Outlook tells none, cannot turn it into that form, or somebody is writing', async () => {
    expect(await idOf(mail())).toBeUndefined();
    expect(await idOf(mail({ itemId: 7 }))).toBeUndefined();
    expect(await idOf(mail({ itemId: 'AA/b+' }), {})).toBeUndefined();
    expect(await idOf(draft(asked([]), { itemId: 'AA/b+' }))).toBeUndefined();
  });
});

it('is a problem when a draft answers nothing at all', async () => {
  const denied = asked([], { code: 9038 });
  installOffice({ item: draft(denied, { cc: denied, bcc: denied }) });
  expect(await readOpenItem(1)).toEqual(failed({ kind: 'accessDenied' }));
});

it('is given up when another item came while it was read', async () => {
  const office = installOffice({ item: draft(asked([], { ms: 5 })) });
  const reading = readOpenItem(1);
  office.context.mailbox.item = mail();
  expect(await reading).toEqual(failed({ kind: 'abandoned' }));
});

it('answers to whatever an item holds, with whole people only', async () => {
  const field = fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.record({ displayName: fc.anything(), emailAddress: fc.anything(), appointmentResponse: fc.anything() }))));
  const item = fc.record({
    itemType: fc.oneof(fc.constantFrom('message', 'appointment'), fc.anything()), subject: field, from: field, sender: field, to: field, cc: field,
    organizer: field, requiredAttendees: field, optionalAttendees: field,
  }, { requiredKeys: [] });
  const asDraft = (value: unknown) => Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, name === 'itemType' ? inner : asked(inner)]));
  await fc.assert(fc.asyncProperty(fc.oneof(fc.anything(), item, item.map(asDraft)), async (value) => {
    installOffice({ item: value });
    const result = await readOpenItem(1);
    for (const { name, address, roles } of result.ok && result.value !== null ? result.value.people : []) {
      expect([typeof name, typeof address, roles.length > 0, name + address !== '']).toEqual(['string', 'string', true, true]);
    }
  }), { numRuns: 300 });
});

it('survives getters that throw', async () => {
  const hostile = new Proxy({}, { get: () => { throw new Error('no'); } });
  expect(await open(hostile)).toBeNull();
  expect(await people(mail({ to: [hostile], cc: hostile }))).toEqual(['Anna <anna@x.example> from']);
});
