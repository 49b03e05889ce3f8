import type { BrowserContextOptions } from 'playwright-core';
import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';
import { waitUntil } from './support/waitUntil.ts';

beforeEach(() => graph.reset());
afterEach(closeBrowser);
jest.setTimeout(120_000);

type Stored = { readonly displayName: string; readonly folder: string; readonly categories: readonly string[]; readonly id: string };
const stored = async () => (await graph.contacts()) as unknown as readonly Stored[];

const waitFor = (what: () => Promise<boolean>) => waitUntil(what, 30_000);

async function choose(outlook: Outlook, whom: string): Promise<void> {
  const { pane } = outlook;
  if (await pane.getByRole('button', { name: 'Select …' }).count() === 0) await pane.getByRole('button', { name: 'Select', exact: true }).click();
  await pane.getByRole('button', { name: 'Select …' }).click();
  await pane.getByRole('menuitem', { name: whom }).click();
}

describe('what the list says of people', () => {
  it('calls a colleague whom Outlook knows from the directory, and filters by them', async () => {
    const outlook = await openOutlook('item=colleagues');
    const { pane } = outlook;
    await pane.getByText('Contacts as of just now').waitFor();
    await pane.getByRole('option', { name: /^Miriam Graham.*Colleague.*New$/ }).waitFor();
    await pane.getByRole('option', { name: /^Lee Gu.*Colleague.*New$/ }).waitFor();
    expect(await pane.getByRole('option', { name: /^Lena Hofmann.*Colleague/ }).count()).toBe(0);
    await pane.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Colleague 2' }).click();
    await pane.getByText('2 of 7 people').waitFor();
    expect(await pane.getByRole('listbox').getByRole('option').count()).toBe(2);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('shows the folder with its sign and a category with its colour, though both are called the same', async () => {
    const outlook = await openOutlook('item=colleagues');
    const { pane } = outlook;
    await pane.getByText('Contacts as of just now').waitFor();
    const hana = pane.getByRole('option', { name: /^Hana Vance.*Folder Family · Category Family ·.*Known$/ });
    await hana.waitFor();
    // Purple, as in the list of categories.
    await waitFor(() => hana.evaluate((row) => [...row.querySelectorAll('span')].some((one) => getComputedStyle(one).backgroundColor === 'rgb(123, 63, 181)')));
    expect(await hana.evaluate((row) => row.getBoundingClientRect().height)).toBe(52);
    await outlook.close();
  });

  it('says where the mail names somebody otherwise than is stored, and what the mail says', async () => {
    const outlook = await openOutlook('item=colleagues');
    const { pane } = outlook;
    await pane.getByText('Contacts as of just now').waitFor();
    await pane.getByRole('option', { name: /^Sean O'Neil.*Other name, Other company: Ronan Byrne \(Wingtip\).*Known$/ }).waitFor();
    await pane.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Differs 1' }).click();
    await pane.getByText('1 of 7 people').waitFor();
    expect(await pane.getByRole('listbox').getByRole('option').count()).toBe(1);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });
});

describe('what is done with the chosen of sixty', () => {
  const meeting = async (...options: [BrowserContextOptions?]) => {
    const outlook = await openOutlook('item=event-60', ...options);
    await outlook.pane.getByText('60 people · 20 known · 40 new').waitFor();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    return outlook;
  };

  it('chooses exactly those one asks for, and says how many', async () => {
    const outlook = await meeting();
    const { pane } = outlook;
    await choose(outlook, 'Everybody shown (60)');
    await pane.getByText('60 selected').waitFor();
    await choose(outlook, 'All: New (40)');
    await pane.getByText('40 selected').waitFor();
    await choose(outlook, 'All: Known (20)');
    await pane.getByText('20 selected').waitFor();
    await outlook.close();
  });

  it('leaves four rows in sight in a low window, each act having its name', async () => {
    const outlook = await meeting({ viewport: { width: 1280, height: 600 } });
    const { pane } = outlook;
    await choose(outlook, 'Everybody shown (60)');
    await pane.getByText('60 selected · 20 known').waitFor();
    for (const name of ['Save 40 new people', 'Categories …', 'Follow up', 'Move to folder …', 'Delete', 'Write to these', 'Invite these', 'Copy addresses', 'Cancel selection']) {
      await pane.getByRole('button', { name, exact: true }).waitFor();
    }
    const whole = await pane.getByRole('listbox').evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect();
      return [...list.querySelectorAll('[role=option]')].filter((row) => row.getBoundingClientRect().top >= top && row.getBoundingClientRect().bottom <= Math.min(bottom, innerHeight)).length;
    });
    expect(whole).toBeGreaterThanOrEqual(4);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('puts a category on all known ones, and takes it off again as one', async () => {
    const outlook = await meeting();
    const { pane } = outlook;
    const carriers = async () => (await stored()).filter(({ categories }) => categories.includes('Press')).length;
    const before = await carriers();
    await choose(outlook, 'All: Known (20)');
    await pane.getByRole('button', { name: 'Categories …' }).click();
    await pane.getByRole('dialog', { name: 'Categories of 20 contacts' }).getByRole('checkbox', { name: 'Press' }).click();
    await pane.getByRole('button', { name: 'Apply' }).click();
    await waitFor(async () => (await carriers()) === before + 20);
    await pane.getByRole('button', { name: 'Undo' }).click();
    await waitFor(async () => (await carriers()) === before);
    await outlook.close();
  });

  it('flags all known ones, and takes the flags off again as one', async () => {
    const outlook = await meeting();
    const { pane } = outlook;
    const token = await graph.token();
    const flagged = async () => {
      const answer = await graph.asUser(token, 'GET', '/beta/me/contacts?$select=flag&$top=200');
      return ((await answer.json()) as { value: readonly { flag?: { flagStatus: string } }[] }).value.filter(({ flag }) => flag?.flagStatus === 'flagged').length;
    };
    const before = await flagged();
    await choose(outlook, 'All: Known (20)');
    await pane.getByRole('button', { name: 'Follow up', exact: true }).click();
    await pane.getByRole('menuitem', { name: 'Tomorrow' }).click();
    await waitFor(async () => (await flagged()) === before + 20);
    await pane.getByRole('button', { name: 'Undo' }).click();
    await waitFor(async () => (await flagged()) === before);
    await outlook.close();
  });

  it('moves all known ones to a folder, and back again as one', async () => {
    const outlook = await meeting();
    const { pane } = outlook;
    const inFamily = async () => (await stored()).filter(({ folder }) => folder === 'Family').map(({ displayName }) => displayName).sort();
    const before = await inFamily();
    await choose(outlook, 'All: Known (20)');
    await pane.getByRole('button', { name: 'Move to folder …' }).click();
    const panel = pane.getByRole('group', { name: 'Move 20 contacts to another folder' });
    await panel.getByLabel('Folder').selectOption({ label: '\u2003Family' });
    expect(await outlook.accessibility()).toEqual([]);
    await panel.getByRole('button', { name: 'Move', exact: true }).click();
    await waitFor(async () => (await inFamily()).length === before.length + 20);
    await pane.getByText('60 people · 20 known · 40 new').waitFor();
    await pane.getByRole('button', { name: 'Undo' }).click();
    await waitFor(async () => JSON.stringify(await inFamily()) === JSON.stringify(before));
    await pane.getByText('60 people · 20 known · 40 new').waitFor();
    await outlook.close();
  });
});
