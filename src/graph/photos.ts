import type { ContactId } from '#domain/contact';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { sendBatch } from './batch.ts';
import type { GraphClient } from './client.ts';
import { readContactScopes, writeContactScopes } from './contacts.ts';

type How = { readonly signal?: AbortSignal | undefined };

export type Photos = {
  /** The contact's own picture as base64, null when it has none. Needs `readContactScopes`. */
  readonly getPhoto: (id: ContactId, how?: How) => Promise<Result<string | null>>;
  /** JPEG bytes as base64; Graph takes other formats too and then does not show them. Needs `writeContactScopes`. */
  readonly putPhoto: (id: ContactId, jpeg: string, how?: How) => Promise<Result<null>>;
};

/**
 * Pictures travel in a batch, where Graph gives and takes binary as base64: no second way of reading an answer, and
 * twenty faces are one request. (Graph guide, "JSON batching"; Graph reference, "Get profilePhoto")
 */
export function photos(client: GraphClient): Photos {
  const path = (id: ContactId) => `/me/contacts/${encodeURIComponent(id)}/photo/$value`;
  return {
    async getPhoto(id, how) {
      const answers = await sendBatch(client, [{ method: 'GET', path: path(id) }], { scopes: readContactScopes, signal: how?.signal });
      if (!answers.ok) return answers;
      const [answer] = answers.value;
      if (answer === undefined) return failed({ kind: 'notUnderstood', from: 'graph' });
      // No picture and no contact both answer 404, with codes that vary; one of them is said of mailboxes as well.
      // (microsoft-graph-docs issue 20785)
      if (!answer.ok) return answer.problem.kind === 'gone' || answer.problem.kind === 'mailboxUnsupported' ? ok(null) : answer;
      return typeof answer.value.body === 'string' && answer.value.body !== '' ? ok(answer.value.body) : ok(null);
    },
    async putPhoto(id, jpeg, how) {
      const answers = await sendBatch(client, [{ method: 'PUT', path: path(id), body: jpeg, headers: { 'Content-Type': 'image/jpeg' } }], { scopes: writeContactScopes, signal: how?.signal });
      if (!answers.ok) return answers;
      const [answer] = answers.value;
      if (answer === undefined) return failed({ kind: 'notUnderstood', from: 'graph' });
      return answer.ok ? ok(null) : answer;
    },
  };
}
