import { keepInSync } from '#app/keepInSync';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';

function setUp(lastAt: number | null = null) {
  let time = 1_000_000;
  const runs: ((result: Result<{ at: number }>) => Promise<void>)[] = [];
  const timers: { readonly ms: number; readonly run: () => void }[] = [];
  const sync = keepInSync({
    syncAll: () => new Promise((resolve) => {
      runs.push(async (result) => {
        resolve(result);
        for (let turn = 0; turn < 5; turn += 1) await null;
      });
    }),
    now: () => time,
    after: (ms, run) => { timers.push({ ms, run }); return () => {}; },
  }, lastAt);
  return { sync, runs, timers, pass: (ms: number) => { time += ms; } };
}

const trouble = (problem: Problem) => failed(problem);

describe('keeping in sync', () => {
  it('runs once at a time however often it is asked', () => {
    const { sync, runs } = setUp();
    sync.ensureFresh(0);
    sync.ensureFresh(0);
    sync.now();
    expect(runs).toHaveLength(1);
  });

  it('does not ask again while what it has is young', async () => {
    const { sync, runs, pass } = setUp(1_000_000);
    sync.ensureFresh(30_000);
    expect(runs).toHaveLength(0);
    pass(30_001);
    sync.ensureFresh(30_000);
    expect(runs).toHaveLength(1);
  });

  it('tries again by itself after trouble that passes, with growing pauses', async () => {
    const { sync, runs, timers } = setUp();
    sync.now();
    await runs[0]?.(trouble({ kind: 'offline' }));
    expect(sync.state.get()).toMatchObject({ phase: 'troubled', problem: { kind: 'offline' } });
    timers[0]?.run();
    await runs[1]?.(trouble({ kind: 'offline' }));
    expect(timers[1]!.ms).toBeGreaterThan(timers[0]!.ms);
    timers[1]?.run();
    await runs[2]?.(ok({ at: 5 }));
    expect(sync.state.get()).toMatchObject({ phase: 'resting', lastAt: 5, problem: null });
  });

  it('waits as long as Graph asks, also when that is longer than its own pause', async () => {
    const { sync, runs, timers } = setUp();
    sync.now();
    await runs[0]?.(trouble({ kind: 'busy', retryAfterMs: 120_000 }));
    expect(timers[0]?.ms).toBe(120_000);
    timers[0]?.run();
    await runs[1]?.(trouble({ kind: 'busy', retryAfterMs: 1_000 }));
    expect(timers[1]!.ms).toBeGreaterThan(1_000);
  });

  it('waits for the person when a sign-in is needed, however many mails go by', async () => {
    const { sync, runs, timers } = setUp();
    sync.now();
    await runs[0]?.(trouble({ kind: 'signInNeeded', scopes: ['Contacts.Read'] }));
    sync.ensureFresh(0);
    expect(timers).toHaveLength(0);
    expect(runs).toHaveLength(1);
    sync.now();
    expect(runs).toHaveLength(2);
  });

  it('goes once more when the person mended something while the round that fails of it was under way', async () => {
    const { sync, runs } = setUp();
    sync.ensureFresh(0);
    sync.now();
    await runs[0]?.(trouble({ kind: 'wrongAccount' }));
    expect(runs).toHaveLength(2);
    await runs[1]?.(trouble({ kind: 'wrongAccount' }));
    expect(runs).toHaveLength(2);
  });

  it('says nothing more after it was stopped', async () => {
    const { sync, runs } = setUp();
    sync.now();
    sync.stop();
    await runs[0]?.(ok({ at: 5 }));
    expect(sync.state.get().lastAt).toBeNull();
  });
});
