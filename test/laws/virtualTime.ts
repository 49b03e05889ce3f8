/**
 * A clock and an event loop of our own: timers fire when they are due in a time that costs nothing, one task after
 * the other, always in the same order. So a schedule of hours takes milliseconds, a seed can be replayed, and work
 * that nothing will ever wake again is seen at once.
 */
export type VirtualTime = {
  now(): number;
  /** Runs `task` in `ms`; the answer takes it back. */
  after(ms: number, task: () => void): () => void;
  /** Resolves in `ms`, or as soon as the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Lets so much time go by. */
  run(ms: number): Promise<void>;
  /** Lets so many tasks run, however long that takes; fewer when there are no more. */
  steps(count: number): Promise<void>;
  /** Goes on until the work has ended, for `ms` at most; false when it has not. */
  until(work: Promise<unknown>, ms: number): Promise<boolean>;
  /** How many tasks ran so far. */
  tasks(): number;
  /** Puts timers, clock and tasks of the language in place of the machine's; the answer gives them back. */
  install(): () => void;
};

type Task = { readonly at: number; readonly order: number; readonly run: () => void; gone: boolean };

/** A run that takes more has gone in circles. */
const mostTasks = 400_000;

export class EndlessWork extends Error {
  override readonly name = 'EndlessWork';
}

// The machine's own, before anybody puts others in their place.
const realImmediate = globalThis.setImmediate;
const realTimeout = globalThis.setTimeout;
const realClear = globalThis.clearTimeout;
const realClearImmediate = globalThis.clearImmediate;
const realNow = Date.now;

/** Lets every promise that can go on do so. */
const promisesRun = (): Promise<void> => new Promise((resolve) => { realImmediate(resolve); });

export function virtualTime(start: number): VirtualTime {
  let now = start;
  let order = 0;
  let ran = 0;
  // What is due at once comes first and in order of arrival; it is most of the work of a database.
  const soon: Task[] = [];
  const later: Task[] = [];

  function put(ms: number, run: () => void): Task {
    order += 1;
    const task: Task = { at: now + Math.max(0, Number.isFinite(ms) ? ms : 0), order, run, gone: false };
    if (task.at === now) {
      soon.push(task);
      return task;
    }
    let low = 0;
    let high = later.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = later[middle]!;
      if (other.at < task.at || (other.at === task.at && other.order < task.order)) low = middle + 1;
      else high = middle;
    }
    later.splice(low, 0, task);
    return task;
  }

  /** The next task due until `end`; time moves on to it. */
  function take(end: number): Task | null {
    for (let task = soon.shift(); task; task = soon.shift()) if (!task.gone) return task;
    while (later[0]?.gone) later.shift();
    const [next] = later;
    if (next === undefined || next.at > end) return null;
    later.shift();
    now = next.at;
    return next;
  }

  async function step(end: number): Promise<boolean> {
    const task = take(end);
    if (task === null) return false;
    ran += 1;
    if (ran > mostTasks) throw new EndlessWork(`more than ${mostTasks} tasks`);
    task.run();
    await promisesRun();
    return true;
  }

  const remove = (task: Task | undefined): void => { if (task) task.gone = true; };

  return {
    now: () => now,
    after(ms, run) {
      const task = put(ms, run);
      return () => remove(task);
    },
    wait: (ms, signal) => new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        remove(task);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const task = put(ms, done);
      signal?.addEventListener('abort', done);
    }),
    async run(ms) {
      const end = now + ms;
      await promisesRun();
      while (await step(end)) { /* the work is in the condition */ }
      now = Math.max(now, end);
    },
    async steps(count) {
      await promisesRun();
      for (let n = 0; n < count && await step(Infinity); n += 1) { /* the work is in the condition */ }
    },
    async until(work, ms) {
      let ended = false;
      const end = now + ms;
      work.then(() => { ended = true; }, () => { ended = true; });
      await promisesRun();
      while (!ended && await step(end)) { /* the work is in the condition */ }
      return ended;
    },
    tasks: () => ran,
    install() {
      const world = globalThis as unknown as Record<string, unknown>;
      const timer = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): Task => put(ms, () => run(...given));
      world.setTimeout = timer;
      world.clearTimeout = remove;
      world.setImmediate = (run: (...given: unknown[]) => void, ...given: unknown[]): Task => put(0, () => run(...given));
      world.clearImmediate = remove;
      Date.now = () => now;
      return () => {
        world.setTimeout = realTimeout;
        world.clearTimeout = realClear;
        world.setImmediate = realImmediate;
        world.clearImmediate = realClearImmediate;
        Date.now = realNow;
      };
    },
  };
}
