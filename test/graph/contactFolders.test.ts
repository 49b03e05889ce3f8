import { failed, ok } from '#domain/result';
import { contactFolders } from '#graph/contactFolders';
import { contacts } from '#graph/contacts';
import { emulator, value } from './emulator.ts';
import { graphError, perPart, scriptedGraph } from './scriptedGraph.ts';

type Folder = { id: string; displayName: string; parentFolderId: string };
const folder = (id: string, parentFolderId = 'default'): Folder => ({ id, displayName: id, parentFolderId });
const missing = { status: 404, body: graphError('ErrorItemNotFound') };

/** A mailbox by its pages; what is not in it is missing. */
const mailbox = (pages: Record<string, Folder | Folder[] | { parentFolderId: string; id: string }[]>) =>
  scriptedGraph(perPart(({ url }) => {
    const page = pages[url.replace(/\?.*/, '')];
    if (page === undefined) return url.includes('childFolders') ? { body: { value: [] } } : missing;
    return { body: Array.isArray(page) ? { value: page } : page };
  }));
const ids = async (made: ReturnType<typeof mailbox>) => {
  const folders = await contactFolders(made.client).listFolders();
  return folders.ok ? folders.value.map(({ id, isDefault }) => (isDefault ? `*${id}` : id)) : folders;
};

it('lists the default folder, its children and theirs, when the list holds the children only', async () => {
  const made = mailbox({
    '/me/contactFolders/contacts': folder('default', 'root'),
    '/me/contactFolders': [folder('work'), folder('club')],
    '/me/contactFolders/work/childFolders': [folder('old', 'work')],
    '/me/contactFolders/old/childFolders': [folder('older', 'old')],
    '/me/contacts': [],
  });
  expect(await ids(made)).toEqual(['*default', 'work', 'club', 'old', 'older']);
  // One batch to begin with and one per level.
  expect(made.sent).toHaveLength(4);
});

it('does the same when the list holds the default folder itself', async () => {
  const made = mailbox({
    '/me/contactFolders/contacts': folder('default', 'root'),
    '/me/contactFolders': [folder('default', 'root')],
    '/me/contactFolders/default/childFolders': [folder('work')],
    '/me/contacts': [],
  });
  expect(await ids(made)).toEqual(['*default', 'work']);
});

it('finds the default folder by a contact in it when its name means nothing', async () => {
  const made = mailbox({
    '/me/contactFolders': [folder('work')],
    '/me/contacts': [{ id: 'c', parentFolderId: 'default' }],
    '/me/contactFolders/default': folder('default', 'root'),
  });
  expect(await ids(made)).toEqual(['*default', 'work']);
});

it('does without a default folder that nothing tells of', async () => {
  expect(await ids(mailbox({ '/me/contactFolders': [folder('work')], '/me/contacts': [] }))).toEqual(['work']);
});

it('does not walk in circles', async () => {
  const made = mailbox({
    '/me/contactFolders/contacts': folder('default', 'root'), '/me/contacts': [],
    '/me/contactFolders': [folder('a')], '/me/contactFolders/a/childFolders': [folder('b', 'a')], '/me/contactFolders/b/childFolders': [folder('a', 'b')],
  });
  expect(await ids(made)).toEqual(['*default', 'a', 'b']);
});

it('says that there is no mailbox for it', async () => {
  const { client } = scriptedGraph(perPart(() => ({ status: 404, body: graphError('MailboxNotEnabledForRESTAPI') })));
  expect(await contactFolders(client).listFolders()).toEqual(failed({ kind: 'mailboxUnsupported' }));
});

it('creates below the default folder or below the one named', async () => {
  const { client, sent } = scriptedGraph([{ status: 201, body: folder('new') }, { status: 409, body: graphError('ErrorFolderExists', 'Taken.') }]);
  expect(await contactFolders(client).createFolder('new', null)).toEqual({ ok: true, value: { ...folder('new'), isDefault: false } });
  expect(await contactFolders(client).createFolder('new', 'a')).toMatchObject({ problem: { kind: 'refused', code: 'folderExists' } });
  expect(sent.map(({ url }) => url)).toEqual(['https://graph.test/v1.0/me/contactFolders', 'https://graph.test/v1.0/me/contactFolders/a/childFolders']);
});

describe('over HTTP', () => {
  const graph = emulator();
  const calls = () => contactFolders(graph.client());
  const taken = failed({ kind: 'refused', code: 'folderExists', message: '' });

  it('a folder is renamed, moved with what is in it, counted and deleted', async () => {
    const { countIn, createFolder, deleteFolder, listFolders, moveFolder, renameFolder } = calls();
    const [club, old] = [value(await createFolder('Club', null)), value(await createFolder('Old', null))];
    const inside = value(await createFolder('Inside', club.id));
    value(await contacts(graph.client()).createContact({ displayName: 'Ann' }, club.id));
    value(await contacts(graph.client()).createContact({ displayName: 'Bob' }, inside.id));
    expect([await countIn(club.id), await countIn(old.id)]).toEqual([ok(1), ok(0)]);

    expect(await renameFolder(club.id, 'Chess & club')).toEqual(ok({ ...club, displayName: 'Chess & club' }));
    expect(await moveFolder(club.id, old.id)).toEqual(ok({ ...club, displayName: 'Chess & club', parentFolderId: old.id }));
    const all = value(await listFolders());
    expect(all.find(({ id }) => id === club.id)).toMatchObject({ displayName: 'Chess & club', parentFolderId: old.id });
    expect(all.find(({ id }) => id === inside.id)).toMatchObject({ parentFolderId: club.id });

    expect([await deleteFolder(old.id), await deleteFolder(old.id)]).toEqual([ok(null), ok(null)]);
    const left = value(await listFolders()).map(({ id }) => id);
    expect([club.id, old.id, inside.id].filter((id) => left.includes(id))).toEqual([]);
    expect(await countIn(club.id)).toEqual(failed({ kind: 'gone' }));
  });

  it.each([400, 409])('a name that is taken is told alike, whatever the status: %s', async (folderExistsStatus) => {
    await graph.settings({ folderExistsStatus });
    const { createFolder, moveFolder, renameFolder } = calls();
    const [club, old] = [value(await createFolder('Club', null)), value(await createFolder('Old', null))];
    const below = value(await createFolder('Club', old.id));
    expect(await createFolder('CLUB', null)).toEqual(taken);
    expect(await renameFolder(old.id, 'Club')).toEqual(taken);
    expect(await moveFolder(below.id, club.parentFolderId)).toEqual(taken);
    expect(await renameFolder(club.id, 'club')).toMatchObject({ ok: true, value: { displayName: 'club' } });
  });

  it('what Graph does not allow is refused: into itself, the default folder, no name, no right', async () => {
    const { createFolder, deleteFolder, listFolders, moveFolder, renameFolder } = calls();
    const club = value(await createFolder('Club', null));
    const inside = value(await createFolder('Inside', club.id));
    const main = value(await listFolders()).find(({ isDefault }) => isDefault)?.id ?? '';
    expect(await moveFolder(club.id, inside.id)).toMatchObject({ problem: { kind: 'refused' } });
    expect(await deleteFolder(main)).toEqual(failed({ kind: 'accessDenied' }));
    expect(await renameFolder(main, 'Mine')).toEqual(failed({ kind: 'accessDenied' }));
    expect(await renameFolder(club.id, ' ')).toMatchObject({ problem: { kind: 'refused' } });
    expect(await contactFolders(graph.client('adele', ['Contacts.Read'])).deleteFolder(club.id)).toEqual(failed({ kind: 'accessDenied' }));
  });

  it('the count has contact lists in it, which nobody can read', async () => {
    graph.reset({ seed: 'demo', contacts: 30 });
    const main = value(await calls().listFolders()).find(({ isDefault }) => isDefault)?.id ?? '';
    const page = await graph.raw('GET', '/v1.0/me/contacts?$top=1000&$select=id', undefined);
    expect(await calls().countIn(main)).toEqual(ok((page.value as unknown[]).length + 1));
  });

  it('a count that is none is not understood', async () => {
    for (const text of ['"7"', '-1', '1.5', '{}', '']) {
      const { client } = scriptedGraph([{ text }]);
      expect(await contactFolders(client).countIn('a')).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
    }
  });
});
