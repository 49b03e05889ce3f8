import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core';
import { chromiumArgs, lightChromiumPath } from './chromium.ts';
import { graphUrl, pageUrl } from './sandboxAddress.ts';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser | null = null;

export async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({ executablePath: lightChromiumPath(), args: chromiumArgs });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** Outlook with the pane in it, as a person has it before them. */
export type Outlook = {
  readonly page: Page;
  /** What stands in the pane; find things in it by role and name. */
  readonly pane: FrameLocator;
  readonly context: BrowserContext;
  /** Another situation in the same browser, as if typed into the address bar. */
  go(query: string): Promise<void>;
  frame(): Frame;
  /** Serious findings of the accessibility engine in the pane, as readable lines. */
  accessibility(): Promise<readonly string[]>;
  close(): Promise<void>;
  /** Script policy violations and uncaught errors so far. */
  readonly troubles: string[];
};

/** Opens `/?query` in a fresh profile. Every flow ends with `close`, which fails on what went wrong unseen. */
export async function openOutlook(query: string, options: BrowserContextOptions = {}): Promise<Outlook> {
  const context = await (await openBrowser()).newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  return outlookIn(context, query);
}

export async function outlookIn(context: BrowserContext, query: string): Promise<Outlook> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message} ${/https?:[^\s)]+/.exec(error.stack ?? '')?.[0] ?? ''}`));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|Trusted Type/i.test(message.text())) troubles.push(`policy: ${message.text()}`);
  });
  await page.goto(`${pageUrl}/?${query}`);
  const frame = (): Frame => {
    const found = page.frames().find((one) => /\/taskpane\.html(?:[?#]|$)/.test(one.url()));
    if (!found) throw new Error('There is no pane on the page.');
    return found;
  };
  return {
    page,
    context,
    pane: page.frameLocator('iframe').first(),
    troubles,
    frame,
    go: async (next) => { await page.goto(`${pageUrl}/?${next}`); },
    async accessibility() {
      // Past the page's script policy, as a browser extension would; into the pane alone, and only when it is asked.
      const pane = frame();
      if (!await pane.evaluate(() => 'axe' in globalThis)) await pane.evaluate(axeSource);
      return pane.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> } };
        // Fluent's guards of the focus lie beside a tree; they hand the focus on and never keep it.
        const { violations } = await axe.run({ include: [['html']], exclude: [['[data-tabster-dummy]']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html.slice(0, 160)).join(' | ')})`);
      });
    },
    async close() {
      await page.close();
      if (context.pages().length === 0) await context.close();
      expect(troubles).toEqual([]);
    },
  };
}

/** The emulator's own switches and books. */
export const graph = {
  reset: (how: { seed?: string; contacts?: number } = {}) => call('POST', '/sandbox/reset', how),
  faults: (faults: readonly object[]) => call('POST', '/sandbox/faults', { faults }),
  async requests(): Promise<readonly { method: string; path: string; status: number; preflight?: boolean }[]> {
    return ((await call('GET', '/sandbox/requests')) as { requests: { method: string; path: string; status: number }[] }).requests;
  },
  clearRequests: () => call('DELETE', '/sandbox/requests'),
  async contacts(user = 'adele'): Promise<readonly Record<string, unknown>[]> {
    return ((await call('GET', `/sandbox/state?user=${user}`)) as { contacts: Record<string, unknown>[] }).contacts.filter((one) => one.deleted !== true);
  },
  change: (what: object) => call('POST', '/sandbox/change', what),
  async token(user = 'adele', scopes: readonly string[] = ['Contacts.ReadWrite']): Promise<string> {
    return ((await call('POST', '/sandbox/token', { user, scopes })) as { access_token: string }).access_token;
  },
  asUser: (token: string, method: string, path: string, body?: Buffer, type = 'application/json') => fetch(`${graphUrl}${path}`, {
    method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': type, Prefer: 'IdType="ImmutableId"' }, ...(body ? { body: new Uint8Array(body) } : {}),
  }),
  /** Lets time pass for Graph alone: tokens end. */
  passTime: (ms: number) => call('POST', '/sandbox/clock', { advanceMs: ms }),
  expireDelta: () => call('POST', '/sandbox/expireDelta', {}),
};

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${graphUrl}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}
