import type { ChangeId } from './change.ts';
import type { ContactId } from './contact.ts';

/**
 * What is noted on each contact that the pane makes, where programs alone see it. By that it is found again for certain when
 * the answer to its making was lost, whatever others did to it meanwhile.
 */
export type ContactOrigin = {
  /** The create that it goes back to, also as the copy of a copy; null when something else than the pane made it. */
  readonly change: ChangeId | null;
  /** The move whose copy it is, or what brought it back after it was deleted. */
  readonly by: ChangeId | null;
  /** Of a copy: the contact that was moved. */
  readonly copyOf: ContactId | null;
};

export const createdBy = (change: ChangeId): ContactOrigin => ({ change, by: null, copyOf: null });
