import type { Result } from '#domain/result';
import { failed } from '#domain/result';

/** The work's answer, or `noAnswer` when it takes longer than `ms`. MSAL keeps no clock of its own. */
export function within<T>(ms: number, work: Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(failed({ kind: 'noAnswer', from: 'signIn' })), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The work's answer, or `abandoned` as soon as the signal is aborted. The work itself goes on. */
export function unlessAbandoned<T>(work: Promise<Result<T>>, signal: AbortSignal | undefined): Promise<Result<T>> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const leave = () => resolve(failed({ kind: 'abandoned' }));
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
