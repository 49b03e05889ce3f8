import type { Contact, ContactFields } from './contact.ts';

/** Our clock and Graph's may differ; nobody makes the same contact twice within minutes on purpose. */
const slackMs = 10 * 60_000;

/**
 * Of the contacts found by address or name, the one that a create of `fields` at `since` (ms) or later made; null when
 * it is none of them. Somebody may have renamed it since. `msOf` is `Date.parse`, which this room does not have.
 */
export function madeByThis(found: readonly Contact[], fields: ContactFields, since: number, msOf: (instant: string) => number): Contact | null {
  const lately = found.filter((contact) => contact.createdDateTime === '' || msOf(contact.createdDateTime) >= since - slackMs);
  return lately.find((contact) => contact.displayName === fields.displayName) ?? lately[0] ?? null;
}
