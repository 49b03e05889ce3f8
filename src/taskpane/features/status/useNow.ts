import { useCallback, useSyncExternalStore } from 'react';

/** The time in whole seconds (as ms since 1970), looked at again so often that ages on the screen stay true. */
export function useNow(everyMs: number): number {
  const subscribe = useCallback((tell: () => void) => {
    const timer = setInterval(tell, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return useSyncExternalStore(subscribe, wholeSeconds);
}

const wholeSeconds = (): number => Math.floor(Date.now() / 1000) * 1000;
