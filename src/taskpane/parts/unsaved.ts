import { useEffect, useState } from 'react';
import type { Change } from '#domain/change';
import type { ContactId } from '#domain/contact';
import { useServices } from '../ServicesContext.ts';

/** Contacts that are here and not in Outlook: it did not accept them, or they wait for longer than one waits without asking. */
export type Unsaved = ReadonlyMap<ContactId, 'refused' | 'late'>;
export const allSaved: Unsaved = new Map();

const lateAfterMs = 8_000;

/** `next`: when the next of those that wait will be late; null when none will. */
export function unsavedOf(changes: readonly Change[], now: number): { readonly unsaved: Unsaved; readonly next: number | null } {
  const unsaved = new Map<ContactId, 'refused' | 'late'>();
  let next: number | null = null;
  for (const { act, state, at } of changes) {
    if (act.kind !== 'create') continue;
    if (state === 'refused') unsaved.set(act.contactId, 'refused');
    else if (state === 'waiting' || state === 'sending') {
      const late = at + lateAfterMs;
      if (late <= now) unsaved.set(act.contactId, 'late');
      else next = Math.min(next ?? late, late);
    }
  }
  return { unsaved, next };
}

/** The same map for as long as it says the same: lists are arranged by it. */
export function useUnsaved(): Unsaved {
  const { changes } = useServices();
  const [unsaved, setUnsaved] = useState<Unsaved>(() => unsavedOf(changes.get(), Date.now()).unsaved);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const now = Date.now();
      const { unsaved: there, next } = unsavedOf(changes.get(), now);
      setUnsaved((before) => (isSame(before, there) ? before : there));
      if (next !== null) timer = setTimeout(look, next - now);
    };
    const stop = changes.subscribe(look);
    look();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [changes]);
  return unsaved;
}

const isSame = (a: Unsaved, b: Unsaved): boolean => a.size === b.size && [...a].every(([id, how]) => b.get(id) === how);
