import type { Act } from '#domain/change';
import { fieldsOf } from '#domain/contact';

type Create = Extract<Act, { kind: 'create' }>;

/** What a create needs to bring back what a delete took away: as the delete wrote it down. */
export const broughtBack = ({ before, photo, extras, madeBy, goneBefore }: Extract<Act, { kind: 'delete' }>): Omit<Create, 'kind' | 'contactId' | 'restores'> => ({
  fields: fieldsOf(before), folderId: before.parentFolderId || null, photo,
  ...(extras ? { extras } : {}), ...(madeBy ? { madeBy } : {}), ...(goneBefore ? { goneBefore } : {}),
});
