import type { Category } from '#domain/category';
import type { Contact, ContactFields, ContactFolder, ContactId, ContactPatch, FolderId } from '#domain/contact';
import type { ExtraName, Extras } from '#domain/extras';
import type { Result } from '#domain/result';

/** What sending a change needs from Graph. */
export type Server = {
  readonly getContact: (id: ContactId) => Promise<Result<Contact>>;
  readonly createContact: (fields: ContactPatch, folderId: FolderId | null) => Promise<Result<Contact>>;
  readonly updateContact: (id: ContactId, patch: ContactPatch, changeKey: string) => Promise<Result<Contact>>;
  /** Only while the contact still has this change key. */
  readonly deleteContact: (id: ContactId, changeKey: string) => Promise<Result<null>>;
  /**
   * A contact that a create whose answer was lost may have made, made at `since` (ms) or later and none of `not`; null
   * when certain that there is none. With `onlyIn` a copy in that folder, which holds just these fields.
   */
  readonly findMade: (fields: ContactFields, since: number, not: ReadonlySet<ContactId>, onlyIn?: FolderId) => Promise<Result<Contact | null>>;
  readonly getPhoto: (id: ContactId) => Promise<Result<string | null>>;
  readonly putPhoto: (id: ContactId, jpeg: string) => Promise<Result<null>>;
  /** Graph may refuse to take a picture away: `refused`, code `photoCannotBeRemoved`. */
  readonly removePhoto: (id: ContactId) => Promise<Result<null>>;
  readonly flag: ExtraCalls<'flag'>;
  readonly custom: ExtraCalls<'custom'>;
  readonly folders: FolderCalls;
  readonly categories: CategoryCalls;
};

export type ExtraCalls<N extends ExtraName> = {
  /** Null where Graph has no such thing for this mailbox at all; then it cannot be set either. */
  readonly read: (id: ContactId) => Promise<Result<Extras[N] | null>>;
  /** `had` is what was read right before. */
  readonly write: (id: ContactId, value: Extras[N], had: Extras[N]) => Promise<Result<null>>;
};

export type FolderCalls = {
  readonly list: () => Promise<Result<readonly ContactFolder[]>>;
  readonly create: (displayName: string, parentId: FolderId | null) => Promise<Result<ContactFolder>>;
  readonly rename: (id: FolderId, displayName: string) => Promise<Result<null>>;
  readonly move: (id: FolderId, parentId: FolderId) => Promise<Result<null>>;
  readonly remove: (id: FolderId) => Promise<Result<null>>;
  /** Contact lists, which Graph does not show, among them. */
  readonly countIn: (id: FolderId) => Promise<Result<number>>;
};

export type CategoryCalls = {
  readonly list: () => Promise<Result<readonly Category[]>>;
  readonly create: (displayName: string, color: Category['color']) => Promise<Result<Category>>;
  readonly recolour: (id: string, color: Category['color']) => Promise<Result<null>>;
  readonly remove: (id: string) => Promise<Result<null>>;
};
