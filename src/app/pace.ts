/** After `ms`; what it gives takes that back. */
export const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Like `coalesce`, one run after the other; while there is much to do, the pause between two is three times as long as the
 * work, so that the page stays free for the person.
 */
export function unhurried(run: () => Promise<void>, ms: number): () => void {
  let isPlanned = false;
  let again = false;
  let freeAt = 0;
  const plan = (): void => {
    isPlanned = true;
    setTimeout(() => {
      again = false;
      const begun = performance.now();
      void run().finally(() => {
        const now = performance.now();
        freeAt = now + 3 * (now - begun);
        isPlanned = false;
        if (again) plan();
      });
    }, Math.max(ms, freeAt - performance.now()));
  };
  return () => {
    again = true;
    if (!isPlanned) plan();
  };
}

/** Told many times, runs once, `ms` after the first of them. */
export function coalesce(run: () => void, ms: number, later = after): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    later(ms, () => {
      waits = false;
      run();
    });
  };
}
