import type { ContactFolder, FolderId } from '#domain/contact';
import type { ChangesPage } from '#domain/contactChange';
import type { Result } from '#domain/result';
import type { ChangesCursor } from './contactStore.ts';

/** What the store needs from a server of contacts. */
export type Remote = {
  /** Every contact folder of the mailbox, the default one included, sub-folders at any depth. */
  listFolders(signal?: AbortSignal): Promise<Result<readonly ContactFolder[]>>;
  /**
   * One page of what changed in a folder; `from` null asks for all of it. A cursor the server no longer honours is
   * the problem `bookmarkExpired`.
   */
  changesSince(folderId: FolderId, from: ChangesCursor, signal?: AbortSignal): Promise<Result<ChangesPage>>;
};
