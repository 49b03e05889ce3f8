import type { ContactId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { BatchPart } from './batch.ts';
import { sendBatch } from './batch.ts';
import type { GraphAnswer, GraphClient } from './client.ts';
import { readContactScopes, writeContactScopes } from './contacts.ts';
import { readPage } from './wire.ts';

/** Colleagues and their pictures; work accounts only, no administrator. (Graph permissions reference) */
export const readPeopleScopes = ['User.ReadBasic.All'] as const;

/** The code of `refused` when no way of removing a picture had an effect. */
export const photoCannotBeRemoved = 'photoCannotBeRemoved';

type How = { readonly signal?: AbortSignal | undefined };

export type Photos = {
  /** The contact's own picture as base64, null when it has none. Needs `readContactScopes`. */
  readonly getPhoto: (id: ContactId, how?: How) => Promise<Result<string | null>>;
  /** The same for many, twenty in a request; each with its own outcome. Needs `readContactScopes`. */
  readonly getPhotos: (ids: readonly ContactId[], how?: How) => Promise<Result<ReadonlyMap<ContactId, Result<string | null>>>>;
  /** JPEG bytes as base64; Graph takes other formats too and then does not show them. Needs `writeContactScopes`. */
  readonly putPhoto: (id: ContactId, jpeg: string, how?: How) => Promise<Result<null>>;
  /**
   * No page describes a way, so two are tried, DELETE and a picture of no bytes, and then it is looked whether the
   * picture is gone. `refused` with the code `photoCannotBeRemoved` when it is still there. Needs `writeContactScopes`.
   * (Graph reference, "Delete profilePhoto", names users and groups only; GNOME Evolution sends no bytes)
   */
  readonly removePhoto: (id: ContactId, how?: How) => Promise<Result<null>>;
  /**
   * The picture the directory has of a colleague, as base64 and 240 pixels wide where there is that size; null when
   * nobody there has this address, or no picture. `refused` for personal accounts, which have no directory. Needs
   * `readPeopleScopes`. (Graph reference, "Get profilePhoto", "List users")
   */
  readonly getUserPhoto: (address: string, how?: How) => Promise<Result<string | null>>;
};

/**
 * Pictures travel in a batch, where Graph gives and takes binary as base64: no second way of reading an answer, and
 * twenty faces are one request. (Graph guide, "JSON batching"; Graph reference, "Get profilePhoto")
 */
export function photos(client: GraphClient): Photos {
  const path = (id: ContactId) => `/me/contacts/${encodeURIComponent(id)}/photo`;
  const put = (id: ContactId, jpeg: string): BatchPart =>
    ({ method: 'PUT', path: `${path(id)}/$value`, body: jpeg, headers: { 'Content-Type': 'image/jpeg' } });

  async function getPhotos(ids: readonly ContactId[], how?: How, scopes: readonly string[] = readContactScopes): Promise<Result<ReadonlyMap<ContactId, Result<string | null>>>> {
    const answers = await sendBatch(client, ids.map((id) => ({ method: 'GET', path: `${path(id)}/$value` })), { scopes, signal: how?.signal });
    return answers.ok ? ok(new Map(ids.map((id, at) => [id, asPicture(answers.value[at])]))) : answers;
  }

  async function getPhoto(id: ContactId, how?: How, scopes?: readonly string[]): Promise<Result<string | null>> {
    const found = await getPhotos([id], how, scopes);
    return found.ok ? found.value.get(id) ?? notUnderstood : found;
  }

  return {
    getPhoto: (id, how) => getPhoto(id, how),
    getPhotos: (ids, how) => getPhotos(ids, how),

    async putPhoto(id, jpeg, how) {
      const answer = await sendOne(client, put(id, jpeg), writeContactScopes, how);
      return answer.ok ? ok(null) : answer;
    },

    async removePhoto(id, how) {
      for (const way of [{ method: 'DELETE', path: path(id) } as const, put(id, '')]) {
        const answer = await sendOne(client, way, writeContactScopes, how);
        if (!answer.ok && answer.problem.kind === 'refused') continue;
        if (!answer.ok && !isNothing(answer.problem)) return answer;
        // Taken is not yet removed: nobody knows what becomes of it. One token will do: writing allows reading.
        const left = await getPhoto(id, how, writeContactScopes);
        if (!left.ok) return left;
        if (left.value === null) return ok(null);
      }
      return failed({ kind: 'refused', code: photoCannotBeRemoved, message: '' });
    },

    getUserPhoto: (address, how) => getUserPhoto(client, address, how),
  };
}

/** A path with an address works only for somebody who signs in with it; for others the directory tells the id. */
async function getUserPhoto(client: GraphClient, address: string, how: How = {}): Promise<Result<string | null>> {
  const filter = encodeURIComponent(`mail eq '${address.replaceAll("'", "''")}'`);
  const answers = await sendBatch(client, [
    { method: 'GET', path: `${sized(address)}/$value` },
    { method: 'GET', path: `/users?$filter=${filter}&$select=id` },
  ], { scopes: readPeopleScopes, signal: how.signal });
  if (!answers.ok) return answers;
  const direct = asPicture(answers.value[0]);
  if (direct.ok && direct.value !== null) return direct;
  const listed = answers.value[1] ?? notUnderstood;
  if (!listed.ok) return listed;
  const page = readPage(listed.value.body);
  if (!page.ok) return page;
  const user = page.value.items[0];
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined;
  if (id === undefined) return ok(null);
  if (typeof id !== 'string') return notUnderstood;
  // A small picture may have no such size: then as it is.
  for (const place of [sized(id), `/users/${encodeURIComponent(id)}/photo`]) {
    const found = asPicture(await sendOne(client, { method: 'GET', path: `${place}/$value` }, readPeopleScopes, how));
    if (!found.ok || found.value !== null) return found;
  }
  return ok(null);
}

const sized = (key: string): string => `/users/${encodeURIComponent(key)}/photos/240x240`;
const notUnderstood = failed({ kind: 'notUnderstood', from: 'graph' } as const);
/**
 * No picture, no contact and no user all answer 404, with codes that vary; some of them are said of mailboxes as well.
 * (microsoft-graph-docs issue 20785)
 */
const isNothing = (problem: Problem): boolean => problem.kind === 'gone' || problem.kind === 'mailboxUnsupported';

function asPicture(answer: Result<GraphAnswer> | undefined): Result<string | null> {
  if (answer === undefined) return notUnderstood;
  if (!answer.ok) return isNothing(answer.problem) ? ok(null) : answer;
  const { body } = answer.value;
  if (body === null || body === '') return ok(null);
  return typeof body === 'string' && /^[A-Za-z0-9+/_-]+=*$/.test(body) ? ok(body) : notUnderstood;
}

async function sendOne(client: GraphClient, part: BatchPart, scopes: readonly string[], how: How = {}): Promise<Result<GraphAnswer>> {
  const answers = await sendBatch(client, [part], { scopes, signal: how.signal });
  return answers.ok ? answers.value[0] ?? notUnderstood : answers;
}
