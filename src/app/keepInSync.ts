import type { Problem } from '#domain/problem';
import { failed } from '#domain/result';
import type { Result } from '#domain/result';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';
import { pauseBefore } from './pauseBefore.ts';

export type SyncProgress = { readonly foldersDone: number; readonly foldersTotal: number; readonly contacts: number };

export type SyncPhase = 'resting' | 'syncing' | 'troubled';

export type SyncState = {
  readonly phase: SyncPhase;
  /** When everything was last read to the end, ms since 1970; null when never. */
  readonly lastAt: number | null;
  readonly progress: SyncProgress | null;
  readonly problem: Problem | null;
  /** Graph asked to wait; when it goes on, ms since 1970. */
  readonly waitingUntil: number | null;
};

/** The legal moves; anything else is a defect. */
const next = {
  resting: ['syncing'],
  syncing: ['resting', 'troubled'],
  troubled: ['syncing'],
} as const satisfies Record<SyncPhase, readonly SyncPhase[]>;

export type KeepInSyncPorts = {
  /** Reads what changed in all folders; resolves with the time at which all was read. */
  readonly syncAll: (onProgress: (progress: SyncProgress) => void, signal: AbortSignal) => Promise<Result<{ readonly at: number }>>;
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
};

export type KeepInSync = {
  readonly state: Cell<SyncState>;
  /** Syncs unless that was done within `maxAgeMs` or is under way. */
  ensureFresh(maxAgeMs: number): void;
  /** Syncs now, also after trouble that needed a person (sign-in). */
  now(): void;
  waiting(ms: number): void;
  /**
   * Everything that is stored was read at `at`: by another pane of the same mailbox. Or by an earlier one, when storage
   * that had failed works again; then what came since has to be read once more.
   */
  heard(at: number): void;
  /** What was stored is not complete any more (wiped, a row that could not be read): read again. */
  lost(): void;
  stop(): void;
};

/** Trouble that goes away by itself is tried again after growing pauses; for the rest a person is needed. */
const passes: ReadonlySet<Problem['kind']> = new Set(['offline', 'busy', 'serverTrouble', 'noAnswer', 'notUnderstood', 'bookmarkExpired', 'abandoned']);
const pausesMs = [5_000, 15_000, 60_000, 300_000] as const;

export function keepInSync(ports: KeepInSyncPorts, lastAt: number | null): KeepInSync {
  const state = createCell<SyncState>({ phase: 'resting', lastAt, progress: null, problem: null, waitingUntil: null });
  const stopping = new AbortController();
  let failures = 0;
  let cancelRetry = () => {};
  let retryPlanned = false;
  /** The person did something about a trouble that the round under way may have met already. */
  let onceMore = false;

  const move = (phase: SyncPhase, change: Partial<SyncState>) => {
    const before = state.get();
    if (!(next[before.phase] as readonly SyncPhase[]).includes(phase)) throw new Error(`sync cannot go from ${before.phase} to ${phase}`);
    state.set({ ...before, waitingUntil: null, ...change, phase });
  };

  async function run(): Promise<void> {
    if (state.get().phase === 'syncing' || stopping.signal.aborted) return;
    cancelRetry();
    retryPlanned = false;
    onceMore = false;
    move('syncing', { progress: null });
    // A defect below must not leave the pane saying "reading" for ever.
    const result = await ports.syncAll((progress) => state.update((s) => ({ ...s, progress })), stopping.signal)
      .catch((): Result<{ readonly at: number }> => failed({ kind: 'notUnderstood', from: 'store' }));
    if (stopping.signal.aborted) return;
    if (result.ok) {
      failures = 0;
      move('resting', { lastAt: result.value.at, progress: null, problem: null });
      return;
    }
    move('troubled', { problem: result.problem });
    if (onceMore) return void run();
    if (passes.has(result.problem.kind)) {
      const pause = pauseBefore(pausesMs, failures, result.problem);
      failures += 1;
      retryPlanned = true;
      cancelRetry = ports.after(pause, () => void run());
    }
  }

  return {
    state,
    ensureFresh(maxAgeMs) {
      const { lastAt: at, problem } = state.get();
      // Read in the future: the clock was set back since, and how long ago that was nobody knows.
      const age = at === null ? null : ports.now() - at;
      const young = age !== null && age >= 0 && age < maxAgeMs;
      // After trouble that needs a person, going from mail to mail must not ask again and again.
      const needsPerson = problem !== null && !passes.has(problem.kind);
      // Going from mail to mail does not shorten a pause that Graph needs.
      if (!young && !needsPerson && !retryPlanned) void run();
    },
    now() {
      onceMore = true;
      void run();
    },
    waiting: (ms) => state.update((s) => ({ ...s, waitingUntil: ports.now() + ms })),
    heard(at) {
      const { lastAt: before, phase } = state.get();
      if (before !== null && at < before && phase === 'syncing') return;
      state.update((s) => ({ ...s, lastAt: at }));
      if (before !== null && at < before) void run();
    },
    lost() {
      if (state.get().lastAt === null) return;
      state.update((s) => ({ ...s, lastAt: null }));
      void run();
    },
    stop() {
      cancelRetry();
      stopping.abort();
    },
  };
}
