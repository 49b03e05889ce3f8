import { closeBrowser, graph, openOutlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterAll(closeBrowser);

describe('opening a mail', () => {
  it('shows the card of a known sender without a click', async () => {
    const outlook = await openOutlook('item=known');
    const card = outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' });
    await card.waitFor();
    for (const text of ['Marketing Manager', 'megan.bowen@fabrikam.example', '(425) 555-0142', '700 Harbour Street', 'In Contacts']) {
      await card.getByText(text).first().waitFor();
    }
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('saves a stranger with one click, knows them at the second look and after a reload', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    const saved = (await graph.contacts()).find((one) => one.displayName === 'Lena Hofmann');
    expect(saved).toMatchObject({ givenName: 'Lena', surname: 'Hofmann', fileAs: 'Hofmann, Lena' });

    await outlook.go('item=known');
    await outlook.go('item=stranger');
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    expect((await graph.contacts()).filter((one) => one.displayName === 'Lena Hofmann')).toHaveLength(1);
    await outlook.close();
  });

  it.each([
    ['apostrophe', "Contact: Sean O'Neil"],
    ['asa', 'Contact: Åsa Öberg'],
    ['sub-folder', 'Contact: Pavel Novák'],
  ])('knows the sender of "%s"', async (item, name) => {
    const outlook = await openOutlook(`item=${item}`);
    await outlook.pane.getByRole('article', { name }).waitFor();
    await outlook.close();
  });

  it('says in which folder a contact lies', async () => {
    const outlook = await openOutlook('item=sub-folder');
    await outlook.pane.getByText('In Prague').waitFor();
    await outlook.close();
  });

  it('calls a plus tag likely, never known, and adds the address to the contact', async () => {
    const outlook = await openOutlook('item=doe-jane');
    await outlook.pane.getByText('You have a contact with nearly this address.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Add the address to Jane Doe' }).click();
    await outlook.pane.getByText('The address is added to Jane Doe.').waitFor();
    const jane = (await graph.contacts()).find((one) => one.displayName === 'Jane Doe');
    expect((jane?.emailAddresses as { address: string }[]).map((email) => email.address)).toEqual(expect.arrayContaining(['jane@northwind.example', 'Jane+news@northwind.example']));
    await outlook.pane.getByRole('article', { name: 'Contact: Jane Doe' }).waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('You have a contact with nearly this address.').waitFor();
    await outlook.close();
  });

  it('shows both contacts that hold one address', async () => {
    const outlook = await openOutlook('item=twins');
    await outlook.pane.getByText('2 contacts have this address.').waitFor();
    await outlook.pane.getByRole('article', { name: 'Contact: Litware Reception' }).waitFor();
    await outlook.pane.getByRole('article', { name: 'Contact: Ana Trujillo' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('calls somebody of the same name likely', async () => {
    const outlook = await openOutlook('item=same-name');
    await outlook.pane.getByText('You have a contact of this name with another address.').waitFor();
    await outlook.close();
  });

  it('offers nothing to save for a machine', async () => {
    const outlook = await openOutlook('item=machine');
    await outlook.pane.getByText('Mail from this address is sent by a machine.').waitFor();
    expect(await outlook.pane.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await outlook.close();
  });

  it.each([
    ['non-latin', { displayName: '山田 太郎', surname: '山田', givenName: '太郎' }],
    ['suffix', { givenName: 'Omar', surname: 'van den Berg', title: 'Dr.' }],
    ['caps', { displayName: 'Grace Kim', givenName: 'Grace', surname: 'Kim', companyName: 'Proseware' }],
  ])('splits the name on "%s" well when saving', async (item, expected) => {
    const outlook = await openOutlook(`item=${item}`);
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('is saved.').waitFor();
    const saved = await graph.contacts();
    expect(saved).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
    await outlook.close();
  });
});

describe('meetings and drafts', () => {
  it('lists 60 attendees with verdicts, and asks Graph no more for them than for one once contacts are stored', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.clearRequests();
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.page.waitForTimeout(1500);
    const forOne = (await graph.requests()).filter((one) => !one.preflight).length;

    await graph.clearRequests();
    await outlook.go('item=event-60');
    await outlook.pane.getByText('60 people · 20 known · 40 new').waitFor();
    expect(await outlook.pane.getByRole('option').first().getAttribute('aria-setsize')).toBe('60');
    await outlook.page.waitForTimeout(1500);
    expect((await graph.requests()).filter((one) => !one.preflight).length).toBeLessThanOrEqual(forOne);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('saves one attendee from the list with one click', async () => {
    const outlook = await openOutlook('item=event-3');
    const stranger = outlook.pane.getByRole('button', { name: /^Save .+/ }).first();
    const name = ((await stranger.getAttribute('aria-label')) ?? '').replace('Save ', '');
    await stranger.click();
    await outlook.pane.getByText(`${name} is saved.`).waitFor();
    await outlook.pane.getByRole('button', { name: new RegExp(`${name}.*Known`) }).waitFor();
    await outlook.close();
  });

  it('opens a person of the list and goes back', async () => {
    const outlook = await openOutlook('item=event-3');
    await outlook.pane.getByRole('button', { name: /Known/ }).first().click();
    await outlook.pane.getByRole('article').waitFor();
    await outlook.pane.getByRole('button', { name: 'Everybody on this item' }).click();
    await outlook.pane.getByRole('heading', { name: 'People at this meeting' }).waitFor();
    await outlook.close();
  });

  it('reads the people of a meeting one organizes', async () => {
    const outlook = await openOutlook('item=event-organizer');
    await outlook.pane.getByRole('heading', { name: 'People you are inviting' }).waitFor();
    expect(await outlook.pane.getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
    await outlook.close();
  });

  it('reads the recipients of a draft', async () => {
    const outlook = await openOutlook('item=draft-three');
    await outlook.pane.getByRole('heading', { name: 'People on this draft' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('is calm on a draft without anybody', async () => {
    const outlook = await openOutlook('item=draft-empty');
    await outlook.pane.getByText('Nobody is on this yet').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });
});

describe('going through the mails with the pane pinned', () => {
  it('follows the selection without loading the pane anew', async () => {
    const outlook = await openOutlook('item=known&pinned=1');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.frame().evaluate(() => { (globalThis as { mark?: string }).mark = 'same page'; });
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    expect(await outlook.frame().evaluate(() => (globalThis as { mark?: string }).mark)).toBe('same page');
    await outlook.close();
  });

  it('loads anew when it is not pinned', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.frame().evaluate(() => { (globalThis as { mark?: string }).mark = 'same page'; });
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    expect(await outlook.frame().evaluate(() => (globalThis as { mark?: string }).mark)).toBeUndefined();
    await outlook.close();
  });

  it.each(['pinned=1', 'pinned=0'])('shows the last person after ten quick arrows, never an earlier one (%s)', async (pinned) => {
    const outlook = await openOutlook(`item=known&${pinned}`);
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.page.locator('[role=option][aria-selected=true]').first().focus();
    for (let n = 0; n < 10; n += 1) {
      await outlook.page.keyboard.press('ArrowDown');
      await outlook.page.waitForTimeout(40);
    }
    const item = new URL(outlook.page.url()).searchParams.get('item');
    expect(item).toBe('same-name');
    await outlook.pane.getByText('You have a contact of this name with another address.').waitFor();
    // Nothing that was under way for an earlier mail may come through afterwards.
    for (let n = 0; n < 10; n += 1) {
      await outlook.page.waitForTimeout(150);
      expect(await outlook.pane.getByRole('heading', { level: 1 }).first().textContent()).toBe('Diego Siciliani');
    }
    await outlook.close();
  });
});
