import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

type Folder = { readonly id: string; readonly displayName: string; readonly parentFolderId: string };

/** The folders on the page "Folders", with their contacts counted. */
async function foldersPage(query = 'item=known'): Promise<Outlook> {
  const outlook = await openOutlook(query);
  await outlook.pane.getByText('Contacts as of just now').waitFor();
  await toFolders(outlook);
  return outlook;
}
async function toFolders({ pane }: Outlook): Promise<void> {
  await pane.getByRole('button', { name: 'More' }).click();
  await pane.getByRole('menuitem', { name: 'Folders' }).click();
  await pane.getByRole('treeitem', { name: /^Contacts, \d+ contacts/ }).waitFor();
}
async function choose({ pane }: Outlook, folder: string, what: string): Promise<void> {
  await pane.getByRole('button', { name: `Do something with the folder ${folder}` }).click();
  await pane.getByRole('menuitem', { name: what }).click();
}
async function onServer(): Promise<readonly Folder[]> {
  const token = await graph.token();
  const found: Folder[] = [];
  const list = async (path: string): Promise<void> => {
    const { value } = await (await graph.asUser(token, 'GET', path)).json() as { value: Folder[] };
    for (const folder of value) {
      found.push(folder);
      await list(`/v1.0/me/contactFolders/${encodeURIComponent(folder.id)}/childFolders`);
    }
  };
  await list('/v1.0/me/contactFolders');
  return found;
}
const names = async () => (await onServer()).map(({ displayName }) => displayName).sort();
const folderOf = async (name: string) => (await onServer()).find((one) => one.displayName === name);
const people = async (folderId?: string) => (await graph.contacts())
  .filter((one) => folderId === undefined || one.parentFolderId === folderId).map((one) => String(one.displayName)).sort();

describe('folders', () => {
  it('are made, renamed, moved and taken back, each on the server; a taken name is said at the field', async () => {
    const outlook = await foldersPage();
    const { pane } = outlook;
    expect(await outlook.accessibility()).toEqual([]);
    await pane.getByRole('button', { name: 'New folder …' }).click();
    const name = pane.getByLabel('Name of the new folder in Contacts');
    await name.fill(' family ');
    await name.press('Enter');
    await pane.getByText('There is a folder family here already. Choose another name.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await name.fill('Friends');
    await name.press('Enter');
    await pane.getByRole('treeitem', { name: 'Friends, 0 contacts' }).waitFor();
    await waitUntil(async () => (await names()).includes('Friends'));
    await choose(outlook, 'Friends', 'Rename …');
    await pane.getByLabel('New name').fill('Old friends');
    await pane.getByLabel('New name').press('Enter');
    await waitUntil(async () => (await names()).includes('Old friends'));
    await pane.getByText('The folder Friends is renamed.').waitFor();
    await choose(outlook, 'Old friends', 'Move to another folder …');
    await pane.getByLabel('Into').selectOption({ label: '\u2003Suppliers' });
    await pane.getByRole('button', { name: 'Move', exact: true }).click();
    await waitUntil(async () => (await folderOf('Old friends'))?.parentFolderId === (await folderOf('Suppliers'))?.id);
    await pane.getByText('The folder Old friends is moved.').waitFor();
    await pane.getByRole('button', { name: 'Undo' }).click();
    await waitUntil(async () => (await folderOf('Old friends'))?.parentFolderId !== (await folderOf('Suppliers'))?.id);
    await outlook.page.reload();
    await toFolders(outlook);
    await pane.getByRole('treeitem', { name: 'Old friends, 0 contacts' }).waitFor();
    // The main folder keeps its name and its place.
    await pane.getByRole('button', { name: 'Do something with the folder Contacts' }).click();
    await pane.getByRole('menuitem', { name: 'New folder in Contacts' }).waitFor();
    expect(await pane.getByRole('menuitem', { name: /Delete|Rename|Move/ }).count()).toBe(0);
    await outlook.close();
  });

  it('open by the keyboard, and show the contacts in them', async () => {
    const outlook = await foldersPage();
    await outlook.pane.getByRole('treeitem', { name: /^Contacts/ }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) await outlook.page.keyboard.press(key);
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByRole('option', { name: /Dvořák, Karel/ }).waitFor();
    expect(await outlook.pane.getByLabel('Folder').inputValue()).toBe((await folderOf('Prague'))?.id);
    await outlook.close();
  });

  it('go with their contacts, which is said before, and come back with them, after a reload too', async () => {
    const before = { names: await names(), all: await people(), suppliers: await people((await folderOf('Suppliers'))?.id), prague: await people((await folderOf('Prague'))?.id) };
    const outlook = await foldersPage();
    const { pane } = outlook;
    await choose(outlook, 'Suppliers', 'Delete …');
    await pane.getByText(`1 folder in it and ${before.suppliers.length + before.prague.length} contacts are deleted with it.`).waitFor();
    await outlook.page.waitForTimeout(300);
    expect(await outlook.accessibility()).toEqual([]);
    // Half-way Graph fails for a while.
    await graph.faults([{ kind: 'status', status: 503, method: 'DELETE', path: '/v1.0/me/contacts', after: 3, times: 4 }]);
    await pane.getByRole('group', { name: 'Delete the folder Suppliers?' }).getByRole('button', { name: 'Delete' }).click();
    await pane.getByRole('treeitem', { name: /^Suppliers/ }).waitFor({ state: 'detached' });
    await waitUntil(async () => (await names()).join() === before.names.filter((name) => name !== 'Suppliers' && name !== 'Prague').join());
    expect(await people()).toHaveLength(before.all.length - before.suppliers.length - before.prague.length);
    await outlook.page.reload();
    await pane.getByRole('button', { name: 'More' }).click();
    await pane.getByRole('menuitem', { name: 'What you did' }).click();
    await pane.getByRole('button', { name: 'Undo' }).first().click();
    await waitUntil(async () => (await people()).length === before.all.length);
    expect(await people()).toEqual(before.all);
    expect(await names()).toEqual(before.names);
    expect(await people((await folderOf('Suppliers'))?.id)).toEqual(before.suppliers);
    expect(await people((await folderOf('Prague'))?.id)).toEqual(before.prague);
    expect((await folderOf('Prague'))?.parentFolderId).toBe((await folderOf('Suppliers'))?.id);
    await outlook.close();
  });

  it('take a new contact, also one that is made on the way', async () => {
    const outlook = await openOutlook('item=stranger');
    const { pane } = outlook;
    await pane.getByText('Contacts as of just now').waitFor();
    await pane.getByRole('button', { name: 'Save with details …' }).click();
    await pane.getByLabel('Folder').selectOption({ label: 'New folder …' });
    await pane.getByLabel('Name of the new folder in Contacts').fill('From the fair');
    await pane.getByLabel('Name of the new folder in Contacts').press('Enter');
    await pane.getByLabel('Folder').getByRole('option', { name: 'From the fair', selected: true }).waitFor({ state: 'attached' });
    await pane.getByRole('button', { name: 'Save', exact: true }).click();
    await pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).getByText('In From the fair').waitFor();
    await waitUntil(async () => (await people((await folderOf('From the fair'))?.id ?? 'none')).join() === 'Lena Hofmann');
    await outlook.close();
  });
});

describe('moving contacts', () => {
  it('says what is lost, takes everything else along, and goes back; what was moved elsewhere is seen here', async () => {
    const outlook = await openOutlook('item=known');
    const { pane } = outlook;
    await pane.getByText('Contacts as of just now').waitFor();
    const megan = async () => (await graph.contacts()).filter((one) => one.displayName === 'Megan Bowen');
    const [before] = await megan();
    await pane.getByRole('button', { name: 'Move to folder …' }).click();
    await pane.getByText('the day it was created, fax numbers').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await pane.getByRole('group', { name: 'Move to another folder' }).getByLabel('Folder').selectOption({ label: '\u2003Family' });
    await pane.getByRole('button', { name: 'Move', exact: true }).click();
    await pane.getByRole('article', { name: 'Contact: Megan Bowen' }).getByText('In Family').waitFor();
    const family = (await folderOf('Family'))?.id;
    await waitUntil(async () => (await megan()).map((one) => one.parentFolderId).join() === family);
    const [moved] = await megan();
    expect(moved).toMatchObject({ categories: before?.categories, emailAddresses: before?.emailAddresses, personalNotes: before?.personalNotes } as object);
    await outlook.page.reload();
    await pane.getByRole('article', { name: 'Contact: Megan Bowen' }).getByText('In Family').waitFor();
    await pane.getByRole('button', { name: 'What you did' }).click();
    await pane.getByRole('button', { name: 'Undo' }).first().click();
    await waitUntil(async () => (await megan()).map((one) => one.parentFolderId).join() === before?.parentFolderId);
    await graph.change({ user: 'adele', op: 'move', contactId: (await megan())[0]?.id, folder: 'Suppliers' });
    await pane.getByRole('button', { name: 'Back' }).click();
    await pane.getByRole('button', { name: 'Refresh' }).click();
    await pane.getByRole('article', { name: 'Contact: Megan Bowen' }).getByText('In Suppliers').waitFor();
    await outlook.close();
  });

  it('of ten loses nobody and doubles nobody though Graph fails in the middle, and goes back as one', async () => {
    const outlook = await openOutlook('item=known');
    const { pane } = outlook;
    await pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'All contacts' }).click();
    await pane.getByText('70 contacts', { exact: true }).waitFor();
    const before = await people();
    await pane.getByRole('listbox').focus();
    for (const key of ['ArrowDown', 'Space', ...Array.from({ length: 9 }, () => 'Shift+ArrowDown')]) await outlook.page.keyboard.press(key);
    await pane.getByText('10 selected').waitFor();
    await pane.getByRole('button', { name: 'Move to folder …' }).click();
    await pane.getByRole('group', { name: 'Move 10 contacts to another folder' }).getByLabel('Folder').selectOption({ label: '\u2003\u2003Prague' });
    expect(await outlook.accessibility()).toEqual([]);
    const prague = (await folderOf('Prague'))?.id;
    const there = (await people(prague)).length;
    await graph.faults([
      { kind: 'status', status: 503, method: 'POST', path: '/v1.0/me/contactFolders', after: 3, times: 3 },
      { kind: 'cutAfter', method: 'POST', path: '/v1.0/$batch', after: 6, times: 2 },
      { kind: 'status', status: 503, method: 'DELETE', path: '/v1.0/me/contacts', after: 2, times: 3 },
    ]);
    await pane.getByRole('button', { name: 'Move', exact: true }).click();
    await pane.getByText('70 contacts', { exact: true }).waitFor();
    await waitUntil(async () => (await people(prague)).length === there + 10 && (await people()).length === before.length);
    expect(await people()).toEqual(before);
    await graph.faults([]);
    await pane.getByText(/moved to another folder/).waitFor();
    await pane.getByRole('button', { name: 'Undo' }).click();
    await waitUntil(async () => (await people(prague)).length === there && (await people()).length === before.length);
    expect(await people()).toEqual(before);
    await pane.getByText('70 contacts', { exact: true }).waitFor();
    await outlook.close();
  });
});

async function waitUntil(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await isTrue()) return;
    await new Promise((later) => { setTimeout(later, 200); });
  }
  throw new Error('It did not come true.');
}
