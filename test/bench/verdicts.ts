import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import { crowdMember } from '#sandbox/seed/people';
import type { Sandbox } from './sandbox.ts';
import type * as InPage from './verdictsInPage.ts';

type Bench = typeof InPage;
const root = join(import.meta.dirname, '..', '..');
export const crowds = [1, 20, 100, 500, 1_000] as const;
const latencyMs = 60;

export type Way = InPage.Verdicts & { readonly requests: number };
export type CrowdFigures = { readonly people: number; readonly warm: Way; readonly cold: Way; readonly onePerPerson: Way };

/** The emulator notes a request when it has answered it, also one that nobody waits for any more. */
async function countedAtRest(sandbox: Sandbox): Promise<number> {
  for (let before = -1; ;) {
    const now = (await sandbox.requests()).length;
    if (now === before) return now;
    before = now;
    await later(5 * latencyMs);
  }
}

/**
 * Verdicts for lists of people, every other of them a contact: from what the profile has stored, with nothing stored, and
 * by one request per person. Each request to Graph takes 60 ms longer than the emulator does.
 */
export async function measureVerdicts(
  context: BrowserContext, sandbox: Sandbox, contacts: number, onMeasured: (figures: CrowdFigures) => void,
): Promise<readonly CrowdFigures[]> {
  const { outputFiles: [bundle] } = await build({
    entryPoints: [join(import.meta.dirname, 'verdictsInPage.ts')], absWorkingDir: root, bundle: true, write: false, format: 'iife', globalName: 'bench', target: 'es2022',
  });
  await context.route('**/verdict-page', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>bench</title><script>${bundle?.text ?? ''}</script>` }));
  const page = await context.newPage();
  await page.goto(`${sandbox.pageUrl}/verdict-page`);
  const { access_token: token } = await sandbox.control('token', { user: 'adele', scopes: ['Contacts.ReadWrite'] }) as { access_token: string };
  const graph = { baseUrl: sandbox.graphUrl, token };
  await sandbox.control('faults', { faults: [{ kind: 'latency', ms: latencyMs, path: '/v1.0' }] });
  const own = Math.max(1, contacts - 200);
  const figures: CrowdFigures[] = [];
  for (const people of crowds) {
    const list = Array.from({ length: people }, (_, n) => (n % 2 === 1
      ? { name: `Nobody ${n}`, address: `nobody${n}@nowhere.example` } : { ...crowdMember(60 + Math.floor((n * own) / people)) }));
    const counted = async (run: () => Promise<InPage.Verdicts>): Promise<Way> => {
      const before = await countedAtRest(sandbox);
      const verdicts = await run();
      return { ...verdicts, requests: (await sandbox.requests()).length - before };
    };
    const ways = {
      warm: await counted(() => page.evaluate((all) => (globalThis as unknown as { bench: Bench }).bench.warm(all), list)),
      cold: await counted(() => page.evaluate(([all, where]) => (globalThis as unknown as { bench: Bench }).bench.cold(all, where), [list, graph] as const)),
      onePerPerson: await counted(() => page.evaluate(([all, where]) => (globalThis as unknown as { bench: Bench }).bench.onePerPerson(all, where), [list, graph] as const)),
    };
    if (ways.warm.known !== ways.cold.known) throw new Error(`Of ${people} people ${ways.warm.known} are known warm, and ${ways.cold.known} cold.`);
    const measured = { people, ...ways };
    figures.push(measured);
    onMeasured(measured);
  }
  await sandbox.control('faults', { faults: [] });
  await page.close();
  return figures;
}
