import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { focusForNow } from './focusForNow.ts';

const soonMs = 3_000;

/**
 * When what the person acted on vanishes (a page is replaced, a button is done), the focus goes to the heading of
 * what is there now, so that keyboard and screen reader go on where the eye does. Only while the focus is in the pane
 * and would be lost: a mail that is selected in Outlook must never lose the focus to it. (Office-js issue 5357)
 */
export function useFocusOnView(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const actedAt = useRef(-Infinity);

  useEffect(() => {
    const act = () => { actedAt.current = performance.now(); };
    const look = () => {
      if (performance.now() - actedAt.current > soonMs || !document.hasFocus()) return;
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const heading = main.current?.querySelector<HTMLElement>('h1');
      if (!heading) return;
      heading.style.outline = 'none';
      focusForNow(heading);
    };
    document.addEventListener('click', act, true);
    document.addEventListener('keydown', act, true);
    const watcher = new MutationObserver(look);
    if (main.current) watcher.observe(main.current, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('click', act, true);
      document.removeEventListener('keydown', act, true);
      watcher.disconnect();
    };
  }, []);

  return main;
}
