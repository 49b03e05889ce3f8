export type Slots = {
  /** Resolves with the function that gives the place back, or with null when the signal is aborted first. */
  readonly take: (signal?: AbortSignal) => Promise<(() => void) | null>;
};

/** At most `count` at a time, first come first served. */
export function createSlots(count: number): Slots {
  let free = count;
  const queue: (() => void)[] = [];

  const giveBack = () => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };
  const once = () => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      giveBack();
    };
  };

  return {
    take: (signal) => new Promise((resolve) => {
      if (signal?.aborted) return resolve(null);
      if (free > 0) {
        free -= 1;
        return resolve(once());
      }
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve(once());
      };
      const leave = () => {
        const at = queue.indexOf(enter);
        if (at >= 0) queue.splice(at, 1);
        signal?.removeEventListener('abort', leave);
        resolve(null);
      };
      queue.push(enter);
      signal?.addEventListener('abort', leave);
    }),
  };
}
