import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

const megan = async () => (await graph.contacts()).find((one) => one.givenName === 'Megan');

describe('acts that outlive the pane', () => {
  it('an edit made without a connection is sent once, after a reload and when the connection is back', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Made on the train');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article').getByText('Made on the train').waitFor();
    await outlook.page.reload();
    await outlook.pane.getByRole('article').getByText('Made on the train').waitFor();
    await outlook.pane.getByRole('article').getByText('Not yet in Outlook').waitFor();
    await graph.faults([]);
    await graph.clearRequests();
    // By itself, after its pause.
    await outlook.pane.getByRole('article').getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect((await megan())?.jobTitle).toBe('Made on the train');
    await outlook.page.waitForTimeout(1500);
    expect((await graph.requests()).filter((one) => one.method === 'PATCH')).toHaveLength(1);
    await outlook.close();
  });

  it('somebody saved without a connection is there once when it is back', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await graph.faults([]);
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect((await graph.contacts()).filter((one) => one.displayName === 'Lena Hofmann')).toHaveLength(1);
    await outlook.close();
  });

  it('a delete can be undone after a reload: the person is back with picture, categories and notes', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    const before = await megan();
    const token = await graph.token();
    const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
    await graph.asUser(token, 'PUT', `/v1.0/me/contacts/${encodeURIComponent(String(before?.id))}/photo/$value`, picture, 'image/jpeg');
    await outlook.pane.getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByRole('group').getByRole('button', { name: 'Delete' }).click();
    await outlook.pane.getByText('Megan Bowen is deleted.').waitFor();
    await outlook.page.reload();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByText('Megan Bowen deleted').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('Megan Bowen brought back').waitFor();
    await outlook.pane.getByRole('button', { name: 'Back' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.pane.getByRole('article').getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    const after = await megan();
    expect(after).toMatchObject({ categories: before?.categories, personalNotes: before?.personalNotes, emailAddresses: before?.emailAddresses } as object);
    const back = await graph.asUser(token, 'GET', `/v1.0/me/contacts/${encodeURIComponent(String(after?.id))}/photo/$value`);
    expect(Buffer.from(await back.arrayBuffer()).equals(picture)).toBe(true);
    await outlook.close();
  });

  it('lets the keyboard go on where it was after a save', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('By keyboard');
    await outlook.page.keyboard.press('Control+Enter');
    const focused = () => outlook.frame().evaluate(() => (document.hasFocus() ? document.activeElement?.textContent : 'not in the pane'));
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    expect(await focused()).toBe('Ms Megan Bowen');
    await outlook.page.keyboard.press('Tab');
    expect(await focused()).toBe('Categories …');
    await outlook.close();
  });

  it('what Outlook did not accept speaks up again after a reload, and is corrected in the form', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    const type = async (title: string) => {
      await outlook.pane.getByRole('button', { name: 'Edit' }).click();
      await outlook.pane.getByLabel('Job title').fill(title);
      await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    };
    await graph.faults([{ kind: 'status', status: 400, code: 'ErrorInvalidProperty', method: 'PATCH', path: '/me/contacts', times: 1 }]);
    await type('Not this');
    await outlook.pane.getByText('Outlook did not accept this').waitFor();
    await outlook.page.reload();
    await outlook.pane.getByText('Outlook did not accept this').waitFor();
    await type('But this');
    await outlook.pane.getByRole('article').getByText('But this').waitFor();
    await outlook.pane.getByRole('article').getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect((await megan())?.jobTitle).toBe('But this');
    await outlook.close();
  });

  it('a dispute that is solved after a reload says so, and can be taken back', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    const before = await megan();
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Mine');
    await graph.change({ user: 'adele', contactId: before?.id, op: 'patch', body: { jobTitle: 'Theirs' } });
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('1 change needs you').waitFor();
    await outlook.page.reload();
    const needsYou = outlook.pane.getByRole('button', { name: '1 change needs you' });
    await needsYou.waitFor();
    await outlook.pane.getByRole('article').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await needsYou.press('Enter');
    await outlook.pane.getByText('Changed elsewhere too').waitFor();
    await outlook.pane.getByText('Job title').waitFor();
    await outlook.pane.getByRole('button', { name: 'Choose …' }).click();
    await outlook.pane.getByRole('radio', { name: 'Mine' }).click();
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    expect((await megan())?.jobTitle).toBe('Mine');
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('Megan Bowen is as before.').waitFor();
    expect((await megan())?.jobTitle).toBe('Theirs');
    await outlook.close();
  });

  it('an undo can be done again', async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('Lena Hofmann is no longer saved.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Do it again' }).click();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).waitFor();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await outlook.close();
  });
});

describe('two panes on one mailbox', () => {
  it('show the same within a second, and one of them asks Graph', async () => {
    const outlook = await openOutlook('item=known&panes=2');
    const panes = [outlook.page.frameLocator('iframe').nth(0), outlook.page.frameLocator('iframe').nth(1)] as const;
    for (const pane of panes) await pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    for (const pane of panes) await pane.getByText('Contacts as of just now').waitFor();
    await panes[0].getByRole('button', { name: 'Edit' }).click();
    await panes[0].getByLabel('Job title').fill('Seen in both');
    await panes[0].getByRole('button', { name: 'Save', exact: true }).click();
    await panes[1].getByRole('article').getByText('Seen in both').waitFor({ timeout: 1000 });

    const before = await megan();
    await graph.change({ user: 'adele', contactId: before?.id, op: 'patch', body: { companyName: 'Changed in Outlook' } });
    await graph.clearRequests();
    await panes[1].getByRole('button', { name: 'Refresh' }).click();
    await panes[1].getByText('Changed in Outlook').waitFor();
    await panes[0].getByText('Changed in Outlook').waitFor({ timeout: 1000 });
    // Each folder was asked once, whoever of the two did it.
    await outlook.page.waitForTimeout(500);
    const asked = (await graph.requests()).filter(({ path, preflight }) => preflight !== true && path.includes('/delta')).map(({ path }) => /contactFolders\/([^/]+)/.exec(path)?.[1]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked).toEqual([...new Set(asked)]);
    await outlook.close();
  });

  it('a dispute that is settled in one of them leads on in the other', async () => {
    const outlook = await openOutlook('item=known&panes=2');
    const panes = [outlook.page.frameLocator('iframe').nth(0), outlook.page.frameLocator('iframe').nth(1)] as const;
    for (const pane of panes) await pane.getByText('Contacts as of just now').waitFor();
    await panes[0].getByRole('button', { name: 'Edit' }).click();
    await panes[0].getByLabel('Job title').fill('Mine');
    await graph.change({ user: 'adele', contactId: (await megan())?.id, op: 'patch', body: { jobTitle: 'Theirs' } });
    await panes[0].getByRole('button', { name: 'Save', exact: true }).click();
    for (const pane of panes) await pane.getByRole('button', { name: 'Choose what to keep' }).click();
    await panes[0].getByRole('radio', { name: /Mine/ }).check();
    await panes[0].getByRole('button', { name: 'Save', exact: true }).click();
    await panes[1].getByRole('heading', { name: 'It is decided already' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.page.keyboard.press('Enter');
    await panes[1].getByRole('heading', { name: 'What you did' }).waitFor();
    expect((await megan())?.jobTitle).toBe('Mine');
    await outlook.close();
  });
});

it('a clock that is set back stops neither reading nor the way back', async () => {
  const outlook = await openOutlook('item=known');
  const { pane } = outlook;
  await pane.getByText('Contacts as of just now').waitFor();
  await outlook.frame().evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 2 * 60 * 60_000;
  });
  await graph.change({ user: 'adele', contactId: (await megan())?.id, op: 'patch', body: { companyName: 'Changed in Outlook' } });
  await pane.getByRole('button', { name: 'Refresh' }).click();
  await pane.getByText('Changed in Outlook').waitFor();
  await pane.getByRole('button', { name: 'Edit' }).click();
  await pane.getByLabel('Job title').fill('After the clock');
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText('Megan Bowen is changed').waitFor();
  await pane.getByRole('button', { name: 'Undo', exact: true }).click();
  await pane.getByRole('button', { name: 'Do it again' }).waitFor();
  await outlook.close();
});

it('what waits outlives the deletion of everything the browser has stored', async () => {
  const outlook = await openOutlook('item=known');
  const { pane } = outlook;
  await pane.getByText('Contacts as of just now').waitFor();
  await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
  await pane.getByRole('button', { name: 'Edit' }).click();
  await pane.getByLabel('Job title').fill('Not lost');
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText('1 change is waiting to be sent').waitFor();
  await outlook.frame().evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name ?? '');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('not deleted'));
      });
    }
  });
  await outlook.page.waitForTimeout(2_500);
  await pane.getByText('1 change is waiting to be sent').waitFor();
  await graph.faults([]);
  await pane.getByText('1 change is waiting to be sent').waitFor({ state: 'hidden' });
  expect((await megan())?.jobTitle).toBe('Not lost');
  await pane.getByRole('article').getByText('Not lost').waitFor();
  await outlook.close();
});

describe('this device', () => {
  it('forgets everything when asked, and reads it again', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('button', { name: 'Forget everything on this device' }).click();
    await outlook.pane.getByRole('button', { name: 'Forget', exact: true }).click();
    await outlook.pane.getByText('Everything that was kept here is deleted.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByText('Nothing is kept on this device until the pane is opened again.').waitFor();
    // Everything is read again, and what is done goes to Outlook, but nothing of it stays here.
    await outlook.pane.getByRole('button', { name: 'Back' }).click();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('After it was forgotten');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    await outlook.page.waitForTimeout(1500);
    expect(await outlook.frame().evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    expect((await megan())?.jobTitle).toBe('After it was forgotten');
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.close();
  });

  it('sends what is still waiting before nothing is kept any more', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'cut', method: 'PATCH', path: '/me/contacts' }]);
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Before keeping ended');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article').getByText('Not yet in Outlook').waitFor();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('switch', { name: 'Keep contacts on this device' }).click();
    await outlook.page.waitForTimeout(300);
    await graph.faults([]);
    await outlook.page.reload();
    await outlook.pane.getByRole('article').getByText('Before keeping ended').waitFor();
    await outlook.pane.getByRole('article').getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect((await megan())?.jobTitle).toBe('Before keeping ended');
    await outlook.page.reload();
    await outlook.pane.getByText('Nothing is kept on this device, as you chose').waitFor();
    expect(await keptRows(outlook)).toBe(0);
    await outlook.close();
  });

  it('keeps nothing when the person does not want it to', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('switch', { name: 'Keep contacts on this device' }).click();
    await outlook.pane.getByText('Takes effect when the pane is opened again.').waitFor();
    await outlook.page.waitForTimeout(300);
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.pane.getByText('Nothing is kept on this device, as you chose').waitFor();
    expect(await keptRows(outlook)).toBe(0);
    await outlook.close();
  });

  it('does not say that it keeps what it only has in memory', async () => {
    const outlook = await openOutlook('item=known&storage=denied');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('In memory');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Leave the pane open until then').waitFor();
    expect(await outlook.pane.getByText('kept on this device and sent').count()).toBe(0);
    await outlook.close();
  });
});

/** How many rows lie in this mailbox's databases. */
const keptRows = (outlook: Outlook): Promise<number> => outlook.frame().evaluate(async () => {
  let rows = 0;
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('contact-pane:')) continue;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    for (const store of db.objectStoreNames) {
      rows += await new Promise<number>((resolve) => { const request = db.transaction(store).objectStore(store).count(); request.onsuccess = () => resolve(request.result); });
    }
    db.close();
  }
  return rows;
});
