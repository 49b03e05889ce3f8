import { closeBrowser, graph, openOutlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterAll(closeBrowser);

const meganOnServer = async () => (await graph.contacts()).find((one) => one.givenName === 'Megan');

describe('the card', () => {
  it('copies an address and opens a new mail', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await outlook.pane.getByRole('button', { name: 'Copy megan.bowen@fabrikam.example' }).click();
    await outlook.pane.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await outlook.page.evaluate(() => navigator.clipboard.readText())).toBe('megan.bowen@fabrikam.example');
    await outlook.pane.getByRole('button', { name: 'Write a mail', exact: true }).click();
    await outlook.page.getByRole('dialog').getByText('megan.bowen@fabrikam.example').waitFor();
    await outlook.close();
  });

  it('deletes after asking, and brings the contact back with everything on undo', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    const before = await meganOnServer();
    await outlook.pane.getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByRole('group', { name: /Delete Megan Bowen/ }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('group').getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByText('Megan Bowen is deleted.').waitFor();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    expect(await meganOnServer()).toBeUndefined();
    expect(await outlook.accessibility()).toEqual([]);

    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('Megan Bowen is back.').waitFor();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    const { id: _id, changeKey: _key, '@odata.etag': _etag, createdDateTime: _created, lastModifiedDateTime: _modified, ...rest } = before ?? {};
    const after = await meganOnServer();
    for (const name of ['emailAddresses', 'businessPhones', 'homePhones', 'mobilePhone', 'businessAddress', 'homeAddress', 'personalNotes', 'birthday', 'categories', 'companyName', 'jobTitle', 'title', 'nickName', 'fileAs', 'displayName']) {
      expect({ [name]: after?.[name] }).toEqual({ [name]: rest[name] });
    }
    await outlook.close();
  });

  it('keeps the contact when the person thinks better of deleting it', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByRole('button', { name: 'Keep' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    expect(await meganOnServer()).toBeDefined();
    await outlook.close();
  });

  it('shows what was changed in Outlook after a look for changes', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    const megan = await meganOnServer();
    await graph.change({ user: 'adele', contactId: megan?.id, op: 'patch', body: { jobTitle: 'Chief of Staff' } });
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    await outlook.pane.getByText('Chief of Staff').waitFor();
    await outlook.close();
  });
});

describe('adding an address to a contact one has', () => {
  it('finds the contact by a part of the company and adds the address', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByRole('button', { name: 'Add to a contact …' }).click();
    await outlook.pane.getByRole('searchbox').fill('sicil');
    await outlook.pane.getByRole('button', { name: /Diego Siciliani/ }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: /Diego Siciliani/ }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Diego Siciliani' }).waitFor();
    await outlook.pane.getByText('The address is added to Diego Siciliani.').waitFor();
    const diego = (await graph.contacts()).find((one) => one.displayName === 'Diego Siciliani');
    expect((diego?.emailAddresses as { address: string }[]).map((email) => email.address)).toContain('lena.hofmann@adatum.example');
    await outlook.close();
  });

  it('does not offer a contact that is full', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByRole('button', { name: 'Add to a contact …' }).click();
    await outlook.pane.getByRole('searchbox').fill('megan');
    await outlook.pane.getByText('This contact already has three addresses').waitFor();
    await outlook.close();
  });
});

describe('editing', () => {
  it('changes what was typed and nothing else', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Head of Partnerships');
    expect(await outlook.accessibility()).toEqual([]);
    const before = await meganOnServer();
    await graph.clearRequests();
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    await outlook.pane.getByRole('article').getByText('Head of Partnerships').waitFor();
    const after = await meganOnServer();
    expect(after).toMatchObject({ jobTitle: 'Head of Partnerships', displayName: 'Megan Bowen', emailAddresses: before?.emailAddresses as object });
    expect((await graph.requests()).filter((one) => one.method === 'PATCH')).toHaveLength(1);
    await outlook.close();
  });

  it('saves a stranger through the form, into a folder, with all that was typed', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByRole('button', { name: 'Save with details …' }).click();
    await outlook.pane.getByLabel('Company').fill('A. Datum');
    await outlook.pane.getByLabel('Mobile').fill('+49 171 555 0143');
    await outlook.pane.getByLabel('Folder').selectOption('Suppliers');
    await outlook.pane.getByRole('button', { name: 'Personal' }).click();
    await outlook.pane.getByLabel('Birthday').fill('1984-02-29');
    await outlook.pane.getByRole('button', { name: 'Notes' }).click();
    await outlook.pane.getByLabel('Notes').fill('met in Hamburg');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    for (const text of ['In Suppliers', 'February 29, 1984', 'met in Hamburg']) await outlook.pane.getByText(text).waitFor();
    expect((await graph.contacts()).find((one) => one.displayName === 'Lena Hofmann')).toMatchObject({
      companyName: 'A. Datum', mobilePhone: '+49 171 555 0143', personalNotes: 'met in Hamburg', birthday: expect.stringMatching(/^1984-02-29T/) as string,
    });
    await outlook.close();
  });

  it('marks what has to be mended and puts the cursor there', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByRole('button', { name: 'Save with details …' }).click();
    await outlook.pane.getByRole('textbox', { name: 'E-mail' }).fill('lena@');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('This is not a complete mail address.').waitFor();
    expect(await outlook.pane.getByRole('textbox', { name: 'E-mail' }).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('asks when the same field was changed elsewhere, and keeps the rest', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Mine');
    const megan = await meganOnServer();
    await graph.change({ user: 'adele', contactId: megan?.id, op: 'patch', body: { jobTitle: 'Theirs', department: 'Sales' } });
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen was changed by you and somewhere else.').first().waitFor();
    await outlook.pane.getByRole('button', { name: 'Choose what to keep' }).click();
    await outlook.pane.getByRole('radio', { name: 'Theirs: Theirs' }).waitFor();
    expect(await outlook.pane.getByRole('radio', { name: 'Yours: Mine' }).isChecked()).toBe(true);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    await outlook.pane.getByRole('article').getByText('Mine').waitFor();
    expect(await meganOnServer()).toMatchObject({ jobTitle: 'Mine', department: 'Sales' });
    await outlook.close();
  });

  it('keeps typed text when the mail changes under a pinned pane', async () => {
    const outlook = await openOutlook('item=known&pinned=1');
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Typed and not saved');
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('You are still editing Megan Bowen.').waitFor();
    expect(await outlook.pane.getByLabel('Job title').inputValue()).toBe('Typed and not saved');
    await outlook.pane.getByRole('button', { name: 'Show the open item' }).click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Go on editing Megan Bowen' }).click();
    await outlook.pane.getByText('What you typed before is back.').waitFor();
    expect(await outlook.pane.getByLabel('Job title').inputValue()).toBe('Typed and not saved');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    expect(await meganOnServer()).toMatchObject({ jobTitle: 'Typed and not saved' });
    await outlook.close();
  });

  it('keeps typed text when an unpinned pane is loaded anew', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Typed and not saved');
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Go on editing Megan Bowen' }).click();
    await outlook.pane.getByText('What you typed before is back.').waitFor();
    expect(await outlook.pane.getByLabel('Job title').inputValue()).toBe('Typed and not saved');
    await outlook.close();
  });

  it('forgets a draft that is discarded', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Typed and not saved');
    await outlook.pane.getByRole('button', { name: 'Discard' }).click();
    await outlook.pane.getByRole('article').waitFor();
    await outlook.page.reload();
    await outlook.pane.getByRole('article').waitFor();
    expect(await outlook.pane.getByText('Go on editing').count()).toBe(0);
    await outlook.close();
  });

  it('can be done by keyboard alone', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).focus();
    await outlook.page.keyboard.press('Tab');
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByRole('heading', { name: 'New contact' }).waitFor();
    const focused = () => outlook.frame().evaluate(() => document.activeElement?.textContent ?? '');
    await expect(focused()).resolves.toBe('New contact');
    await outlook.pane.getByLabel('First name').focus();
    await outlook.page.keyboard.press('Tab');
    await outlook.page.keyboard.press('ControlOrMeta+a');
    await outlook.page.keyboard.type('Hofmann-Reuter');
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann-Reuter' }).waitFor();
    await expect(focused()).resolves.toBe('Lena Hofmann-Reuter');
    await outlook.close();
  });
});
