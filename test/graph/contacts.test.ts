import { failed } from '#domain/result';
import { contacts } from '#graph/contacts';
import { graphError, perPart, scriptedGraph } from './scriptedGraph.ts';

describe('one contact', () => {
  it('is read by its encoded id from whatever folder', async () => {
    const { client, sent, asked } = scriptedGraph([{ body: { id: 'a/b+c=', displayName: 'Ann' } }]);
    expect(await contacts(client).getContact('a/b+c=')).toMatchObject({ ok: true, value: { id: 'a/b+c=', displayName: 'Ann', surname: '' } });
    expect(sent[0]?.url).toBe('https://graph.test/v1.0/me/contacts/a%2Fb%2Bc%3D');
    expect(asked[0]?.scopes).toEqual(['Contacts.Read']);
  });

  it('is gone when its id means nothing to Graph', async () => {
    const { client } = scriptedGraph([{ status: 400, body: graphError('ErrorInvalidIdMalformed') }]);
    expect(await contacts(client).getContact('x')).toEqual(failed({ kind: 'gone' }));
  });

  it('tells its change key, or that it could not', async () => {
    const { client } = scriptedGraph([{ body: { id: 'a', changeKey: 'k' } }, { body: { id: 'a' } }]);
    expect(await contacts(client).getChangeKey('a')).toEqual({ ok: true, value: 'k' });
    expect(await contacts(client).getChangeKey('a')).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  });

  it('is created where the path says', async () => {
    const { client, sent, asked } = scriptedGraph([{ status: 201, body: { id: 'n' } }]);
    await contacts(client).createContact({ givenName: 'Ann', surname: '' }, null);
    await contacts(client).createContact({ givenName: 'Ann' }, 'f/1');
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://graph.test/v1.0/me/contacts', 'POST https://graph.test/v1.0/me/contactFolders/f%2F1/contacts',
    ]);
    expect(sent[0]?.body).toEqual({ givenName: 'Ann' });
    expect(asked[0]?.scopes).toEqual(['Contacts.ReadWrite']);
  });

  it('bears what made it, and is found by that in every folder', async () => {
    const { client, sent } = scriptedGraph(perPart(({ url, method }) => method === 'POST' ? { status: 201, body: { id: 'n' } }
      : url.includes('/contactFolders/gone/') ? { status: 404, body: graphError('ErrorItemNotFound') } : { body: { value: url.startsWith('/me/contacts') ? [{ id: 'n' }] : [] } }));
    const { createContact, findByOrigin } = contacts(client);
    await createContact({ givenName: 'Ann' }, null, { change: 'c-1', by: null, copyOf: "it's" });
    const [by, of] = (sent[0]?.body as { singleValueExtendedProperties: { id: string; value: string }[] }).singleValueExtendedProperties;
    expect([by?.value, of?.value]).toEqual(['c-1', "it's"]);
    expect(await findByOrigin('copyOf', "it's", [null, 'gone', 'f'])).toMatchObject({ ok: true, value: [{ id: 'n' }] });
    const [first] = (sent[1]?.body as { requests: { url: string }[] }).requests;
    expect(decodeURIComponent(first?.url ?? '')).toBe(`/me/contacts?$filter=singleValueExtendedProperties/any(ep: ep/id eq '${of?.id}' and ep/value eq 'it''s')`);
  });

  it('is not said to be nowhere while a folder could not be asked', async () => {
    const { client } = scriptedGraph(perPart(({ url }) => (url.includes('/f/') ? { status: 403 } : { body: { value: [] } })));
    expect(await contacts(client).findByOrigin('change', 'c-1', [null, 'f'])).toEqual(failed({ kind: 'accessDenied' }));
  });

  it('is created without a note of what made it where the mailbox has no room for that, and refused once where it is the contact that is refused', async () => {
    const full = scriptedGraph([{ status: 403, body: graphError('ErrorQuotaExceeded') }, { status: 201, body: { id: 'n' } }]);
    expect(await contacts(full.client).createContact({ givenName: 'Ann' }, null, { change: 'c-1', by: null, copyOf: null })).toMatchObject({ ok: true });
    expect(full.sent.map(({ body }) => body)).toMatchObject([{ singleValueExtendedProperties: [{ value: 'c-1' }] }, { givenName: 'Ann' }]);
    expect(full.sent[1]?.body).not.toHaveProperty('singleValueExtendedProperties');
    const refused = scriptedGraph([{ status: 400, body: graphError('ErrorInvalidArgument') }]);
    expect(await contacts(refused.client).createContact({ givenName: 'Ann' }, null, { change: 'c-1', by: null, copyOf: null })).toMatchObject({ ok: false, problem: { code: 'ErrorInvalidArgument' } });
    expect(refused.sent).toHaveLength(1);
    const lost = scriptedGraph([{ status: 504 }]);
    await contacts(lost.client).createContact({ givenName: 'Ann' }, null, { change: 'c-1', by: null, copyOf: null });
    expect(lost.sent).toHaveLength(1);
  });

  it('deleted once is gone for certain, or nobody knows', async () => {
    const gone = scriptedGraph([{ status: 404, body: graphError('ErrorItemNotFound') }]);
    expect(await contacts(gone.client).deleteContactOnce('a', 'k')).toEqual(failed({ kind: 'gone' }));
    const lost = scriptedGraph(['unreachable', { status: 204 }]);
    expect(await contacts(lost.client).deleteContactOnce('a', 'k')).toEqual(failed({ kind: 'offline' }));
    expect(lost.sent).toHaveLength(1);
  });

  it('is updated by what changed alone, on the condition of its change key', async () => {
    const { client, sent } = scriptedGraph([{ body: { id: 'a' } }]);
    await contacts(client).updateContact('a', { surname: 'Lee', displayName: 'Ann Lee' }, 'k==');
    await contacts(client).updateContact('a', { surname: '' }, '');
    expect(sent[0]).toMatchObject({ method: 'PATCH', body: { surname: 'Lee', displayName: 'Ann Lee' } });
    expect(sent[0]?.headers.get('if-match')).toBe('W/"k=="');
    expect(sent[1]?.body).toEqual({ surname: null });
    expect(sent[1]?.headers.has('if-match')).toBe(false);
  });

  it('that is gone already counts as deleted', async () => {
    const { client } = scriptedGraph([{ status: 204 }, { status: 404, body: graphError('ErrorItemNotFound') }, { status: 403 }]);
    const { deleteContact } = contacts(client);
    expect([await deleteContact('a', ''), await deleteContact('a', ''), await deleteContact('a', '')])
      .toEqual([{ ok: true, value: null }, { ok: true, value: null }, failed({ kind: 'accessDenied' })]);
  });

  it('that is no contact is not understood', async () => {
    const { client } = scriptedGraph([{ body: { value: [] } }]);
    expect(await contacts(client).getContact('a')).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  });
});

describe('finding by address', () => {
  it('asks each folder for each address in one batch', async () => {
    const { client, sent } = scriptedGraph(perPart(({ url }) => ({
      body: { value: url.startsWith('/me/contactFolders/f1/') && url.includes('anna') ? [{ id: 'anna', displayName: 'Anna' }] : [] },
    })));
    const found = await contacts(client).findByAddress(['anna@x.example', 'ben@x.example'], [null, 'f1']);
    expect(found).toMatchObject({ ok: true, value: [
      { address: 'anna@x.example', contacts: [{ id: 'anna' }], problem: null }, { address: 'ben@x.example', contacts: [], problem: null },
    ] });
    expect(sent).toHaveLength(1);
  });

  it('doubles quotes and encodes all of the address', async () => {
    const { client, sent } = scriptedGraph(perPart(() => ({ body: { value: [] } })));
    await contacts(client).findByAddress(["o'neil+a&b#c@x.example"], [null]);
    const [part] = (sent[0]?.body as { requests: { url: string }[] }).requests;
    expect(part?.url).toContain('#c'.replace('#', '%23'));
    expect(new URL(`https://graph.test${part?.url}`).searchParams.get('$filter')).toBe("emailAddresses/any(a:a/address eq 'o''neil+a&b#c@x.example')");
  });

  it('finds nobody in a folder that is gone, and says which address is incomplete', async () => {
    const { client } = scriptedGraph(perPart(({ url }) => {
      if (url.includes('gone')) return { status: 404, body: graphError('ErrorFolderNotFound') };
      if (url.includes('shut')) return { status: 403, body: graphError('ErrorAccessDenied') };
      return { body: { value: [{ id: 'a' }] } };
    }));
    expect(await contacts(client).findByAddress(['x@y.example'], [null, 'gone'])).toMatchObject({ value: [{ contacts: [{ id: 'a' }], problem: null }] });
    expect(await contacts(client).findByAddress(['x@y.example'], [null, 'shut'])).toMatchObject({ value: [{ contacts: [{ id: 'a' }], problem: { kind: 'accessDenied' } }] });
  });

  it('reads on when a page was not the last, and counts nobody twice', async () => {
    const { client } = scriptedGraph(perPart(({ url }) => (url.includes('$skip')
      ? { body: { value: [{ id: 'a' }, { id: 'b' }] } }
      : { body: { value: [{ id: 'a' }], '@odata.nextLink': 'https://graph.test/v1.0/me/contacts?$skip=1' } })));
    const found = await contacts(client).findByAddress(['x@y.example'], [null]);
    expect(found.ok && found.value[0]?.contacts.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('asks nothing for nobody', async () => {
    const { client, sent } = scriptedGraph([{}]);
    expect(await contacts(client).findByAddress([], [null])).toEqual({ ok: true, value: [] });
    expect(await contacts(client).findByAddress(['x@y.example'], [])).toEqual({ ok: true, value: [{ address: 'x@y.example', contacts: [], problem: null }] });
    expect(sent).toEqual([]);
  });
});
