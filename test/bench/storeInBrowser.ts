import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { crowdMember } from '#sandbox/seed/people';
import type * as InPage from './inPage.ts';
import type { Sandbox } from './sandbox.ts';

type Bench = typeof InPage;
const root = join(import.meta.dirname, '..', '..');

export type StoreFigures = {
  readonly lookUpMs: readonly number[];
  readonly browsed: InPage.Browsed;
  /** What the list takes in memory. */
  readonly listBytes: number;
  readonly attendeesMs: number;
  readonly attendeesMarkMs: number;
  readonly attendeesKnown: number;
  readonly foldMs: number;
  readonly foldLongest: number | null;
};

/** The n-th contact that the emulator makes beyond the seed. */
const made = (n: number) => crowdMember(60 + n);

/** The store alone, in a page of the pane's origin: no screen, no Outlook, the same database. */
export async function measureStore(context: BrowserContext, sandbox: Sandbox, contacts: number): Promise<StoreFigures> {
  const { outputFiles: [bundle] } = await build({
    entryPoints: [join(import.meta.dirname, 'inPage.ts')], absWorkingDir: root, bundle: true, write: false, format: 'iife', globalName: 'bench', target: 'es2022',
  });
  await context.route('**/bench-page', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>bench</title><script>${bundle?.text ?? ''}</script>` }));
  const page = await context.newPage();
  await page.goto(`${sandbox.pageUrl}/bench-page`);

  const own = Math.max(1, contacts - 200);
  const spread = (count: number) => Array.from({ length: count }, (_, n) => made(Math.floor((n * own) / count))).map(({ name, address }) => ({ name, address }));
  const strangers = Array.from({ length: 100 }, (_, n) => ({ name: `Nobody ${n}`, address: `nobody${n}@nowhere.example` }));
  const looked = await page.evaluate((people) => (globalThis as unknown as { bench: Bench }).bench.lookUps(people), [...spread(400), ...strangers]);
  const attendees = await page.evaluate((people) => (globalThis as unknown as { bench: Bench }).bench.attendees(people), [...spread(450), ...strangers.slice(0, 50)]);
  const words = ['bowen', spread(3)[1]?.name ?? 'alba', 'fabrikam', '555 01', 'zzzz'];
  const cdp = await context.newCDPSession(page);
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  await page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.beginBrowsing());
  const before = await heap();
  const browsed = await page.evaluate((all) => (globalThis as unknown as { bench: Bench }).bench.browsing(all), words);
  const listBytes = await heap() - before;
  const folded = await foldIn(page);
  await page.close();
  return {
    lookUpMs: looked.ms, browsed, listBytes,
    attendeesMs: attendees.lookUpMs + attendees.markMs, attendeesMarkMs: attendees.markMs, attendeesKnown: attendees.known,
    foldMs: folded.totalMs, foldLongest: folded.longTasks.length === 0 ? null : Math.max(...folded.longTasks),
  };
}

const foldIn = (page: Page) => page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.fold(10_000));
