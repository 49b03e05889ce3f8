import type { ChangeId } from '#domain/change';
import type { ContactId, FolderId } from '#domain/contact';
import type { ChangeRow, IdRow } from './changeRows.ts';
import type { ExtraName } from '#domain/extras';
import type { ExtraRow } from './extraRows.ts';
import type { StoredDraft } from './contactStore.ts';
import type { ContactRow, FolderRow, Home, MetaRow } from './rows.ts';

/**
 * Where rows are kept. What the store promises is written once, in `storeOver.ts`, over this; a kind of storage
 * only has to keep rows and to make a transaction all or nothing.
 */
export type Backing = {
  readonly kind: 'disk' | 'memory';
  /**
   * Runs `work` as one transaction and settles when it held. Inside, await nothing but `rows`, and do not read what
   * the same transaction wrote. `work` may run more than once (the first time having left nothing behind), so it
   * must have no effect outside `rows`.
   */
  transact<T>(mode: 'read' | 'write', work: (rows: Rows) => Promise<T>): Promise<T>;
  /** Deletes everything; rejects when that is not possible. Usable and empty afterwards. */
  clear(): Promise<void>;
  /** The same, and what comes after is kept in memory alone, also when it rejects. */
  leave(): Promise<void>;
  close(): void;
};

export type ContactsPage = { readonly rows: readonly ContactRow[]; readonly last: ContactId | null };

export type Rows = {
  contact(id: ContactId): Promise<ContactRow | null>;
  contactsByKey(key: string): Promise<readonly ContactRow[]>;
  /** Pages through all contacts; `last` is where to go on after, null at the end. `limit` may be exceeded. */
  contactsAfter(id: ContactId | null, limit: number): Promise<ContactsPage>;
  /** The contacts that have a home in this folder of a generation below `below`. */
  contactsAtHome(folderId: FolderId, below: number): Promise<readonly ContactRow[]>;
  /** Every home that some contact has, each once. */
  homes(): Promise<readonly Home[]>;
  countContacts(): Promise<number>;
  putContact(row: ContactRow): void;
  removeContact(id: ContactId): void;

  folder(id: FolderId): Promise<FolderRow | null>;
  folders(): Promise<readonly FolderRow[]>;
  putFolder(row: FolderRow): void;
  removeFolder(id: FolderId): void;

  draft(key: string): Promise<StoredDraft | null>;
  drafts(): Promise<readonly StoredDraft[]>;
  putDraft(draft: StoredDraft): void;
  removeDraft(key: string): void;

  meta(key: string): Promise<MetaRow | null>;
  allMeta(): Promise<readonly MetaRow[]>;
  putMeta(row: MetaRow): void;

  extra(of: ExtraName, id: ContactId): Promise<ExtraRow | null>;
  extrasOf(of: ExtraName): Promise<readonly ExtraRow[]>;
  /** How old each of them is, oldest first, without reading them. */
  extraAges(of: ExtraName): Promise<readonly { readonly key: string; readonly at: number }[]>;
  putExtra(row: ExtraRow): void;
  removeExtra(key: string): void;

  change(id: ChangeId): Promise<ChangeRow | null>;
  changes(): Promise<readonly ChangeRow[]>;
  /** Those not yet accepted by Graph, in no order; see `isPending`. */
  pendingChanges(): Promise<readonly ChangeRow[]>;
  /** The highest place in the order that a change has; 0 when there is none. */
  lastSeq(): Promise<number>;
  putChange(row: ChangeRow): void;
  removeChange(id: ChangeId): void;

  idRow(id: ContactId): Promise<IdRow | null>;
  ids(): Promise<readonly IdRow[]>;
  putId(row: IdRow): void;
  removeId(id: ContactId): void;
};
