import type { Category } from './category.ts';
import type { Change } from './change.ts';
import { categorySubject, isPending } from './change.ts';
import type { ContactFolder } from './contact.ts';

/** The mailbox's categories as the person means them: what the server last said, with their pending changes laid over it. */
export function categoriesMeant(categories: readonly Category[], changes: readonly Change[]): readonly Category[] {
  const meant = new Map(categories.map((category) => [categorySubject(category.displayName), category]));
  for (const { act } of changes.filter(isPending)) {
    if (act.kind !== 'category') continue;
    const subject = categorySubject((act.after ?? act.before)?.displayName ?? '');
    if (act.after === null) meant.delete(subject);
    else meant.set(subject, { ...act.after, id: meant.get(subject)?.id || act.after.id });
  }
  return [...meant.values()].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** The contact folders as the person means them. `changes` are in the order they were made. */
export function foldersMeant<F extends ContactFolder>(folders: readonly F[], changes: readonly Change[]): readonly ContactFolder[] {
  const meant = new Map<string, ContactFolder>(folders.map((folder) => [folder.id, folder]));
  for (const { act } of changes.filter(isPending)) {
    if (act.kind !== 'folder') continue;
    if (act.after === null) meant.delete(act.contactId);
    else meant.set(act.contactId, { ...(meant.get(act.contactId) ?? { isDefault: false }), id: act.contactId, ...act.after });
  }
  return [...meant.values()];
}
