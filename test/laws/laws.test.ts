import { emptySum, add, runMany } from './manySchedules.ts';
import type { Sabotage } from './pane.ts';
import { runSchedule } from './schedule.ts';

const many = async (first: number, runs: number, sabotage: Sabotage = null) => {
  const sum = emptySum();
  await runMany({ first, runs, sabotage }, (outcome) => add(sum, outcome));
  return sum;
};

describe('schedules of faults', () => {
  it('lose no edit, double no contact, end, and leave every store as Graph is', async () => {
    const sum = await many(7_000_000, 300);
    expect(sum.failures).toEqual([]);
    // They are of use only while they do meet trouble.
    expect(Math.min(...Object.values(sum.faults))).toBeGreaterThan(20);
    for (const what of ['create', 'update', 'delete', 'undo', 'redo', 'bulk update', 'dispute', 'pane crashed', 'elsewhere patch', 'storage wiped']) expect(sum.counts[what]).toBeGreaterThan(5);
  }, 120_000);

  it('are the same each time', async () => {
    const lines: string[][] = [[], []];
    for (const told of lines) await runSchedule(7_000_011, null, (line) => told.push(line));
    expect(lines[0]!.length).toBeGreaterThan(10);
    expect(lines[1]).toEqual(lines[0]);
  });

  it.each<[Sabotage, RegExp, string]>([
    ['create', /^doubled/, 'when the look before a repeated create finds nobody'],
    ['unsure', /^doubled/, 'when it is forgotten that an answer was lost'],
    ['journal', /^(lost|never sent)/, 'when something is called sent that was not'],
  ])('fail (%s)', async (sabotage, reason) => {
    const { failures } = await many(7_000_000, 60, sabotage);
    expect(failures.flatMap(({ wrong }) => wrong).filter((what) => reason.test(what)).length).toBeGreaterThan(0);
  }, 120_000);
});
