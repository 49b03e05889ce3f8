import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

/** The list of all contacts, with everybody in it. */
async function browse(query = 'item=several'): Promise<Outlook> {
  const outlook = await openOutlook(query);
  await outlook.pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'All contacts' }).click();
  await outlook.pane.getByText('70 contacts', { exact: true }).waitFor();
  return outlook;
}
const options = (outlook: Outlook) => outlook.pane.getByRole('listbox').getByRole('option');
const onServer = async () => (await graph.contacts()).length;

describe('all contacts', () => {
  it('are found by a note, a phone number, a category, a folder and all at once, and the reason shows', async () => {
    const outlook = await browse();
    expect(await outlook.accessibility()).toEqual([]);
    const search = outlook.pane.getByRole('searchbox', { name: 'Search all contacts' });
    await search.fill('speaks german');
    await outlook.pane.getByText('1 found').waitFor();
    await outlook.pane.getByRole('option', { name: /Bowen, Megan.*Notes: .*Speaks Ger/ }).waitFor();
    await search.fill('(425) 555-0177');
    await outlook.pane.getByRole('option', { name: /Bowen, Megan.*Home phone: \+1 425 555 0177/ }).waitFor();
    await search.fill('davos');
    await outlook.pane.getByRole('option', { name: /Razo, Raul.*Home address: Davos/ }).waitFor();
    await search.fill('');
    await outlook.pane.getByLabel('Folder').selectOption('Prague');
    await outlook.pane.getByRole('option', { name: /Dvořák, Karel/ }).waitFor();
    await outlook.pane.getByRole('option', { name: /Abad, Alba/ }).waitFor({ state: 'detached' });
    await search.fill('eliska');
    await outlook.pane.getByText('1 found').waitFor();
    await search.fill('');
    await outlook.pane.getByLabel('Folder').selectOption('All folders');
    await outlook.pane.getByLabel('Category').selectOption('Family');
    await outlook.pane.getByRole('option', { name: /Vance, Oskar.*Categories: Family/ }).waitFor();
    await outlook.pane.getByRole('option', { name: /Dvořák, Karel/ }).waitFor({ state: 'detached' });
    await search.fill('nobody at all');
    await outlook.pane.getByRole('heading', { name: 'Nobody found' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Show all contacts' }).click();
    await outlook.pane.getByText('70 contacts', { exact: true }).waitFor();
    await outlook.close();
  });

  it('open by the keyboard alone, and one comes back to the same place', async () => {
    const outlook = await browse();
    await outlook.pane.getByRole('searchbox').focus();
    await outlook.page.keyboard.type('vance');
    await outlook.pane.getByText('4 found').waitFor();
    await outlook.page.keyboard.press('ArrowDown');
    await outlook.page.keyboard.press('End');
    await outlook.page.keyboard.press('ArrowUp');
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByRole('article', { name: 'Contact: Oskar Vance' }).waitFor();
    await outlook.pane.getByRole('button', { name: 'Back' }).click();
    await outlook.pane.getByText('4 found').waitFor();
    expect(await outlook.pane.getByRole('searchbox').inputValue()).toBe('vance');
    // The focus is in the list, on whom one came from; a letter goes to the search.
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByRole('article', { name: 'Contact: Oskar Vance' }).waitFor();
    await outlook.pane.getByRole('button', { name: 'Back' }).click();
    await outlook.pane.getByText('4 found').waitFor();
    await outlook.page.keyboard.type('x');
    expect(await outlook.pane.getByRole('searchbox').inputValue()).toBe('vancex');
    await outlook.pane.getByText('0 found').waitFor();
    await outlook.close();
  });

  it('can be chosen, deleted in one go and brought back in one, after a reload too', async () => {
    const outlook = await browse();
    const before = await onServer();
    await outlook.pane.getByRole('listbox').focus();
    for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown']) await outlook.page.keyboard.press(key);
    await outlook.pane.getByText('3 selected').waitFor();
    expect(await outlook.pane.getByRole('listbox').getByRole('option', { selected: true }).count()).toBe(3);
    expect(await outlook.accessibility()).toEqual([]);
    const chosen = await outlook.pane.getByRole('listbox').getByRole('option', { selected: true }).allInnerTexts();
    await outlook.pane.getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByRole('group', { name: 'Delete 3 contacts? You can undo this.' }).getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByText(/ and 2 more deleted\.|and 2 others deleted\./).waitFor();
    await outlook.pane.getByText('67 contacts', { exact: true }).waitFor();
    expect(await onServer()).toBe(before - 3);
    await outlook.page.reload();
    await outlook.pane.getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByText('67 contacts', { exact: true }).waitFor();
    await outlook.pane.getByRole('button', { name: 'More' }).click();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('menuitem', { name: 'What you did' }).click();
    await outlook.pane.getByText(/ and 2 .*deleted/).waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByText('70 contacts', { exact: true }).waitFor();
    // The faces are back too, with initials in them.
    for (const [n, text] of chosen.entries()) expect(await options(outlook).nth(n + 1).innerText()).toContain(text);
    await outlook.close();
  });

  it('lose nothing and delete nobody twice when Graph fails half-way', async () => {
    const outlook = await browse();
    const before = (await graph.contacts()).map((one) => one.displayName);
    await graph.faults([{ kind: 'status', status: 503, method: 'DELETE', path: '/v1.0/me/contacts', after: 2 }]);
    await outlook.pane.getByLabel('Category').selectOption('Suppliers');
    await outlook.pane.getByRole('option', { name: /Dvořák, Karel/ }).waitFor();
    await outlook.pane.getByRole('listbox').focus();
    await outlook.page.keyboard.press('ControlOrMeta+a');
    await outlook.pane.getByText(/^\d+ selected$/).waitFor();
    const count = await outlook.pane.getByRole('listbox').getByRole('option', { selected: true }).count();
    await outlook.pane.getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByRole('group', { name: /^Delete/ }).getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByText('0 found').waitFor();
    await graph.faults([]);
    await outlook.page.reload();
    await outlook.pane.getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByText(`${70 - count} contacts`, { exact: true }).waitFor();
    await waitUntil(async () => (await onServer()) === before.length - count);
    expect((await graph.requests()).filter((one) => one.method === 'DELETE' && one.status === 404)).toEqual([]);
    await outlook.close();
  });

  it('show what was changed in Outlook meanwhile, at its place', async () => {
    const outlook = await browse();
    const megan = (await graph.contacts()).find((one) => one.givenName === 'Megan');
    await graph.change({ user: 'adele', contactId: megan?.id, op: 'patch', body: { fileAs: 'Aaa, Megan' } });
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    await options(outlook).first().getByText('Aaa, Megan').waitFor();
    await outlook.close();
  });
});

describe('a large mailbox', () => {
  it('is scrolled to its end, searched and found in, without all of it on the page', async () => {
    await graph.reset({ contacts: 10_000 });
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor({ timeout: 120_000 });
    await outlook.pane.getByRole('button', { name: 'All contacts' }).click();
    const status = outlook.pane.getByText(/^\d+,\d{3} contacts$/);
    await status.waitFor();
    const size = (await status.innerText()).replace(/\D/g, '');
    expect(Number(size)).toBeGreaterThan(9_900);
    await outlook.pane.getByRole('listbox').focus();
    await outlook.page.keyboard.press('End');
    const last = outlook.pane.locator(`[role=option][aria-posinset="${size}"]`);
    await last.getByText(/, /).waitFor();
    expect(await last.getAttribute('aria-setsize')).toBe(size);
    expect(await options(outlook).count()).toBeLessThan(60);
    await last.click();
    const card = outlook.pane.getByRole('article');
    await card.waitFor();
    await outlook.pane.getByRole('button', { name: 'Back' }).click();
    await last.getByText(/, /).waitFor();
    await outlook.pane.getByRole('searchbox').fill('note 11.');
    await outlook.pane.getByRole('option', { name: /Notes: Note 11\./ }).first().waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  }, 180_000);
});

describe('choosing the contact that an address is added to', () => {
  it('finds it by a note and says so', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: 'Add to a contact …' }).click();
    await outlook.pane.getByRole('searchbox').fill('writes on mondays');
    await outlook.pane.getByRole('button', { name: /Moller.*Notes: Writes on Mondays only\./ }).click();
    await outlook.pane.getByText('The address is added to Gerhart Moller.').waitFor();
    await outlook.close();
  });
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 100 && !(await holds()); n += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
  expect(await holds()).toBe(true);
}
