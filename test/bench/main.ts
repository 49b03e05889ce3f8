/**
 * Measures the pane in a real browser, through the sandbox: how soon the sender's card stands, what the store takes.
 *
 *   npm run bench -- [--sizes 1000,10000,100000] [--no-write]     prints a table and writes docs/bench.md
 *
 * Nothing here fails for being slow: figures depend on the machine, and stand beside what is wanted.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { browserArgs, chromiumPath } from './browser.ts';
import { firstFill, freshProfile, keptProfile, officeAlone, open } from './openings.ts';
import type { Opening } from './openings.ts';
import { startSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';
import { measureStore } from './storeInBrowser.ts';
import type { StoreFigures } from './storeInBrowser.ts';
import { figure, ms, quantile, tableOf } from './table.ts';
import type { Figure, Line } from './table.ts';
import { crowds, measureVerdicts } from './verdicts.ts';
import type { CrowdFigures, Way } from './verdicts.ts';

const { values } = parseArgs({ options: { 'sizes': { type: 'string', default: '1000,10000,100000' }, 'no-write': { type: 'boolean', default: false } } });
const sizes = values.sizes.split(',').map(Number);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Measured = {
  readonly size: number;
  readonly fill: { readonly seconds: number; readonly requests: number };
  readonly warm: readonly Opening[];
  readonly braked: readonly Opening[];
  /** With the brake, and scripts fetched and compiled as if they had never been here. */
  readonly uncached: readonly Opening[];
  /** office.js without the pane, with the brake. */
  readonly office: readonly number[];
  readonly cold: readonly Opening[];
  readonly store: StoreFigures;
  readonly verdicts: readonly CrowdFigures[];
};

const sandbox = await startSandbox();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: browserArgs });
const begunAt = performance.now();
/** What others do on the machine is in every figure. */
const loadBefore = loadavg()[0] ?? 0;
try {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(size, browser, sandbox));
  const table = tableOf(sizes, linesOf(measured));
  say(`\n${table}`);
  const minutes = ((performance.now() - begunAt) / 60_000).toFixed(1);
  say(`\nAll of it took ${minutes} minutes; the load average was ${loadBefore.toFixed(1)} before it.`);
  if (!values['no-write']) writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'bench.md'), pageOf(table, minutes));
} finally {
  await browser.close();
  sandbox.stop();
}

async function measure(size: number, browser: Browser, sandbox: Sandbox): Promise<Measured> {
  say(`${size} contacts`);
  await sandbox.control('reset', { contacts: size });
  const cold: Opening[] = [];
  for (let n = 0; n < 5; n += 1) {
    const fresh = await freshProfile(browser);
    cold.push(await open(fresh, sandbox, { brake: 1, cache: true }));
    await fresh.close();
  }
  say(`  cold: ${cold.map((one) => ms(one.cardMs)).join(', ')}`);

  await sandbox.control('reset', { contacts: size });
  const { context: profile, remove } = await keptProfile(sandbox);
  const fill = await firstFill(profile, sandbox);
  say(`  first fill: ${fill.seconds.toFixed(1)} s, ${fill.requests} requests`);

  // Whatever a pane shows within these seconds, Graph has not told it.
  await sandbox.control('faults', { faults: [{ kind: 'latency', ms: 20_000 }] });
  // A browser keeps a script compiled when it has met it a few times.
  for (let n = 0; n < 3; n += 1) await open(profile, sandbox, { brake: 1, cache: true });
  const warm: Opening[] = [];
  const braked: Opening[] = [];
  const uncached: Opening[] = [];
  const office: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    warm.push(await open(profile, sandbox, { brake: 1, cache: true }));
    braked.push(await open(profile, sandbox, { brake: 4, cache: true }));
    uncached.push(await open(profile, sandbox, { brake: 4, cache: false }));
    office.push(await officeAlone(profile, sandbox, { brake: 4, cache: true }));
  }
  say(`  warm: ${warm.map((one) => ms(one.cardMs)).join(', ')}; with the brake: ${braked.map((one) => ms(one.cardMs)).join(', ')}`);
  say(`  with the brake, nothing cached: ${uncached.map((one) => ms(one.cardMs)).join(', ')}; office.js alone: ${office.map(ms).join(', ')}`);
  await sandbox.control('faults', { faults: [] });
  const verdicts = await measureVerdicts(profile, sandbox, size, ({ people, warm: one, cold: two, onePerPerson: three }) =>
    say(`  ${group(people)}: ${[one, two, three].map(wayText).join('; ')}`));
  const store = await measureStore(profile, sandbox, size);
  await remove();
  return { size, fill, warm, braked, uncached, office, cold, store, verdicts };
}

function wayText({ ms: took, requests }: Way): string {
  return `${ms(took)}, ${requests === 1 ? '1 request' : `${requests} requests`}`;
}

function group(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en')} people`;
}

function linesOf(all: readonly Measured[]): Line[] {
  const line = (what: string, wanted: string, of: (one: Measured) => Figure): Line => ({ what, wanted, figures: all.map(of) });
  const spread = (values: readonly number[]): string => `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`;
  const cards = (openings: readonly Opening[]): readonly number[] => openings.map((one) => one.cardMs);
  const most = (openings: readonly Opening[]): number => Math.max(...openings.map((one) => one.requestsBefore));
  return [
    line('warm open, 4× CPU brake: sender\'s card, p50 / p95', '≤ 500 ms p95', ({ braked }) => figure(spread(cards(braked)), quantile(cards(braked), 0.95) <= 500)),
    line('the same, nothing cached, p50 / p95', '', ({ uncached }) => figure(spread(cards(uncached)))),
    line('the same, office.js alone without the pane, p50 / p95', '', ({ office }) => figure(spread(office))),
    line('warm open, no brake: sender\'s card, p50 / p95', '', ({ warm }) => figure(spread(cards(warm)))),
    line('warm open: requests to Graph before the card', '0', ({ warm, braked, uncached }) => figure(String(most([...warm, ...braked, ...uncached])), most([...warm, ...braked, ...uncached]) === 0)),
    line('cold open, nothing stored: sender\'s card, p50 / p95', '', ({ cold }) => figure(spread(cards(cold)))),
    line('cold open: requests begun before the card', '', ({ cold }) => figure(String(most(cold)))),
    line('first fill', '', ({ fill }) => figure(`${fill.seconds.toFixed(1)} s, ${fill.requests} requests`)),
    line('look-up of one person, p50 / p95', '≤ 5 ms p95 (≤ 20 ms at 100,000)', ({ store, size }) => figure(spread(store.lookUpMs), quantile(store.lookUpMs, 0.95) <= (size > 10_000 ? 20 : 5))),
    line('typed search, each letter, p50 / p95', '≤ 50 ms p95', ({ store: { browsed } }) => figure(spread(browsed.typedMs), quantile(browsed.typedMs, 0.95) <= 50)),
    line('all contacts: first window after opening', '', ({ store }) => figure(ms(store.browsed.firstMs))),
    line('all contacts: everybody listed', '', ({ store }) => figure(ms(store.browsed.listedMs))),
    line('all contacts: a window anywhere, p50 / p95', '', ({ store }) => figure(spread(store.browsed.windowMs))),
    line('listing and searching: longest task of the main thread', '≤ 50 ms', ({ store: { browsed } }) =>
      figure(browsed.longTasks.length === 0 ? 'none over 50 ms' : ms(Math.max(...browsed.longTasks)), browsed.longTasks.length === 0)),
    line('the list in memory', '', ({ store, size }) => figure(`${(store.listBytes / 1024 / 1024).toFixed(1)} MB (${Math.round(store.listBytes / size)} bytes each)`)),
    line('500 attendees looked up and marked', '≤ 100 ms', ({ store }) => figure(`${ms(store.attendeesMs)} (${store.attendeesKnown} known; marking ${ms(store.attendeesMarkMs)})`, store.attendeesMs <= 100)),
    ...crowds.flatMap((people, n) => {
      const of = (verdicts: readonly CrowdFigures[], way: 'warm' | 'cold' | 'onePerPerson'): string => { const one = verdicts[n]?.[way]; return one ? wayText(one) : ''; };
      return [
        line(`verdicts for ${group(people)}, warm`, '0 requests', ({ verdicts }) => figure(of(verdicts, 'warm'), verdicts[n]?.warm.requests === 0)),
        line(`verdicts for ${group(people)}, cold`, '', ({ verdicts }) => figure(of(verdicts, 'cold'))),
        line(`verdicts for ${group(people)}, by one request each`, '', ({ verdicts }) => figure(of(verdicts, 'onePerPerson'))),
      ];
    }),
    line('delta of 10,000 taken in: longest task of the main thread', '≤ 50 ms', ({ store }) => figure(store.foldLongest === null ? 'none over 50 ms' : ms(store.foldLongest), store.foldLongest === null)),
    line('delta of 10,000 taken in: all of it', '', ({ store }) => figure(ms(store.foldMs))),
  ];
}

function pageOf(table: string, minutes: string): string {
  return `# Figures

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: a small server with ${availableParallelism()} cores, headless Chromium, the
production build in the sandbox. It took ${minutes} minutes; before it began the machine's load average was ${loadBefore.toFixed(1)} (with more
than its cores it is busy with other things, and times come out too long).
"ok" and "over" compare with what is wanted; nothing fails for being slow.

${table}

- **Opens** are measured in the pane's own frame, from the start of its navigation (office.js, React and all) to
  the frame of animation in which the sender's card stands. While warm panes open, Graph answers nothing for 20 seconds.
  Ten opens each; cold ones, each in a fresh profile, five. Warm ones are those of a profile on the disk, as a person's, whose
  browser trusts the page and has met its scripts before; "nothing cached" is a browser that fetches and compiles all of them anew.
- **office.js alone** is the pane's own page without the pane's script, under the same brake, from the moment the page has come
  to the moment Outlook has answered office.js: what no pane can be quicker than. The page around it plays Outlook on the
  same thread, which a real Outlook does not.
- **First fill** goes from an empty profile to the moment every folder has a bookmark, looked at four times a second.
- **Verdicts** for lists of people, half of them contacts, with 60 ms put on each request: warm from what the profile has stored;
  cold with nothing stored, asking about the first hundred directly, twenty at a time, and reading all contacts beside that, until nobody is open any more;
  and, to compare, by one filtered request for each person, four at a time.
- **Look-ups, searches, attendees and the delta** are taken in a page of the pane's origin that holds the store alone,
  on the database the pane has filled: 500 people one after the other, none asked for twice, 100 of them strangers; the list of all
  contacts looked at while it grows, five words typed letter by letter and 50 windows of 100 all over it, watched for long
  tasks, and the heap before and after, tidied up; 500 people at once with the verdict on each; 10,000 changed contacts in pages of 500 through
  the sync, watched by the browser's own observer of long tasks (it tells of tasks over 50 ms only).
`;
}
