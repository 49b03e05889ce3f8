import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';
import { closeBrowser, graph, openOutlook, outlookIn } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

describe('signing in', () => {
  it('says why it asks, and goes on after the answer', async () => {
    const outlook = await openOutlook('item=known&signin=consent');
    await outlook.pane.getByText('To tell you who you know, the pane reads your Outlook contacts.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.close();
  });

  it('takes no for an answer and lets the person ask again', async () => {
    const outlook = await openOutlook('item=known&signin=consent');
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('button', { name: 'Cancel' }).click();
    await outlook.pane.getByText('Permission was not given, so nothing was sent.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Try again' }).click();
    await outlook.page.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.close();
  });

  it('says so where this Outlook cannot sign in, and what one can do', async () => {
    const outlook = await openOutlook('item=known&profile=bare');
    await outlook.pane.getByText('This version of Outlook cannot sign Contact Pane in.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('opens the page that helps in a window of its own, and goes on when that is closed', async () => {
    const outlook = await openOutlook('item=known&profile=bare');
    const window = outlook.context.waitForEvent('page');
    await outlook.pane.getByRole('button', { name: 'What can I do?' }).click();
    await outlook.pane.getByRole('button', { name: 'Allow' }).click();
    const help = await window;
    await help.getByText('Contact Pane cannot sign in here').waitFor();
    await help.close();
    await outlook.pane.getByText('This version of Outlook cannot sign Contact Pane in.').waitFor();
    await outlook.close();
  });

  it('does not spin for ever when the host never answers', async () => {
    const outlook = await openOutlook('item=known&signin=never');
    await outlook.pane.getByText('The sign-in did not answer.').waitFor({ timeout: 50_000 });
    await outlook.close();
  });
});

describe('a mailbox that has no contacts on Graph', () => {
  it('says so before anybody signs in', async () => {
    const outlook = await openOutlook('item=known&user=olga');
    await outlook.pane.getByText('it is not on Exchange Online').waitFor();
    expect((await graph.requests()).filter((one) => one.path.includes('/me/'))).toEqual([]);
    await outlook.close();
  });
});

describe('nothing there', () => {
  it('is calm in an empty mailbox', async () => {
    const outlook = await openOutlook('item=known&user=nia');
    await outlook.pane.getByText('Not in your contacts yet.').first().waitFor();
    await outlook.close();
  });

  it.each(['type6', 'null'])('is calm and useful with no item (%s)', async (none) => {
    const outlook = await openOutlook(`item=none&pinned=1&none=${none}`);
    await outlook.pane.getByText('No mail is open').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    if (none === 'type6') {
      await outlook.pane.getByText('Contacts as of just now').waitFor();
      await outlook.pane.getByRole('searchbox').fill('fabrikam');
      await outlook.pane.getByRole('button', { name: /Megan Bowen/ }).click();
      await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    }
    await outlook.close();
  });
});

describe('a host that misbehaves', () => {
  it('that never answers ends in a sentence', async () => {
    const outlook = await openOutlook('item=draft-three&oddity=silentHost');
    await outlook.pane.getByText('Outlook did not answer.').waitFor({ timeout: 40_000 });
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('whose messages have the wrong shape leaves the pane as it was', async () => {
    const outlook = await openOutlook('item=known&pinned=1');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.page.evaluate(() => {
      const pane = document.querySelector('iframe')?.contentWindow;
      const conversation = (JSON.parse(document.querySelector('iframe')?.name || '{}') as { xdmInfo?: string }).xdmInfo?.split('|')[0];
      const messages: unknown[] = ['', 'no json', '{}', 'null', '[]', '{"messageType":"NestedAppAuthResponse"}',
        { _messageType: 1, _responseType: 1, _actionName: 'olkItemSelectedChanged', _conversationId: conversation, _correlationId: 1, _errorCode: 0, _data: 7 },
        { _messageType: 1, _responseType: 1, _actionName: 'olkItemSelectedChanged', _conversationId: conversation, _correlationId: 1, _errorCode: 0, _data: { itemType: 1, from: 3, to: 'x' } }];
      for (const message of messages) pane?.postMessage(typeof message === 'string' ? message : JSON.stringify(message), '*');
    });
    await outlook.page.waitForTimeout(1500);
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    // office.js itself stumbles over such messages; the pane must not.
    const own = outlook.troubles.filter((trouble) => !trouble.includes('/office-js/'));
    outlook.troubles.splice(0, outlook.troubles.length, ...own);
    await outlook.close();
  });
});

describe('a row that cannot be read', () => {
  it('is set aside and fetched again', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    const spoiled = await outlook.frame().evaluate(async () => {
      const [database] = (await indexedDB.databases()).filter((one) => one.name?.startsWith('contact-pane:'));
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database?.name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      });
      const tx = db.transaction('contacts', 'readwrite');
      const rows = tx.objectStore('contacts');
      let count = 0;
      await new Promise<void>((resolve) => {
        rows.openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          const row = cursor.value as Record<string, unknown>;
          if (JSON.stringify(row).includes('megan.bowen')) {
            count += 1;
            cursor.update({ ...row, ...('contact' in row ? { contact: 7 } : { emailAddresses: 7, displayName: {} }) });
          }
          cursor.continue();
        };
        tx.oncomplete = () => resolve();
      });
      db.close();
      return count;
    });
    expect(spoiled).toBeGreaterThan(0);
    await outlook.page.reload();
    // By itself, and at no moment as a stranger who could be saved a second time.
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.close();
  });
});

describe('storage', () => {
  it('is done without when the frame may not use it', async () => {
    const outlook = await openOutlook('item=known&storage=denied');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.pane.getByText('This browser keeps nothing for the pane').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('is done without in a browser that blocks all of it, for Outlook and the pane', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'no-storage-'));
    mkdirSync(join(profile, 'Default'));
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
    const context = await chromium.launchPersistentContext(profile, { executablePath: chromiumPath(), args: chromiumArgs, ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    const outlook = await outlookIn(context, 'item=known');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.pane.getByText('This browser keeps nothing for the pane').waitFor();
    expect(await outlook.frame().evaluate(() => { try { return String(localStorage); } catch (denied) { return (denied as Error).name; } })).toBe('SecurityError');
    await outlook.page.close();
    await context.close();
    expect(outlook.troubles).toEqual([]);
  });
});

describe('Graph in trouble', () => {
  const stranger = async () => {
    const outlook = await openOutlook('item=stranger');
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    return outlook;
  };
  const save = { name: 'Save', exact: true };

  it.each([
    ['500', { kind: 'status', status: 500, code: 'ErrorInternalServerError', method: 'POST', path: '/me/contacts' }, 'Outlook had trouble of its own'],
    ['garbage', { kind: 'garbage', method: 'POST', path: '/me/contacts' }, 'An answer came that the pane does not understand'],
    ['403', { kind: 'status', status: 403, code: 'ErrorAccessDenied', method: 'POST', path: '/me/contacts' }, 'Outlook does not allow this for your account'],
  ])('%s on saving is a sentence with a way on', async (_name, fault, sentence) => {
    const outlook = await stranger();
    await graph.faults([fault]);
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText(sentence).first().waitFor({ timeout: 40_000 });
    // The person is shown as saved, with the word that Outlook does not have it yet.
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).getByText('Not yet in Outlook').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await graph.faults([]);
    await outlook.pane.getByRole('button', { name: 'Try again' }).click();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    expect((await graph.contacts()).filter((one) => one.displayName === 'Lena Hofmann')).toHaveLength(1);
    await outlook.close();
  });

  it('waits as long as Graph asks on 429 and then goes on by itself', async () => {
    const outlook = await stranger();
    await graph.faults([{ kind: 'status', status: 429, code: 'ApplicationThrottled', retryAfter: 2, method: 'POST', path: '/me/contacts', times: 1 }]);
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    await outlook.close();
  });

  it('doubles nobody when the answer to a save is lost', async () => {
    const outlook = await stranger();
    await graph.faults([{ kind: 'halfBody', method: 'POST', path: '/me/contacts', times: 1 }]);
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    expect((await graph.contacts()).filter((one) => one.displayName === 'Lena Hofmann')).toHaveLength(1);
    await outlook.close();
  });

  it('passes a claims challenge on and goes on', async () => {
    const outlook = await stranger();
    await graph.faults([{ kind: 'claims', method: 'POST', path: '/me/contacts' }]);
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText('Lena Hofmann is saved.').waitFor();
    await outlook.close();
  });

  it('says that a contact is gone when it was deleted elsewhere, and lets the person go on', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Too late');
    const megan = (await graph.contacts()).find((one) => one.givenName === 'Megan');
    await graph.change({ user: 'adele', contactId: megan?.id, op: 'delete' });
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText('This contact is no longer there.').first().waitFor();
    await outlook.pane.getByRole('button', { name: 'Save as a new contact' }).last().click();
    await outlook.pane.getByText('Megan Bowen is saved.').waitFor();
    expect((await graph.contacts()).find((one) => one.givenName === 'Megan')).toMatchObject({ jobTitle: 'Too late', companyName: 'Fabrikam' });
    await outlook.close();
  });

  it('shows people from the device when the connection is gone, and keeps what is saved', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Typed offline');
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText('it is kept on this device and sent as soon as there is one').waitFor();
    await outlook.pane.getByRole('article').getByText('Typed offline').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    // Neither can be read, which is the same trouble: it is said once.
    expect([await outlook.pane.getByRole('button', { name: 'Try again' }).count(), await outlook.pane.getByText('There is no connection').count()]).toEqual([1, 1]);
    await graph.faults([]);
    await outlook.pane.getByRole('button', { name: 'Try again' }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.close();
  });

  it('does not blame the sign-in for a network that is gone', async () => {
    const outlook = await openOutlook('item=known&signin=short');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    // What a click needs comes a moment after the first look; and by then the token has ended.
    await outlook.page.waitForTimeout(5_000);
    await outlook.context.setOffline(true);
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Typed in a tunnel');
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByText('There is no connection: it is kept on this device and sent as soon as there is one.').waitFor();
    expect(await outlook.pane.getByText('Signing in did not work').count()).toBe(0);
    await outlook.context.setOffline(false);
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    await outlook.close();
  });

  it('asks for nothing, where Outlook is busy, that happens by itself', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await graph.faults([{ kind: 'status', status: 429, code: 'ApplicationThrottled', retryAfter: 120, path: '/' }]);
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Typed while it was busy');
    await outlook.pane.getByRole('button', save).click();
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    await outlook.pane.getByText('Outlook is busy: it is kept on this device and sent as soon as that is possible.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Refresh' }).waitFor();
    expect([await outlook.pane.getByRole('button', { name: 'Try again' }).count(), await outlook.pane.getByText('Then try again').count()]).toEqual([1, 0]);
    await outlook.close();
  });

  it('reads everything anew when the bookmarks have expired', async () => {
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    const megan = (await graph.contacts()).find((one) => one.givenName === 'Megan');
    await graph.change({ user: 'adele', contactId: megan?.id, op: 'delete' });
    await graph.expireDelta();
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.close();
  });

  it('does not call anybody a stranger while the first reading is slow', async () => {
    await graph.faults([{ kind: 'latency', ms: 1500, path: '/delta' }]);
    const outlook = await openOutlook('item=sub-folder');
    await outlook.pane.getByText('Looking through your contacts').waitFor();
    expect(await outlook.pane.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await outlook.pane.getByRole('article', { name: 'Contact: Pavel Novák' }).waitFor();
    await outlook.close();
  });
});
