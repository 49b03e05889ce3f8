import type { FolderId } from '#domain/contact';
import { addressFieldNames, listFieldNames, textFieldNames } from '#domain/contact';
import type { ChangesPage } from '#domain/contactChange';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { GraphClient } from './client.ts';
import { readContactScopes } from './contacts.ts';
import { toContactChange } from './mapping.ts';
import { readContact, readEach, readPage } from './wire.ts';

/** From the beginning (null), from a bookmark kept since the last round, or on with the link of the page before. */
export type ChangesFrom = { readonly bookmark: string } | { readonly link: string } | null;

export type ContactsDelta = {
  /**
   * One page of changes of one folder. Changes may be partial, come again and come in any order. A photo's changes
   * are not among them. Problem `bookmarkExpired`: begin again with null, into a fresh set. Needs `Contacts.Read`.
   * (Graph reference, "contact: delta"; guide, "Use delta query to track changes")
   */
  readonly changesSince: (
    folderId: FolderId, from: ChangesFrom, how?: { readonly signal?: AbortSignal | undefined },
  ) => Promise<Result<ChangesPage>>;
};

/** Everything of a v1.0 contact; `id` always comes. */
const select = [
  'changeKey', 'parentFolderId', 'createdDateTime', 'lastModifiedDateTime', 'birthday', 'emailAddresses',
  ...textFieldNames, ...listFieldNames, ...addressFieldNames,
].join(',');

export function contactsDelta(client: GraphClient, options: { readonly pageSize?: number } = {}): ContactsDelta {
  // The server may give fewer. It is a wish of every request; all else is kept in the links.
  const headers = { Prefer: `odata.maxpagesize=${options.pageSize ?? 500}` };
  return {
    changesSince: async (folderId, from, how) => {
      const link = from === null ? null : 'link' in from ? from.link : from.bookmark;
      const answer = await client.send({
        method: 'GET',
        path: link ?? `/me/contactFolders/${encodeURIComponent(folderId)}/contacts/delta?$select=${select}`,
        scopes: readContactScopes, headers, ...how,
      });
      if (!answer.ok) return link !== null && isStale(answer) ? failed({ kind: 'bookmarkExpired' }) : answer;
      return asChangesPage(answer.value.body);
    },
  };
}

/** A bookmark that Graph no longer understands is as good as expired; GNOME Evolution begins anew on any 400 too. */
const isStale = (answer: Result<unknown> & { ok: false }): boolean => answer.problem.kind === 'refused';

function asChangesPage(body: unknown): Result<ChangesPage> {
  const page = readPage(body);
  if (!page.ok) return page;
  const { items, nextLink, deltaLink } = page.value;
  const contacts = readEach(items, readContact);
  if (!contacts.ok) return contacts;
  const changes = contacts.value.map(toContactChange);
  if (nextLink !== null) return ok({ changes, next: { kind: 'more', link: nextLink } });
  if (deltaLink !== null) return ok({ changes, next: { kind: 'caughtUp', bookmark: deltaLink } });
  return failed({ kind: 'notUnderstood', from: 'graph' });
}
