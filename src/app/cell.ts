/** A value that changes over time and tells its listeners; what React's useSyncExternalStore wants. */
export type Cell<T> = {
  get(): T;
  subscribe(listener: () => void): () => void;
};

export type WritableCell<T> = Cell<T> & {
  set(next: T): void;
  update(change: (before: T) => T): void;
};

export function createCell<T>(initial: T): WritableCell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    update: (change) => set(change(value)),
  };
}

/** Resolves with the first value, the present one among them, of which `is` holds. */
export function until<T>(cell: Cell<T>, is: (value: T) => boolean, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve) => {
    let leave = (): void => undefined;
    const look = (): void => {
      if (!is(cell.get())) return;
      leave();
      resolve(cell.get());
    };
    leave = cell.subscribe(look);
    signal?.addEventListener('abort', leave);
    look();
  });
}

/** As `until`, but with whatever value there is after `ms`. */
export async function soon<T>(cell: Cell<T>, is: (value: T) => boolean, ms: number): Promise<T> {
  const enough = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([until(cell, is, enough.signal), new Promise<void>((resolve) => { timer = setTimeout(resolve, ms); })]);
  clearTimeout(timer);
  enough.abort();
  return cell.get();
}
