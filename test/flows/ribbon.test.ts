import { closeBrowser, graph, openOutlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

const lenas = async () => (await graph.contacts()).filter((one) => one.displayName === 'Lena Hofmann');

describe('"Add sender to contacts" in the ribbon', () => {
  it('saves the sender without the pane, says so on the message, and can be taken back in the pane', async () => {
    const outlook = await openOutlook('item=stranger&pane=closed');
    await outlook.page.getByRole('button', { name: 'Add sender to contacts' }).click();
    await outlook.page.getByRole('status').getByText('Lena Hofmann is in your contacts now.').waitFor();
    expect(await lenas()).toHaveLength(1);
    // Outlook was told that the command has ended, so the button can be pressed again and the page behind it is gone.
    await outlook.page.locator('iframe').waitFor({ state: 'detached' });

    await outlook.page.getByRole('button', { name: 'Contact Pane' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('button', { name: /Undo/ }).first().click();
    await expectLenas(0);
    await outlook.close();
  });

  it('shows in an open pane what it did', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.page.getByRole('button', { name: 'Add sender to contacts' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await expectLenas(1);
    await outlook.close();
  });

  it('doubles nobody: not who is there, not on a second press', async () => {
    const outlook = await openOutlook('item=known&pane=closed');
    const before = (await graph.contacts()).length;
    await outlook.page.getByRole('button', { name: 'Add sender to contacts' }).click();
    await outlook.page.getByRole('status').getByText(/is in your contacts already/).waitFor();
    expect(await graph.contacts()).toHaveLength(before);
    await outlook.go('item=stranger&pane=closed');
    for (const said of [/is in your contacts now/, /is in your contacts already/]) {
      await outlook.page.getByRole('button', { name: 'Add sender to contacts' }).click();
      await outlook.page.getByRole('status').getByText(said).waitFor();
    }
    expect(await lenas()).toHaveLength(1);
    await outlook.close();
  });

  it.each([
    ['item=same-name', /may be in your contacts already\. Open Contact Pane to decide/],
    ['item=machine', /There is nobody to add/],
    ['item=stranger&signin=consent', /open Contact Pane once and sign in there/],
    ['item=known&user=olga', /contacts of this mailbox are not on Microsoft Graph/],
  ])('adds nobody and says why: %s', async (situation, sentence) => {
    const outlook = await openOutlook(`${situation}&pane=closed`);
    await outlook.page.getByRole('button', { name: 'Add sender to contacts' }).click();
    await outlook.page.getByRole('status').getByText(sentence).waitFor();
    expect((await graph.requests()).filter((one) => one.method === 'POST' && /contacts/i.test(one.path))).toEqual([]);
    await outlook.close();
  });

  it('keeps what Graph does not take yet, and the pane sends it once', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.page.getByRole('button', { name: 'Close pane' }).click();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.page.getByRole('button', { name: 'Add sender to contacts' }).click();
    await outlook.page.getByRole('status').getByText('Lena Hofmann is kept on this device').waitFor();
    await graph.faults([]);
    await outlook.page.getByRole('button', { name: 'Contact Pane' }).click();
    await expectLenas(1);
    await outlook.page.waitForTimeout(1500);
    expect(await lenas()).toHaveLength(1);
    await outlook.close();
  });
});

async function expectLenas(count: number): Promise<void> {
  const end = Date.now() + 30_000;
  while ((await lenas()).length !== count) {
    if (Date.now() > end) throw new Error(`Graph has ${(await lenas()).length} of her instead of ${count}.`);
    await new Promise((later) => setTimeout(later, 200));
  }
}
