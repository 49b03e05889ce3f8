import type { FolderId } from '#domain/contact';
import type { ChangesPage } from '#domain/contactChange';
import type { Result } from '#domain/result';
import type { GraphClient } from './client.ts';

/** From the beginning (null), from a bookmark kept since the last round, or on with the link of the page before. */
export type ChangesFrom = { readonly bookmark: string } | { readonly link: string } | null;

export type ContactsDelta = {
  /** One page of changes. Needs `Contacts.Read`. Problem `bookmarkExpired`: begin again with null. */
  readonly changesSince: (
    folderId: FolderId, from: ChangesFrom, how?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ChangesPage>>;
};

export function contactsDelta(_client: GraphClient, _options: { readonly pageSize?: number } = {}): ContactsDelta {
  throw new Error('not built yet');
}
