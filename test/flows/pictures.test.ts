import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

/**
 * The pictures of the README, taken of the product itself. `PICTURES=1` takes them anew; otherwise it is only looked
 * at whether those that are named are there.
 */
const root = join(__dirname, '..', '..');
const folder = join(root, 'docs', 'pictures');
const largest = 300 * 1024;
const takeAnew = process.env.PICTURES === '1';

const sharp: BrowserContextOptions = { viewport: { width: 1280, height: 640 }, deviceScaleFactor: 2 };

type Shot = { readonly whole?: boolean; readonly colorScheme?: 'light' | 'dark' };

async function take(name: string, query: string, come: (outlook: Outlook) => Promise<void>, { whole = false, colorScheme = 'light' }: Shot = {}): Promise<void> {
  await graph.reset();
  const outlook = await openOutlook(query, { ...(whole ? {} : sharp), colorScheme });
  await come(outlook);
  // The line at the foot tells when all contacts are read, so that the same picture comes every time.
  await outlook.pane.getByText(/^Contacts as of/).waitFor();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  await (whole ? outlook.page.screenshot({ path }) : outlook.page.locator('iframe').first().screenshot({ path }));
  await outlook.close();
}

if (takeAnew) {
  afterAll(closeBrowser);

  describe('taking the pictures', () => {
    it('outlook.png: the whole page', () => take('outlook.png', 'item=known', async ({ pane }) => {
      await pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
    }, { whole: true }));

    it('people.png: a meeting of sixty', () => take('people.png', 'item=event-60', async ({ pane }) => {
      await pane.getByText('60 people · 20 known · 40 new').waitFor();
    }));

    it('stranger.png: somebody to save', () => take('stranger.png', 'item=stranger', async ({ pane }) => {
      await pane.getByText('Not in your contacts yet.').waitFor();
    }));

    it('edit.png: the form', () => take('edit.png', 'item=known', async ({ pane }) => {
      await pane.getByRole('button', { name: 'Edit' }).click();
      await pane.getByLabel('Job title').waitFor();
    }));

    it('browse.png: all contacts', () => take('browse.png', 'item=known', async ({ pane }) => {
      await pane.getByRole('article', { name: 'Contact: Megan Bowen' }).waitFor();
      await pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'All contacts' }).click();
      await pane.getByRole('option', { name: /Bowen/ }).first().waitFor();
    }));

    it('categories.png: the mailbox\'s categories', () => take('categories.png', 'item=known', async ({ pane }) => {
      await pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'More' }).click();
      await pane.getByRole('menuitem', { name: 'Categories' }).click();
      await pane.getByText('Customers').first().waitFor();
    }));

    it('photo.png: a picture being cut', () => take('photo.png', 'item=known', async ({ pane }) => {
      await pane.getByRole('button', { name: 'Picture of Megan Bowen: change' }).click();
      await pane.getByRole('dialog').locator('input[type=file]').setInputFiles(join(folder, 'outlook.png'));
      await pane.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor();
    }));

    it('dark-rtl.png: dark, and from right to left', () => take('dark-rtl.png', 'item=several&locale=ar-SA&theme=dark', async ({ pane }) => {
      await pane.getByRole('option').first().waitFor();
    }, { colorScheme: 'dark' }));
  });
}

describe('the pictures of the README', () => {
  const named = [...new Set(readFileSync(join(root, 'README.md'), 'utf8').match(/docs\/pictures\/[\w-]+\.png/g) ?? [])];

  it('are named there', () => expect(named.length).toBeGreaterThanOrEqual(3));

  it.each(named)('%s is there, a PNG and small', (name) => {
    const file = join(root, name);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file).subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect(statSync(file).size).toBeLessThan(largest);
  });
});
