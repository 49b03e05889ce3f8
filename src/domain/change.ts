import type { Category } from './category.ts';
import type { Contact, ContactFields, ContactId, ContactPatch, FolderId } from './contact.ts';
import type { ExtraName, Extras } from './extras.ts';
import type { Problem } from './problem.ts';

/**
 * One thing the person did to one contact. The same record is the outbox (not yet accepted by Graph), the base of a
 * conflict (what was there before), and the undo.
 */
export type Change = {
  readonly id: ChangeId;
  /** Acts on several contacts at once share one group and are undone as one. Equal to `id` for a single change. */
  readonly group: ChangeId;
  readonly at: number;
  readonly act: Act;
  /** Why it was done, for the sentence in the history. */
  readonly label: ChangeLabel;
  /** Whom it is about, as a person would say. */
  readonly name: string;
  readonly state: ChangeState;
  /** The change that this one takes back; an undo is a change like any other, and can be undone (redo). */
  readonly undoes: ChangeId | null;
  /** It was sent at least once and the answer did not come: Graph may have acted, so look before sending again. */
  readonly unsure: boolean;
  /** It waits until all that was written down before it in its group has ended: a folder goes after its contacts. */
  readonly behindGroup?: boolean;
  /** Who is sending it, and until when nobody else may: a pane that crashed lets go by itself. */
  readonly claim: { readonly by: string; readonly until: number } | null;
  /** What stands in the way now (`waiting`, `refused`); null when nothing does. */
  readonly problem: Problem | null;
  /** The fields in dispute with what the server has, for the person to choose (`disputed`). */
  readonly dispute: { readonly theirs: Contact; readonly fields: readonly (keyof ContactFields)[] } | null;
  /** The contact as Graph answered; after a create its id is the one to use from now on. */
  readonly result: Contact | null;
};

export type ChangeId = string;
export const changeLabels = [
  'created', 'updated', 'removed', 'addressAdded', 'categorized', 'flagged', 'flagDone', 'flagCleared', 'photoChanged',
  'photoRemoved', 'customChanged', 'moved', 'categoryCreated', 'categoryRecoloured', 'categoryDeleted', 'categoryRenamed',
  'folderCreated', 'folderRenamed', 'folderMoved', 'folderDeleted',
] as const;
export type ChangeLabel = (typeof changeLabels)[number];

export type Act = ContactAct | MailboxAct;

export type ContactAct =
  /** `contactId` is one of ours (`local:…`) until Graph has given its own. */
  | {
    readonly kind: 'create'; readonly contactId: ContactId; readonly folderId: FolderId | null; readonly fields: ContactFields;
    /** Comes along when a deleted contact is brought back: JPEG bytes as base64. */
    readonly photo: string | null;
    readonly extras?: OtherExtras;
    /** The id a deleted contact had; who still names it means the new one. */
    readonly restores: ContactId | null;
    /** Of a deleted contact the create that it went back to, as its origin said. */
    readonly madeBy?: ChangeId;
    /** Somebody else had deleted it, or moved it: there may be a copy. */
    readonly goneBefore?: true;
  }
  /** `before` is the whole contact as it was; `patch` holds the new values of the changed fields only. */
  | { readonly kind: 'update'; readonly contactId: ContactId; readonly before: Contact; readonly patch: ContactPatch }
  /** `before` and `photo` are brought up to date right before the delete is sent. */
  | { readonly kind: 'delete'; readonly contactId: ContactId; readonly before: Contact; readonly photo: string | null; readonly extras?: OtherExtras; readonly madeBy?: ChangeId; readonly goneBefore?: true }
  | ExtraAct
  /**
   * Graph cannot move a contact: it is copied, the copy is looked at, and the one in the old folder goes last. `copyId` is
   * the copy once there is one; `before` and `extras` are brought up to date before it is made.
   */
  | {
    readonly kind: 'move'; readonly contactId: ContactId; readonly before: Contact; readonly folderId: FolderId;
    readonly extras: Partial<Extras> | null; readonly copyId: ContactId | null;
    /** Graph did not take all of it: the copy has to go again. */
    readonly copyDiffers?: true;
    /** The person gave it up half-way: the copy goes again, and then it is dropped. */
    readonly givenUp?: true;
  };

/** As far as they are known; those that could not be read are left out. */
export type OtherExtras = Partial<Omit<Extras, 'photo'>>;

/** One of the extras gets another value. `before` is known at the latest when the change is sent. */
export type ExtraAct = { readonly [N in ExtraName]: {
  readonly kind: 'extra'; readonly contactId: ContactId; readonly of: N; readonly before?: Extras[N]; readonly after: Extras[N];
} }[ExtraName];

/**
 * What is done to the mailbox itself. Null before is a creation, null after a deletion. `contactId` is what the change is
 * about all the same: the folder's id, or `category:` and the name.
 */
export type MailboxAct =
  | { readonly kind: 'category'; readonly contactId: string; readonly before: Category | null; readonly after: Category | null }
  | {
    readonly kind: 'folder'; readonly contactId: FolderId; readonly before: FolderLook | null; readonly after: FolderLook | null;
    /** The id a deleted folder had that is made again; who still names it means the new one. */
    readonly restores: FolderId | null;
    /** So many contact lists, which Graph counts and does not show, the person knows to go with it. */
    readonly lists?: number;
  };
export type FolderLook = { readonly displayName: string; readonly parentFolderId: FolderId };

export type ChangeState = 'waiting' | 'sending' | 'done' | 'disputed' | 'refused' | 'undone' | 'dropped';

/**
 * The legal moves. `sending` falls back to `waiting` when no answer came. `dropped`: taken back before it was ever
 * sent, or given up by the person; from `sending`, when what there was of it half-way has been taken away again. `undone` goes back to `done` when its undo is itself undone.
 */
export const nextStates = {
  waiting: ['sending', 'dropped'],
  sending: ['done', 'disputed', 'refused', 'waiting', 'dropped'],
  disputed: ['waiting', 'dropped'],
  refused: ['waiting', 'dropped'],
  done: ['undone'],
  undone: ['done'],
  dropped: [],
} as const satisfies Record<ChangeState, readonly ChangeState[]>;

export const canMove = (from: ChangeState, to: ChangeState): boolean =>
  (nextStates[from] as readonly ChangeState[]).includes(to);

/** The person has to say how it goes on. */
export const waitsForPerson = ({ state }: Pick<Change, 'state'>): boolean => state === 'disputed' || state === 'refused';

/** Nobody is sending it just now, so the person can give it up. */
export const mayBeGivenUp = (change: Pick<Change, 'state'>): boolean => change.state === 'waiting' || waitsForPerson(change);

/** Not yet accepted by Graph: these are laid over what the server last said. */
export const isPending = ({ state }: Pick<Change, 'state'>): boolean =>
  state === 'waiting' || state === 'sending' || state === 'disputed' || state === 'refused';

export const isLocalId = (id: ContactId): boolean => id.startsWith('local:');

export const isMailboxAct = (act: Act): act is MailboxAct => act.kind === 'category' || act.kind === 'folder';

export const categorySubject = (displayName: string): string => `category:${displayName.toLocaleLowerCase('en')}`;

/**
 * A contact as the person means it: what the server last said, with the pending changes laid over it in the order
 * they were made. Null when it is deleted; also for ids that only a pending create knows.
 */
export function withChanges(contact: Contact | null, changes: readonly Change[]): Contact | null {
  let now = contact;
  for (const { act } of changes) {
    switch (act.kind) {
      case 'create':
        now ??= {
          ...act.fields, id: act.contactId, changeKey: '', parentFolderId: act.folderId ?? '',
          // The server's own times come with its answer.
          createdDateTime: '', lastModifiedDateTime: '',
        };
        break;
      case 'update':
        if (now !== null) now = { ...now, ...act.patch };
        break;
      case 'delete':
        now = null;
        break;
      case 'move':
        if (now !== null && act.givenUp !== true) now = { ...now, parentFolderId: act.folderId };
        break;
      case 'extra':
      case 'category':
      case 'folder':
        break;
    }
  }
  return now;
}
