import { allPages, contactPath, onEmulator, useGraph } from '../support/graphUnderTest';
import type { Json } from '../support/graphUnderTest';

const graph = useGraph();
const names = (value: Json[]): string[] => value.map((c) => c.displayName as string).sort();
const filter = (text: string): string => `${graph.folder()}/contacts?$filter=${encodeURIComponent(text)}&$select=displayName,emailAddresses`;
const add = async (...people: [name: string, address: string][]): Promise<void> => {
  for (const [name, address] of people) {
    const [givenName, surname] = name.split(' ');
    await graph.contact({ displayName: name, givenName, surname, emailAddresses: [{ name, address }] });
  }
};

describe('§2.1 what /me/contacts covers', () => {
  onEmulator('lists the default folder and not its subfolders', async () => {
    const { items } = await allPages(graph, '/me/contacts?$top=100');
    const found = names(items);
    expect(found).toContain('Megan Bowen');
    expect(found).not.toContain('Pavel Novák');
    expect(found).not.toContain('Hana Vance');
    const home = (await graph.get('/me/contactFolders/contacts')).body.id;
    expect(new Set(items.map((c: Json) => c.parentFolderId))).toEqual(new Set([home]));
  });

  onEmulator('covers more in beta, hidden folders included', async () => {
    const { items } = await allPages(graph, '/me/contacts?$top=100', { version: 'beta' });
    expect(names(items)).toEqual(expect.arrayContaining(['Pavel Novák', 'recent.sender@adatum.example']));
  });

  it('finds a contact of any folder by its id', async () => {
    const made = await graph.contact({ givenName: 'Awa' });
    expect((await graph.get(contactPath(made))).body.id).toBe(made.id);
  });
});

describe('§2.2 paging', () => {
  it('gives ten to a page unless asked otherwise, and a next link with $skip', async () => {
    await Promise.all(Array.from({ length: 4 }, async (_, n) => {
      for (let m = 0; m < 3; m += 1) await graph.contact({ givenName: `P${n}${m}` });
    }));
    const first = await graph.get(`${graph.folder()}/contacts`);
    expect(first.body.value).toHaveLength(10);
    expect(decodeURIComponent(first.body['@odata.nextLink'])).toContain('$skip=10');
    const { items, pages } = await allPages(graph, `${graph.folder()}/contacts?$top=5&$select=givenName`);
    expect([items.length, pages]).toEqual([12, 3]);
    expect(new Set(items.map((c) => c.id)).size).toBe(12);
  });

  it('takes $top up to 1000', async () => {
    expect((await graph.get(`${graph.folder()}/contacts?$top=1000`)).status).toBe(200);
    expect((await graph.get(`${graph.folder()}/contacts?$top=1001`)).status).toBe(400);
    expect((await graph.get(`${graph.folder()}/contacts?$top=-1`)).status).toBe(400);
  });

  onEmulator('counts a contact list and gives it a place, and never returns it', async () => {
    const count = Number((await graph.get('/me/contacts/$count')).body);
    const { items } = await allPages(graph, '/me/contacts?$top=7');
    expect(items).toHaveLength(count - 1);
    const pages = [];
    for (let skip = 0; skip < count; skip += 1) pages.push(await graph.get(`/me/contacts?$top=1&$skip=${skip}`));
    const empty = pages.filter((page) => page.body.value.length === 0);
    expect(empty).toHaveLength(1);
    expect(empty[0]?.body['@odata.nextLink']).toBeDefined();
  });

  it('answers $count as plain text', async () => {
    await graph.contact({ givenName: 'Awa' });
    const answer = await graph.get(`${graph.folder()}/contacts/$count`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(Number(answer.body)).toBeGreaterThan(0);
  });
});

describe('§2.3 query options', () => {
  it('always returns the id, selected or not', async () => {
    await graph.contact({ givenName: 'Awa' });
    const { body } = await graph.get(`${graph.folder()}/contacts?$select=givenName&$top=1`);
    expect(Object.keys(body.value[0]).filter((k) => !k.startsWith('@')).sort()).toEqual(['givenName', 'id']);
  });

  it('refuses a property that does not exist', async () => {
    const refused = await graph.get(`${graph.folder()}/contacts?$select=shoeSize`);
    expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
    expect(refused.body.error.message).toContain('Could not find a property named');
  });

  it('counts beside the page when asked', async () => {
    await add(['Awa Ndiaye', 'awa@fabrikam.example'], ['Bo Berg', 'bo@fabrikam.example']);
    const { body } = await graph.get(`${graph.folder()}/contacts?$count=true&$top=1`);
    expect(body['@odata.count']).toBeGreaterThanOrEqual(2);
    expect(body.value).toHaveLength(1);
  });

  onEmulator('orders by displayName either way', async () => {
    await add(['Bo Berg', 'b@x.example'], ['awa Ndiaye', 'a@x.example'], ['Çelik Dal', 'c@x.example']);
    const up = await graph.get(`${graph.folder()}/contacts?$orderby=displayName&$select=displayName`);
    expect(up.body.value.map((c: Json) => c.displayName)).toEqual(['awa Ndiaye', 'Bo Berg', 'Çelik Dal']);
    const down = await graph.get(`${graph.folder()}/contacts?$orderby=displayName%20desc&$select=displayName`);
    expect(down.body.value.map((c: Json) => c.displayName)).toEqual(['Çelik Dal', 'Bo Berg', 'awa Ndiaye']);
  });

  it('expands extensions with a filter only, and never a photo', async () => {
    expect((await graph.get(`${graph.folder()}/contacts?$expand=photo`)).body.error.code).toBe('ExpandNotSupported');
    expect((await graph.get(`${graph.folder()}/contacts?$expand=extensions`)).body.error.code).toBe('ErrorGraphExtensionExpandRequiresFilter');
  });

  onEmulator('answers $search from the people index: hits that are no contacts, with null dates and no addresses', async () => {
    const { body } = await graph.get('/me/contacts?$search="miriam"');
    expect(body.value[0]).toMatchObject({ displayName: 'Miriam Graham', createdDateTime: null, emailAddresses: [] });
  });
});

describe('§2.4 $filter', () => {
  beforeEach(() => add(["Sean O'Neil", "sean.o'neil@tailspin.example"], ['Awa Ndiaye', 'awa@fabrikam.example'], ['Awa Diop', 'awa.diop@fabrikam.example']));
  const found = async (text: string): Promise<string[]> => {
    const answer = await graph.get(filter(text));
    expect(answer.status).toBe(200);
    return [...new Set(names(answer.body.value))];
  };
  const refused = async (text: string): Promise<[number, string]> => {
    const answer = await graph.get(filter(text));
    return [answer.status, answer.body.error?.code];
  };

  it('finds an address by exact match', async () => {
    expect(await found("emailAddresses/any(a:a/address eq 'awa@fabrikam.example')")).toEqual(['Awa Ndiaye']);
    expect(await found("emailAddresses/any(a:a/address eq '@fabrikam.example')")).toEqual([]);
  });

  it('takes a doubled quote inside a literal', async () => {
    expect(await found("emailAddresses/any(a:a/address eq 'sean.o''neil@tailspin.example')")).toEqual(["Sean O'Neil"]);
  });

  onEmulator('compares addresses without regard to case (assumed)', async () => {
    expect(await found("emailAddresses/any(a:a/address eq 'AWA@Fabrikam.example')")).toEqual(['Awa Ndiaye']);
  });

  onEmulator('takes addresses with signs that need encoding, with # encoded once or twice', async () => {
    await add(['Gil Guest', 'gil_x#EXT#@contoso.onmicrosoft.example'], ['Zed Plus', "zed+a&b@o'hara.example"]);
    expect(await found("emailAddresses/any(a:a/address eq 'gil_x#EXT#@contoso.onmicrosoft.example')")).toEqual(['Gil Guest']);
    expect(await found("emailAddresses/any(a:a/address eq 'gil_x%23EXT%23@contoso.onmicrosoft.example')")).toEqual(['Gil Guest']);
    expect(await found("emailAddresses/any(a:a/address eq 'zed+a&b@o''hara.example')")).toEqual(['Zed Plus']);
    const plusAsBlank = await graph.get(`${graph.folder()}/contacts?$filter=emailAddresses/any(a:a/address%20eq%20'zed+a%26b@o''hara.example')`);
    expect(plusAsBlank.body.value).toEqual([]);
  });

  it.each([
    "emailAddresses/any(a:a/address ne 'x@y.example')", "emailAddresses/any(a:a/address le 'x@y.example')",
    "emailAddresses/any(a:startswith(a/address,'awa'))", "emailAddresses/any(a:contains(a/address,'awa'))",
    "emailAddresses/any(a:a/name eq 'Awa')", "endswith(displayName,'a')", "contains(displayName,'w')",
  ])('refuses %s', async (text) => {
    expect(await refused(text)).toEqual([400, 'ErrorInvalidUrlQueryFilter']);
  });

  it('takes the address together with a name', async () => {
    expect(await found("emailAddresses/any(a:a/address eq 'awa@fabrikam.example') and givenName eq 'Awa'")).toEqual(['Awa Ndiaye']);
    expect(await found("startswith(displayName,'Sean') or emailAddresses/any(a:a/address eq 'awa@fabrikam.example')")).toEqual(['Awa Ndiaye', "Sean O'Neil"]);
  });

  it('takes startswith on the names and eq on plain text', async () => {
    expect(await found("startswith(displayName,'Awa')")).toEqual(['Awa Diop', 'Awa Ndiaye']);
    expect(await found("startswith(surname,'Ndi')")).toEqual(['Awa Ndiaye']);
    expect(await found("surname eq 'Diop'")).toEqual(['Awa Diop']);
  });

  onEmulator('takes a few addresses joined by or (assumed), and calls more too complex', async () => {
    const or = (count: number): string => Array.from({ length: count }, (_, n) => `emailAddresses/any(a:a/address eq '${n === 0 ? 'awa@fabrikam.example' : `no${n}@x.example`}')`).join(' or ');
    expect(await found(or(10))).toEqual(['Awa Ndiaye']);
    const answer = await graph.get(filter(or(11)));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe('The restriction or sort order is too complex for this operation.');
  });

  onEmulator('filters by category (assumed)', async () => {
    await graph.contact({ displayName: 'Cat', categories: ['Customers'] });
    expect(await found("categories/any(c:c eq 'Customers')")).toEqual(['Cat']);
  });

  onEmulator('answers 500 for a flag in beta, and 400 for what is no filter at all', async () => {
    const flag = await graph.get(`${graph.folder()}/contacts?$filter=${encodeURIComponent('flag eq null')}`, { version: 'beta' });
    expect(flag.status).toBe(500);
    expect(await refused('(((')).toEqual([400, 'BadRequest']);
    expect(await refused("shoeSize eq '42'")).toEqual([400, 'BadRequest']);
  });
});
