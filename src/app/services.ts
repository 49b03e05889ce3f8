import type { BrowsePage, BrowseQuery } from '#domain/browseQuery';
import type { Change } from '#domain/change';
import type { Contact, ContactFolder, ContactId, FolderId } from '#domain/contact';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { Cell } from './cell.ts';
import type { PeopleState } from './lookUpPeople.ts';
import type { SyncState } from './keepInSync.ts';
import type { CategoryList } from './categoryList.ts';
import type { CustomFields } from './customFields.ts';
import type { FollowUpList } from './followUpList.ts';
import type { LookAfterExtras } from './lookAfterExtras.ts';
import type { Acts } from './acts.ts';
import type { SessionState } from './session.ts';
import type { OutboxState } from './outbox.ts';
import type { WholeItem } from './wholeItem.ts';

export type Look = {
  readonly mode: 'light' | 'dark' | 'contrast';
  readonly direction: 'ltr' | 'rtl';
  /** A language tag such as `de-DE`. */
  readonly language: string;
};

/** Typed text that waits for its owner: it survives another item, a reload and a crash of the pane. */
export type Drafts = {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
};

/** All that the task pane can see and do. It knows nothing else of Graph, Outlook, tokens or storage. */
export type Services = Acts & {
  readonly look: Cell<Look>;
  readonly people: Cell<PeopleState>;
  readonly sync: Cell<SyncState>;
  readonly folders: Cell<readonly ContactFolder[]>;
  /** The person's acts, newest first: what waits, what was done, what can be taken back. */
  readonly changes: Cell<readonly Change[]>;
  readonly outbox: Cell<OutboxState>;
  /** `memory`: this browser keeps nothing, see the problem `storageDenied`. */
  readonly storage: 'disk' | 'memory';
  /** Set when Outlook itself says that Graph cannot serve this mailbox. */
  readonly mailboxProblem: Problem | null;

  /** Looks for changes now. */
  refresh(): void;
  /** Asks Outlook once more who is on the item. */
  readItemAgain(): void;
  /**
   * Reads everybody on this item through Graph, past what Outlook tells of; `people` then has them all. Asks for a
   * permission of its own. `gone`: not in one's own mailbox. `abandoned`: another item is open by now.
   */
  readonly readWholeItem: WholeItem['readWholeItem'];
  /**
   * Puts the members of a group among the people. Asks for a permission that an administrator gives; null in an account
   * without a directory. `refused` with the code `noSuchGroup`: the directory does not know it.
   */
  readonly readGroup: WholeItem['readGroup'] | null;
  /** Who is signed in, and how. */
  readonly session: Cell<SessionState>;
  /** Call from a click only: a window may open. Aborting the signal closes it, where that can be done. */
  signIn(scopes: readonly string[], signal?: AbortSignal): Promise<Result<null>>;
  /** The same, with a choice of account. */
  useAnotherAccount(signal?: AbortSignal): Promise<Result<null>>;
  /** Answers the problem `wrongAccount`: the account is right, it is only called otherwise than the mailbox. */
  keepAccount(): Promise<void>;
  /** Forgets the sign-in and, like `forgetDevice`, all that is kept here; signs in again only when asked to. */
  signOut(): Promise<Result<void>>;
  /** The page on which an administrator agrees for everybody in the organisation. */
  readonly adminConsentAddress: string;
  /** What to do when no sign-in is to be had here, in a dialog of Outlook. From a click only. */
  showSignInHelp(): Promise<Result<null>>;

  get(id: ContactId): Promise<Contact | null>;
  /** Pictures, follow-up flags and custom fields of contacts. */
  readonly extras: LookAfterExtras;
  /** The mailbox's master list of categories. */
  readonly categories: CategoryList;
  /** The people with a follow-up flag. */
  readonly followUps: FollowUpList;
  /** Which fields of their own the contacts have. */
  readonly customFields: CustomFields;
  /** Whether this kind of account has colleagues in a directory. */
  readonly hasDirectory: boolean;
  /** A colleague's picture in the directory as base64; null when there is none. Asks for a permission of its own. */
  directoryPhoto(address: string): Promise<Result<string | null>>;
  /** The contacts that carry this category, as far as is stored here. */
  carriersOf(category: string): Promise<readonly Contact[]>;
  contactsIn(folderIds: readonly FolderId[]): Promise<readonly Contact[]>;
  /** How many things Graph counts in each, contact lists included, which it never shows. */
  countIn(folderIds: readonly FolderId[]): Promise<Result<ReadonlyMap<FolderId, number>>>;
  /** All of these that are there, in this order. */
  getAll(ids: readonly ContactId[]): Promise<readonly Contact[]>;
  /** A window of the contacts that fit; soon answered, see `BrowsePage`. Ask again when `contactsVersion` moves. */
  browse(query: BrowseQuery, from: number, count: number): Promise<BrowsePage>;
  idsOf(query: BrowseQuery): Promise<readonly ContactId[]>;
  categoriesInUse(): Promise<readonly string[]>;
  /** Goes up when contacts look otherwise than before, a moment after. */
  readonly contactsVersion: Cell<number>;
  /** A contact that holds one of these addresses, null when none does (as far as is stored). */
  holderOf(addresses: readonly string[]): Promise<Contact | null>;

  /** Tries to send what waits. */
  sendNow(): void;

  /** Whether the person wants contacts kept on this device. A change holds from the next start of the pane on. */
  readonly keepOnDevice: boolean;
  setKeepOnDevice(keep: boolean): Promise<Result<null>>;
  /** How much unsent work of other accounts of this mailbox, changes and forms, forgetting or signing out would take along. */
  unsentOfOthers(): Promise<number>;
  /**
   * Deletes all that is kept of this mailbox here, whatever account's: contacts, drafts, the journal with what was not
   * sent. From then on this pane, and others that are open, work from memory.
   */
  forgetDevice(): Promise<Result<void>>;
  /** That was done: nothing is kept here until the pane is opened again. */
  readonly isForgotten: boolean;

  readonly drafts: Drafts;
  canWriteMail(): boolean;
  writeMail(addresses: readonly string[]): Promise<Result<null>>;
  canInvite(): boolean;
  /** Opens Outlook's form for a new meeting with these people. */
  invite(addresses: readonly string[]): Promise<Result<null>>;
};
