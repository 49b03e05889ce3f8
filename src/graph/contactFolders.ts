import type { ContactFolder, FolderId } from '#domain/contact';
import type { Result } from '#domain/result';
import type { GraphClient } from './client.ts';

export type ContactFolders = {
  /** Every contact folder, the default one first. Needs `Contacts.Read`. */
  readonly listFolders: (how?: { readonly signal?: AbortSignal }) => Promise<Result<readonly ContactFolder[]>>;
  /** Below `parentId`, or below the default folder when null. Needs `Contacts.ReadWrite`. */
  readonly createFolder: (
    displayName: string, parentId: FolderId | null, how?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ContactFolder>>;
};

export function contactFolders(_client: GraphClient): ContactFolders {
  throw new Error('not built yet');
}
