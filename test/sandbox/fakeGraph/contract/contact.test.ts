import { contactPath, onEmulator, useGraph } from '../support/graphUnderTest';

const graph = useGraph();

describe('§1.1 properties of a v1.0 contact', () => {
  it('shows unset text as null, unset arrays as empty, and an unset postal address as an empty object', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    expect(contact).toMatchObject({
      surname: null, jobTitle: null, birthday: null, mobilePhone: null, personalNotes: '', fileAs: '',
      emailAddresses: [], businessPhones: [], categories: [], children: [], homeAddress: {}, businessAddress: {}, otherAddress: {},
    });
  });

  it('carries an etag that is the weak tag of its changeKey', async () => {
    const contact = await graph.contact({ givenName: 'Awa' });
    expect(contact['@odata.etag']).toBe(`W/"${contact.changeKey}"`);
  });

  it('reads back what was written, every property of it', async () => {
    const body = {
      displayName: 'Dr Awa M. Ndiaye', givenName: 'Awa', middleName: 'M.', surname: 'Ndiaye', initials: 'AMN', title: 'Dr', generation: 'II',
      nickName: 'Wawa', yomiGivenName: 'a', yomiSurname: 'n', yomiCompanyName: 'f', fileAs: 'Ndiaye, Awa', companyName: 'Fabrikam',
      department: 'Sales', jobTitle: 'Buyer', officeLocation: '7/1', profession: 'Trader', manager: 'Miriam', assistantName: 'Tom',
      businessHomePage: 'https://fabrikam.example', emailAddresses: [{ name: 'Awa', address: 'awa@fabrikam.example' }],
      businessPhones: ['+1 425 555 0101', '+1 425 555 0102'], homePhones: ['+1 425 555 0103'], mobilePhone: '+1 425 555 0100',
      imAddresses: ['awa@chat.example'], spouseName: 'Lamine', children: ['Fatou', 'Ibou'], personalNotes: 'Two\nlines.', categories: ['Customers'],
      birthday: '1980-03-02T11:59:00Z',
      businessAddress: { street: '1 Example Way', city: 'Redmond', state: 'WA', countryOrRegion: 'United States', postalCode: '98052' },
      homeAddress: { city: 'Dakar' }, otherAddress: { street: 'Elsewhere' },
    };
    const made = await graph.contact(body);
    const read = await graph.get(contactPath(made));
    expect(read.body).toMatchObject(body);
  });

  it('writes dates in UTC', async () => {
    const made = await graph.contact({ givenName: 'Awa', birthday: '1980-03-02T23:30:00-05:00' });
    expect(made.birthday).toBe('1980-03-03T04:30:00Z');
    expect(made.createdDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });
});

describe('§1.2 limits', () => {
  const addresses = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ name: `A${n}`, address: `a${n}@fabrikam.example` }));

  it('takes three e-mail addresses and refuses a fourth', async () => {
    expect((await graph.post(`${graph.folder()}/contacts`, { emailAddresses: addresses(3) })).status).toBe(201);
    const refused = await graph.post(`${graph.folder()}/contacts`, { emailAddresses: addresses(4) });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('The multi value property EmailAddresses has 4 entries, that exceeds the max allowed value of 3');
  });

  it('takes two business phones and refuses a third', async () => {
    const made = await graph.contact({ businessPhones: ['1', '2'] });
    const refused = await graph.patch(contactPath(made), { businessPhones: ['1', '2', '3'] });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('The multi value property BusinessPhones has 3 entries, that exceeds the max allowed value of 2');
  });

  it('drops what is no SMTP address and keeps the name beside it', async () => {
    const made = await graph.contact({ emailAddresses: [{ name: 'BBB', address: 'bbb@fabrikam.example,' }] });
    expect(made.emailAddresses).toEqual([{ name: 'BBB' }]);
  });

  onEmulator('gives the directory\'s name for an address of the organization', async () => {
    const made = await graph.contact({ emailAddresses: [{ name: 'My boss', address: 'miriam@contoso.example' }] });
    expect(made.emailAddresses).toEqual([{ name: 'Miriam Graham', address: 'miriam@contoso.example' }]);
  });
});

describe('§1.3 displayName and fileAs', () => {
  it('makes the display name of the parts when none is sent', async () => {
    expect((await graph.contact({ givenName: 'Awa', surname: 'Ndiaye' })).displayName).toBe('Awa Ndiaye');
  });

  onEmulator('makes it anew when a part changes, unless it is sent along', async () => {
    const made = await graph.contact({ givenName: 'Awa', surname: 'Ndiaye', displayName: 'Awa from Dakar' });
    expect(made.displayName).toBe('Awa from Dakar');
    expect((await graph.patch(contactPath(made), { surname: 'Diop', displayName: 'Awa from Dakar' })).body.displayName).toBe('Awa from Dakar');
    expect((await graph.patch(contactPath(made), { jobTitle: 'Buyer' })).body.displayName).toBe('Awa from Dakar');
    expect((await graph.patch(contactPath(made), { surname: 'Fall' })).body.displayName).toBe('Awa Fall');
  });

  onEmulator('leaves fileAs empty unless it is sent', async () => {
    expect((await graph.contact({ givenName: 'Awa', surname: 'Ndiaye' })).fileAs).toBe('');
  });
});

describe('§1.4 PATCH', () => {
  it('keeps what the body leaves out', async () => {
    const made = await graph.contact({ givenName: 'Awa', companyName: 'Fabrikam', businessPhones: ['1'] });
    const changed = await graph.patch(contactPath(made), { jobTitle: 'Buyer' });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ companyName: 'Fabrikam', businessPhones: ['1'], jobTitle: 'Buyer' });
  });

  it('replaces an array whole', async () => {
    const made = await graph.contact({ emailAddresses: [{ name: 'A', address: 'a@fabrikam.example' }, { name: 'B', address: 'b@fabrikam.example' }] });
    const changed = await graph.patch(contactPath(made), { emailAddresses: [{ name: 'C', address: 'c@fabrikam.example' }] });
    expect(changed.body.emailAddresses).toEqual([{ name: 'C', address: 'c@fabrikam.example' }]);
    expect((await graph.patch(contactPath(made), { emailAddresses: [] })).body.emailAddresses).toEqual([]);
  });

  it('replaces a postal address whole: parts left out are cleared', async () => {
    const made = await graph.contact({ homeAddress: { street: '1 Way', city: 'Dakar' } });
    expect((await graph.patch(contactPath(made), { homeAddress: { city: 'Thiès' } })).body.homeAddress).toEqual({ city: 'Thiès' });
  });

  it('clears a scalar with null', async () => {
    const made = await graph.contact({ givenName: 'Awa', companyName: 'Fabrikam', birthday: '1980-03-02T11:59:00Z' });
    const changed = await graph.patch(contactPath(made), { companyName: null, birthday: null });
    expect(changed.body).toMatchObject({ companyName: null, birthday: null, givenName: 'Awa' });
  });

  it('changes etag, changeKey and lastModifiedDateTime', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const changed = await graph.patch(contactPath(made), { jobTitle: 'Buyer' });
    expect(changed.body.changeKey).not.toBe(made.changeKey);
    expect(changed.body['@odata.etag']).not.toBe(made['@odata.etag']);
  });

  it('refuses extensions beside properties, wrong types and JSON that is none', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const path = contactPath(made);
    expect((await graph.patch(path, { jobTitle: 'x', extensions: [] })).status).toBe(400);
    for (const body of [{ givenName: 7 }, { emailAddresses: 'a@b.example' }, { businessPhones: [1] }, { birthday: 'tomorrow' }]) {
      const refused = await graph.patch(path, body);
      expect([refused.status, refused.body.error.code]).toEqual([400, 'UnableToDeserializePostBody']);
    }
    const broken = await graph.call('PATCH', path, { bytes: Buffer.from('{"givenName":'), headers: { 'Content-Type': 'application/json' } });
    expect([broken.status, broken.body.error.code]).toEqual([400, 'UnableToDeserializePostBody']);
  });

  onEmulator('keeps numbers that v1.0 cannot show', async () => {
    const made = await graph.contact({ mobilePhone: '1' });
    await graph.patch(contactPath(made), { phones: [{ type: 'mobile', number: '1' }, { type: 'businessFax', number: '9' }, { type: 'mobile', number: '2' }] }, { version: 'beta' });
    await graph.patch(contactPath(made), { mobilePhone: '3', businessPhones: ['4'] });
    const beta = await graph.get(contactPath(made), { version: 'beta' });
    expect(beta.body.phones).toEqual(expect.arrayContaining([{ type: 'businessFax', number: '9' }, { type: 'mobile', number: '2' }, { type: 'mobile', number: '3' }]));
  });
});

describe('§1.5 v1.0 against beta', () => {
  onEmulator('shows one item in both shapes under the same id', async () => {
    const made = await graph.contact({
      businessPhones: ['1'], homePhones: ['2'], mobilePhone: '3', businessHomePage: 'https://a.example', homeAddress: { city: 'Dakar' },
      emailAddresses: [{ name: 'Awa', address: 'awa@fabrikam.example' }],
    });
    const { body } = await graph.get(contactPath(made), { version: 'beta' });
    expect(body.id).toBe(made.id);
    expect(body.phones).toEqual(expect.arrayContaining([{ type: 'business', number: '1' }, { type: 'home', number: '2' }, { type: 'mobile', number: '3' }]));
    expect(body).toMatchObject({
      emailAddresses: [{ type: 'unknown', name: 'Awa', address: 'awa@fabrikam.example' }], postalAddresses: [{ type: 'home', city: 'Dakar' }],
      websites: [{ type: 'work', address: 'https://a.example' }], flag: { flagStatus: 'notFlagged' },
    });
    for (const name of ['businessPhones', 'homePhones', 'mobilePhone', 'homeAddress', 'businessHomePage']) expect(body).not.toHaveProperty(name);
  });

  onEmulator('keeps the type of an address when v1.0 writes the same address again', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    await graph.patch(contactPath(made), { emailAddresses: [{ address: 'awa@club.example', name: 'Club', type: 'other', otherLabel: 'Club' }] }, { version: 'beta' });
    await graph.patch(contactPath(made), { emailAddresses: [{ address: 'AWA@club.example', name: 'Awa' }] });
    const { body } = await graph.get(contactPath(made), { version: 'beta' });
    expect(body.emailAddresses).toEqual([{ type: 'other', otherLabel: 'Club', name: 'Awa', address: 'AWA@club.example' }]);
  });

  it('refuses in v1.0 what only beta knows', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    expect((await graph.patch(contactPath(made), { flag: { flagStatus: 'flagged' } })).status).toBe(400);
    expect((await graph.get(`${contactPath(made)}?$select=phones`)).status).toBe(400);
  });
});

describe('§2.2 get and delete', () => {
  it('answers 201, 200 and 204', async () => {
    const made = await graph.post(`${graph.folder()}/contacts`, { givenName: 'Awa' });
    expect(made.status).toBe(201);
    const path = contactPath(made.body);
    expect((await graph.get(path)).status).toBe(200);
    expect((await graph.remove(path)).status).toBe(204);
    const gone = await graph.get(path);
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ErrorItemNotFound']);
  });

  onEmulator('keeps a deleted contact in Deleted Items, whence it can come back under its immutable id', async () => {
    const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } };
    const made = await graph.contact({ givenName: 'Awa' }, immutable);
    await graph.remove(contactPath(made));
    expect((await graph.sandbox('GET', 'state?user=adele')).counts.deleted).toBe(1);
    await graph.sandbox('POST', 'change', { user: 'adele', op: 'restore', contactId: made.id });
    const back = await graph.get(contactPath(made), immutable);
    expect([back.status, back.body.id]).toEqual([200, made.id]);
  });

  it('purges with permanentDelete', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    expect((await graph.call('POST', `${contactPath(made)}/permanentDelete`)).status).toBe(204);
    expect((await graph.get(contactPath(made))).status).toBe(404);
  });
});

describe('§2.5 ids', () => {
  it('refuses a damaged id and an empty one by name', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    const damaged = await graph.get(`/me/contacts/${encodeURIComponent(`${(made.id as string).slice(0, -4)}zz==`)}`);
    expect([damaged.status, damaged.body.error.code]).toEqual([400, 'ErrorInvalidIdMalformed']);
    expect((await graph.get('/me/contacts/not-an-id')).body.error.code).toBe('ErrorInvalidIdMalformed');
  });

  onEmulator('refuses an empty id and an id whose slash was not encoded', async () => {
    expect((await graph.get('/me/contacts/')).body.error.code).toBe('ErrorInvalidIdEmpty');
    const slash = await graph.get('/me/contacts/AAMk/AG');
    expect(slash.status).toBeGreaterThanOrEqual(400);
    expect((await graph.get('/me/contacts/%E0%A4%A')).body.error.code).toBe('RequestBroker--ParseUri');
  });
});

describe('§2.6 creating', () => {
  it('lets the path choose the folder, not parentFolderId', async () => {
    const other = (await graph.get('/me/contactFolders/contacts')).body.id as string;
    const made = await graph.contact({ givenName: 'Awa', parentFolderId: other });
    expect(made.parentFolderId).toBe(decodeURIComponent(graph.folder().split('/').at(-1) ?? ''));
  });

  it('makes two contacts of the same request sent twice', async () => {
    const one = await graph.contact({ givenName: 'Twin' });
    const two = await graph.contact({ givenName: 'Twin' });
    expect(one.id).not.toBe(two.id);
  });
});

describe('§2.7 moving', () => {
  it('offers no move and no copy', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    expect((await graph.post(`${contactPath(made)}/move`, { destinationId: 'x' })).status).toBeGreaterThanOrEqual(400);
    const patched = await graph.patch(contactPath(made), { parentFolderId: (await graph.get('/me/contactFolders/contacts')).body.id });
    expect(patched.body.parentFolderId).toBe(made.parentFolderId);
  });
});
