import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clouds, foreignHosts } from '../../src/build/clouds.ts';
import { closeBrowser, graph, openBrowser, openOutlook } from './support/outlook.ts';
import { graphUrl, pageUrl, panePort } from './support/sandboxAddress.ts';

/**
 * Every flow runs against what `npm run build` makes, with the headers it writes. These look at the rest of what a static
 * host does: the pane at the root of an origin of its own, and all its answers.
 */
const paneUrl = `https://localhost:${panePort}`;
const built = join(__dirname, '..', '..', '.sandbox', 'pane');

beforeEach(() => graph.reset());
afterAll(closeBrowser);

describe('the pane on another origin than the page around it', () => {
  it('shows somebody one knows, opens a mail and takes a change back', async () => {
    const outlook = await openOutlook('item=known&origin=other');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    expect(new URL(outlook.frame().url()).origin).toBe(paneUrl);
    expect(new URL(outlook.page.url()).origin).toBe(pageUrl);
    await outlook.pane.getByRole('button', { name: 'Write a mail', exact: true }).click();
    await outlook.page.getByRole('dialog').getByText('megan.bowen@fabrikam.example').waitFor();
    await outlook.page.keyboard.press('Escape');

    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByLabel('Job title').fill('Read from afar');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article').getByText('Read from afar').waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByRole('article').getByText('Read from afar').waitFor({ state: 'detached' });
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('signs in by a click', async () => {
    const outlook = await openOutlook('item=known&origin=other&signin=consent');
    await outlook.pane.getByRole('button', { name: 'Continue' }).click();
    await outlook.page.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.close();
  });

  it('saves somebody new', async () => {
    const outlook = await openOutlook('item=stranger&origin=other');
    await outlook.pane.getByRole('button', { name: 'Save', exact: true }).click();
    await outlook.pane.getByRole('article', { name: 'Contact: Lena Hofmann' }).waitFor();
    await expectOnServer('Lena Hofmann');
    await outlook.close();
  });

  it('follows the selection while it is pinned', async () => {
    const outlook = await openOutlook('item=known&origin=other&pinned=1');
    await outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    await outlook.page.getByText('Offer for the spring fair').first().click();
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.close();
  });
});

describe('what the build is sent with', () => {
  it('is not shown by a page that is not Outlook', async () => {
    const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.setContent(`<iframe src="${paneUrl}/taskpane.html"></iframe>`);
    await refused;
    await context.close();
  });

  it('carries the policy on every answer, and is kept as long as it may be', async () => {
    const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true });
    for (const file of readdirSync(built).filter((name) => /\.(html|js|css)$/.test(name))) {
      const answer = await context.request.get(`${paneUrl}/${file}`);
      expect(answer.status()).toBe(200);
      const headers = answer.headers();
      expect(headers['content-security-policy']).toContain(`connect-src 'self' ${graphUrl} ${pageUrl};`);
      expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(headers['cache-control']).toBe(file.endsWith('.html') ? 'no-store' : /\.[0-9a-f]{10}\.js$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
    await context.close();
  });

  it('names no other cloud in the build for the global one', () => {
    for (const file of readdirSync(built).filter((name) => !/^assets$/.test(name))) {
      const text = readFileSync(join(built, file), 'utf8');
      for (const host of foreignHosts(clouds.global)) expect([file, host, new RegExp(`(?<![\\w-])${host.replaceAll('.', '\\.')}`).test(text)]).toEqual([file, host, false]);
    }
  });

  it('has pages that can be read without Outlook', async () => {
    const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()); });
    await page.goto(`${paneUrl}/about.html#privacy`);
    await page.getByRole('heading', { name: 'Privacy' }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});

/** Saving is answered before Graph is; the flow waits for what a person would find there. */
async function expectOnServer(displayName: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await graph.contacts()).some((one) => one.displayName === displayName)) {
    if (Date.now() > end) throw new Error(`${displayName} never came to Graph.`);
    await new Promise((later) => setTimeout(later, 200));
  }
}
