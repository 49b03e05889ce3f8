import type { Category } from '#domain/category';
import type { Contact, ContactFolder, ContactId, ContactPatch, FolderId } from '#domain/contact';
import type { ContactOrigin } from '#domain/contactOrigin';
import type { ExtraName, Extras } from '#domain/extras';
import type { Result } from '#domain/result';

/** What sending a change needs from Graph. */
export type Server = {
  readonly getContact: (id: ContactId) => Promise<Result<Contact>>;
  readonly createContact: (fields: ContactPatch, folderId: FolderId | null, origin: ContactOrigin) => Promise<Result<Contact>>;
  /** With the create that it goes back to; null when the pane did not make it. */
  readonly getWithChange: (id: ContactId) => Promise<Result<{ readonly contact: Contact; readonly change: string | null }>>;
  readonly updateContact: (id: ContactId, patch: ContactPatch, changeKey: string) => Promise<Result<Contact>>;
  /** Only while the contact still has this change key. */
  readonly deleteContact: (id: ContactId, changeKey: string) => Promise<Result<null>>;
  /** The same, sent once, and `gone` is told. */
  readonly deleteContactOnce: (id: ContactId, changeKey: string) => Promise<Result<null>>;
  /** The contacts in whatever folder that have this origin, the oldest first; [] when certain that there are none. */
  readonly findMade: (of: keyof ContactOrigin, value: string) => Promise<Result<readonly Contact[]>>;
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
