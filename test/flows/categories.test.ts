import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

type Listed = { id: string; displayName: string; color: string };
const settingsToken = () => graph.token('adele', ['MailboxSettings.ReadWrite']);
/** The mailbox's list, as another program of the person reads it. */
async function listed(): Promise<readonly Listed[]> {
  const answer = await graph.asUser(await settingsToken(), 'GET', '/v1.0/me/outlook/masterCategories');
  return ((await answer.json()) as { value: Listed[] }).value;
}
const colorOf = async (name: string) => (await listed()).find((one) => one.displayName === name)?.color ?? null;
const categoriesOf = async (givenName: string) => (await graph.contacts()).find((one) => one.givenName === givenName)?.categories as string[] | undefined;
const carrying = async (name: string) => (await graph.contacts()).filter((one) => (one.categories as string[]).includes(name));

const onCard = (outlook: Outlook) => outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' });
const chips = (outlook: Outlook) => onCard(outlook).getByRole('list', { name: 'Categories' });
async function card(query = 'item=known'): Promise<Outlook> {
  const outlook = await openOutlook(query);
  await outlook.pane.getByText('Contacts as of just now').waitFor();
  await chips(outlook).getByText('Customers').waitFor();
  return outlook;
}
async function page(query = 'item=known'): Promise<Outlook> {
  const outlook = await card(query);
  await toPage(outlook);
  await outlook.pane.getByRole('button', { name: /^Customers \d/ }).waitFor();
  return outlook;
}
async function toPage(outlook: Outlook): Promise<void> {
  await outlook.pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'More' }).click();
  await outlook.pane.getByRole('menuitem', { name: 'Categories' }).click();
}
async function toDo(outlook: Outlook, name: string, what: 'Colour' | 'Rename' | 'Delete'): Promise<void> {
  await outlook.pane.getByRole('button', { name: `Change ${name}` }).click();
  await outlook.pane.getByRole('menuitem', { name: what }).click();
}

describe('the categories of a contact', () => {
  it('are put on and taken off several at once by keyboard alone, reach Outlook, and are taken back as one', async () => {
    const outlook = await card();
    await onCard(outlook).getByRole('button', { name: 'Categories …' }).focus();
    await outlook.page.keyboard.press('Enter');
    const picker = outlook.pane.getByRole('dialog', { name: 'Categories of Megan Bowen' });
    await picker.getByRole('checkbox', { name: 'Family' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    expect(await picker.getByRole('checkbox', { name: 'Customers' }).isChecked()).toBe(true);
    await outlook.page.keyboard.type('fam');
    await picker.getByRole('checkbox', { name: 'Customers' }).waitFor({ state: 'detached' });
    await picker.getByRole('checkbox', { name: 'Family' }).focus();
    await outlook.page.keyboard.press('Space');
    await picker.getByRole('searchbox').fill('');
    await picker.getByRole('checkbox', { name: 'Press' }).focus();
    await outlook.page.keyboard.press('Space');
    await picker.getByRole('button', { name: 'Apply' }).focus();
    await outlook.page.keyboard.press('Enter');
    await chips(outlook).getByText('Family').waitFor();
    await chips(outlook).getByText('Press').waitFor({ state: 'detached' });
    await outlook.pane.getByText('The categories of Megan Bowen are changed.').waitFor();
    expect(await categoriesOf('Megan')).toEqual(['Customers', 'Family']);
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await chips(outlook).getByText('Press').waitFor();
    await outlook.pane.getByText('The categories of Megan Bowen are as before.').waitFor();
    expect([...await categoriesOf('Megan') ?? []].sort()).toEqual(['Customers', 'Press']);
    await outlook.close();
  });

  it('are left alone by Escape, and the focus goes back to the button', async () => {
    const outlook = await card();
    const button = onCard(outlook).getByRole('button', { name: 'Categories …' });
    await button.click();
    await outlook.pane.getByRole('checkbox', { name: 'Family' }).click();
    await outlook.page.keyboard.press('Escape');
    await outlook.pane.getByRole('dialog').waitFor({ state: 'detached' });
    await becomes(() => outlook.frame().evaluate(() => document.activeElement?.textContent), 'Categories …');
    expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    expect(await categoriesOf('Megan')).toEqual(['Customers', 'Press']);
    await outlook.close();
  });

  it('grow by a new one with its colour', async () => {
    const outlook = await card();
    await onCard(outlook).getByRole('button', { name: 'Categories …' }).click();
    await outlook.pane.getByRole('searchbox', { name: 'Find a category' }).fill('Sailing');
    await outlook.pane.getByRole('button', { name: 'New category “Sailing” …' }).click();
    const colours = outlook.pane.getByRole('radiogroup', { name: 'Colour' });
    await colours.getByRole('radio', { name: 'Blue', exact: true, checked: true }).focus();
    await outlook.page.keyboard.press('ArrowLeft');
    await colours.getByRole('radio', { name: 'Olive', exact: true, checked: true }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Create' }).click();
    expect(await outlook.pane.getByRole('checkbox', { name: 'Sailing' }).isChecked()).toBe(true);
    await outlook.pane.getByRole('button', { name: 'Apply' }).click();
    await chips(outlook).getByText('Sailing').waitFor();
    await outlook.pane.getByText('The categories of Megan Bowen are changed.').waitFor();
    expect(await categoriesOf('Megan')).toEqual(['Customers', 'Press', 'Sailing']);
    expect(await colorOf('Sailing')).toBe('preset6');
    await outlook.close();
  });

  it('outlive a reload without a connection, and are sent once when it is back', async () => {
    const outlook = await card();
    await onCard(outlook).getByRole('button', { name: 'Categories …' }).click();
    await outlook.pane.getByRole('checkbox', { name: 'Family' }).waitFor();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.pane.getByRole('checkbox', { name: 'Family' }).click();
    await outlook.pane.getByRole('button', { name: 'Apply' }).click();
    await onCard(outlook).getByText('Not yet in Outlook').waitFor();
    await outlook.page.reload();
    await chips(outlook).getByText('Family').waitFor();
    await graph.faults([]);
    await onCard(outlook).getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect(await categoriesOf('Megan')).toEqual(['Customers', 'Press', 'Family']);
    await outlook.close();
  });

  it('that the list lacks are shown without a colour and can be added to it', async () => {
    const megan = (await graph.contacts()).find((one) => one.givenName === 'Megan');
    await graph.change({ user: 'adele', contactId: megan?.id, op: 'patch', body: { categories: ['Customers', 'From elsewhere'] } });
    const outlook = await card();
    await chips(outlook).getByText('not in the list of categories').waitFor();
    await onCard(outlook).getByRole('button', { name: 'Categories …' }).click();
    await outlook.pane.getByRole('button', { name: 'Add From elsewhere to the list' }).click();
    await outlook.pane.getByText('The category From elsewhere is created.').waitFor();
    await outlook.page.keyboard.press('Escape');
    await chips(outlook).getByText('not in the list of categories').waitFor({ state: 'detached' });
    expect(await colorOf('From elsewhere')).toBe('none');
    await outlook.close();
  });

  it('of several people show what is on some of them, and change together', async () => {
    const outlook = await openOutlook('item=several');
    await outlook.pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByLabel('Category').selectOption('Customers');
    await outlook.pane.getByText('2 found').waitFor();
    await outlook.pane.getByRole('button', { name: 'Select', exact: true }).click();
    await outlook.pane.getByRole('button', { name: /^Select all/ }).click();
    await outlook.pane.getByRole('button', { name: 'Categories …' }).click();
    const picker = outlook.pane.getByRole('dialog', { name: 'Categories of 2 contacts' });
    // On one of the two.
    expect(await picker.getByRole('checkbox', { name: 'Press' }).getAttribute('aria-checked') ?? await picker.getByRole('checkbox', { name: 'Press' }).evaluate((one) => String((one as unknown as { indeterminate: boolean }).indeterminate))).toMatch(/mixed|true/);
    expect(await outlook.accessibility()).toEqual([]);
    await picker.getByRole('checkbox', { name: 'Family' }).click();
    await picker.getByRole('checkbox', { name: 'Press' }).click();
    await picker.getByRole('button', { name: 'Apply' }).click();
    await outlook.pane.getByText(/^Categories of .* and 1 more changed\.$/).waitFor();
    const customers = await carrying('Customers');
    expect(customers.map((one) => [...(one.categories as string[])].sort())).toEqual([['Customers', 'Family', 'Press'], ['Customers', 'Family', 'Press']]);
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText(/^Categories of .* as before\.$/).waitFor();
    expect((await carrying('Press')).length).toBe(1);
    await outlook.close();
  });
});

describe('the page of categories', () => {
  it('shows colours and how many carry each, leads to them, and sees what was changed in Outlook', async () => {
    const outlook = await page();
    await outlook.pane.getByRole('button', { name: 'Customers 2 contacts' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    const press = (await listed()).find((one) => one.displayName === 'Press');
    await graph.asUser(await settingsToken(), 'PATCH', `/v1.0/me/outlook/masterCategories/${press?.id}`, Buffer.from(JSON.stringify({ color: 'preset4' })));
    await graph.asUser(await settingsToken(), 'POST', '/v1.0/me/outlook/masterCategories', Buffer.from(JSON.stringify({ displayName: 'Made elsewhere', color: 'preset1' })));
    await outlook.pane.getByRole('button', { name: 'Suppliers 6 contacts' }).click();
    await outlook.pane.getByText('6 found').waitFor();
    await toPage(outlook);
    await outlook.pane.getByRole('button', { name: 'Made elsewhere 0 contacts' }).waitFor();
    await toDo(outlook, 'Press', 'Colour');
    await outlook.pane.getByRole('radio', { name: 'Green', exact: true, checked: true }).waitFor();
    await outlook.close();
  });

  it('gives a category another colour by the arrow keys, and the old one back', async () => {
    const outlook = await page();
    await toDo(outlook, 'Press', 'Colour');
    const blue = outlook.pane.getByRole('radio', { name: 'Blue', exact: true, checked: true });
    await blue.waitFor();
    await outlook.page.keyboard.press('ArrowRight');
    await outlook.pane.getByRole('radio', { name: 'Purple', exact: true, checked: true }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Apply' }).click();
    await outlook.pane.getByText('The category Press has a new colour.').waitFor();
    expect(await colorOf('Press')).toBe('preset8');
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('The category Press has its old colour.').waitFor();
    expect(await colorOf('Press')).toBe('preset7');
    await outlook.close();
  });

  it('makes one, and refuses a name that is there', async () => {
    const outlook = await page();
    await outlook.pane.getByRole('button', { name: 'New category …' }).click();
    await outlook.pane.getByLabel('Name of the category').fill('customers');
    await outlook.pane.getByRole('button', { name: 'Create' }).click();
    await outlook.pane.getByText('There is a category of this name already.').waitFor();
    await outlook.pane.getByLabel('Name of the category').fill('Board');
    await outlook.pane.getByRole('radio', { name: 'Dark green' }).click();
    await outlook.pane.getByRole('button', { name: 'Create' }).click();
    await outlook.pane.getByText('The category Board is created.').waitFor();
    expect(await colorOf('Board')).toBe('preset19');
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('The category Board is gone again.').waitFor();
    expect(await colorOf('Board')).toBeNull();
    await outlook.close();
  });

  it('deletes one off its contacts, and brings it and them back after a reload', async () => {
    const outlook = await page();
    await toDo(outlook, 'Suppliers', 'Delete');
    await outlook.pane.getByRole('group', { name: 'Delete the category Suppliers?' }).getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByText('Category Suppliers deleted, with 6 contacts.').waitFor();
    expect([(await carrying('Suppliers')).length, await colorOf('Suppliers')]).toEqual([0, null]);
    await outlook.page.reload();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText(/^Category Suppliers brought back/).waitFor();
    await becomes(async () => [(await carrying('Suppliers')).length, await colorOf('Suppliers')], [6, 'preset4']);
    await outlook.close();
  });

  it('deletes one and leaves its name on the contacts, where it can be taken off everywhere', async () => {
    const outlook = await page();
    await toDo(outlook, 'Suppliers', 'Delete');
    await outlook.pane.getByRole('radio', { name: 'They keep the name, without a colour' }).click();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('group', { name: 'Delete the category Suppliers?' }).getByRole('button', { name: 'Delete' }).click();
    const unlisted = outlook.pane.getByRole('region', { name: 'On contacts, but not in the list' });
    await unlisted.getByRole('button', { name: 'Suppliers 6 contacts' }).waitFor();
    await outlook.pane.getByText('The category Suppliers is deleted.').waitFor();
    expect([(await carrying('Suppliers')).length, await colorOf('Suppliers')]).toEqual([6, null]);
    await unlisted.getByRole('button', { name: 'Take Suppliers off everywhere' }).click();
    await unlisted.waitFor({ state: 'detached' });
    await becomes(async () => (await carrying('Suppliers')).length, 0);
    await outlook.close();
  });

  it('renames one that thirty carry: Graph fails half-way, the pane is reloaded, and in the end nobody is lost or doubled', async () => {
    await graph.reset({ contacts: 300 });
    const carriers = (await carrying('Customers')).map((one) => String(one.id)).sort();
    const before = (await graph.contacts()).length;
    expect(carriers.length).toBeGreaterThanOrEqual(28);
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await toPage(outlook);
    await outlook.pane.getByRole('button', { name: `Customers ${carriers.length} contacts` }).waitFor();
    await toDo(outlook, 'Customers', 'Rename');
    await outlook.pane.getByLabel('New name for Customers').fill('Clients');
    // The first writes get through, the answer to the next is lost, then there is nothing for a while.
    await graph.faults([{ kind: 'cutAfter', method: 'POST', path: '$batch', after: 3, times: 1 }, { kind: 'cut', path: '/v1.0', after: 6 }]);
    await outlook.pane.getByRole('button', { name: 'Rename', exact: true }).click();
    await outlook.pane.getByText(/Kept on this device|There is no connection|: \d+ of \d+/).first().waitFor();
    await becomes(async () => (await graph.requests()).some((one) => one.status === 0) || (await carrying('Clients')).length > 0, true);
    await outlook.page.reload();
    await graph.faults([]);
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await becomes(async () => [(await carrying('Customers')).length, await colorOf('Customers'), await colorOf('Clients')], [0, null, 'preset9']);
    expect((await carrying('Clients')).map((one) => String(one.id)).sort()).toEqual(carriers);
    expect((await graph.contacts()).every((one) => new Set(one.categories as string[]).size === (one.categories as string[]).length)).toBe(true);
    expect((await graph.contacts()).length).toBe(before);
    expect((await listed()).filter((one) => one.displayName === 'Clients')).toHaveLength(1);
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await becomes(async () => [(await carrying('Clients')).length, (await carrying('Customers')).length, await colorOf('Customers'), await colorOf('Clients')], [0, carriers.length, 'preset9', null]);
    await outlook.close();
  });
});

describe('without permission for the list', () => {
  it('names are shown and can be given; only colours and the list are missing, and one is asked from a click', async () => {
    const outlook = await openOutlook('item=known&signin=consent');
    // The contacts themselves are allowed.
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('button', { name: 'Accept' }).click();
    await chips(outlook).getByText('Customers').waitFor();
    await onCard(outlook).getByRole('button', { name: 'Categories …' }).click();
    await outlook.pane.getByText('Names can be put on contacts all the same; only their colours and the list are missing.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('checkbox', { name: 'Family' }).waitFor();
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('button', { name: 'Cancel' }).click();
    await outlook.pane.getByText('Permission was not given').waitFor();
    await outlook.pane.getByRole('searchbox', { name: 'Find a category' }).fill('Sailing');
    await outlook.pane.getByRole('button', { name: 'Use “Sailing” without a colour' }).click();
    await outlook.pane.getByRole('button', { name: 'Apply' }).click();
    await chips(outlook).getByText('Sailing').waitFor();
    await outlook.close();
  });
});

/** Waits until it is so; fails with what it is in the end. */
async function becomes(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const end = Date.now() + 20_000;
  while (JSON.stringify(await read()) !== JSON.stringify(wanted) && Date.now() < end) await new Promise((later) => setTimeout(later, 200));
  expect(await read()).toEqual(wanted);
}
