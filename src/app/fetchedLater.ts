import { failed } from '#domain/result';
import type { Result } from '#domain/result';

/**
 * A piece of the pane that is fetched when it is first needed. `with` runs work on it; without a connection the piece
 * cannot come, which is the problem `offline` like any other, and the next call tries again.
 */
export type FetchedLater<P> = { readonly with: <T>(work: (piece: P) => Promise<Result<T>>) => Promise<Result<T>> };

export function fetchedLater<P>(load: () => Promise<P>): FetchedLater<P> {
  let loading: Promise<P> | null = null;
  return {
    async with(work) {
      const mine = loading ??= load();
      let piece: P;
      try {
        piece = await mine;
      } catch {
        if (loading === mine) loading = null;
        return failed({ kind: 'offline' });
      }
      return work(piece);
    },
  };
}
