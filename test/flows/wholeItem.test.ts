import type { Outlook } from './support/outlook.ts';
import { closeBrowser, graph, openOutlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterAll(closeBrowser);

const all = '200 people · 21 known · 178 new';
const show = (outlook: Outlook) => outlook.pane.getByRole('button', { name: 'Show everybody' });
/** What Outlook gives of a folded header: the sender, and twenty of each line. */
const cut = 'Outlook told us of 41 people. There may be more on this item.';
const question = (outlook: Outlook) => outlook.pane.getByRole('region', { name: 'One more permission is needed' });

/** The contacts are agreed to, and the list says what Outlook told of. */
async function folded(item = 'folded-200', more = ''): Promise<Outlook> {
  const outlook = await openOutlook(`item=${item}&signin=consent${more}`);
  await outlook.pane.getByRole('button', { name: 'Continue' }).click();
  await outlook.page.getByRole('button', { name: 'Accept' }).click();
  await outlook.pane.getByText('Contacts as of just now').waitFor();
  return outlook;
}

describe('a folded header with 200 recipients', () => {
  it('is said to be cut; one click and a permission show everybody, once', async () => {
    const outlook = await folded();
    const { pane, page } = outlook;
    await pane.getByText(cut).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    expect((await graph.requests()).some((one) => one.path.includes('/me/messages'))).toBe(false);
    await show(outlook).press('Enter');
    await question(outlook).getByText('It cannot read the text of any mail.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    expect(await pane.getByRole('group', { name: 'How many Outlook told of' }).evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Tab');
    expect(await pane.getByRole('group', { name: 'How many Outlook told of' }).evaluate((box) => document.hasFocus() && document.activeElement !== box && box.contains(document.activeElement))).toBe(true);
    await question(outlook).getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('dialog', { name: 'Permissions requested' }).getByText('Mail.ReadBasic').waitFor();
    await page.getByRole('button', { name: 'Accept' }).click();
    await pane.getByText('All 200 people on this item are here.').waitFor();
    await pane.getByText(all).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    // Outlook is asked once more about the same item, and tells of 41 again.
    await outlook.frame().evaluate(() => { window.dispatchEvent(new Event('focus')); });
    await page.waitForTimeout(600);
    await pane.getByText(all).waitFor();
    expect((await graph.requests()).filter((one) => one.path.includes('/me/messages') && one.preflight !== true)).toHaveLength(1);
    await outlook.close();
  });

  it('stays as Outlook told it when the permission is refused, and says so', async () => {
    const outlook = await folded();
    await show(outlook).click();
    await question(outlook).getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('dialog', { name: 'Permissions requested' }).getByRole('button', { name: 'Cancel' }).click();
    await question(outlook).getByRole('alert').waitFor();
    await outlook.pane.getByText(cut).waitFor();
    await outlook.pane.getByText(/^41 people/).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    // Another try is there, and works.
    await question(outlook).getByRole('button', { name: 'Try again' }).click();
    await outlook.page.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByText(all).waitFor();
    await outlook.close();
  });

  it('shows nothing of it on another mail that was opened before the answer came', async () => {
    const outlook = await openOutlook('item=folded-200&pinned=1');
    const { pane, page } = outlook;
    await pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'latency', ms: 1500, path: '/me/messages/' }]);
    await show(outlook).click();
    await pane.getByText('Reading everybody on this item').waitFor();
    await page.getByText('Kick-off: who brings what').first().click();
    await pane.getByText(/^9 people/).waitFor();
    await page.waitForTimeout(2200);
    await pane.getByText(/^9 people/).waitFor();
    expect(await pane.getByText(/All \d+ people/).count()).toBe(0);
    await outlook.close();
  });

  it('in somebody else\'s folder says that it cannot be read from one\'s own mailbox', async () => {
    const outlook = await openOutlook('item=folded-200&shared=1');
    await show(outlook).click();
    await outlook.pane.getByText('This item is not in your own mailbox').waitFor();
    await outlook.pane.getByText(/^41 people/).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });
});

it('a meeting of which Outlook tells in part is read whole, with the answers', async () => {
  const outlook = await openOutlook('item=event-60&limit=20');
  await show(outlook).click();
  await outlook.pane.getByText('All 60 people on this item are here.').waitFor();
  await outlook.pane.getByText('60 people · 20 known · 40 new').waitFor();
  await outlook.close();
});

describe('a group on the mail', () => {
  const open = async (outlook: Outlook) => {
    await outlook.pane.getByText(/Fair Team/).first().click();
    await outlook.pane.getByRole('region', { name: 'This is a group of people.' }).getByRole('button', { name: 'Show who is in it' }).click();
  };

  it('keeps the keyboard in the pane while it is read', async () => {
    const outlook = await openOutlook('item=group');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByText(/Fair Team/).first().click();
    await outlook.pane.getByRole('button', { name: 'Show who is in it' }).press('Enter');
    await outlook.pane.getByText('6 people in this group: now among the people on this item.').waitFor();
    expect(await outlook.frame().evaluate(() => document.hasFocus() && document.activeElement?.tagName)).toBe('SECTION');
    await outlook.page.keyboard.press('Tab');
    expect(await outlook.frame().evaluate(() => document.hasFocus() && document.activeElement?.tagName)).toBe('BUTTON');
    await outlook.close();
  });

  it('shows its members, those of a group within it too', async () => {
    const outlook = await openOutlook('item=group');
    await open(outlook);
    await outlook.pane.getByText('6 people in this group: now among the people on this item.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Everybody on this item' }).click();
    await outlook.pane.getByText(/^8 people/).waitFor();
    for (const name of ['Henrietta Mueller', 'Nestor Wilke', 'Miriam Graham']) await outlook.pane.getByText(name).first().waitFor();
    await outlook.close();
  });

  it('needs an administrator, and says so with the way to one', async () => {
    const outlook = await folded('group');
    await open(outlook);
    await question(outlook).getByText('An administrator of your organisation has to allow this.').waitFor();
    await question(outlook).getByRole('button', { name: 'Continue' }).click();
    await outlook.pane.getByText('Your organisation has not allowed Contact Pane yet.').waitFor();
    await outlook.pane.getByRole('link', { name: 'Open the approval page' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Everybody on this item' }).click();
    await outlook.pane.getByText(/^3 people/).waitFor();
    await outlook.close();
  });

  it('cannot be looked into with a personal account, and nothing offers it', async () => {
    const outlook = await openOutlook('item=group&user=pat&mailbox=outlookCom&naa=on');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByText(/Fair Team/).first().click();
    await outlook.pane.getByText('fair.team@contoso.example').first().waitFor();
    expect(await outlook.pane.getByRole('button', { name: 'Show who is in it' }).count()).toBe(0);
    await outlook.close();
  });
});
