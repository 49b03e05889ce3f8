export type Slots = {
  /**
   * Resolves with the function that gives the places back, or with null when the signal is aborted first. Who wants several
   * places waits until all of them are free, and who comes later waits behind.
   */
  readonly take: (signal?: AbortSignal, places?: number) => Promise<(() => void) | null>;
};

/** So many places, first come first served. */
export function createSlots(count: number): Slots {
  let free = count;
  const queue: { readonly places: number; readonly enter: () => void }[] = [];

  function letIn(): void {
    for (let next = queue[0]; next !== undefined && next.places <= free; next = queue[0]) {
      queue.shift();
      free -= next.places;
      next.enter();
    }
  }

  const giveBackOnce = (places: number) => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      free += places;
      letIn();
    };
  };

  return {
    take: (signal, wanted = 1) => new Promise((resolve) => {
      if (signal?.aborted) return resolve(null);
      const places = Math.min(wanted, count);
      const entry = {
        places,
        enter: () => {
          signal?.removeEventListener('abort', leave);
          resolve(giveBackOnce(places));
        },
      };
      const leave = () => {
        const at = queue.indexOf(entry);
        if (at >= 0) queue.splice(at, 1);
        resolve(null);
        // Who stood behind may fit where this one did not.
        letIn();
      };
      queue.push(entry);
      signal?.addEventListener('abort', leave, { once: true });
      letIn();
    }),
  };
}
