import { X509Certificate, createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { browserArgs, chromiumPath } from './browser.ts';
import type { Sandbox } from './sandbox.ts';

/** Somebody known writes. */
const item = 'known';

export type Opening = {
  /** From the moment the pane's frame began to load to the frame of animation in which the sender's card stands. */
  readonly cardMs: number;
  /** Requests to Graph that had begun by then. */
  readonly requestsBefore: number;
};

/** Marks the time at which a card stands in the pane. Goes in before the pane's own scripts. */
const watchForCard = `(() => {
  if (!location.pathname.includes('/pane/')) return;
  const look = () => {
    if (globalThis.cardAt !== undefined || !document.querySelector('article[aria-label^="Contact: "]')) return;
    requestAnimationFrame(() => { globalThis.cardAt ??= performance.now(); });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})()`;

const look = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;

/** Nothing stored and nothing cached; it keeps what it reads in memory. */
export async function freshProfile(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ ...look, ignoreHTTPSErrors: true });
  await context.addInitScript({ content: watchForCard });
  return context;
}

export type KeptProfile = { readonly context: BrowserContext; readonly remove: () => Promise<void> };

/**
 * A profile on the disk, as a person's. It trusts the sandbox's certificate, since a browser caches no script, and compiles
 * each anew, that came from somebody it does not trust.
 */
export async function keptProfile(sandbox: Sandbox): Promise<KeptProfile> {
  const { publicKey } = new X509Certificate(readFileSync(sandbox.certificate));
  const key = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('base64');
  const folder = mkdtempSync(join(tmpdir(), 'pane-bench-'));
  const context = await chromium.launchPersistentContext(folder, { ...look, executablePath: chromiumPath(), args: [...browserArgs, `--ignore-certificate-errors-spki-list=${key}`] });
  await context.addInitScript({ content: watchForCard });
  return { context, remove: async () => { await context.close(); rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); } };
}

export type Opener = {
  /** So many times slower than this machine. */
  readonly brake: number;
  /** False: scripts are fetched and compiled as if they had never been here. */
  readonly cache: boolean;
};

export async function open(context: BrowserContext, sandbox: Sandbox, { brake, cache }: Opener): Promise<Opening> {
  const page = await context.newPage();
  try {
    const asked: number[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(`${sandbox.graphUrl}/v1.0`) || request.url().startsWith(`${sandbox.graphUrl}/beta`)) asked.push(Date.now());
    });
    const devTools = await context.newCDPSession(page);
    if (brake > 1) await devTools.send('Emulation.setCPUThrottlingRate', { rate: brake });
    if (!cache) await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto(`${sandbox.pageUrl}/?item=${item}`, { waitUntil: 'commit' });
    const [origin, cardMs] = await inPane(page, () => {
      const { cardAt } = globalThis as { cardAt?: number };
      return cardAt === undefined ? null : [performance.timeOrigin, cardAt] as const;
    });
    // The driver hears of a request a little later than it began: what counts here is too many rather than too few.
    return { cardMs, requestsBefore: asked.filter((at) => at <= origin + cardMs).length };
  } finally {
    await page.close();
  }
}

/**
 * What nothing of ours can be quicker than: the pane's page without the pane's script, from the moment it has come to the
 * moment Outlook has answered office.js.
 */
export async function officeAlone(context: BrowserContext, sandbox: Sandbox, { brake, cache }: Opener): Promise<number> {
  const page = await context.newPage();
  try {
    await page.addInitScript({ content: `addEventListener('DOMContentLoaded', () => { if (location.pathname.includes('/pane/')) Office.onReady(() => { globalThis.officeAt = performance.now(); }); })` });
    const devTools = await context.newCDPSession(page);
    // Not through the driver's own interception, which turns the cache off.
    await devTools.send('Fetch.enable', { patterns: [{ urlPattern: '*/pane/taskpane.html*', requestStage: 'Response' }] });
    devTools.on('Fetch.requestPaused', ({ requestId, responseStatusCode, responseHeaders }) => {
      void (async () => {
        const { body, base64Encoded } = await devTools.send('Fetch.getResponseBody', { requestId });
        const html = Buffer.from(body, base64Encoded ? 'base64' : 'utf8').toString().replace(/<script[^>]*src="taskpane\.[^"]*"[^>]*><\/script>/, '');
        await devTools.send('Fetch.fulfillRequest', { requestId, responseCode: responseStatusCode ?? 200, responseHeaders: responseHeaders ?? [], body: Buffer.from(html).toString('base64') });
      })();
    });
    if (brake > 1) await devTools.send('Emulation.setCPUThrottlingRate', { rate: brake });
    if (!cache) await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto(`${sandbox.pageUrl}/?item=${item}`, { waitUntil: 'commit' });
    return await inPane(page, () => {
      const { officeAt } = globalThis as { officeAt?: number };
      const [own] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return officeAt === undefined || own === undefined ? null : officeAt - own.responseEnd;
    });
  } finally {
    await page.close();
  }
}

/** The first answer that is one. */
async function inPane<T>(page: Page, ask: () => T | null): Promise<T> {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const found = await paneOf(page)?.evaluate(ask).catch(() => null);
    if (found !== undefined && found !== null) return found as T;
    await later(50);
  }
  throw new Error('What was to come up in the pane did not.');
}

const paneOf = (page: Page): Frame | undefined => page.frames().find((frame) => frame.url().includes('/pane/taskpane.html'));

/** Opens a pane that has nothing and waits until it has read every folder to its end. */
export async function firstFill(context: BrowserContext, sandbox: Sandbox): Promise<{ readonly seconds: number; readonly requests: number }> {
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(`${sandbox.pageUrl}/?item=${item}`, { waitUntil: 'commit' });
  while (!(await isFull(page))) {
    if (performance.now() - begun > 15 * 60_000) throw new Error('The pane did not read everything.');
    await later(250);
  }
  const seconds = (performance.now() - begun) / 1000;
  const requests = (await sandbox.requests()).length;
  await page.close();
  return { seconds, requests };
}

const isFull = async (page: Page): Promise<boolean> => (await paneOf(page)?.evaluate(async () => {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('contact-pane:'))?.name;
  if (name === undefined) return false;
  return new Promise<boolean>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('folders').objectStore('folders').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.length > 0 && reading.result.every((folder: { syncedAt: number | null }) => folder.syncedAt !== null));
      };
      reading.onerror = () => resolve(false);
    };
  });
}).catch(() => false)) ?? false;
