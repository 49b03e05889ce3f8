import { failed } from '#domain/result';
import { contactsDelta } from '#graph/contactsDelta';
import { graphError, scriptedGraph } from './scriptedGraph.ts';

const next = 'https://graph.test/v1.0/me/contactFolders/f/contacts/delta?$skiptoken=s';
const delta = 'https://graph.test/v1.0/me/contactFolders/f/contacts/delta?$deltatoken=d';

it('names its fields on the first call only and follows the links as given', async () => {
  const { client, sent } = scriptedGraph([
    { body: { value: [{ id: 'a', displayName: 'Ann' }], '@odata.nextLink': next } },
    { body: { value: [], '@odata.deltaLink': delta } },
    { body: { value: [{ id: 'a', '@removed': { reason: 'deleted' } }], '@odata.deltaLink': `${delta}2` } },
  ]);
  const { changesSince } = contactsDelta(client, { pageSize: 7 });
  expect(await changesSince('f', null)).toEqual({ ok: true, value: {
    changes: [{ kind: 'changed', id: 'a', fields: { displayName: 'Ann' } }], next: { kind: 'more', link: next },
  } });
  expect(await changesSince('f', { link: next })).toEqual({ ok: true, value: { changes: [], next: { kind: 'caughtUp', bookmark: delta } } });
  expect(await changesSince('f', { bookmark: delta })).toMatchObject({ ok: true, value: { changes: [{ kind: 'removed', id: 'a' }] } });
  const first = new URL(sent[0]?.url ?? '');
  expect(first.pathname).toBe('/v1.0/me/contactFolders/f/contacts/delta');
  expect(first.searchParams.get('$select')?.split(',')).toEqual(expect.arrayContaining(['emailAddresses', 'changeKey', 'yomiSurname', 'categories', 'homeAddress', 'birthday']));
  expect(sent.slice(1).map(({ url }) => url)).toEqual([next, delta]);
  expect(sent[0]?.headers.get('prefer')).toBe('IdType="ImmutableId", odata.maxpagesize=7');
});

it.each([
  [410, 'SyncStateNotFound'], [410, 'resyncRequired'], [400, 'syncStateNotFound'], [404, 'SyncStateNotFound'],
  [400, 'ErrorInvalidIdMalformed'], [400, 'BadRequest'],
])('tells of a bookmark that is no longer good: %i %s', async (status, code) => {
  const { client } = scriptedGraph([{ status, body: graphError(code) }]);
  expect(await contactsDelta(client).changesSince('f', { bookmark: delta })).toEqual(failed({ kind: 'bookmarkExpired' }));
});

it('keeps a refusal of the first call apart, since beginning anew would not help', async () => {
  const { client } = scriptedGraph([{ status: 400, body: graphError('BadRequest', 'No.') }, { status: 404, body: graphError('ErrorFolderNotFound') }]);
  const { changesSince } = contactsDelta(client);
  expect(await changesSince('f', null)).toMatchObject({ problem: { kind: 'refused' } });
  expect(await changesSince('f', null)).toEqual(failed({ kind: 'gone' }));
});

it.each([
  [{ value: [] }], [{ value: [{ displayName: 'no id' }], '@odata.deltaLink': delta }], [[]], [{ value: {}, '@odata.deltaLink': delta }],
])('does not pretend to have understood %j', async (body) => {
  const { client } = scriptedGraph([{ body }]);
  expect(await contactsDelta(client).changesSince('f', null)).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
});
