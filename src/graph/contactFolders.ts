import type { ContactFolder, FolderId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { sendBatch } from './batch.ts';
import type { GraphAnswer, GraphClient } from './client.ts';
import { readContactScopes, writeContactScopes } from './contacts.ts';
import { toFolder } from './mapping.ts';
import { readOnFrom } from './paging.ts';
import type { WireFolder } from './wire.ts';
import { readContact, readEach, readFolder, readPage } from './wire.ts';

type How = { readonly signal?: AbortSignal | undefined };

export type ContactFolders = {
  /**
   * Every contact folder, the default one first, however deep. Without a default one when the mailbox does not
   * tell which it is (an old server and no contact in it yet). Needs `Contacts.Read`.
   * (Graph reference, "List contactFolders", "List childFolders")
   */
  readonly listFolders: (how?: How) => Promise<Result<readonly ContactFolder[]>>;
  /**
   * Below `parentId`, or below the default folder when null. `refused` with the code `folderExists` when the name is
   * taken there. Needs `Contacts.ReadWrite`. (Graph reference, "Create contactFolder")
   */
  readonly createFolder: (displayName: string, parentId: FolderId | null, how?: How) => Promise<Result<ContactFolder>>;
  /** `refused` with `folderExists` likewise; the default folder keeps its name. Needs `Contacts.ReadWrite`. (Graph reference, "Update contactFolder") */
  readonly renameFolder: (id: FolderId, displayName: string, how?: How) => Promise<Result<ContactFolder>>;
  /** With all that is in it, below another folder. `refused` with `folderExists` likewise, and when that lies within it. Needs `Contacts.ReadWrite`. */
  readonly moveFolder: (id: FolderId, parentId: FolderId, how?: How) => Promise<Result<ContactFolder>>;
  /**
   * With all that is in it, folders too, into Deleted Items; one that is gone counts as deleted. The default one cannot
   * be deleted. Needs `Contacts.ReadWrite`. (Graph reference, "Delete contactFolder")
   */
  readonly deleteFolder: (id: FolderId, how?: How) => Promise<Result<null>>;
  /**
   * How many items lie in it, folders within not counted. Contact lists are among them, which Graph counts and never
   * shows: it may be more than can be read. Needs `Contacts.Read`. (microsoft-graph-docs issue 4041)
   */
  readonly countIn: (id: FolderId, how?: How) => Promise<Result<number>>;
};

/** The code of `refused` when the name is taken, whatever Graph's status for it is. */
export const folderExists = 'folderExists';

const list = '/me/contactFolders';
const pageSize = '$top=100';
const pathOf = (id: FolderId) => `${list}/${encodeURIComponent(id)}`;
const childrenOf = (id: FolderId) => `${pathOf(id)}/childFolders`;

/** Deeper or more than Outlook lets anyone build by hand: a bound, since the list is not ours. */
const deepest = 30;

export function contactFolders(client: GraphClient): ContactFolders {
  return {
    listFolders: (how) => listFolders(client, how),
    createFolder: async (displayName, parentId, how) => asFolder(await client.send({
      method: 'POST', path: parentId === null ? list : childrenOf(parentId), scopes: writeContactScopes, body: { displayName }, ...how,
    })),
    renameFolder: async (id, displayName, how) => asFolder(await client.send({
      method: 'PATCH', path: pathOf(id), scopes: writeContactScopes, body: { displayName }, ...how,
    })),
    moveFolder: async (id, parentId, how) => asFolder(await client.send({
      method: 'PATCH', path: pathOf(id), scopes: writeContactScopes, body: { parentFolderId: parentId }, ...how,
    })),
    deleteFolder: async (id, how) => {
      const answer = await client.send({ method: 'DELETE', path: pathOf(id), scopes: writeContactScopes, ...how });
      return answer.ok || answer.problem.kind === 'gone' ? ok(null) : answer;
    },
    countIn: async (id, how) => {
      const answer = await client.send({ method: 'GET', path: `${pathOf(id)}/contacts/$count`, scopes: readContactScopes, ...how });
      if (!answer.ok) return answer;
      const { body } = answer.value;
      return typeof body === 'number' && Number.isInteger(body) && body >= 0 ? ok(body) : failed({ kind: 'notUnderstood', from: 'graph' });
    },
  };
}

/** None of these calls reaches the default folder: it is neither made nor renamed nor moved. */
function asFolder(answer: Result<GraphAnswer>): Result<ContactFolder> {
  if (!answer.ok) return isTaken(answer.problem) ? failed({ kind: 'refused', code: folderExists, message: '' }) : answer;
  const folder = readFolder(answer.value.body);
  return folder.ok ? ok(toFolder(folder.value, false)) : folder;
}

/** Sent without a precondition, a conflict of folders can be one of names only. */
const isTaken = (problem: Problem): boolean =>
  problem.kind === 'changedElsewhere' || (problem.kind === 'refused' && problem.code.toLowerCase() === 'errorfolderexists');

async function listFolders(client: GraphClient, how: How = {}): Promise<Result<readonly ContactFolder[]>> {
  const batchHow = { scopes: readContactScopes, signal: how.signal };
  // The list of v1.0 holds the children of the default folder, by some reports the folder itself as well, so that
  // one is asked for by its well-known name, and all are merged by id.
  const first = await sendBatch(client, [
    { method: 'GET', path: `${list}/contacts` },
    { method: 'GET', path: `${list}?${pageSize}` },
    { method: 'GET', path: '/me/contacts?$top=1&$select=parentFolderId' },
  ], batchHow);
  if (!first.ok) return first;
  const [byName, topLevel, anyContact] = first.value;
  if (topLevel === undefined || byName === undefined || anyContact === undefined) return failed({ kind: 'notUnderstood', from: 'graph' });
  if (!topLevel.ok) return topLevel;
  const top = await readOnFrom(client, { method: 'GET', path: list, scopes: readContactScopes, ...how }, topLevel.value.body, readFolder);
  if (!top.ok) return top;

  const folders = new Map<FolderId, WireFolder>();
  const defaultFolder = await findDefault(client, byName, anyContact, how);
  if (!defaultFolder.ok) return defaultFolder;
  const defaultId = defaultFolder.value?.id ?? null;
  if (defaultFolder.value !== null) folders.set(defaultFolder.value.id, defaultFolder.value);

  let level: readonly WireFolder[] = top.value.filter((folder) => !folders.has(folder.id));
  for (const folder of level) folders.set(folder.id, folder);
  // Its children are the list already, unless the list held the folder itself.
  if (top.value.some((folder) => folder.id === defaultId) && defaultFolder.value !== null) level = [...level, defaultFolder.value];

  for (let depth = 0; level.length > 0 && depth < deepest; depth += 1) {
    const paths = level.map((folder) => `${childrenOf(folder.id)}?${pageSize}`);
    const answers = await sendBatch(client, paths.map((path) => ({ method: 'GET', path })), batchHow);
    if (!answers.ok) return answers;
    const next: WireFolder[] = [];
    for (const [at, answer] of answers.value.entries()) {
      const children = answer.ok
        ? await readOnFrom(client, { method: 'GET', path: paths[at] ?? '', scopes: readContactScopes, ...how }, answer.value.body, readFolder)
        : answer;
      // A folder may be deleted while we walk.
      if (!children.ok && children.problem.kind !== 'gone') return children;
      for (const child of children.ok ? children.value : []) {
        if (folders.has(child.id)) continue;
        folders.set(child.id, child);
        next.push(child);
      }
    }
    level = next;
  }
  return ok([...folders.values()].map((folder) => toFolder(folder, folder.id === defaultId)));
}

/** By its well-known name; else the folder in which any contact of the default list lies; else null. */
async function findDefault(
  client: GraphClient, byName: Result<GraphAnswer>, anyContact: Result<GraphAnswer>, how: How,
): Promise<Result<WireFolder | null>> {
  if (byName.ok) {
    const folder = readFolder(byName.value.body);
    if (folder.ok) return folder;
  }
  if (!byName.ok && byName.problem.kind === 'mailboxUnsupported') return byName;
  const page = anyContact.ok ? readPage(anyContact.value.body) : anyContact;
  if (!page.ok) return page;
  const found = readEach(page.value.items, readContact);
  const id = found.ok ? found.value[0]?.parentFolderId : undefined;
  if (!id) return ok(null);
  const answer = await client.send({ method: 'GET', path: `${list}/${encodeURIComponent(id)}`, scopes: readContactScopes, ...how });
  if (!answer.ok) return answer;
  return readFolder(answer.value.body);
}
