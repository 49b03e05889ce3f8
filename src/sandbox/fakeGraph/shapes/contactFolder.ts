import type { Folder, Mailbox } from '../state/mailbox.ts';
import { folderId } from './contactView.ts';
import type { Json } from './contactView.ts';
import type { Version } from './renderContact.ts';

export const folderProperties = (version: Version): readonly string[] =>
  version === 'beta' ? ['id', 'parentFolderId', 'displayName', 'wellKnownName'] : ['id', 'parentFolderId', 'displayName'];

/** A folder has three properties in v1.0 and no counts; beta adds `wellKnownName`, set on the default folder alone. */
export function renderFolder(version: Version, folder: Folder, mailbox: Mailbox, select: readonly string[] | null): Json {
  const whole: Json = {
    id: folderId(mailbox, folder.serial),
    parentFolderId: folder.parent === null ? null : folderId(mailbox, folder.parent),
    displayName: folder.displayName,
    ...(version === 'beta' ? { wellKnownName: folder.wellKnownName === 'contacts' ? 'contacts' : null } : {}),
  };
  return select === null ? whole : Object.fromEntries(['id', ...select].map((name) => [name, whole[name]]));
}
