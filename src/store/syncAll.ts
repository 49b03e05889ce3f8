import type { Result } from '#domain/result';
import type { ContactStore } from './contactStore.ts';
import type { Remote } from './remote.ts';

export type SyncProgress = {
  readonly foldersDone: number;
  readonly foldersTotal: number;
  /** How many changes of contacts this round has taken in so far. */
  readonly contacts: number;
};

export type SyncOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SyncProgress) => void;
  readonly now?: () => number;
  /** Gives way to the screen between two slices. */
  readonly breathe?: () => Promise<void>;
};

/**
 * Brings the store up to date with the server: the list of folders, then each folder, at most two at a time.
 * What was taken in before a problem stays; the next call goes on from there. `when` is the time of the start:
 * the store knows everything that was true then.
 */
export async function syncAll(_store: ContactStore, _remote: Remote, _options: SyncOptions = {}): Promise<Result<{ when: number }>> {
  throw new Error('not built yet');
}
