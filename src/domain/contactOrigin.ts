import type { ChangeId } from './change.ts';
import type { ContactId } from './contact.ts';

/**
 * What is noted on each contact that the pane makes, where programs alone see it: which change made it, and of a move's
 * copy, which contact it is the copy of. By that it is found again for certain when the answer to its making was lost,
 * whatever others did to it meanwhile.
 */
export type ContactOrigin = { readonly change: ChangeId; readonly copyOf: ContactId | null };
