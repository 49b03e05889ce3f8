/**
 * Runs `work` while no other pane of this browser runs work of the same name; the others wait their turn. A pane
 * that is closed lets go by itself. Where the browser has no locks or refuses them (storage denied), `work` runs at
 * once: what it does is safe to do twice, only wasteful. (Web Locks API)
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks = webLocks();
  if (locks === null) return work();
  let started = false;
  try {
    return await locks.request(name, signal ? { signal } : {}, async () => {
      started = true;
      return work();
    });
  } catch (refusal) {
    if (started || signal?.aborted) throw refusal;
    return work();
  }
}

function webLocks(): LockManager | null {
  try {
    return globalThis.navigator.locks ?? null;
  } catch {
    return null;
  }
}
