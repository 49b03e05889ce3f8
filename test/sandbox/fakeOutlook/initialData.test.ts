import { initialData, itemTypes, staysOpen } from '../../../src/sandbox/fakeOutlook/page/initialData.ts';
import { defaultSituation, type Situation } from '../../../src/sandbox/fakeOutlook/page/situation.ts';
import { ewsId } from '../../../src/sandbox/seed/exchangeIds.ts';
import { items } from '../../../src/sandbox/seed/items.ts';

const me = { displayName: 'Adele Vance', address: 'adele@contoso.example' };
const all = items({ name: me.displayName, address: me.address });
const item = (id: string) => {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
};
const blob = (id: string | null, part: Partial<Situation> = {}) =>
  initialData(id === null ? null : item(id), { ...defaultSituation, ...part }, me, 'https://localhost:3000');

describe('the blob of an item', () => {
  it('gives a message with its people, and the sender without a recipient type', () => {
    expect(blob('several')).toMatchObject({
      itemType: itemTypes.messageRead, permissionLevel: 3, userEmailAddress: me.address, userProfileType: 'office365', id: ewsId(me.address, 'several'),
      from: { name: 'Megan Bowen', address: 'Megan.Bowen@FABRIKAM.example' }, itemClass: 'IPM.Note',
    });
    expect(blob('several')?.['from']).not.toHaveProperty('recipientType');
    expect(blob('several')?.['to']).toHaveLength(5);
    expect(blob('several')?.['cc']).toHaveLength(3);
    expect(blob('known')?.['to']).toEqual([{ name: 'Adele Vance', address: me.address, recipientType: 2 }]);
  });

  it('tells sender from from when somebody writes on behalf of somebody', () => {
    const { from, sender } = blob('on-behalf') as { from: { address: string }; sender: { address: string } };
    expect(from.address).not.toBe(sender.address);
  });

  it('gives an invitation its time and place', () => {
    expect(blob('invitation')).toMatchObject({ itemType: itemTypes.meetingRequest, location: 'Meeting room Vltava' });
  });

  it('gives attendees with their answers as numbers, the organizer among them', () => {
    expect(blob('event-3')).toMatchObject({ itemType: itemTypes.eventAttendee, organizer: { name: 'Megan Bowen' } });
    expect((blob('event-3')?.['to'] as { appointmentResponse: number }[]).map((one) => one.appointmentResponse)).toEqual([1, 3, 2]);
  });

  it('holds sixty people for the event of sixty', () => {
    const given = blob('event-60') as { to: { address: string }[]; cc: { address: string }[] };
    expect(new Set([...given.to, ...given.cc].map((one) => one.address)).size).toBe(60);
  });

  it('hands over so many people and no more', () => {
    const given = blob('event-60', { limit: 45 }) as { to: unknown[]; cc: unknown[] };
    expect([given.to.length, given.cc.length]).toEqual([40, 5]);
  });

  it('hands over so many of each line while the header is folded', () => {
    const counts = (part: Partial<Situation>) => (['to', 'cc'] as const).map((line) => (blob('folded-200', part)?.[line] as unknown[]).length);
    expect(counts({})).toEqual([20, 20]);
    expect(counts({ profile: 'macNew' })).toEqual([151, 48]);
    expect(counts({ limit: 100 })).toEqual([100, 0]);
  });

  it('tells an id that Graph would not take as it is, and another one in somebody else\'s folder', () => {
    for (const { id } of all) expect(ewsId(me.address, id)).toMatch(/^(?=.*\/)(?=.*\+)[A-Za-z0-9/+=]+$/);
    expect(new Set(all.map(({ id }) => ewsId(me.address, id))).size).toBe(all.length);
    expect(blob('known', { shared: '1' })?.['id']).not.toBe(blob('known')?.['id']);
  });

  it('says next to nothing of what is being written', () => {
    for (const [id, itemType] of [['draft-three', itemTypes.messageCompose], ['event-organizer', itemTypes.eventOrganizer]] as const) {
      const given = blob(id);
      expect(given).toMatchObject({ itemType, conversationId: `conversation-${id}` });
      for (const field of ['to', 'subject', 'id', 'organizer']) expect(given).not.toHaveProperty(field);
    }
  });

  it('is an item of its own kind when nothing is selected, or nothing at all', () => {
    expect(blob(null)).toMatchObject({ itemType: itemTypes.none, userEmailAddress: me.address });
    expect(blob(null, { none: 'null' })).toBeNull();
  });

  it('leaves time zones out rather than empty, which would make office.js throw', () => {
    expect(blob('known')).not.toHaveProperty('timeZoneOffsets');
  });
});

describe('a pinned pane', () => {
  it('lives on from message to message, and when nothing is selected', () => {
    expect(staysOpen('1', item('known'), item('stranger'))).toBe(true);
    expect(staysOpen('1', item('known'), null)).toBe(true);
    expect(staysOpen('1', null, item('known'))).toBe(true);
    expect(staysOpen('1', item('draft-empty'), item('draft-three'))).toBe(true);
  });

  it('starts anew between reading, writing and events', () => {
    expect(staysOpen('1', item('known'), item('draft-empty'))).toBe(false);
    expect(staysOpen('1', item('known'), item('event-3'))).toBe(false);
    expect(staysOpen('1', item('event-3'), item('event-60'))).toBe(false);
  });

  it('starts anew each time without the pin, and never with the pin of the sandbox', () => {
    expect(staysOpen('0', item('known'), item('stranger'))).toBe(false);
    expect(staysOpen('any', item('known'), item('event-60'))).toBe(true);
  });
});

describe('the items', () => {
  it('have the ids the documentation promises', () => {
    expect(all.map((one) => one.id)).toEqual(expect.arrayContaining([
      'known', 'stranger', 'several', 'apostrophe', 'doe-jane', 'asa', 'non-latin', 'machine', 'sub-folder', 'twins', 'same-name',
      'suffix', 'caps', 'nameless', 'on-behalf', 'forty', 'draft-empty', 'draft-three', 'event-3', 'event-60', 'event-organizer',
    ]));
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });

  it('have forty recipients on the mail of forty', () => {
    expect(blob('forty')?.['to']).toHaveLength(40);
  });
});
