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
