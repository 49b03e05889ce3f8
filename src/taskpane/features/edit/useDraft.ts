import { useEffect, useRef } from 'react';
import type { Drafts } from '#app/services';

const quietMs = 250;

/**
 * Keeps what is typed under `key` while it differs from the start, so that another item, a reload or a crash of
 * the pane loses nothing. The wait is short, and leaving the page writes at once.
 */
export function useDraft(drafts: Drafts, key: string, value: unknown, dirty: boolean, ready: boolean): { readonly forget: () => Promise<void> } {
  const pending = useRef<(() => void) | null>(null);
  const forgotten = useRef(false);

  useEffect(() => {
    if (forgotten.current || !ready) return;
    const write = () => {
      pending.current = null;
      void (dirty ? drafts.write(key, value) : drafts.remove(key));
    };
    pending.current = write;
    const timer = setTimeout(write, quietMs);
    return () => clearTimeout(timer);
  }, [drafts, key, value, dirty, ready]);

  useEffect(() => {
    const flush = () => pending.current?.();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);

  return {
    forget: () => {
      forgotten.current = true;
      pending.current = null;
      return drafts.remove(key);
    },
  };
}
