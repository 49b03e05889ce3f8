import * as fc from 'fast-check';
import { failed } from '#domain/result';
import { noSuchGroup, openItem, readEventPeople, readMessagePeople } from '#graph/openItem';
import { restId } from '../../src/sandbox/seed/exchangeIds.ts';
import { emulator, value } from './emulator.ts';

const graph = emulator();
const calls = () => openItem(graph.client());
const mine = (item: string) => restId('adele@contoso.example', item);
const brief = (people: readonly { name: string; roles: readonly string[]; response: string }[]) => people.map(({ name, roles, response }) => `${name} ${roles.join('+')} ${response}`);

describe('the people on a message', () => {
  it('are all of them', async () => {
    const people = value(await calls().peopleOfMessage(mine('folded-200')));
    const count = (role: string) => people.filter(({ roles }) => roles.includes(role as 'to')).length;
    expect([count('from'), count('sender'), count('to'), count('cc')]).toEqual([1, 1, 151, 48]);
  });

  it('are gone when the message is in another mailbox, or the id is none', async () => {
    expect(await calls().peopleOfMessage(restId('henrietta@contoso.example', 'known'))).toEqual(failed({ kind: 'gone' }));
    expect(await calls().peopleOfMessage('known')).toEqual(failed({ kind: 'gone' }));
  });

  it('cannot be read with the scopes for contacts', async () => {
    expect(await openItem(graph.client('adele', ['Contacts.ReadWrite'])).peopleOfMessage(mine('known'))).toEqual(failed({ kind: 'accessDenied' }));
  });

  it('are not said to be all when a list is missing', () => {
    expect(readMessagePeople({ from: null, toRecipients: [], ccRecipients: [] })).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  });
});

it('the people on an event come with their places and answers', async () => {
  expect(brief(value(await calls().peopleOfEvent(mine('event-3'))))).toEqual([
    'Megan Bowen organizer none', 'Megan Bowen required organizer', 'Adele Vance required accepted', 'Lena Hofmann required tentative', '山田 太郎 optional none',
  ]);
});

it('a room is one', () => {
  expect(value(readEventPeople({ attendees: [{ type: 'resource', emailAddress: { name: 'Vltava', address: 'vltava@x.example' } }] }))[0]?.roles).toEqual(['room']);
});

describe('a group', () => {
  it('is its people and those of the groups within it, each once', async () => {
    const people = value(await calls().membersOfGroup('Fair.Team@contoso.example'));
    expect(people.map(({ address }) => address)).toEqual([
      'adele@contoso.example', 'henrietta@contoso.example', 'lee.gu@contoso.example', 'isaiah@contoso.example', 'nestor@contoso.example', 'miriam@contoso.example',
    ]);
  });

  it('that the directory does not know is said to be none, even with a quote in its address', async () => {
    expect(await calls().membersOfGroup("o'neil.team@contoso.example")).toEqual(failed({ kind: 'refused', code: noSuchGroup, message: '' }));
  });

  it('is nothing for a personal account', async () => {
    expect(await openItem(graph.client('pat')).membersOfGroup('fair.team@contoso.example')).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  });
});

it('whatever comes, the readers answer', () => {
  const person = fc.oneof(fc.anything(), fc.record({ emailAddress: fc.oneof(fc.anything(), fc.record({ name: fc.anything(), address: fc.anything() })), status: fc.anything(), type: fc.anything() }));
  const list = fc.oneof(fc.anything(), fc.array(person));
  const body = fc.oneof(fc.anything(), fc.record({ from: person, sender: person, toRecipients: list, ccRecipients: list, bccRecipients: list, organizer: person, attendees: list }));
  fc.assert(fc.property(body, (one) => {
    for (const read of [readMessagePeople, readEventPeople]) {
      const result = read(one);
      for (const { name, address } of result.ok ? result.value : []) expect([typeof name, typeof address, name + address !== '']).toEqual(['string', 'string', true]);
    }
  }), { numRuns: 300 });
});
