import { useSyncExternalStore } from 'react';

const lookEveryMs = 30_000;

/** The day it is where the person is, `YYYY-MM-DD`; a pane may stay open past midnight. */
export const useToday = (): string => useSyncExternalStore(follow, localDay);

function follow(listener: () => void): () => void {
  const timer = setInterval(listener, lookEveryMs);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
}

function localDay(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
