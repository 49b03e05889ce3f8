import { failed } from '#domain/result';
import { contactFolders } from '#graph/contactFolders';
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
