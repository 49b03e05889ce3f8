import { assumptions } from '#sandbox/fakeGraph/assumptions';
import { madeJpeg } from '#sandbox/fakeGraph/shapes/jpeg';
import { allPages, contactPath, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Answer, Json } from '../support/graphUnderTest';

const graph = useGraph();
const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } };
const filtered = async (filter: string, more = ''): Promise<Answer> => graph.get(`${graph.folder()}/contacts?$filter=${encodeURIComponent(filter)}${more}`);
const hits = async (filter: string): Promise<number> => ((await filtered(filter)).body.value as Json[]).length;
const or = (count: number): string => Array.from({ length: count }, (_, n) => `emailAddresses/any(a:a/address eq 'a${n}@x.example')`).join(' or ');
const phones = (count: number): string[] => Array.from({ length: count }, (_, n) => String(n));
const make = async (body: Json): Promise<number> => (await graph.post(`${graph.folder()}/contacts`, body)).status;
const photo = (path: string, size: number): Promise<Answer> => graph.call('PUT', `${path}/photo/$value`, { bytes: Buffer.concat([madeJpeg(48, 90), Buffer.alloc(size)]), headers: { 'Content-Type': 'image/jpeg' } });

/** For each switch a look at the service, what it shows as assumed, and what on the other side. */
const switches: readonly [name: keyof typeof assumptions, other: unknown, look: () => Promise<unknown>, assumed: unknown, otherwise: unknown][] = [
  ['patchParentFolderIdMoves', true, async () => {
    const home = (await graph.get('/me/contactFolders/contacts')).body.id as string;
    const path = contactPath(await graph.contact({ givenName: 'A' }, immutable));
    await graph.patch(path, { parentFolderId: home });
    return (await graph.get(path)).body.parentFolderId === home;
  }, false, true],
  ['patchHonoursIfMatch', true, async () => {
    const made = await graph.contact({ givenName: 'A' });
    return (await graph.patch(contactPath(made), { givenName: 'B' }, { headers: { 'If-Match': 'W/"old"' } })).status;
  }, 200, 412],
  ['addressTermsInOneFilter', 2, async () => (await filtered(or(3))).status, 200, 400],
  ['filterIgnoresCase', false, async () => {
    await graph.contact({ surname: 'Case', emailAddresses: [{ name: 'a', address: 'Mixed@x.example' }] });
    return hits("emailAddresses/any(a:a/address eq 'mixed@X.example')");
  }, 1, 0],
  ['categoriesFilter', 'ignored', async () => {
    const without = await graph.contact({ categories: [] });
    const { body } = await filtered("categories/any(c:c eq 'Press')");
    return body.value.some((c: Json) => c.id === without.id);
  }, false, true],
  ['categoriesFilter', 'refused', async () => (await filtered("categories/any(c:c eq 'Press')")).status, 200, 400],
  ['companyNameFilter', false, async () => (await filtered("companyName eq 'Fabrikam'")).status, 200, 400],
  ['orderByTogetherWithFilter', 'works', async () => (await filtered("startswith(displayName,'a')", '&$orderby=displayName')).status, 400, 200],
  ['doubleEncodedHashMatches', false, async () => {
    await graph.contact({ emailAddresses: [{ name: 'a', address: 'a#ext#@x.example' }] });
    return hits("emailAddresses/any(a:a/address eq 'a%23ext%23@x.example')");
  }, 1, 0],
  ['longestText', 300, () => make({ givenName: 'x'.repeat(290) }), 400, 201],
  ['longestNotes', 10, () => make({ personalNotes: 'x'.repeat(20) }), 201, 400],
  ['homePhonesLimit', 3, () => make({ homePhones: phones(3) }), 400, 201],
  ['imAddressesLimit', 1, () => make({ imAddresses: phones(2) }), 201, 400],
  ['namedEmailAddresses', 'absent', async () => 'primaryEmailAddress' in await graph.contact({ givenName: 'A' }), true, false],
  ['namedEmailAddressesWritable', true, async () => {
    const made = await graph.contact({ emailAddresses: [{ name: 'a', address: 'a@x.example' }] });
    const { body } = await graph.patch(contactPath(made), { primaryEmailAddress: { name: 'b', address: 'b@x.example' } });
    return body.emailAddresses[0].address;
  }, 'a@x.example', 'b@x.example'],
  ['directoryRenamesEmailAddresses', false, async () =>
    (await graph.contact({ emailAddresses: [{ name: 'Boss', address: 'miriam@contoso.example' }] })).emailAddresses[0].name, 'Miriam Graham', 'Boss'],
  ['missingPhotoCode', 'ResourceNotFound', async () => (await graph.get(`${contactPath(await graph.contact({}))}/photo`)).body.error.code, 'ImageNotFound', 'ResourceNotFound'],
  ['largestPhoto', 1000, async () => (await photo(contactPath(await graph.contact({})), 2000)).status, 200, 413],
  ['emptyPhotoRemoves', true, async () => (await graph.call('PUT', `${contactPath(await graph.contact({}))}/photo/$value`, { headers: { 'Content-Type': 'image/jpeg' } })).status, 400, 200],
  ['photoChangesChangeKey', false, async () => {
    const made = await graph.contact({});
    await photo(contactPath(made), 0);
    return (await graph.get(contactPath(made))).body.changeKey === made.changeKey;
  }, false, true],
  ['deltaWithoutFolder', false, async () => (await graph.get('/me/contacts/delta')).status, 200, 400],
  ['deltaOnSharedFolders', false, async () => {
    const { folders } = await graph.sandbox('GET', 'state?user=henrietta');
    const team = encodeURIComponent(folders.find((f: Json) => f.displayName === 'Team').id as string);
    return (await graph.get(`/users/henrietta@contoso.example/contactFolders/${team}/contacts/delta`)).status;
  }, 200, 403],
  ['deltaPageLimit', 2, async () => {
    for (let n = 0; n < 3; n += 1) await graph.contact({});
    return (await allPages(graph, `${graph.folder()}/contacts/delta`, { headers: { Prefer: 'odata.maxpagesize=50' } })).pages > 1;
  }, false, true],
  ['removedReasonOfDelete', 'deleted', async () => {
    const made = await graph.contact({});
    const { last } = await allPages(graph, `${graph.folder()}/contacts/delta`);
    await graph.remove(contactPath(made));
    return (await graph.get(last['@odata.deltaLink'])).body.value[0]['@removed'].reason;
  }, 'changed', 'deleted'],
  ['deletedItemsByImmutableId', 'found', async () => {
    const made = await graph.contact({}, immutable);
    await graph.remove(contactPath(made));
    return (await graph.get(contactPath(made), immutable)).status;
  }, 404, 200],
  ['defaultFolderListed', true, async () => (await graph.get('/me/contactFolders')).body.value.some((f: Json) => f.displayName === 'Contacts'), false, true],
  ['folderExistsStatus', 409, async () => (await graph.post('/me/contactFolders', { displayName: 'Family' })).status, 400, 409],
  ['betaListCovers', 'defaultFolder', async () => {
    const { items } = await allPages(graph, '/me/contacts?$top=500', { version: 'beta' });
    return items.some((c) => c.displayName === 'Pavel Novák');
  }, true, false],
  ['retryAfterExposed', false, async () => (await graph.get('/me')).headers.get('access-control-expose-headers')?.includes('Retry-After'), true, false],
  ['extensionPatch', 'replaces', async () => {
    const made = await graph.contact({ extensions: [{ extensionName: 'x.y', a: 1 }] });
    return (await graph.patch(`${contactPath(made)}/extensions/x.y`, { b: 2 })).body.a;
  }, 1, undefined],
  ['extensionIdPrefix', 'Microsoft.OutlookServices.OpenTypeExtension.', async () =>
    (await graph.contact({ extensions: [{ extensionName: 'x.y', a: 1 }] })).extensions[0].id, 'microsoft.graph.openTypeExtension.x.y', 'Microsoft.OutlookServices.OpenTypeExtension.x.y'],
  ['personalContactPhotos', 'work', async () => {
    const token = graph.token('pat', ['Contacts.Read']);
    const { body } = await graph.get('/me/contacts', { token });
    return (await graph.get(`${contactPath(body.value[0])}/photo`, { token })).status;
  }, 501, 404],
  ['peopleWithoutSearch', 'empty', async () => ((await graph.get('/me/people')).body.value as Json[]).length > 0, true, false],
  // Shown in the tests of delta (§9) and of notifications (§10).
  ['deltaItems', 'partial', () => Promise.resolve(assumptions.deltaItems), 'whole', 'whole'],
  ['deltaReplays', true, () => Promise.resolve(assumptions.deltaReplays), false, false],
  ['deltaRepeatsAcrossPages', true, () => Promise.resolve(assumptions.deltaRepeatsAcrossPages), false, false],
  ['expiredDelta', 'resyncRequired', () => Promise.resolve(assumptions.expiredDelta), 'gone', 'gone'],
  ['createNotifiesTwice', true, () => Promise.resolve(assumptions.createNotifiesTwice), false, false],
  ['deleteNotifies', 'deleted', () => Promise.resolve(assumptions.deleteNotifies), 'nothing', 'nothing'],
];

describe('§21 what could not be established', () => {
  for (const [name, other, look, assumed, otherwise] of switches) {
    onEmulator(`takes the assumed side of ${name}, and the other one (${String(other)}) when switched`, async () => {
      expect(await look()).toEqual(assumed);
      await graph.sandbox('POST', 'settings', { [name]: other });
      expect(await look()).toEqual(otherwise);
    });
  }

  onEmulator('has a switch for each, and no switch without a test', async () => {
    const settings = await graph.sandbox('GET', 'settings');
    expect([...new Set(switches.map(([name]) => name))].sort()).toEqual(Object.keys(assumptions).sort());
    expect(settings).toMatchObject(assumptions);
  });
});
