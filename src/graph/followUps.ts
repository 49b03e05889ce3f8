import type { ContactId, FolderId } from '#domain/contact';
import type { FollowUp } from '#domain/followUp';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { sendBatch } from './batch.ts';
import type { GraphClient } from './client.ts';
import { goneIfIdIsBad, readContactScopes, writeContactScopes } from './contacts.ts';
import type { WireFlagged } from './wire.ts';
import { readEach, readFlagged, readPage } from './wire.ts';

type How = { readonly signal?: AbortSignal | undefined };
export type ListFollowUpsHow = How & {
  /** Hears how many contacts were looked at so far. */
  readonly onProgress?: (read: number) => void;
};

/**
 * The follow-up flag of contacts, which only beta has: it may be refused any day (`isUnsupported`), and nothing else of
 * the pane may depend on it. (Graph reference beta, contact and followupFlag resource types)
 */
export type FollowUps = {
  /** Twenty in a request; a contact that is gone is left out. Needs `readContactScopes`. */
  readonly getFollowUps: (ids: readonly ContactId[], how?: How) => Promise<Result<ReadonlyMap<ContactId, FollowUp>>>;
  /**
   * Writes the flag and nothing else. A start date always goes with a due date (the due day itself when there is none,
   * or when it lies after it); a done flag carries only the day it was done on, a cleared one nothing. `refused` with
   * the code `flagIgnored` when Graph takes the request and keeps another flag. Needs `writeContactScopes`.
   */
  readonly setFollowUp: (id: ContactId, flag: FollowUp, how?: How) => Promise<Result<null>>;
  /**
   * The contacts of these folders whose flag is set or done. No filter on flags can be relied on, so every contact is
   * looked at, a thousand in a request; a folder that is gone holds nobody. Needs `readContactScopes`.
   */
  readonly listFollowUps: (folderIds: readonly FolderId[], how?: ListFollowUpsHow) => Promise<Result<ReadonlyMap<ContactId, FollowUp>>>;
};

/** True for problems that mean "not available here" rather than "not this time". */
export const isUnsupported = (problem: Problem): boolean =>
  problem.kind === 'accessDenied' || problem.kind === 'refused' || problem.kind === 'mailboxUnsupported';

const pathOf = (id: ContactId) => `/me/contacts/${encodeURIComponent(id)}`;
/** Graph's largest page. */
const pageSize = 1000;
/** A bound, since the links are not ours. */
const mostPages = 1_000;

export function followUps(client: GraphClient): FollowUps {
  return {
    getFollowUps: async (ids, how) => {
      const answers = await sendBatch(client, ids.map((id) => ({ method: 'GET', path: `${pathOf(id)}?$select=id,flag` })), {
        version: 'beta', scopes: readContactScopes, signal: how?.signal,
      });
      if (!answers.ok) return answers;
      const found = new Map<ContactId, FollowUp>();
      for (const [at, id] of ids.entries()) {
        const answer = goneIfIdIsBad(answers.value[at] ?? notUnderstood);
        if (!answer.ok && answer.problem.kind === 'gone') continue;
        const flagged = answer.ok ? readFlagged(answer.value.body) : answer;
        if (!flagged.ok) return flagged;
        found.set(id, toFollowUp(flagged.value));
      }
      return ok(found);
    },

    setFollowUp: async (id, flag, how) => {
      const answer = goneIfIdIsBad(await client.send({
        method: 'PATCH', version: 'beta', path: pathOf(id), scopes: writeContactScopes, body: { flag: toWireFlag(flag) }, ...how,
      }));
      if (!answer.ok) return answer;
      const flagged = readFlagged(answer.value.body);
      if (!flagged.ok) return flagged;
      return !flagged.value.hasFlag || flagged.value.status === flag.status ? ok(null) : failed({ kind: 'refused', code: 'flagIgnored', message: '' });
    },

    listFollowUps: async (folderIds, how) => {
      const found = new Map<ContactId, FollowUp>();
      const progress = { read: 0 };
      for (const folder of folderIds) {
        const listed = goneIfIdIsBad(await addFlaggedOf(client, folder, found, progress, how));
        if (!listed.ok && listed.problem.kind !== 'gone') return listed;
      }
      return ok(found);
    },
  };
}

async function addFlaggedOf(
  client: GraphClient, folder: FolderId, into: Map<ContactId, FollowUp>, progress: { read: number }, how: ListFollowUpsHow = {},
): Promise<Result<null>> {
  const first = `/me/contactFolders/${encodeURIComponent(folder)}/contacts?$select=id,flag,parentFolderId&$top=${pageSize}`;
  let path: string | null = first;
  for (let page = 0; path !== null; page += 1) {
    if (page >= mostPages) return notUnderstood;
    const answer = await client.send({ method: 'GET', version: 'beta', path, scopes: readContactScopes, signal: how.signal });
    if (!answer.ok) return answer;
    const read = readPage(answer.value.body);
    if (!read.ok) return read;
    const items = readEach(read.value.items, readFlagged);
    if (!items.ok) return items;
    for (const item of items.value) {
      // Beta lists were seen to hold contacts of folders nobody asked for.
      if (item.status !== 'notFlagged' && item.parentFolderId === folder) into.set(item.id, toFollowUp(item));
    }
    progress.read += items.value.length;
    how.onProgress?.(progress.read);
    path = read.value.nextLink;
  }
  return ok(null);
}

const notUnderstood = failed({ kind: 'notUnderstood', from: 'graph' } as const);

export function toFollowUp(wire: WireFlagged): FollowUp {
  return { status: wire.status, start: nearestDay(wire.start), due: nearestDay(wire.due), completed: wire.completed?.slice(0, 10) ?? '' };
}

/**
 * A flag's day is a midnight: in UTC as we write it, or somebody's own turned into UTC. From Hawaii's (10:00) to New
 * Zealand's in summer (11:00 the day before) the midnight that names the day can be told. (A guess: Graph says only
 * that answers come in UTC.)
 */
function nearestDay(utc: string | null): string {
  if (utc === null) return '';
  const ms = Date.parse(`${utc.slice(0, 19)}Z`);
  return Number.isNaN(ms) ? utc.slice(0, 10) : new Date(ms + 13 * 3_600_000).toISOString().slice(0, 10);
}

function toWireFlag(flag: FollowUp): unknown {
  switch (flag.status) {
    case 'notFlagged':
      return { flagStatus: 'notFlagged' };
    case 'complete':
      return { flagStatus: 'complete', ...(flag.completed === '' ? {} : { completedDateTime: midnight(flag.completed) }) };
    case 'flagged': {
      if (flag.due === '') return { flagStatus: 'flagged', ...(flag.start === '' ? {} : { startDateTime: midnight(flag.start) }) };
      const start = flag.start === '' || flag.start > flag.due ? flag.due : flag.start;
      return { flagStatus: 'flagged', startDateTime: midnight(start), dueDateTime: midnight(flag.due) };
    }
  }
}

const midnight = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'UTC' });
