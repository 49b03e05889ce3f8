import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

const extension = 'com.contactpane.fields';
const idOfMegan = async () => String((await graph.contacts()).find((one) => one.displayName === 'Megan Bowen')?.id);
async function values(): Promise<Record<string, unknown> | null> {
  const answer = await graph.asUser(await graph.token(), 'GET', `/v1.0/me/contacts/${encodeURIComponent(await idOfMegan())}/extensions/${extension}`);
  return answer.ok ? await answer.json() as Record<string, unknown> : null;
}

async function start(query = 'item=known'): Promise<Outlook> {
  const outlook = await openOutlook(query);
  await outlook.pane.getByText('Contacts as of just now').waitFor();
  return outlook;
}
async function define({ pane }: Outlook, fields: readonly (readonly [label: string, kind: string, choices?: string])[]): Promise<void> {
  await pane.getByRole('button', { name: 'More' }).click();
  await pane.getByRole('menuitem', { name: 'Your own fields' }).click();
  for (const [label, kind, choices] of fields) {
    await pane.getByRole('button', { name: 'New field' }).click();
    await pane.getByLabel('Name of the field').fill(label);
    await pane.getByLabel('Kind').selectOption(kind);
    if (choices !== undefined) await pane.getByLabel('Choices, one in a line').fill(choices);
    await pane.getByRole('button', { name: 'Add the field' }).click();
    await pane.getByRole('button', { name: `Change ${label}` }).waitFor();
  }
}
const toCard = ({ pane }: Outlook) => pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'This item' }).click();
const section = ({ pane }: Outlook) => pane.getByRole('region', { name: 'Your own fields: Megan Bowen' });
const all = [['Shoe size', 'Number'], ['Member since', 'Date'], ['Colour', 'Choice', 'Red\nGreen'], ['Newsletter', 'Yes or no'], ['Team name', 'Text']] as const;

describe('fields of one\'s own', () => {
  it('of every kind are set here, read over HTTP, changed there and seen here, and taken back', async () => {
    const outlook = await start('item=known&locale=de-DE');
    const { pane } = outlook;
    await define(outlook, all);
    expect(await outlook.accessibility()).toEqual([]);
    await toCard(outlook);
    await section(outlook).getByRole('button', { name: 'Change your own fields' }).click();
    await section(outlook).getByLabel('Shoe size').fill('1.5');
    await section(outlook).getByRole('button', { name: 'Save' }).click();
    await section(outlook).getByText('Write a number, for example 1.234,5.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await section(outlook).getByLabel('Shoe size').fill('41,5');
    await section(outlook).getByLabel('Member since').fill('2024-02-29');
    await section(outlook).getByLabel('Colour').selectOption('Green');
    await section(outlook).getByLabel('Newsletter').selectOption('No');
    await section(outlook).getByLabel('Team name').fill('  Meg ');
    await section(outlook).getByLabel('Team name').press('Enter');
    await section(outlook).getByText('29. Februar 2024').waitFor();
    await section(outlook).getByText('41,5').waitFor();
    await pane.getByText('Your own fields of Megan Bowen are changed.').waitFor();
    expect(await values()).toMatchObject({ shoeSize: 41.5, memberSince: '2024-02-29', colour: 'Green', newsletter: false, teamName: 'Meg' });
    await outlook.page.reload();
    await section(outlook).getByText('29. Februar 2024').waitFor();
    await pane.getByRole('button', { name: 'What you did' }).click();
    await pane.getByRole('button', { name: 'Undo' }).first().click();
    await waitUntil(async () => ((await values())?.shoeSize ?? null) === null);
    // Set elsewhere, with a value nobody has defined here.
    await graph.asUser(await graph.token(), 'PATCH', `/v1.0/me/contacts/${encodeURIComponent(await idOfMegan())}/extensions/${extension}`,
      Buffer.from(JSON.stringify({ '@odata.type': 'microsoft.graph.openTypeExtension', 'shoeSize': 43, 'lockerNumber': 'B 12' })));
    await graph.change({ user: 'adele', contactId: await idOfMegan(), op: 'patch', body: { jobTitle: 'Moved on' } });
    await outlook.go('item=known&locale=de-DE');
    await pane.getByRole('button', { name: 'Refresh' }).click();
    await pane.getByText('Moved on').waitFor();
    await section(outlook).getByText('43').waitFor();
    await section(outlook).getByText('lockerNumber').waitFor();
    // What is not defined here survives a change here.
    await section(outlook).getByRole('button', { name: 'Change your own fields' }).click();
    await section(outlook).getByLabel('Shoe size').fill('44');
    await section(outlook).getByRole('button', { name: 'Save' }).click();
    await waitUntil(async () => (await values())?.shoeSize === 44);
    expect(await values()).toMatchObject({ lockerNumber: 'B 12' });
    await outlook.close();
  });

  it('are renamed, put in another order and removed; values of a removed one stay, unseen in the editor', async () => {
    const outlook = await start();
    const { pane } = outlook;
    await define(outlook, [['Floor', 'Number'], ['Desk', 'Text']]);
    await pane.getByRole('button', { name: 'New field' }).click();
    await pane.getByLabel('Name of the field').fill('desk');
    await pane.getByRole('button', { name: 'Add the field' }).click();
    await pane.getByText('There is a field desk already.').waitFor();
    await pane.getByRole('button', { name: 'Cancel' }).click();
    await pane.getByRole('button', { name: 'Move Desk up' }).click();
    await pane.getByRole('button', { name: 'Change Floor' }).click();
    await pane.getByLabel('Name of the field').fill('Storey');
    await pane.getByLabel('Name of the field').press('Enter');
    await pane.getByRole('button', { name: 'Change Storey' }).waitFor();
    expect((await pane.getByRole('list', { name: 'Your own fields' }).getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['Desk', 'Storey']);
    await toCard(outlook);
    await section(outlook).getByRole('button', { name: 'Change your own fields' }).click();
    await section(outlook).getByLabel('Storey').fill('3');
    await section(outlook).getByRole('button', { name: 'Save' }).click();
    await waitUntil(async () => (await values())?.floor === 3);
    await pane.getByRole('button', { name: 'More' }).click();
    await pane.getByRole('menuitem', { name: 'Your own fields' }).click();
    await pane.getByRole('button', { name: 'Remove Storey' }).click();
    await pane.getByRole('group', { name: 'Remove the field Storey?' }).getByRole('button', { name: 'Remove', exact: true }).click();
    await pane.getByRole('button', { name: 'Change Storey' }).waitFor({ state: 'detached' });
    await outlook.page.reload();
    await section(outlook).getByRole('heading', { name: 'Other fields' }).waitFor();
    await section(outlook).getByText('floor', { exact: true }).waitFor();
    expect((await values())?.floor).toBe(3);
    await outlook.close();
  });

  it('keep what was typed through a reload, and save once when Graph comes back', async () => {
    const outlook = await start();
    await define(outlook, [['Floor', 'Number']]);
    await toCard(outlook);
    await section(outlook).getByRole('button', { name: 'Change your own fields' }).click();
    await section(outlook).getByLabel('Floor').fill('7');
    await outlook.page.waitForTimeout(300);
    await outlook.page.reload();
    await section(outlook).getByText('What you typed before is back.').waitFor();
    expect(await section(outlook).getByLabel('Floor').inputValue()).toBe('7');
    await graph.faults([{ kind: 'cutAfter', method: 'POST', path: '/v1.0/me/contacts', times: 1 }, { kind: 'status', status: 503, path: '/v1.0/$batch', times: 2 }]);
    await section(outlook).getByRole('button', { name: 'Save' }).click();
    await section(outlook).getByText('7', { exact: true }).waitFor();
    await waitUntil(async () => (await values())?.floor === 7);
    await outlook.close();
  });

  it('are refused in a sentence when the mailbox has no room for them', async () => {
    const outlook = await start();
    const { pane } = outlook;
    await define(outlook, [['Floor', 'Number']]);
    await pane.getByRole('button', { name: 'New field' }).click();
    await pane.getByLabel('Name of the field').fill('Everything');
    await pane.getByLabel('Kind').selectOption('Choice');
    await pane.getByLabel('Choices, one in a line').fill(Array.from({ length: 30 }, (_, n) => `${n} ${'long '.repeat(200)}`).join('\n'));
    await pane.getByRole('button', { name: 'Add the field' }).click();
    await pane.getByText('There is no room for this').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    // What was typed is still there.
    expect(await pane.getByLabel('Name of the field').inputValue()).toBe('Everything');
    await outlook.page.reload();
    await section(outlook).waitFor();
    await outlook.close();
  });
});

describe('fields of the organisation', () => {
  it('are read from its schema extension and written to it by the same editor', async () => {
    const outlook = await start('item=known&org=fields');
    const there = async () => {
      const answer = await graph.asUser(await graph.token(), 'GET', `/v1.0/me/contacts/${encodeURIComponent(await idOfMegan())}?$select=id,contoso_people`);
      return ((await answer.json()) as { contoso_people?: Record<string, unknown> }).contoso_people ?? {};
    };
    await section(outlook).getByRole('button', { name: 'Change your own fields' }).click();
    await section(outlook).getByLabel('floor').fill('1.5');
    await section(outlook).getByRole('button', { name: 'Save' }).click();
    await section(outlook).getByText('Write a whole number').waitFor();
    await section(outlook).getByLabel('floor').fill('4');
    await section(outlook).getByLabel('joined').fill('2024-02-29');
    await section(outlook).getByLabel('keyHolder').selectOption('Yes');
    await section(outlook).getByRole('button', { name: 'Save' }).click();
    await waitUntil(async () => (await there()).floor === 4);
    expect(await there()).toMatchObject({ keyHolder: true, joined: '2024-02-29T00:00:00Z' });
    await section(outlook).getByText('February 29, 2024').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await waitUntil(async () => ((await there()).floor ?? null) === null);
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
