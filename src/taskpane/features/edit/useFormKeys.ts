import { useEffect, useEffectEvent } from 'react';

/**
 * Ctrl+S and Ctrl+Enter (⌘ on a Mac) save, Escape leaves, wherever in the pane the cursor is. Escape first closes an
 * open list and empties a search box, as it does everywhere.
 *
 * While the form is open these keys are its own: office.js listens at the window and would hand them to Outlook, which
 * takes the cursor out of the pane on Escape and knows Ctrl+Enter as "send this mail". (Seen in office.js,
 * `ContextActivationManager_notifyHost`.)
 */
export function useFormKeys(keys: { readonly save: () => void; readonly leave: () => void }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isSave(event)) {
      event.preventDefault();
      if (!event.repeat) keys.save();
    } else if (isLeave(event) && !isForItself(event.target)) {
      keys.leave();
    }
  });
  useEffect(() => {
    // Before the list has closed, so that it can still be seen that it was open.
    const first = (event: KeyboardEvent) => onKey(event);
    // After everything in the pane has heard of it.
    const last = (event: KeyboardEvent) => { if (isSave(event) || isLeave(event)) event.stopPropagation(); };
    document.addEventListener('keydown', first, true);
    document.addEventListener('keydown', last);
    return () => {
      document.removeEventListener('keydown', first, true);
      document.removeEventListener('keydown', last);
    };
  }, []);
}

const isSave = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && (event.key.toLowerCase() === 's' || event.key === 'Enter');

const isLeave = (event: KeyboardEvent): boolean => event.key === 'Escape' && !event.isComposing;

const isForItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
  && ((target.getAttribute('role') === 'combobox' && target.getAttribute('aria-expanded') === 'true') || (target.type === 'search' && target.value !== ''));
