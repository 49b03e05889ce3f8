import { setTimeout as later } from 'node:timers/promises';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
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

export async function freshProfile(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await context.addInitScript({ content: watchForCard });
  return context;
}

export async function open(context: BrowserContext, sandbox: Sandbox, brake: number): Promise<Opening> {
  const page = await context.newPage();
  try {
    const asked: number[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(`${sandbox.graphUrl}/v1.0`) || request.url().startsWith(`${sandbox.graphUrl}/beta`)) asked.push(Date.now());
    });
    if (brake > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: brake });
    await page.goto(`${sandbox.pageUrl}/?item=${item}`, { waitUntil: 'commit' });
    const [origin, cardMs] = await cardIn(page);
    // The driver hears of a request a little later than it began: what counts here is too many rather than too few.
    return { cardMs, requestsBefore: asked.filter((at) => at <= origin + cardMs).length };
  } finally {
    await page.close();
  }
}

async function cardIn(page: Page): Promise<readonly [origin: number, cardMs: number]> {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const found = await paneOf(page)?.evaluate(() => [performance.timeOrigin, (globalThis as { cardAt?: number }).cardAt] as const).catch(() => null);
    if (found?.[1] !== undefined && found[1] !== null) return [found[0], found[1]];
    await later(50);
  }
  throw new Error('No card came up in the pane.');
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
