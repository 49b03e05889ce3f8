import type { BrowsePage, BrowseQuery } from '#domain/browseQuery';
import type { Contact, ContactFolder, ContactId, FolderId } from '#domain/contact';
import type { ContactChange } from '#domain/contactChange';
import type { Result } from '#domain/result';
import type { StoredExtras } from './storedExtras.ts';
import type { Journal } from './journal.ts';

/**
 * What this device holds of one mailbox's contacts. It is a copy, never the only place of anything the server
 * knows: whatever happens to it, the next sync makes it whole again. So no method rejects for trouble that must be
 * expected (storage full, denied, wiped by the browser in mid-use): the store goes on from memory, and `kind`
 * tells.
 */
export type ContactStore = {
  /** 'memory' when nothing will be there after a reload. May turn from 'disk' to 'memory' while the store is open. */
  readonly kind: 'disk' | 'memory';

  /** What the person did: sent or not, in doubt, done. */
  readonly journal: Journal;

  /** Pictures, flags and custom fields. */
  readonly extras: StoredExtras;

  /*
   * `lookUp`, `get`, `search` and `browse` give contacts as the person means them: what the server last said, with what they did
   * since and Graph has not accepted yet laid over it.
   */

  /**
   * The contacts of all folders that hold any of these keys (see `personKeys` of the domain), each once, in no
   * order that means anything. Nobody found is an empty list: most senders are strangers.
   */
  lookUp(keys: readonly string[]): Promise<readonly Contact[]>;
  /**
   * For each of these people, given by their keys with the strongest first, the contacts under the first key that any
   * contact holds: what is needed to tell who they are (see `match` of the domain). Of a known person the weaker keys
   * are never read, which is most of the work of a long list.
   */
  lookUpEach(people: readonly (readonly string[])[]): Promise<readonly Contact[]>;
  /** Also by an id the contact had before; see `Journal.idNow`. */
  get(id: ContactId): Promise<Contact | null>;
  /** Those of these that are there, in this order; ids as in `get`. */
  getAll(ids: readonly ContactId[]): Promise<readonly Contact[]>;
  /**
   * Contacts in which every word of `text` is part of some field (see `contactParts`); case, accents and the
   * punctuation of phone numbers make no difference. In the order of `browse`; an empty text finds all. Waits until
   * everybody is in the list, which takes seconds for the first search among 100,000.
   */
  search(text: string, limit: number): Promise<readonly Contact[]>;
  /**
   * `count` contacts that fit, from place `from` on, and how many fit in all: sorted by `listName` as the person's
   * language sorts. Answers soon, at first with what is listed by then (`isComplete` tells).
   */
  browse(query: BrowseQuery, from: number, count: number): Promise<BrowsePage>;
  /** The ids of all who fit, in the order of `browse`. Waits until everybody is in the list. */
  idsOf(query: BrowseQuery): Promise<readonly ContactId[]>;
  /** Every category that some contact carries, once whatever its case, sorted. Waits as `idsOf` does. */
  categoriesInUse(): Promise<readonly string[]>;
  /** Builds the list for `browse` and `search` ahead of the first use, in small bites between which others have their turn. */
  listAhead(): Promise<void>;
  /** How many the server has told of. */
  count(): Promise<number>;

  folders(): Promise<readonly StoredFolder[]>;
  /** The folders the mailbox has now. Those that vanished take their contacts with them; the others keep their state. */
  setFolders(folders: readonly ContactFolder[]): Promise<void>;

  /**
   * Takes in one page of changes, or a slice of one, with the place to go on from, in one transaction: a crash can
   * only repeat a page, never skip one. Gives the ids that changed.
   * The answer is `abandoned` and nothing is written when the folder no longer stands at `from`: it was wiped, has
   * vanished, or another pane moved it on.
   */
  applyPage(page: PageToApply): Promise<Result<readonly ContactId[]>>;
  /**
   * Begins a fresh set for a folder: its bookmark goes, its contacts stay in sight until a page with a bookmark
   * arrives; what did not come again by then goes. With `onlyFrom` it does so only while the folder stands there, so
   * that two panes do not throw each other back to the beginning.
   */
  replaceFolder(folderId: FolderId, at: number, onlyFrom?: ChangesCursor): Promise<void>;

  /** Writes what the server answered to the user's own act. */
  put(contact: Contact): Promise<void>;
  /** Takes out what the user deleted. Unknown ids are no trouble. */
  remove(id: ContactId): Promise<void>;

  /** Text somebody typed and did not save yet; it outlives a reload. Values are anything JSON can hold. */
  readDraft(key: string): Promise<StoredDraft | null>;
  writeDraft(key: string, value: unknown, at: number): Promise<void>;
  removeDraft(key: string): Promise<void>;
  /** Newest first. */
  listDrafts(): Promise<readonly StoredDraft[]>;

  /** Small facts about the mailbox, such as whose account it is. Values are anything JSON can hold; null when unset. */
  readMeta(key: string): Promise<unknown>;
  writeMeta(key: string, value: unknown): Promise<void>;
  /** Reads and writes in one transaction, so that of two panes one comes first. Gives what stands there now. `change` may be called twice. */
  changeMeta(key: string, change: (before: unknown) => unknown): Promise<unknown>;

  /**
   * Hears of every contact that looks otherwise, after the change held; those of other panes on the same mailbox too.
   * Answers how to stop listening. Folders, bookmarks, drafts and meta do not count as changes.
   */
  onChange(listener: ChangeListener): () => void;

  /** Lets go of what was not refreshed for 30 days: a device in a drawer need not know anybody. */
  forgetStale(now: number): Promise<void>;
  /**
   * Deletes everything kept of this mailbox on this device; the store stays usable, empty. `storageDenied` when the
   * browser did not let go of it.
   */
  wipe(): Promise<Result<void>>;
  /**
   * The same, for good: this store and those of other open panes on the same mailbox go on from memory, and nothing is
   * kept on this device until a store is opened anew.
   */
  forget(): Promise<Result<void>>;
  /** After this the store finds nothing and keeps nothing; no listener hears any more. */
  close(): void;
};

export type StoredFolder = ContactFolder & {
  /** Where the last complete round ended; null when the folder was never read to its end, or must be read anew. */
  readonly bookmark: string | null;
  /** Where a round in the making goes on. It comes before the bookmark. */
  readonly link: string | null;
  /** The folder is known as it was then: when the round that was last read to its end began to be asked for. */
  readonly syncedAt: number | null;
};

/** A place in the changes of one folder; null is their beginning. */
export type ChangesCursor = { readonly bookmark: string } | { readonly link: string } | null;

export type PageToApply = {
  readonly folderId: FolderId;
  /** The cursor the page was asked with. */
  readonly from: ChangesCursor;
  readonly changes: readonly ContactChange[];
  /** Where to go on; null for a slice that is not the last of its page: the cursor stays where it is. */
  readonly next: Exclude<ChangesCursor, null> | null;
  /** When the page was asked for. */
  readonly at: number;
};

export type StoredDraft = { readonly key: string; readonly value: unknown; readonly at: number };

/** `extrasOnly`: the contacts are as they were, and what hangs on them (pictures, flags, own fields) was read. */
export type StoreChange = { readonly ids: readonly ContactId[] | 'all'; readonly extrasOnly?: true };
export type ChangeListener = (what: StoreChange) => void;

/** Where the next round of a folder starts. */
export const cursorOf = (folder: StoredFolder): ChangesCursor =>
  folder.link !== null ? { link: folder.link } : folder.bookmark !== null ? { bookmark: folder.bookmark } : null;
