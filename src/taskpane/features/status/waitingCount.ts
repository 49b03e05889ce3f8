import type { Change } from '#domain/change';

/** How many changes wait to be sent, those on their way as well; 0 while nothing stands in their way. */
export function waitingCount(changes: readonly Change[]): number {
  const isHeldUp = changes.some(({ state, problem }) => state === 'waiting' && problem !== null);
  return isHeldUp ? changes.filter(({ state }) => state === 'waiting' || state === 'sending').length : 0;
}
