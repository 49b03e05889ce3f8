import { failed, ok } from '#domain/result';
import { contacts } from '#graph/contacts';
import { photos } from '#graph/photos';
import { emulator, value } from './emulator.ts';
import { graphError, perPart, scriptedGraph } from './scriptedGraph.ts';

const graph = emulator();
const calls = () => photos(graph.client());
const make = async (displayName = 'Ann Lee') => value(await contacts(graph.client()).createContact({ displayName }, null)).id;
/** The shortest that passes for a JPEG of one pixel, with a byte to tell one from another. */
const jpeg = (mark: number) => Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, mark, 0xff, 0xd9]).toString('base64');

const reading = (status: number, body: unknown) => photos(scriptedGraph(perPart(() => ({ status, body }))).client).getPhoto('ana');

describe('the picture of a contact', () => {
  it('comes as base64', async () => {
    expect(await reading(200, 'SlBFRw==')).toEqual(ok('SlBFRw=='));
  });

  it.each(['ImageNotFound', 'ErrorItemNotFound', 'ResourceNotFound'])('is known to be none when Graph says %s', async (code) => {
    expect(await reading(404, graphError(code))).toEqual(ok(null));
  });

  it('is not taken for none when it could not be read', async () => {
    expect(await reading(401, graphError('InvalidAuthenticationToken'))).toEqual(failed({ kind: 'signInFailed', code: 'InvalidAuthenticationToken' }));
    expect(await reading(403, graphError('ErrorAccessDenied'))).toEqual(failed({ kind: 'accessDenied' }));
  });
});

describe('the pictures of many', () => {
  it('come by twenties, each with its own outcome', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 22; at += 1) ids.push(await make(`Nr ${at}`));
    const { getPhotos, putPhoto } = calls();
    value(await putPhoto(ids[0] ?? '', jpeg(1)));
    value(await putPhoto(ids[21] ?? '', jpeg(2)));
    await graph.faults({ kind: 'status', status: 403, path: `/me/contacts/${encodeURIComponent(ids[5] ?? '')}/photo` });
    const before = graph.sent().length;
    const found = value(await getPhotos(ids));
    expect(graph.sent().slice(before).filter((line) => line.includes('$batch'))).toHaveLength(2);
    expect([...found.keys()]).toEqual(ids);
    expect([0, 1, 5, 21].map((at) => found.get(ids[at] ?? ''))).toEqual([ok(jpeg(1)), ok(null), failed({ kind: 'accessDenied' }), ok(jpeg(2))]);
  });

  it('are nothing for whoever is gone, and nothing is asked for nobody', async () => {
    expect(value(await calls().getPhotos([await make(), 'x'])).size).toBe(2);
    const before = graph.sent().length;
    expect(await calls().getPhotos([])).toEqual(ok(new Map()));
    expect(graph.sent()).toHaveLength(before);
  });

  it('that are no base64 are not understood', async () => {
    const { client } = scriptedGraph(perPart(({ url }) => ({ body: url.includes('/a/') ? { some: 'page' } : 'not base64!' })));
    const found = value(await photos(client).getPhotos(['a', 'b']));
    expect([...found.values()]).toEqual([failed({ kind: 'notUnderstood', from: 'graph' }), failed({ kind: 'notUnderstood', from: 'graph' })]);
  });
});

describe('taking a picture away', () => {
  it('is refused in so many words where Graph has no way, and the picture stays', async () => {
    const id = await make();
    value(await calls().putPhoto(id, jpeg(1)));
    expect(await calls().removePhoto(id)).toEqual(failed({ kind: 'refused', code: 'photoCannotBeRemoved', message: '' }));
    expect(await calls().getPhoto(id)).toEqual(ok(jpeg(1)));
  });

  it('works where a picture of no bytes removes it', async () => {
    await graph.settings({ emptyPhotoRemoves: true });
    const id = await make();
    value(await calls().putPhoto(id, jpeg(1)));
    expect(await calls().removePhoto(id)).toEqual(ok(null));
    expect(await calls().getPhoto(id)).toEqual(ok(null));
    expect((await graph.held()).find((contact) => contact.id === id)?.photo).toBeNull();
  });

  it('is not believed because Graph said yes', async () => {
    const { client, sent } = scriptedGraph(perPart(({ method }) => (method === 'GET' ? { body: jpeg(1) } : { status: 204 })));
    expect(await photos(client).removePhoto('a')).toMatchObject({ problem: { kind: 'refused', code: 'photoCannotBeRemoved' } });
    expect(sent.map(({ body }) => (body as { requests: { method: string; body?: string }[] }).requests.map((part) => part.method))).toEqual([['DELETE'], ['GET'], ['PUT'], ['GET']]);
  });

  it('stops at the first way that works', async () => {
    let there = true;
    const { client, sent } = scriptedGraph(perPart(({ method }) => {
      if (method === 'DELETE') there = false;
      return method === 'GET' ? (there ? { body: jpeg(1) } : { status: 404, body: graphError('ImageNotFound') }) : { status: 204 };
    }));
    expect(await photos(client).removePhoto('a')).toEqual(ok(null));
    expect(sent).toHaveLength(2);
  });

  it('needs no doing where there is none, and tells other trouble as it is', async () => {
    await graph.settings({ emptyPhotoRemoves: true });
    expect(await calls().removePhoto(await make())).toEqual(ok(null));
    expect(await photos(graph.client('adele', ['Contacts.Read'])).removePhoto(await make())).toEqual(failed({ kind: 'accessDenied' }));
    await graph.faults({ kind: 'cut' });
    expect(await calls().removePhoto('x')).toEqual(failed({ kind: 'offline' }));
  });
});

describe('the picture of a colleague', () => {
  const scopes = ['User.ReadBasic.All'];

  it.each(['miriam@contoso.example', 'MIRIAM@contoso.example', 'lee.gu@contoso.example'])('is found by %s, the name one signs in with or another address', async (address) => {
    const picture = value(await photos(graph.client('adele', scopes)).getUserPhoto(address));
    expect(Buffer.from(picture ?? '', 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it.each(['isaiah@contoso.example', "o'neil+x&y#z@nowhere.example", 'gil@woodgrove.example', '$x@contoso.example', ''])('is nothing for %s', async (address) => {
    expect(await photos(graph.client('adele', scopes)).getUserPhoto(address)).toEqual(ok(null));
  });

  it('needs a scope of its own and a work account', async () => {
    expect(await photos(graph.client('adele', ['Contacts.ReadWrite'])).getUserPhoto('miriam@contoso.example')).toEqual(failed({ kind: 'accessDenied' }));
    expect(await photos(graph.client('pat')).getUserPhoto('miriam@contoso.example')).toMatchObject({ problem: { kind: 'refused' } });
  });

  it('comes as it is when there is none of that size', async () => {
    const { client } = scriptedGraph(perPart(({ url }) => (url.startsWith('/users?') ? { body: { value: [{ id: 'u1' }] } }
      : url === '/users/u1/photo/$value' ? { body: jpeg(3) } : { status: 404, body: graphError('ImageNotFound') })));
    expect(await photos(client).getUserPhoto('a@b.example')).toEqual(ok(jpeg(3)));
  });
});
