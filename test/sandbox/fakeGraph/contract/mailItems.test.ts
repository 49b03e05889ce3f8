import { groups } from '../../../../src/sandbox/seed/directory.ts';
import { ewsId, immutableId, restId } from '../../../../src/sandbox/seed/exchangeIds.ts';
import { onEmulator, useGraph } from '../support/graphUnderTest';

const graph = useGraph();
const adele = 'adele@contoso.example';
const basic = () => ({ token: graph.token('adele', ['Mail.ReadBasic', 'Calendars.ReadBasic']) });
const people = '$select=from,sender,toRecipients,ccRecipients,bccRecipients';

describe('a message', () => {
  onEmulator('names everybody, whatever a host shows of them', async () => {
    const { status, body } = await graph.get(`/me/messages/${restId(adele, 'folded-200')}?${people}`, basic());
    expect(status).toBe(200);
    expect([body.toRecipients.length, body.ccRecipients.length, body.bccRecipients.length]).toEqual([151, 48, 0]);
    expect(body.from).toEqual({ emailAddress: { name: 'Ibrahim Haddad', address: 'ibrahim.haddad@fabrikam.example' } });
    expect(body).not.toHaveProperty('subject');
  });

  onEmulator('is found by either form of its id, and answers in the one asked for', async () => {
    for (const id of [restId(adele, 'known'), immutableId(adele, 'known')]) {
      expect((await graph.get(`/me/messages/${id}?$select=subject`, { ...basic(), headers: { Prefer: 'IdType="ImmutableId"' } })).body.id).toBe(immutableId(adele, 'known'));
      expect((await graph.get(`/me/messages/${id}?$select=subject`, { ...basic(), headers: { Prefer: 'odata.maxpagesize=5' } })).body.id).toBe(restId(adele, 'known'));
    }
  });

  onEmulator('is not found by the id that Outlook tells, in another mailbox, nor when it is something else', async () => {
    const get = async (collection: string, id: string) => {
      const { status, body } = await graph.get(`/me/${collection}/${encodeURIComponent(id)}?$select=id`, basic());
      return [status, body.error?.code];
    };
    expect(await get('messages', ewsId(adele, 'known'))).toEqual([400, 'ErrorInvalidIdMalformed']);
    expect(await get('messages', restId('henrietta@contoso.example', 'known'))).toEqual([404, 'ErrorItemNotFound']);
    expect(await get('events', restId(adele, 'known'))).toEqual([404, 'ErrorItemNotFound']);
    expect(await get('messages', restId(adele, 'draft-empty'))).toEqual([404, 'ErrorItemNotFound']);
  });

  onEmulator('keeps its text to itself with a basic scope, and everything without one', async () => {
    const path = `/me/messages/${restId(adele, 'known')}`;
    const whole = await graph.get(path, basic());
    expect(whole.body).toMatchObject({ subject: 'Contract renewal: two open points' });
    expect(whole.body).not.toHaveProperty('body');
    expect((await graph.get(`${path}?$select=body`, basic())).status).toBe(403);
    expect((await graph.get(`${path}?$select=body`, { token: graph.token('adele', ['Mail.Read']) })).body.body.content).toContain('two points are still open'.replace('two', 'Two'));
    for (const scope of ['Contacts.ReadWrite', 'Calendars.ReadBasic']) expect((await graph.get(path, { token: graph.token('adele', [scope]) })).status).toBe(403);
    expect((await graph.get(`${path}?$select=recipients`, basic())).status).toBe(400);
  });
});

describe('an event', () => {
  onEmulator('names organizer and attendees with their answers', async () => {
    const { body } = await graph.get(`/me/events/${restId(adele, 'event-3')}?$select=organizer,attendees`, basic());
    expect(body.organizer.emailAddress.name).toBe('Megan Bowen');
    expect(body.attendees.map((one: { type: string; status: { response: string } }) => `${one.type} ${one.status.response}`))
      .toEqual(['required organizer', 'required accepted', 'required tentativelyAccepted', 'optional none']);
    expect((await graph.get(`/me/events/${restId(adele, 'event-3')}`, { token: graph.token('adele', ['Mail.ReadBasic']) })).status).toBe(403);
  });
});

describe('groups', () => {
  const all = () => ({ token: graph.token('adele', ['GroupMember.Read.All', 'User.ReadBasic.All']) });
  const fair = groups[0]?.id ?? '';
  const members = `/groups/${fair}/transitiveMembers?$select=id,displayName,mail`;

  onEmulator('are found by address', async () => {
    expect((await graph.get("/groups?$filter=mail eq 'Fair.Team@contoso.example'&$select=id,displayName", all())).body.value).toEqual([{ id: fair, displayName: 'Fair Team' }]);
    expect((await graph.get("/groups?$filter=mail eq 'nobody@contoso.example'", all())).body.value).toEqual([]);
  });

  onEmulator('tell their members in one flat list, each once, in pages', async () => {
    const { body } = await graph.get(members, all());
    expect(body.value.map((one: { displayName: string }) => one.displayName))
      .toEqual(['Adele Vance', 'Henrietta Mueller', 'Lee Gu', 'Isaiah Langer', 'Fair Booth', 'Nestor Wilke', 'Miriam Graham']);
    const first = (await graph.get(`${members}&$top=5`, all())).body;
    expect(first.value).toHaveLength(5);
    expect((await graph.get(first['@odata.nextLink'] as string, all())).body.value).toHaveLength(2);
  });

  onEmulator('show ids alone to whoever may not read users, and nothing to whom no administrator agreed', async () => {
    const limited = await graph.get(members, { token: graph.token('adele', ['GroupMember.Read.All']) });
    expect(limited.body.value[0]).toEqual({ '@odata.type': '#microsoft.graph.user', 'id': expect.any(String) as string, 'displayName': null, 'mail': null });
    expect((await graph.get(members, { token: graph.token('adele', ['User.ReadBasic.All']) })).status).toBe(403);
  });

  onEmulator('are none for a personal account', async () => {
    expect((await graph.get('/groups', { token: graph.token('pat', ['GroupMember.Read.All']) })).status).toBe(501);
    expect((await graph.get(`/me/messages/${restId('pat.private@outlook.example', 'known')}?$select=id`, { token: graph.token('pat', ['Mail.ReadBasic']) })).status).toBe(200);
  });
});
