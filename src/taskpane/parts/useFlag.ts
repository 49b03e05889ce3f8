import { useEffect, useState } from 'react';
import type { ContactId } from '#domain/contact';
import type { FollowUp } from '#domain/followUp';
import { useServices } from '../ServicesContext.ts';
import { useCell } from '../useCell.ts';

/** The follow-up flag of a contact somebody looks at: null until it is known. `offered` is false where this mailbox has none. */
export function useFlag(id: ContactId): { readonly value: FollowUp | null; readonly offered: boolean } {
  const { extras } = useServices();
  const version = useCell(extras.changed);
  const offered = !useCell(extras.notOffered).has('flag');
  const [known, setKnown] = useState<{ readonly id: ContactId; readonly flag: FollowUp | null }>({ id, flag: null });

  useEffect(() => {
    let late = false;
    void extras.read([id]).then((all) => { if (!late) setKnown({ id, flag: all.get(id)?.flag ?? null }); });
    return () => { late = true; };
  }, [extras, id, version]);
  useEffect(() => { void extras.freshen([id], ['flag']); }, [extras, id, version]);

  return { value: offered && known.id === id ? known.flag : null, offered };
}
