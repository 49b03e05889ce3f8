import type { Change, MailboxAct } from '#domain/change';
import { categorySubject } from '#domain/change';
import type { ContactFolder, FolderId } from '#domain/contact';
import type { Settled } from '#store/journal';
import { failedToSend, notSent } from './sendTrouble.ts';
import type { Server } from './server.ts';

type CategoryAct = Extract<MailboxAct, { kind: 'category' }>;
type FolderAct = Extract<MailboxAct, { kind: 'folder' }>;

/**
 * Creates, recolours or deletes a category of the mailbox. Names are unique there, so looking first tells whether an
 * earlier sending got through. (Graph reference, outlookCategory)
 */
export async function sendCategory(server: Server, change: Change, act: CategoryAct): Promise<Settled> {
  const all = await server.categories.list();
  if (!all.ok) return notSent(change, all.problem);
  const subject = categorySubject((act.after ?? act.before)?.displayName ?? '');
  const there = all.value.find((one) => categorySubject(one.displayName) === subject) ?? null;
  const done = (before: CategoryAct['before'], after: CategoryAct['after']): Settled =>
    ({ state: 'done', result: null, act: { ...act, before: change.unsure ? act.before : before, after } });

  if (act.after === null) {
    if (there === null) return done(act.before, null);
    const removed = await server.categories.remove(there.id);
    return removed.ok ? done(there, null) : failedToSend(change, removed.problem);
  }
  if (there === null) {
    // One that is to be recoloured and is gone is made again: its contacts still carry the name.
    const made = await server.categories.create(act.after.displayName, act.after.color);
    return made.ok ? done(act.before, made.value) : failedToSend(change, made.problem);
  }
  if (there.color === act.after.color) return done(act.before, there);
  // It was there already, and nobody asked for another colour: somebody made it elsewhere in the meantime.
  if (act.before === null && !change.unsure) return done(null, there);
  const recoloured = await server.categories.recolour(there.id, act.after.color);
  return recoloured.ok ? done(there, { ...there, color: act.after.color }) : failedToSend(change, recoloured.problem);
}

/** Creates, renames, moves or deletes a contact folder. `parentId` is the id its parent goes by now. */
export async function sendFolder(server: Server, change: Change, act: FolderAct, id: FolderId, parentId: FolderId | null): Promise<Settled> {
  const all = await server.folders.list();
  if (!all.ok) return notSent(change, all.problem);
  const there = all.value.find((folder) => folder.id === id) ?? null;
  const done = (folderId: FolderId, after: FolderAct['after']): Settled =>
    ({ state: 'done', result: null, act: { ...act, contactId: folderId, after } });

  if (act.after === null) {
    if (there === null) return done(id, null);
    // Contacts that came meanwhile are nobody's wish to delete.
    const left = await server.folders.countIn(id);
    if (!left.ok) return left.problem.kind === 'gone' ? done(id, null) : notSent(change, left.problem);
    const hasChildren = all.value.some((folder) => folder.parentFolderId === id);
    if (left.value > (act.lists ?? 0) || hasChildren) return { state: 'refused', problem: { kind: 'refused', code: 'folderNotEmpty', message: '' } };
    const removed = await server.folders.remove(id);
    return removed.ok || removed.problem.kind === 'gone' ? done(id, null) : failedToSend(change, removed.problem);
  }
  const { displayName } = act.after;
  const look = (folder: Pick<ContactFolder, 'displayName' | 'parentFolderId'>) => ({ displayName: folder.displayName, parentFolderId: folder.parentFolderId });
  if (act.before === null) {
    const parent = parentId ?? all.value.find((folder) => folder.isDefault)?.id ?? '';
    const made = change.unsure ? all.value.find((folder) => folder.displayName === displayName && folder.parentFolderId === parent) : undefined;
    if (made !== undefined) return done(made.id, look(made));
    const created = await server.folders.create(displayName, parentId);
    return created.ok ? done(created.value.id, look(created.value)) : failedToSend(change, created.problem);
  }
  if (there === null) return { state: 'refused', problem: { kind: 'gone' } };
  if (there.displayName !== displayName) {
    const renamed = await server.folders.rename(id, displayName);
    if (!renamed.ok) return failedToSend(change, renamed.problem);
  }
  if (parentId !== null && there.parentFolderId !== parentId) {
    const moved = await server.folders.move(id, parentId);
    if (!moved.ok) return failedToSend(change, moved.problem);
  }
  return done(id, { displayName, parentFolderId: parentId ?? there.parentFolderId });
}
