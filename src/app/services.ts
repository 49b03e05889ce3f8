import type { Contact, ContactFields, ContactFolder, ContactId, FolderId } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { Cell } from './cell.ts';
import type { Act } from './undo.ts';
import type { PeopleState } from './lookUpPeople.ts';
import type { SyncState } from './keepInSync.ts';
import type { UpdateOutcome } from './saveContact.ts';

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
export type Services = {
  readonly look: Cell<Look>;
  readonly people: Cell<PeopleState>;
  readonly sync: Cell<SyncState>;
  readonly folders: Cell<readonly ContactFolder[]>;
  /** The last act that can be undone, null when there is none (or it was put away). */
  readonly lastAct: Cell<Act | null>;
  /** `memory`: this browser keeps nothing, see the problem `storageDenied`. */
  readonly storage: 'disk' | 'memory';
  /** Set when Outlook itself says that Graph cannot serve this mailbox. */
  readonly mailboxProblem: Problem | null;

  /** Looks for changes now. */
  refresh(): void;
  /** Asks Outlook once more who is on the item. */
  readItemAgain(): void;
  /** Call from a click only: a window may open. */
  signIn(scopes: readonly string[]): Promise<Result<null>>;
  /** What to do when no sign-in is to be had here, in a dialog of Outlook. From a click only. */
  showSignInHelp(): Promise<Result<null>>;

  get(id: ContactId): Promise<Contact | null>;
  search(text: string, limit: number): Promise<readonly Contact[]>;

  create(fields: ContactFields, folderId: FolderId | null): Promise<Result<Contact>>;
  update(base: Contact, mine: ContactFields, onClash?: 'ask' | 'keepMine'): Promise<UpdateOutcome>;
  addAddress(contact: Contact, person: Pick<PersonOnItem, 'name' | 'address'>): Promise<Result<Contact>>;
  remove(contact: Contact): Promise<Result<null>>;
  undoLast(): Promise<Result<null>>;
  dismissLast(): void;

  readonly drafts: Drafts;
  canWriteMail(): boolean;
  writeMail(addresses: readonly string[]): Promise<Result<null>>;
};
