import type { ContactFolder } from '#domain/contact';
import type { Problem, ProblemKind } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { ContactStore } from './contactStore.ts';
import type { Remote } from './remote.ts';
import { syncFolder } from './syncFolder.ts';

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

/** Graph answers four requests of a mailbox at a time; the person at the pane shall not queue behind us. */
const foldersAtOnce = 2;

/** Problems of one folder alone; any other would meet the next folder just the same. */
const ofOneFolder: ReadonlySet<ProblemKind> = new Set(['accessDenied', 'refused', 'serverTrouble', 'notUnderstood']);

/**
 * Brings the store up to date with the server: the list of folders, then each folder, at most two at a time.
 * What was taken in before a problem stays; the next call goes on from there. `when` is the time of the start:
 * the store knows everything that was true then.
 */
export async function syncAll(store: ContactStore, remote: Remote, options: SyncOptions = {}): Promise<Result<{ when: number }>> {
  const { signal, onProgress, now = Date.now, breathe = nextTask } = options;
  const when = now();
  if (signal?.aborted) return failed<Problem>({ kind: 'abandoned' });
  const listed = await remote.listFolders(signal);
  if (!listed.ok) return listed;
  if (signal?.aborted) return failed<Problem>({ kind: 'abandoned' });
  await store.setFolders(listed.value);

  const waiting = defaultFirst(listed.value);
  const foldersTotal = waiting.length;
  let foldersDone = 0;
  let contacts = 0;
  let problem: Problem | null = null;
  let mayGoOn = true;
  const tell = (): void => onProgress?.({ foldersDone, foldersTotal, contacts });
  tell();

  const work = async (): Promise<void> => {
    for (let folder = waiting.shift(); folder && mayGoOn; folder = waiting.shift()) {
      const done = await syncFolder(store, remote, folder.id, {
        signal, now, breathe, onTaken: (changes) => { contacts += changes; tell(); },
      });
      // A folder deleted since the list was read is no loss: the next list does not name it.
      if (!done.ok && done.problem.kind !== 'gone') {
        problem ??= done.problem;
        if (!ofOneFolder.has(done.problem.kind)) mayGoOn = false;
      }
      foldersDone += 1;
      tell();
    }
  };
  await Promise.all(Array.from({ length: foldersAtOnce }, work));
  return problem ? failed<Problem>(problem) : ok({ when });
}

/** The folder most people keep everybody in comes first, so that most cards are there soonest. */
const defaultFirst = (folders: readonly ContactFolder[]): ContactFolder[] =>
  [...folders].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));

const nextTask = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });
