/** The client against the sandbox's Graph over HTTP: two readings of the same facts, made apart, have to agree. */
import { emptyFields, emptyPostalAddress } from '#domain/contact';
import type { ContactChange } from '#domain/contactChange';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { sendBatch } from '#graph/batch';
import type { GetTokenHow } from '#graph/client';
import { createGraphClient } from '#graph/client';
import { contactFolders } from '#graph/contactFolders';
import type { ChangesFrom } from '#graph/contactsDelta';
import { contactsDelta } from '#graph/contactsDelta';
import { contacts } from '#graph/contacts';
import type { FakeGraph } from '#sandbox/fakeGraph/server';
import { startFakeGraph } from '#sandbox/fakeGraph/server';

let graph: FakeGraph;
let waits: number[] = [];
let asked: (GetTokenHow | undefined)[] = [];
beforeAll(async () => { graph = await startFakeGraph({ port: 0, seed: 'empty' }); });
beforeEach(async () => {
  graph.reset({ seed: 'empty' });
  waits = [];
  asked = [];
});
afterAll(() => graph.stop());

async function control(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${graph.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
const faults = (...list: object[]) => control('faults', { faults: list });

/** As a token source does it, a token is kept until another one is asked for. */
const client = (user = 'adele', scopes?: readonly string[], kept = new Map<string, string>()) => createGraphClient({
  baseUrl: graph.url,
  getToken: async (wanted, how) => {
    asked.push(how);
    const key = wanted.join(' ');
    const known = how === undefined ? kept.get(key) : undefined;
    if (known !== undefined) return ok(known);
    const answer = await control('token', { user, scopes: scopes ?? wanted, claims: how?.claims !== undefined }) as { access_token: string };
    kept.set(key, answer.access_token);
    return ok(answer.access_token);
  },
  wait: async (ms) => { waits.push(ms); },
  random: () => 0.5,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
const ann = { displayName: 'Ann Lee', givenName: 'Ann', surname: 'Lee', emailAddresses: [{ name: 'Ann', address: 'ann@x.example' }] };

describe('a contact', () => {
  it('comes back as it was written, and empty where it was emptied', async () => {
    const { createContact, getContact, updateContact } = contacts(client());
    const written = {
      ...emptyFields, ...ann, fileAs: 'Lee, Ann', birthday: '1974-07-22', businessPhones: ['1', '2'], categories: ['Red'], personalNotes: 'Notes\n✓',
      homeAddress: { ...emptyPostalAddress, city: 'Oslo', postalCode: '0150' }, companyName: 'Fabrikam',
    };
    const made = value(await createContact(written, null));
    expect(made).toMatchObject(written);
    expect(value(await getContact(made.id))).toEqual(made);
    const emptied = value(await updateContact(made.id, { companyName: '', birthday: '', categories: [], homeAddress: emptyPostalAddress }, made.changeKey));
    expect(emptied).toMatchObject({ ...written, companyName: '', birthday: '', categories: [], homeAddress: emptyPostalAddress });
    expect(emptied.changeKey).not.toBe(made.changeKey);
  });

  it('has a change key that moves with every write', async () => {
    const { createContact, getChangeKey, updateContact } = contacts(client());
    const made = value(await createContact(ann, null));
    expect(await getChangeKey(made.id)).toEqual(ok(made.changeKey));
    await updateContact(made.id, { nickName: 'A' }, '');
    expect(await getChangeKey(made.id)).not.toEqual(ok(made.changeKey));
  });

  it('that was changed elsewhere is not overwritten, where the precondition is honoured', async () => {
    await control('settings', { patchHonoursIfMatch: true });
    const { createContact, updateContact } = contacts(client());
    const made = value(await createContact(ann, null));
    value(await updateContact(made.id, { nickName: 'A' }, made.changeKey));
    expect(await updateContact(made.id, { nickName: 'B' }, made.changeKey)).toEqual(failed({ kind: 'changedElsewhere' }));
  });

  it('is gone after it was deleted, and may be deleted again', async () => {
    const { createContact, deleteContact, getContact } = contacts(client());
    const { id } = value(await createContact(ann, null));
    expect([await deleteContact(id, ''), await deleteContact(id, '')]).toEqual([ok(null), ok(null)]);
    expect(await getContact(id)).toEqual(failed({ kind: 'gone' }));
    expect(await getContact('no such id')).toEqual(failed({ kind: 'gone' }));
  });

  it('is refused with Graph\'s own code when a fourth address is put in', async () => {
    const addresses = [1, 2, 3, 4].map((at) => ({ name: '', address: `a${at}@x.example` }));
    const result = await contacts(client()).createContact({ ...ann, emailAddresses: addresses }, null);
    expect(result).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    expect(JSON.stringify(result)).not.toContain('@');
  });

  it('is not for whoever may only read, nor for a mailbox that Graph does not have', async () => {
    expect(await contacts(client('adele', ['Contacts.Read'])).createContact(ann, null)).toEqual(failed({ kind: 'accessDenied' }));
    await faults({ kind: 'status', status: 404, code: 'MailboxNotEnabledForRESTAPI' });
    expect(await contacts(client()).getContact('x')).toEqual(failed({ kind: 'mailboxUnsupported' }));
  });
});

describe('finding by origin', () => {
  it('finds what a change made, in whatever folder it lies by now and whatever was written into it', async () => {
    const { createContact, findByOrigin, getWithChange, updateContact } = contacts(client());
    const folder = value(await contactFolders(client()).createFolder('Club', null));
    const made = value(await createContact(ann, folder.id, { change: 'change-1', by: null, copyOf: 'the/old+one=' }));
    value(await createContact(ann, folder.id, { change: 'change-2', by: null, copyOf: null }));
    value(await updateContact(made.id, { displayName: 'Somebody else', emailAddresses: [] }, ''));
    for (const [of, what] of [['change', 'change-1'], ['copyOf', 'the/old+one=']] as const) {
      expect(value(await findByOrigin(of, what, [null, folder.id])).map(({ id }) => id)).toEqual([made.id]);
    }
    expect(value(await findByOrigin('change', 'change-3', [null, folder.id]))).toEqual([]);
    const plain = value(await createContact(ann, null));
    expect([value(await getWithChange(made.id)).change, value(await getWithChange(plain.id)).change]).toEqual(['change-1', null]);
  });
});

describe('finding by address', () => {
  it('looks through all folders in one batch, with whatever an address may hold', async () => {
    const { createContact, findByAddress } = contacts(client());
    const folder = value(await contactFolders(client()).createFolder('Club', null));
    const odd = "o'neil+news&co@x.example";
    value(await createContact({ ...ann, emailAddresses: [{ name: '', address: odd }] }, folder.id));
    value(await createContact(ann, null));
    await fetch(`${graph.url}/sandbox/requests`, { method: 'DELETE' });
    const found = value(await findByAddress([odd, 'ANN@x.example', 'nobody@x.example'], [null, folder.id]));
    expect(found.map(({ contacts: [first], problem }) => [first?.emailAddresses[0]?.address ?? null, problem])).toEqual([[odd, null], ['ann@x.example', null], [null, null]]);
    expect(graph.requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/v1.0/$batch']);
  });

  it('is incomplete in no silence when one folder is refused', async () => {
    await faults({ kind: 'status', status: 403, path: 'contactFolders/' });
    const [found] = value(await contacts(client()).findByAddress(['a@x.example'], [null, 'f']));
    expect(found?.problem).toEqual({ kind: 'accessDenied' });
  });
});

describe('folders', () => {
  it.each([
    ['the list holds the default one', { defaultFolderListed: true }], ['the list leaves the default one out', { defaultFolderListed: false }],
  ])('are all found, however deep, when %s', async (_when, settings) => {
    await control('settings', settings);
    const { createFolder, listFolders } = contactFolders(client());
    const club = value(await createFolder('Club', null));
    const old = value(await createFolder('Old', club.id));
    const older = value(await createFolder('Older', old.id));
    const all = value(await listFolders());
    expect(all.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(all[0]?.isDefault).toBe(true);
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([club.id, old.id, older.id]));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('with a taken name are refused by Graph\'s code', async () => {
    const { createFolder } = contactFolders(client());
    await createFolder('Club', null);
    expect(await createFolder('Club', null)).toMatchObject({ problem: { kind: 'refused', code: 'folderExists' } });
  });
});

describe('changes since', () => {
  async function round(folderId: string, from: ChangesFrom, pageSize = 7): Promise<{ changes: ContactChange[]; bookmark: string; pages: number }> {
    const { changesSince } = contactsDelta(client(), { pageSize });
    const changes: ContactChange[] = [];
    for (let pages = 1; pages < 100; pages += 1) {
      const page = value(await changesSince(folderId, from));
      changes.push(...page.changes);
      if (page.next.kind === 'caughtUp') return { changes, bookmark: page.next.bookmark, pages };
      from = { link: page.next.link };
    }
    throw new Error('no end');
  }
  const defaultFolder = async () => value(await contactFolders(client()).listFolders())[0]?.id ?? '';

  it('bring every contact once, then only what changed, then what went away', async () => {
    graph.reset({ seed: 'demo', contacts: 40 });
    const folder = await defaultFolder();
    const first = await round(folder, null);
    expect(first.pages).toBeGreaterThan(1);
    expect(first.changes.every((change) => change.kind === 'changed' && change.fields.parentFolderId === folder)).toBe(true);
    const { createContact, deleteContact } = contacts(client());
    const made = value(await createContact(ann, null));
    const second = await round(folder, { bookmark: first.bookmark });
    expect(second.changes.filter(({ id }) => id === made.id)).toMatchObject([{ kind: 'changed', fields: { displayName: 'Ann Lee' } }]);
    await deleteContact(made.id, made.changeKey);
    const third = await round(folder, { bookmark: second.bookmark });
    expect(third.changes).toContainEqual({ kind: 'removed', id: made.id });
  });

  it.each(['gone', 'resyncRequired', 'badRequest', 'notFound'])('tell of an expired bookmark, as Graph says it: %s', async (expiredDelta) => {
    const folder = await defaultFolder();
    const { bookmark } = await round(folder, null);
    await control('settings', { expiredDelta });
    await control('expireDelta', {});
    expect(await contactsDelta(client()).changesSince(folder, { bookmark })).toEqual(failed({ kind: 'bookmarkExpired' }));
    expect((await contactsDelta(client()).changesSince(folder, null)).ok).toBe(true);
  });
});

describe('trouble on the way', () => {
  const read = () => contactFolders(client()).listFolders();

  it('is waited out when Graph is busy', async () => {
    await faults({ kind: 'status', status: 429, retryAfter: 3, times: 1 });
    expect((await read()).ok).toBe(true);
    expect(waits).toContain(3000);
  });

  it('is waited out for the busy parts of a batch alone', async () => {
    await faults({ kind: 'status', status: 429, retryAfter: 2, times: 1, path: '/me/contacts?' });
    const answers = value(await sendBatch(client(), [
      { method: 'GET', path: '/me/contacts?$top=1' }, { method: 'GET', path: '/me/contactFolders?$top=1' },
    ], { scopes: ['Contacts.Read'] }));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(waits).toEqual([2000]);
  });

  it('is mended by a new token with the claims that Graph wants', async () => {
    const { createContact, getContact } = contacts(client());
    const made = value(await createContact(ann, null));
    value(await getContact(made.id));
    asked = [];
    await faults({ kind: 'claims' });
    expect((await getContact(made.id)).ok).toBe(true);
    expect(asked).toMatchObject([undefined, { forceRefresh: true }]);
    expect(JSON.parse(asked[1]?.claims ?? '')).toMatchObject({ access_token: { nbf: { essential: true } } });
  });

  it.each(['cut', 'halfBody'])('is tried again for a read: %s', async (kind) => {
    const made = value(await contacts(client()).createContact(ann, null));
    await faults({ kind, times: 1 });
    expect((await contacts(client()).getContact(made.id)).ok).toBe(true);
  });

  it('never makes a second contact when the first answer was lost', async () => {
    await faults({ kind: 'cutAfter', times: 1, method: 'POST' });
    expect(await contacts(client()).createContact(ann, null)).toEqual(failed({ kind: 'offline' }));
    await faults();
    const [found] = value(await contacts(client()).findByAddress(['ann@x.example'], [null]));
    expect(found?.contacts).toHaveLength(1);
  });

  it.each([
    [{ kind: 'garbage' }, 'notUnderstood'], [{ kind: 'garbage', body: '{"value":5}', contentType: 'application/json' }, 'notUnderstood'],
    [{ kind: 'cut' }, 'offline'], [{ kind: 'status', status: 500 }, 'serverTrouble'], [{ kind: 'status', status: 503 }, 'busy'],
    [{ kind: 'status', status: 401 }, 'signInFailed'], [{ kind: 'status', status: 403 }, 'accessDenied'],
  ])('that lasts has a name: %j is %s', async (fault, kind) => {
    await faults(fault);
    expect(await contacts(client()).getContact('x')).toMatchObject({ ok: false, problem: { kind } });
  });
});
