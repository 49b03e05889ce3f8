import { saveContact } from '#app/saveContact';
import type { SavePorts } from '#app/saveContact';
import { createActs } from '#app/undo';
import { emptyFields, fieldsOf } from '#domain/contact';
import type { Contact, ContactPatch } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { contact, fields, person } from '../support/contactBuilder.ts';

/** A server in a few lines: contacts by id, a new changeKey at each write, and trouble on request. */
function setUp(...there: Contact[]) {
  const server = new Map(there.map((one) => [one.id, one]));
  const stored = new Map<string, Contact>();
  const sent: { readonly what: string; readonly patch?: ContactPatch; readonly changeKey?: string }[] = [];
  let trouble: { readonly when: 'before' | 'after'; readonly problem: Problem } | null = null;
  let counter = 0;

  async function act<T>(run: () => Result<T>): Promise<Result<T>> {
    const now = trouble;
    trouble = null;
    if (now?.when === 'before') return failed(now.problem);
    const result = run();
    return now ? failed(now.problem) : result;
  }

  const ports: SavePorts = {
    getContact: async (id) => { const found = server.get(id); return found ? ok(found) : failed({ kind: 'gone' }); },
    createContact: (patch, folderId) => act(() => {
      sent.push({ what: 'create', patch });
      const made = contact({ ...emptyFields, ...patch, id: `made-${++counter}`, parentFolderId: folderId ?? 'contacts' });
      server.set(made.id, made);
      return ok(made);
    }),
    updateContact: (id, patch, changeKey) => act(() => {
      sent.push({ what: 'update', patch, changeKey });
      const before = server.get(id);
      if (!before) return failed({ kind: 'gone' });
      if (before.changeKey !== changeKey) return failed({ kind: 'changedElsewhere' });
      const after = { ...before, ...patch, changeKey: `changed-${++counter}` };
      server.set(id, after);
      return ok(after);
    }),
    deleteContact: (id) => act(() => {
      server.delete(id);
      return ok(null);
    }),
    findInFolder: async (address) => ok([...server.values()].filter((one) => one.emailAddresses.some((email) => email.address === address))),
    put: async (one) => { stored.set(one.id, one); },
    forget: async (id) => { stored.delete(id); },
  };
  const acts = createActs();
  return {
    saving: saveContact(ports, acts), acts, server, stored, sent,
    fail: (when: 'before' | 'after', problem: Problem) => { trouble = { when, problem }; },
    elsewhere: (id: string, patch: ContactPatch) => { server.set(id, { ...server.get(id)!, ...patch, changeKey: `elsewhere-${++counter}` }); },
  };
}

const ana = () => contact({ id: 'ana', displayName: 'Ana Trujillo', givenName: 'Ana', surname: 'Trujillo', jobTitle: 'Buyer', addresses: ['ana@litware.example'] });

describe('saving', () => {
  it('sends only what changed, and the displayName with every name part', async () => {
    const { saving, sent } = setUp(ana());
    await saving.update(ana(), { ...fieldsOf(ana()), surname: 'Ruiz' }, 'keepMine');
    expect(sent.at(-1)?.patch).toEqual({ surname: 'Ruiz', displayName: 'Ana Trujillo' });
  });

  it('sends nothing when nothing changed', async () => {
    const { saving, sent } = setUp(ana());
    const base = ana();
    expect(await saving.update(base, fieldsOf(base))).toEqual({ kind: 'saved', contact: base });
    expect(sent).toEqual([]);
  });

  it('keeps what somebody else changed in other fields meanwhile', async () => {
    const base = ana();
    const { saving, server, elsewhere } = setUp(base);
    elsewhere('ana', { companyName: 'Litware' });
    expect((await saving.update(base, { ...fieldsOf(base), jobTitle: 'Head buyer' })).kind).toBe('saved');
    expect(server.get('ana')).toMatchObject({ companyName: 'Litware', jobTitle: 'Head buyer' });
  });

  it('asks when both changed the same field, and sends nothing before the answer', async () => {
    const base = ana();
    const { saving, server, elsewhere, sent } = setUp(base);
    elsewhere('ana', { jobTitle: 'Chief' });
    const mine = { ...fieldsOf(base), jobTitle: 'Head buyer' };
    expect(await saving.update(base, mine)).toMatchObject({ kind: 'clash', fields: ['jobTitle'] });
    expect(sent).toEqual([]);
    await saving.update(base, mine, 'keepMine');
    expect(server.get('ana')?.jobTitle).toBe('Head buyer');
  });

  it('makes one contact when the answer to a create was lost and the person tries again', async () => {
    const { saving, server, fail } = setUp();
    const bo = fields({ displayName: 'Bo', emailAddresses: [{ name: 'Bo', address: 'bo@fabrikam.example' }] });
    fail('after', { kind: 'noAnswer', from: 'graph' });
    expect((await saving.create(bo, null)).ok).toBe(false);
    expect((await saving.create(bo, null)).ok).toBe(true);
    expect(server.size).toBe(1);
  });

  it('makes the contact when the first try never arrived', async () => {
    const { saving, server, fail } = setUp();
    const bo = fields({ displayName: 'Bo', emailAddresses: [{ name: 'Bo', address: 'bo@fabrikam.example' }] });
    fail('before', { kind: 'offline' });
    await saving.create(bo, null);
    await saving.create(bo, null);
    expect(server.size).toBe(1);
  });

  it('adds an address behind those that the server has now', async () => {
    const base = ana();
    const { saving, server, elsewhere } = setUp(base);
    elsewhere('ana', { emailAddresses: [{ name: 'Ana', address: 'ana@litware.example' }, { name: 'Ana', address: 'ana@home.example' }] });
    expect((await saving.addAddress(base, person('a.trujillo@litware.example', 'Ana'))).ok).toBe(true);
    expect(server.get('ana')?.emailAddresses.map((email) => email.address)).toEqual(['ana@litware.example', 'ana@home.example', 'a.trujillo@litware.example']);
  });

  it('refuses a fourth address before asking Graph', async () => {
    const full = contact({ id: 'full', addresses: ['1@a.example', '2@a.example', '3@a.example'] });
    const { saving, sent } = setUp(full);
    expect(await saving.addAddress(full, person('4@a.example'))).toMatchObject({ ok: false, problem: { kind: 'refused', code: 'tooManyAddresses' } });
    expect(sent).toEqual([]);
  });
});

describe('taking back', () => {
  it('brings a deleted contact back into its folder with all its fields', async () => {
    const base = contact({ ...ana(), parentFolderId: 'suppliers', personalNotes: 'likes tea', categories: ['Board'] });
    const { saving, acts, server, stored } = setUp(base);
    await saving.remove(base);
    expect(server.size).toBe(0);
    await acts.undoLast();
    expect(acts.last.get()?.state).toBe('undone');
    const [back] = [...server.values()];
    expect(back).toMatchObject({ ...fieldsOf(base), parentFolderId: 'suppliers' });
    expect([...stored.values()]).toEqual([back]);
  });

  it('takes a new contact away again', async () => {
    const { saving, acts, server } = setUp();
    await saving.create(fields({ displayName: 'Bo' }), null);
    await acts.undoLast();
    expect(server.size).toBe(0);
  });

  it('gives back only the fields that were changed', async () => {
    const base = ana();
    const { saving, acts, server, elsewhere } = setUp(base);
    await saving.update(base, { ...fieldsOf(base), jobTitle: 'Head buyer' });
    elsewhere('ana', { companyName: 'Litware' });
    await acts.undoLast();
    expect(server.get('ana')).toMatchObject({ jobTitle: 'Buyer', companyName: 'Litware' });
  });

  it('can be tried again after it failed', async () => {
    const base = ana();
    const { saving, acts, server, fail } = setUp(base);
    await saving.remove(base);
    fail('before', { kind: 'offline' });
    await acts.undoLast();
    expect(acts.last.get()).toMatchObject({ state: 'done', problem: { kind: 'offline' } });
    await acts.undoLast();
    expect(server.size).toBe(1);
  });
});
