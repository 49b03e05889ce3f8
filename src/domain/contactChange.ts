import type { Contact, ContactId } from './contact.ts';

/**
 * One entry of a delta answer. A changed item holds at least what changed, perhaps not all of the contact, and
 * may come again: merge it by id, never put it in place of the stored row.
 * (Graph guide, "Use delta query to track changes")
 */
export type ContactChange =
  | { readonly kind: 'changed'; readonly id: ContactId; readonly fields: Partial<Omit<Contact, 'id'>> }
  | { readonly kind: 'removed'; readonly id: ContactId };

/** One page of changes of one folder, and how to go on: more pages now, or a bookmark for next time. */
export type ChangesPage = {
  readonly changes: readonly ContactChange[];
  readonly next:
    | { readonly kind: 'more'; readonly link: string }
    | { readonly kind: 'caughtUp'; readonly bookmark: string };
};
