import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, graph, openOutlook, outlookIn } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';
import { pageUrl } from './support/sandboxAddress.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

const megan = (outlook: Outlook) => outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' });
const upToDate = (outlook: Outlook) => outlook.pane.getByText('Contacts as of just now').waitFor();
const hour = 3_600_000;

/** Chooses to go on, and gives the window that opens. */
async function signInWindow(outlook: Outlook, button: string | RegExp = 'Continue'): Promise<Page> {
  const opened = outlook.context.waitForEvent('page');
  await outlook.pane.getByRole('button', { name: button }).last().click();
  return opened;
}

/** Signs in as somebody at the authority and agrees; the pane closes the window. */
async function agree(window: Page, who = 'Adele Vance'): Promise<void> {
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: who }).click();
  await window.getByRole('button', { name: 'Accept' }).click();
  await closed;
}

async function signedInByWindow(query: string): Promise<Outlook> {
  const outlook = await openOutlook(`${query}&naa=off`);
  await agree(await signInWindow(outlook));
  await upToDate(outlook);
  return outlook;
}

async function typeJobTitle(outlook: Outlook, text: string): Promise<void> {
  await outlook.pane.getByRole('button', { name: 'Edit' }).click();
  await outlook.pane.getByLabel('Job title').fill(text);
}
const jobTitle = async () => (await graph.contacts()).find((one) => one.givenName === 'Megan')?.jobTitle;

describe('where Outlook signs in', () => {
  it('the second use needs no word from anybody', async () => {
    const outlook = await openOutlook('item=known&signin=consent');
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('button', { name: 'Accept' }).click();
    await megan(outlook).waitFor();
    await upToDate(outlook);
    // Another mail is another pane here, and what the first one had in memory is gone.
    await graph.clearRequests();
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    await upToDate(outlook);
    expect((await graph.requests()).some((one) => one.path.includes('/me/') && one.status === 200)).toBe(true);
    await outlook.close();
  });

  it('a token that ends while a form is open is renewed without a word, and the typed text is saved', async () => {
    const outlook = await openOutlook('item=known');
    await upToDate(outlook);
    await typeJobTitle(outlook, 'Typed before it ended');
    await graph.passTime(2 * hour);
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    expect(await jobTitle()).toBe('Typed before it ended');
    await outlook.close();
  });

  it('an administrator who has to agree gets a page for it', async () => {
    const outlook = await openOutlook('item=known&signin=admin');
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.pane.getByText('Your organisation has not allowed Contact Pane yet.').waitFor();
    const address = await outlook.pane.getByRole('link', { name: 'Open the approval page' }).getAttribute('href');
    expect(address).toContain('/organizations/v2.0/adminconsent?client_id=');
    await outlook.pane.getByRole('button', { name: 'Copy its address' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it.each(['account', 'disabled'])('offers the window where the host has no account to offer (%s)', async (signin) => {
    const outlook = await openOutlook(`item=known&signin=${signin}`);
    await outlook.pane.getByText('opens in a window of its own').waitFor();
    await agree(await signInWindow(outlook));
    await megan(outlook).waitFor();
    await outlook.close();
  });
});

describe('where Outlook itself cannot sign in', () => {
  it('a window does, and its token serves the pane', async () => {
    const outlook = await openOutlook('item=known&profile=ltsc2021');
    await outlook.pane.getByText('To tell you who you know').waitFor();
    await outlook.pane.getByText('opens in a window of its own').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    const window = await signInWindow(outlook);
    await outlook.pane.getByText('Waiting for your answer in the other window').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await agree(window);
    await megan(outlook).waitFor();
    await upToDate(outlook);
    await outlook.close();
  });

  it('the second window closes by itself', async () => {
    const outlook = await signedInByWindow('item=known');
    await outlook.page.reload();
    await megan(outlook).waitFor();
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    const window = await signInWindow(outlook);
    if (!window.isClosed()) await window.waitForEvent('close');
    await upToDate(outlook);
    await outlook.close();
  });

  it('takes no for an answer, and yes later', async () => {
    const outlook = await openOutlook('item=known&naa=off');
    const window = await signInWindow(outlook);
    await window.getByRole('button', { name: 'Adele Vance' }).click();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await outlook.pane.getByText('Permission was not given, so nothing was sent.').waitFor();
    const again = await signInWindow(outlook, 'Try again');
    await again.getByRole('button', { name: 'Accept' }).click();
    await megan(outlook).waitFor();
    await outlook.close();
  });

  it('says so when the window was closed, and opens it again', async () => {
    const outlook = await openOutlook('item=known&naa=off');
    const window = await signInWindow(outlook);
    await window.getByText('Pick an account').waitFor();
    await window.close();
    await outlook.pane.getByText('The sign-in window was closed before you were signed in.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await agree(await signInWindow(outlook, 'Try again'));
    await megan(outlook).waitFor();
    await outlook.close();
  });

  it('says so when the browser blocks it, and works once it is allowed', async () => {
    const outlook = await openOutlook('item=known&naa=off');
    await outlook.pane.getByRole('button', { name: 'Continue' }).waitFor();
    await outlook.frame().evaluate(() => { Object.assign(window, { openBefore: window.open, open: () => null }); });
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.pane.getByText('The browser blocked the sign-in window.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.frame().evaluate(() => { window.open = (window as unknown as { openBefore: typeof window.open }).openBefore; });
    await agree(await signInWindow(outlook, 'Try again'));
    await megan(outlook).waitFor();
    await outlook.close();
  });

  it('stops waiting when asked to, and closes the window', async () => {
    const outlook = await openOutlook('item=known&naa=off');
    const window = await signInWindow(outlook);
    const closed = window.waitForEvent('close');
    await outlook.pane.getByRole('button', { name: 'Stop waiting' }).click();
    await closed;
    await agree(await signInWindow(outlook));
    await megan(outlook).waitFor();
    await outlook.close();
  });

  it.each([
    ['An administrator must agree', 'Your organisation has not allowed Contact Pane yet.'],
    ['Blocked by a policy', 'A rule of your organisation stands against it'],
    ['A passing error', 'Signing in did not work (AADSTS90033)'],
    ['An answer with a foreign state', 'Signing in did not work (foreign_answer)'],
  ])('ends in a sentence: %s', async (trouble, sentence) => {
    const outlook = await openOutlook('item=known&naa=off');
    const window = await signInWindow(outlook);
    await window.getByRole('button', { name: 'Adele Vance' }).click();
    await window.getByText('Play trouble').click();
    await window.getByRole('button', { name: trouble }).click();
    await outlook.pane.getByText(sentence).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Try again' }).first().waitFor();
    await outlook.close();
  });

  it('asks for more at the first save, says why, and then saves what was typed', async () => {
    const outlook = await signedInByWindow('item=known');
    await typeJobTitle(outlook, 'Typed without permission');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('To save what you change, the pane needs to write').waitFor();
    const window = await signInWindow(outlook);
    await window.getByText('Contacts.ReadWrite').waitFor();
    await window.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    expect(await jobTitle()).toBe('Typed without permission');
    await outlook.close();
  });

  it('a token that ends while a form is open costs a click and nothing typed', async () => {
    const outlook = await signedInByWindow('item=known');
    await typeJobTitle(outlook, 'Typed while it ended');
    await graph.passTime(2 * hour);
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    // The form stays as it is while the pane asks.
    await outlook.pane.getByRole('button', { name: 'Continue' }).waitFor();
    expect(await outlook.pane.getByLabel('Job title').inputValue()).toBe('Typed while it ended');
    await signInWindow(outlook);
    await upToDate(outlook);
    expect(await outlook.pane.getByLabel('Job title').inputValue()).toBe('Typed while it ended');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    const more = await signInWindow(outlook);
    await more.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByText('Megan Bowen is changed.').waitFor();
    expect(await jobTitle()).toBe('Typed while it ended');
    await outlook.close();
  });

  it('passes a claims challenge on through the window', async () => {
    const outlook = await signedInByWindow('item=known');
    await graph.faults([{ kind: 'claims', path: '/delta' }]);
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    const window = await signInWindow(outlook);
    if (!window.isClosed()) await window.waitForEvent('close');
    await outlook.pane.getByRole('button', { name: 'Continue' }).waitFor({ state: 'detached' });
    await upToDate(outlook);
    await outlook.close();
  });
});

describe('another account', () => {
  it('is noticed before anything of it is shown, and another can be chosen', async () => {
    const outlook = await openOutlook('item=known&signin=second');
    await outlook.pane.getByText('You signed in as henrietta@contoso.example, but this mailbox is adele@contoso.example.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    expect((await graph.requests()).filter((one) => one.path.includes('/me/') && one.preflight !== true)).toEqual([]);
    await agree(await signInWindow(outlook, 'Use another account'));
    await megan(outlook).waitFor();
    await outlook.close();
  });

  it('of another name may be one\'s own, which is asked once', async () => {
    const outlook = await openOutlook('item=stranger&signin=second');
    await outlook.pane.getByRole('button', { name: 'Yes, both are mine' }).click();
    await upToDate(outlook);
    await outlook.page.reload();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
    await upToDate(outlook);
    await outlook.close();
  });

  it('in the window is noticed as well', async () => {
    const outlook = await openOutlook('item=known&naa=off');
    await agree(await signInWindow(outlook), 'Henrietta Mueller');
    await outlook.pane.getByText('You signed in as henrietta@contoso.example').first().waitFor();
    await agree(await signInWindow(outlook, 'Use another account'));
    await megan(outlook).waitFor();
    await outlook.close();
  });

  it('does not touch what the one before has not sent, and the way back sends it', async () => {
    const outlook = await openOutlook('item=known');
    await upToDate(outlook);
    await graph.faults([{ kind: 'cut', method: 'PATCH' }]);
    await typeJobTitle(outlook, 'Waits for its owner');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('it is kept on this device and sent as soon as there is one').waitFor();
    await graph.faults([]);
    await outlook.go('item=known&signin=second');
    await outlook.pane.getByRole('button', { name: 'Yes, both are mine' }).first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await upToDate(outlook);
    expect(await outlook.pane.getByText('Waits for its owner').count()).toBe(0);
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('button', { name: 'Use another account …' }).click();
    await agree(await signInWindow(outlook, 'Choose an account'));
    const more = await signInWindow(outlook);
    await more.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByText('Waits for its owner').waitFor();
    await outlook.pane.getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect(await jobTitle()).toBe('Waits for its owner');
    await outlook.close();
  });

  it('can be chosen among the settings', async () => {
    const outlook = await openOutlook('item=known');
    await upToDate(outlook);
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByText('Signed in as adele@contoso.example.').waitFor();
    await outlook.pane.getByRole('button', { name: 'Use another account …' }).click();
    await outlook.pane.getByText('What is kept here of this account stays apart').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await agree(await signInWindow(outlook, 'Choose an account'));
    await outlook.pane.getByText('Signed in until this pane is closed.').waitFor();
    await outlook.close();
  });
});

describe('two accounts in one mailbox', () => {
  it('each find their own contacts and unsent work, and nothing of one is sent as the other', async () => {
    const outlook = await openOutlook('item=known');
    await upToDate(outlook);
    await graph.faults([{ kind: 'cut', method: 'PATCH' }]);
    await typeJobTitle(outlook, 'Adele wrote this');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('it is kept on this device and sent as soon as there is one').waitFor();

    // Somebody else is signed in. What was kept is on the screen until that is known, then it is theirs.
    await outlook.go('item=known&signin=second');
    await graph.faults([]);
    await graph.clearRequests();
    await outlook.pane.getByRole('button', { name: 'Yes, both are mine' }).click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await upToDate(outlook);
    expect(await outlook.pane.getByText('Adele wrote this').count()).toBe(0);
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('Megan Bowen is saved.').waitFor();
    await outlook.page.reload();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    expect(await outlook.pane.getByText('Adele wrote this').count()).toBe(0);
    expect((await graph.requests()).filter((one) => one.method === 'PATCH')).toEqual([]);
    expect((await graph.contacts('henrietta')).filter((one) => one.displayName === 'Megan Bowen')).toHaveLength(1);
    expect(await jobTitle()).not.toBe('Adele wrote this');

    // Another tab, as tokens stay with the tab; what is kept on the device is the same.
    const back = await outlookIn(outlook.context, 'item=known');
    await outlook.close();
    await back.pane.getByRole('article').getByText('Adele wrote this').waitFor();
    await back.pane.getByRole('article').getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect(await jobTitle()).toBe('Adele wrote this');

    await back.pane.getByRole('button', { name: 'What you did' }).click();
    await back.pane.getByRole('button', { name: 'Forget everything on this device' }).click();
    await back.pane.getByRole('button', { name: 'Forget', exact: true }).click();
    await back.pane.getByText('Everything that was kept here is deleted.').waitFor();
    const kept = await back.frame().evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.includes('/')));
    expect(kept).toEqual([]);
    await back.close();
  });
});

describe('signing out', () => {
  it('says what is lost, forgets everything, and asks before it signs in again', async () => {
    const outlook = await openOutlook('item=known');
    await upToDate(outlook);
    await graph.faults([{ kind: 'cut', method: 'PATCH' }]);
    await typeJobTitle(outlook, 'Never sent');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByText('it is kept on this device and sent as soon as there is one').waitFor();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByRole('button', { name: 'Sign out and forget …' }).click();
    await outlook.pane.getByText('1 change not sent yet would be lost.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Sign out and forget', exact: true }).click();
    await outlook.pane.getByText('You are signed out.').waitFor();
    await graph.faults([]);

    await graph.clearRequests();
    await outlook.page.reload();
    await outlook.pane.getByText('You have signed out of Contact Pane.').waitFor();
    expect((await graph.requests()).filter((one) => one.path.includes('/me/'))).toEqual([]);
    await outlook.pane.getByRole('button', { name: 'Sign in', exact: true }).click();
    await megan(outlook).waitFor();
    expect(await jobTitle()).not.toBe('Never sent');
    await outlook.close();
  });
});

describe('pages beside the pane', () => {
  it('the sign-in page opened by hand says what it is for', async () => {
    const outlook = await openOutlook('item=known');
    const page = await outlook.context.newPage();
    await page.goto(`${pageUrl}/pane/signin.html`);
    await page.getByText('The pane that asked for this is not there any more.').waitFor({ timeout: 30_000 });
    await page.close();
    await outlook.close();
  });

  it('the page after an administrator\'s decision says how it went, with a code and no more', async () => {
    const outlook = await openOutlook('item=known');
    const page = await outlook.context.newPage();
    await page.goto(`${pageUrl}/pane/consent.html?admin_consent=True&tenant=t`);
    await page.getByText('Contact Pane is approved for your organisation.').waitFor();
    await page.goto(`${pageUrl}/pane/consent.html?error=access_denied&error_description=AADSTS65004%3A+anna%40contoso.example+declined`);
    await page.getByText('Contact Pane was not approved.').waitFor();
    expect(await page.locator('main').innerText()).toContain('AADSTS65004');
    expect(await page.locator('main').innerText()).not.toContain('anna@');
    await page.close();
    await outlook.close();
  });
});

/** Everything that pages of this browser said or wrote where others can read it. */
async function listening(context: BrowserContext) {
  const heard: string[] = [];
  const tokens = new Set<string>();
  await context.exposeFunction('tellTest', (text: string) => { heard.push(text); });
  await context.addInitScript(() => {
    const tell = (text: string) => (window as unknown as { tellTest: (text: string) => Promise<void> }).tellTest(text).catch(() => undefined);
    const set = Reflect.get(Storage.prototype, 'setItem') as Storage['setItem'];
    Storage.prototype.setItem = function setItem(key, value) { void tell(`storage: ${key}=${value}`); set.call(this, key, value); };
    for (const name of ['put', 'add'] as const) {
      const write = Reflect.get(IDBObjectStore.prototype, name) as IDBObjectStore['put'];
      IDBObjectStore.prototype[name] = function (value: unknown, ...rest: [IDBValidKey?]) { void tell(`database: ${JSON.stringify(value)}`); return write.call(this, value, ...rest); };
    }
  });
  const listenTo = (page: Page) => {
    page.on('console', (message) => heard.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message} ${error.stack ?? ''}`));
    page.on('framenavigated', (frame) => heard.push(`address: ${frame.url()}`));
    page.on('request', (request) => {
      heard.push(`address: ${request.url()}`, `referrer: ${request.headers().referer ?? ''}`);
      const bearer = /^Bearer (.+)$/.exec(request.headers().authorization ?? '')?.[1];
      if (bearer !== undefined) tokens.add(bearer);
    });
    page.on('response', (response) => {
      if (!response.url().endsWith('/token')) return;
      void response.json().then((body: Record<string, unknown>) => {
        for (const name of ['access_token', 'refresh_token', 'id_token']) if (typeof body[name] === 'string') tokens.add(body[name]);
      }, () => undefined);
    });
  };
  context.on('page', listenTo);
  for (const page of context.pages()) listenTo(page);
  return { heard, tokens };
}

describe('the token', () => {
  it.each(['on', 'off'])('stands in no address, log, error or storage (nested sign-in %s)', async (naa) => {
    const outlook = await openOutlook('item=known&pane=closed');
    const { heard, tokens } = await listening(outlook.context);
    await outlook.go(`item=known&naa=${naa}`);
    if (naa === 'off') await agree(await signInWindow(outlook));
    await upToDate(outlook);
    // Trouble of several kinds, each of which may be talkative.
    for (const fault of [{ kind: 'status', status: 401, code: 'InvalidAuthenticationToken' }, { kind: 'status', status: 403, code: 'ErrorAccessDenied' }, { kind: 'garbage' }]) {
      await graph.faults([{ ...fault, path: '/delta' }]);
      await outlook.pane.getByRole('button', { name: 'Refresh' }).click();
      await outlook.pane.getByRole('button', { name: /Try again|Continue/ }).or(outlook.pane.getByText('does not allow this')).first().waitFor({ timeout: 40_000 });
      await graph.faults([]);
      if (naa === 'off' && fault.status === 401) {
        const window = await signInWindow(outlook);
        if (!window.isClosed()) await window.waitForEvent('close');
        await upToDate(outlook);
      }
    }
    heard.push(`screen: ${await outlook.pane.locator('body').innerText()}`, `log: ${JSON.stringify(await graph.requests())}`);
    for (const frame of outlook.page.frames()) {
      heard.push(`cookies and storage: ${await frame.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, window.name, location.href]))}`);
    }
    heard.push(`screen: ${await outlook.page.locator('body').innerText()}`);

    // The test can fail: there are tokens, they are of the kind the emulator gives, and what is listened to speaks.
    expect([...tokens].filter((token) => token.startsWith('EwFake.')).length).toBeGreaterThan(0);
    for (const kind of ['address:', 'storage:', 'database:', 'console:', 'screen:', 'log:']) expect(heard.some((text) => text.startsWith(kind))).toBe(true);
    const parts = [...tokens].flatMap((token) => [token, token.slice(-24)]);
    expect(heard.filter((text) => parts.some((part) => text.includes(part) || decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25')).includes(part)))).toEqual([]);
    await outlook.close();
  });
});
