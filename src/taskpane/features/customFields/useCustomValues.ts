import { useCallback, useEffect, useState } from 'react';
import { isLocalId } from '#domain/change';
import type { ContactId } from '#domain/contact';
import type { CustomValues } from '#domain/customField';
import type { Problem } from '#domain/problem';
import { useServices } from '../../ServicesContext.ts';
import { useCell } from '../../useCell.ts';
import { findCustomDraft } from './customDraft.ts';
import type { CustomDraft } from './customDraft.ts';

/** Who only passes by a contact asks Graph nothing. */
const lookAfterMs = 400;

type Known = { readonly id: ContactId; readonly values: CustomValues | null; readonly draft: CustomDraft | null };

/** A contact's values as the person means them; null before they were ever read. `draft`: what was typed and not saved. */
export function useCustomValues(id: ContactId) {
  const services = useServices();
  const changed = useCell(services.extras.changed);
  const [known, setKnown] = useState<Known | null>(null);
  const [again, setAgain] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let late = false;
    void Promise.all([services.extras.read([id]), findCustomDraft(services, id)]).then(([all, draft]) => {
      if (!late) setKnown({ id, values: all.get(id)?.custom ?? null, draft });
    });
    return () => { late = true; };
  }, [services, id, changed, again]);

  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      void services.customFields.load();
      void services.extras.freshen([id], ['custom']).then((done) => { if (!late) setProblem(done.ok ? null : done.problem); });
    }, lookAfterMs);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [services, id, changed]);

  const readAgain = useCallback(() => setAgain((n) => n + 1), []);
  const now = known?.id === id ? known : null;
  return { values: now?.values ?? null, draft: now?.draft ?? null, problem, isLocal: isLocalId(id), readAgain };
}
