import type { FolderId } from '#domain/contact';
import type { ChangesPage } from '#domain/contactChange';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { ChangesCursor, ContactStore, StoredFolder } from './contactStore.ts';
import { cursorOf } from './contactStore.ts';
import type { Remote } from './remote.ts';

export type SyncFolderOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Hears how many changes were taken in with each slice. */
  readonly onTaken?: (changes: number) => void;
  readonly now: () => number;
  readonly breathe: () => Promise<void>;
};

/** So many rows are written at once that writing them does not hold up typing. */
const sliceSize = 100;

/** Another pane at work on the same folder makes us read its place again; more often than this is no coincidence. */
const mostOvertakings = 100;

/** A bookmark and then the place inside a round may both be too old; a server that honours none gets no third try. */
const mostFreshStarts = 2;

/**
 * Brings one folder up to date: page after page, each taken in as it comes, from where the last round stopped, even
 * in the middle. A bookmark that the server no longer honours leads to a fresh set. On a problem what was taken in
 * stays.
 *
 * A round tells what was true when its first page was asked for. So one that somebody else began, or we before a
 * reload, is gone on with, and then one more round is made.
 */
export async function syncFolder(
  store: ContactStore, remote: Remote, folderId: FolderId, options: SyncFolderOptions,
): Promise<Result<void>> {
  const { signal, now } = options;
  const begun = now();
  /** Places already asked from in this round: a server that sends us round in circles is not to be followed. */
  const asked = new Set<string>();
  let overtakings = 0;
  let freshStarts = 0;
  let isOurRound = false;
  for (;;) {
    if (signal?.aborted) return abandoned;
    const folder = await storedFolder(store, folderId);
    if (!folder) return abandoned; // it vanished, or everything was wiped
    if (overtakings > 0 && folder.link === null && (folder.syncedAt ?? -Infinity) >= begun) return ok(undefined);
    const from = cursorOf(folder);
    if (from === null || 'bookmark' in from) {
      asked.clear(); // another round may well come by the same links
      isOurRound = true;
    }
    if (from === null) await store.replaceFolder(folderId, now(), from);
    const askedAt = now();
    const page = await remote.changesSince(folderId, from, signal);
    if (signal?.aborted) return abandoned;
    if (!page.ok) {
      if (page.problem.kind !== 'bookmarkExpired' || from === null) return page;
      freshStarts += 1;
      if (freshStarts > mostFreshStarts) return page;
      await store.replaceFolder(folderId, now(), from);
      continue;
    }
    asked.add(JSON.stringify(from));
    const { next } = page.value;
    if (next.kind === 'more' && asked.has(JSON.stringify({ link: next.link }))) {
      return failed<Problem>({ kind: 'notUnderstood', from: 'graph' });
    }
    if (!await takeIn(store, folderId, from, page.value, askedAt, options)) {
      isOurRound = false;
      overtakings += 1;
      if (overtakings > mostOvertakings) return abandoned;
      continue;
    }
    if (next.kind === 'caughtUp' && isOurRound) return ok(undefined);
  }
}

const abandoned = failed<Problem>({ kind: 'abandoned' });

async function storedFolder(store: ContactStore, id: FolderId): Promise<StoredFolder | undefined> {
  return (await store.folders()).find((folder) => folder.id === id);
}

/** The page in slices, the place to go on from with the last of them. False when the folder was moved on by others. */
async function takeIn(
  store: ContactStore, folderId: FolderId, from: ChangesCursor, { changes, next }: ChangesPage,
  askedAt: number, { signal, onTaken, breathe }: SyncFolderOptions,
): Promise<boolean> {
  const end = next.kind === 'more' ? { link: next.link } : { bookmark: next.bookmark };
  let start = 0;
  do {
    const slice = changes.slice(start, start + sliceSize);
    start += sliceSize;
    const applied = await store.applyPage({
      folderId, from, changes: slice, next: start >= changes.length ? end : null, at: askedAt,
    });
    if (!applied.ok) return false;
    onTaken?.(slice.length);
    await breathe();
  } while (start < changes.length && !signal?.aborted);
  return true;
}
