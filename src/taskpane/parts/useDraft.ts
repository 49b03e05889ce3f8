import { useEffect, useRef } from 'react';
import type { Drafts } from '#app/services';

/**
 * Keeps what is typed under `key` while it differs from the start, so that another item, a reload or a crash of
 * the pane loses nothing. Each keystroke is written at once, because Outlook may take the frame away without a
 * warning; while one write is under way the next waits, and only the newest is written then.
 */
export function useDraft(drafts: Drafts, key: string, value: unknown, dirty: boolean, ready: boolean): { readonly forget: () => Promise<void> } {
  const waiting = useRef<(() => Promise<void>) | null>(null);
  const writing = useRef<Promise<void> | null>(null);
  const forgotten = useRef(false);

  useEffect(() => {
    if (forgotten.current || !ready) return;
    waiting.current = () => (dirty ? drafts.write(key, value) : drafts.remove(key));
    writing.current ??= writeAll();

    async function writeAll(): Promise<void> {
      while (waiting.current !== null) {
        const write = waiting.current;
        waiting.current = null;
        await write();
      }
      writing.current = null;
    }
  }, [drafts, key, value, dirty, ready]);

  return {
    forget: async () => {
      forgotten.current = true;
      waiting.current = null;
      await writing.current;
      await drafts.remove(key);
    },
  };
}
