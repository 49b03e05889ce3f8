import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Sabotage } from './pane.ts';
import type { Outcome } from './schedule.ts';
import { runSchedule } from './schedule.ts';

export type Sum = {
  runs: number;
  requests: number;
  readonly counts: Record<string, number>;
  readonly faults: Record<string, number>;
  readonly failures: { readonly seed: number; readonly wrong: readonly string[] }[];
};

export const emptySum = (): Sum => ({ runs: 0, requests: 0, counts: {}, faults: {}, failures: [] });

export function add(sum: Sum, { seed, wrong, counts, faults, requests }: Outcome): void {
  sum.runs += 1;
  sum.requests += requests;
  for (const [into, from] of [[sum.counts, counts], [sum.faults, faults]] as const) {
    for (const [name, count] of Object.entries(from)) into[name] = (into[name] ?? 0) + count;
  }
  if (wrong.length > 0) sum.failures.push({ seed, wrong });
}

export type Many = {
  readonly first: number;
  readonly runs: number;
  readonly sabotage: Sabotage;
};

/** Schedules one after the other, in this process. */
export async function runMany({ first, runs, sabotage }: Many, told: (outcome: Outcome) => void): Promise<void> {
  for (let seed = first; seed < first + runs; seed += 1) told(await runSchedule(seed, sabotage));
}

/** The same in several processes: each has the globals that a schedule puts its own in the place of for itself. */
export async function runInProcesses(many: Many, processes: number, told: (outcome: Outcome) => void): Promise<void> {
  const share = Math.ceil(many.runs / processes);
  await Promise.all(Array.from({ length: processes }, (_, n) => {
    const runs = Math.min(share, many.runs - n * share);
    if (runs <= 0) return Promise.resolve();
    return new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), ['--part', JSON.stringify({ ...many, first: many.first + n * share, runs })]);
      child.on('message', (outcome) => told(outcome as Outcome));
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A process of schedules ended with ${code}.`))));
    });
  }));
}
