import { madeJpeg } from '#sandbox/fakeGraph/shapes/jpeg';
import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';

const graph = useGraph();
const jpeg = madeJpeg(240, 90);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const put = (path: string, bytes: Buffer, type = 'image/jpeg') => graph.call('PUT', path, { bytes, headers: { 'Content-Type': type } });

describe('§6.1 contact photo', () => {
  it('answers 404 when there is none', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    expect((await graph.get(`${path}/photo`)).status).toBe(404);
    expect((await graph.get(`${path}/photo/$value`)).status).toBe(404);
  });

  it('takes a JPEG and gives it back, with its size in the id', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    expect((await put(`${path}/photo/$value`, jpeg)).status).toBe(200);
    const value = await graph.get(`${path}/photo/$value`);
    expect(value.headers.get('content-type')).toContain('image/jpeg');
    expect(value.bytes.equals(jpeg)).toBe(true);
    const { body } = await graph.get(`${path}/photo`);
    expect(body).toMatchObject({ 'id': '240X240', 'width': 240, 'height': 240, '@odata.mediaContentType': 'image/jpeg' });
  });

  onEmulator('accepts a PNG with 200 and does not show it', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    expect((await put(`${path}/photo/$value`, png, 'image/png')).status).toBe(200);
    expect((await graph.get(`${path}/photo/$value`)).status).toBe(404);
  });

  it('has no sizes and cannot be deleted', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    await put(`${path}/photo/$value`, jpeg);
    const sized = await graph.get(`${path}/photos/48x48/$value`);
    expect(sized.status).toBe(400);
    expect(sized.body.error.message).toContain('Unsupported segment type. ODataQuery:');
    const deleted = await graph.remove(`${path}/photo`);
    expect([400, 405]).toContain(deleted.status);
    expect(deleted.body.error.code).toBe('ErrorInvalidRequest');
    expect((await graph.get(`${path}/photo/$value`)).status).toBe(200);
  });

  onEmulator('removes nothing when the bytes are empty (assumed), and does when the switch says so', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    await put(`${path}/photo/$value`, jpeg);
    expect((await put(`${path}/photo/$value`, Buffer.alloc(0))).status).toBe(400);
    await graph.sandbox('POST', 'settings', { emptyPhotoRemoves: true });
    expect((await put(`${path}/photo/$value`, Buffer.alloc(0))).status).toBe(200);
    expect((await graph.get(`${path}/photo/$value`)).status).toBe(404);
  });

  onEmulator('changes the changeKey (assumed) and shows neither in delta nor in the contact', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    const first = await graph.get(`${graph.folder()}/contacts/delta`);
    await put(`${contactPath(contact)}/photo/$value`, jpeg);
    expect((await graph.get(contactPath(contact))).body.changeKey).not.toBe(contact.changeKey);
    expect((await graph.get(first.body['@odata.deltaLink'])).body.value).toEqual([]);
  });

  onEmulator('is not for personal accounts', async () => {
    const token = graph.token('pat', ['Contacts.ReadWrite']);
    const { body } = await graph.get('/me/contacts', { token });
    expect((await graph.get(`/me/contacts/${encodeURIComponent(body.value[0].id)}/photo`, { token })).status).toBe(501);
  });
});

describe('§6.2 user photo', () => {
  onEmulator('comes in the sizes of the directory', async () => {
    expect((await graph.get('/me/photos')).body.value.map((p: { id: string }) => p.id)).toContain('48x48');
    const small = await graph.get('/me/photos/48x48/$value');
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await graph.get(`/users/${await graph.idOf('henrietta')}/photo`)).body).toMatchObject({ id: '648x648', width: 648 });
    expect((await graph.get('/me/photos/50x50/$value')).status).toBe(400);
  });

  onEmulator('is 404 without a picture and without a mailbox', async () => {
    expect((await graph.get('/users/nestor@contoso.example/photo/$value')).status).toBe(404);
    const guest = await graph.get(`/users/${encodeURIComponent('gil_woodgrove.example#EXT#@contoso.example')}/photo/$value`);
    expect([guest.status, guest.body.error.code]).toEqual([404, 'ErrorNonExistentMailbox']);
  });

  onEmulator('is not lent to a contact with the same address', async () => {
    const contact = await graph.contact({ emailAddresses: [{ address: 'henrietta@contoso.example', name: 'H' }] });
    expect((await graph.get(`${contactPath(contact)}/photo`)).status).toBe(404);
  });
});

describe('§6.3 photos in a batch', () => {
  it('travel as base64, both ways', async () => {
    const path = contactPath(await graph.contact({ givenName: 'Awa' }));
    const put = await graph.batch([{ id: '1', method: 'PUT', url: `${path}/photo/$value`, headers: { 'Content-Type': 'image/jpeg' }, body: jpeg.toString('base64') }]);
    expect(put.body.responses[0].status).toBe(200);
    const got = await graph.batch([{ id: '1', method: 'GET', url: `${path}/photo/$value` }]);
    expect(got.body.responses[0].headers['Content-Type']).toContain('image/jpeg');
    expect(Buffer.from(got.body.responses[0].body, 'base64').equals(jpeg)).toBe(true);
  });
});
