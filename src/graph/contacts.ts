import type { Contact, ContactId, ContactPatch, FolderId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { GraphClient } from './client.ts';

export const readContactScopes = ['Contacts.Read'] as const;
export const writeContactScopes = ['Contacts.ReadWrite'] as const;

type How = { readonly signal?: AbortSignal };

/** What one address found. `problem` tells of a folder that could not be asked; `contacts` are then incomplete. */
export type FoundByAddress = {
  readonly address: string;
  readonly contacts: readonly Contact[];
  readonly problem: Problem | null;
};

export type Contacts = {
  /** Finds the contact in whatever folder. Needs `readContactScopes`. */
  readonly getContact: (id: ContactId, how?: How) => Promise<Result<Contact>>;
  /** Cheap question before a save. Needs `readContactScopes`. */
  readonly getChangeKey: (id: ContactId, how?: How) => Promise<Result<string>>;
  /** Into the default folder when `folderId` is null. Needs `writeContactScopes`. */
  readonly createContact: (fields: ContactPatch, folderId: FolderId | null, how?: How) => Promise<Result<Contact>>;
  /** Needs `writeContactScopes`. */
  readonly updateContact: (id: ContactId, patch: ContactPatch, changeKey: string, how?: How) => Promise<Result<Contact>>;
  /** Into Deleted Items; a contact that is already gone counts as deleted. Needs `writeContactScopes`. */
  readonly deleteContact: (id: ContactId, how?: How) => Promise<Result<null>>;
  /** One entry per address, in the order asked; `null` among the folders is the default one. Needs `readContactScopes`. */
  readonly findByAddress: (
    addresses: readonly string[], folderIds: readonly (FolderId | null)[], how?: How,
  ) => Promise<Result<readonly FoundByAddress[]>>;
};

export function contacts(_client: GraphClient): Contacts {
  throw new Error('not built yet');
}
