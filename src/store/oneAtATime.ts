import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed } from '#domain/result';

/**
 * Runs `work` while no other pane of this browser runs work of the same name; the others wait their turn. A pane
 * that is closed lets go by itself. Where the browser has no locks or refuses them (storage denied), `work` runs at
 * once: what it does is safe to do twice, only wasteful. `abandoned` when `signal` speaks before the turn has come;
 * whether it still counts afterwards is up to `work`. (Web Locks API)
 */
export async function oneAtATime<T>(name: string, work: () => Promise<Result<T>>, signal?: AbortSignal): Promise<Result<T>> {
  const locks = webLocks();
  if (locks === null) return work();
  let started = false;
  try {
    return await locks.request(name, signal ? { signal } : {}, async () => {
      started = true;
      return work();
    });
  } catch (refusal) {
    if (started) throw refusal;
    return signal?.aborted ? failed<Problem>({ kind: 'abandoned' }) : work();
  }
}

function webLocks(): LockManager | null {
  try {
    return globalThis.navigator.locks ?? null;
  } catch {
    return null;
  }
}
