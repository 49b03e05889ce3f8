/**
 * Seeded fault schedules over the real client, store, journal and outbox against the sandbox's Graph.
 *
 *   npm run laws -- --runs 10000 [--seed 1] [--from 0]     prints counts, and each failing seed with its reasons
 *   npm run laws -- --replay <seed>                        tells one schedule step by step
 *   npm run laws -- --sabotage create                      spoils something on purpose: this has to be noticed
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { add, emptySum, runInProcesses, runMany } from './manySchedules.ts';
import type { Many } from './manySchedules.ts';
import type { Sabotage } from './pane.ts';
import { runSchedule } from './schedule.ts';

// A signal that many wait on is no leak here.
process.removeAllListeners('warning');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, from: { type: 'string', default: '0' },
    replay: { type: 'string' }, sabotage: { type: 'string' },
    processes: { type: 'string', default: String(Math.min(4, availableParallelism())) }, part: { type: 'string' },
  },
});
/** What is counted, and how the sentences of that kind begin. */
const kinds = [
  ['lost edits', 'lost', 'never sent'], ['doubled contacts', 'doubled'], ['deleted and still there', 'undead'], ['endless waiting', 'endless'],
  ['uncaught errors', 'uncaught'], ['wrong persons shown', 'wrong person'], ['stores unlike Graph', 'store of'],
  ['undone without effect', 'undo did nothing'], ['not shown at once', 'not shown'],
] as const;
const sabotage = (values.sabotage ?? null) as Sabotage;

if (values.part !== undefined) await part(JSON.parse(values.part) as Many);
else if (values.replay !== undefined) await replay(Number(values.replay));
else await many();

async function part(which: Many): Promise<void> {
  // Whoever asked for it is gone: nobody hears of the rest.
  const leave = () => process.exit(1);
  process.on('disconnect', leave);
  await runMany(which, (outcome) => process.send?.(outcome));
  process.off('disconnect', leave);
  process.disconnect();
}

async function replay(seed: number): Promise<void> {
  const { wrong, counts, faults, requests } = await runSchedule(seed, sabotage, (line) => console.log(line));
  console.log(`\n${requests} requests; ${listOf(counts)}\nfaults: ${listOf(faults)}`);
  console.log(wrong.length === 0 ? '\nall right' : `\n${wrong.join('\n')}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

async function many(): Promise<void> {
  const runs = Number(values.runs);
  // Runs of different seeds have no schedule in common.
  const first = Number(values.seed) * 1_000_000 + Number(values.from);
  console.log(`${runs} schedules, ${first} to ${first + runs - 1}`);
  const sum = emptySum();
  const begun = performance.now();
  await runInProcesses({ first, runs, sabotage }, Number(values.processes), (outcome) => {
    add(sum, outcome);
    if (outcome.wrong.length > 0) console.log(`\nseed ${outcome.seed}\n  ${outcome.wrong.map((what) => what.slice(0, 600)).join('\n  ')}`);
    if (sum.runs % 1000 === 0) console.log(`… ${sum.runs} of ${runs}, ${sum.failures.length} failed`);
  });
  const seconds = (performance.now() - begun) / 1000;

  const of = (kind: string): number => sum.failures.filter(({ wrong }) => wrong.some((what) => what.startsWith(kind))).length;
  console.log(`\n${sum.runs} schedules in ${seconds.toFixed(0)} s (${(sum.runs / seconds).toFixed(0)} a second), ${sum.requests} requests`);
  console.log(`what was done: ${listOf(sum.counts)}`);
  console.log(`faults that struck: ${listOf(sum.faults)}`);
  console.log(`went wrong: ${kinds.map(([name, ...kind]) => `${kind.reduce((all, one) => all + of(one), 0)} ${name}`).join(', ')}`);
  console.log(sum.failures.length === 0 ? 'all right' : `${sum.failures.length} failed: ${sum.failures.slice(0, 40).map(({ seed }) => seed).join(' ')}\nreplay one: npm run laws -- --replay ${sum.failures[0]?.seed}${values.sabotage ? ` --sabotage ${values.sabotage}` : ''}`);
  process.exitCode = sum.failures.length === 0 ? 0 : 1;
}

function listOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`).join(', ');
}
