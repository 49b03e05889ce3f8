import type { Change, ChangeId } from '#domain/change';
import type { Contact, ContactId } from '#domain/contact';

/**
 * The person's acts, kept with the contacts they change. A change is one row: what it makes of its contact is worked
 * out when the contact is read (`withChanges`), so there is no moment at which one is written and the other is not.
 * What Graph accepted becomes a contact row in the same transaction in which its change becomes `done`.
 */
export type Journal = {
  /**
   * Writes new changes (`waiting`), all or none. A change is undone once: what would undo one that is undone or dropped
   * already, or is about to be undone (two panes, a double click), is left out.
   */
  record(changes: readonly Change[]): Promise<void>;
  /**
   * Takes the oldest change that may be sent now and makes it `sending`, for `by` until `now + forMs`: one that is
   * `waiting`, or `sending` under a claim that has run out (then `unsure`), and behind no earlier pending change of
   * the same contact; what waits for the person holds up its own kind alone (`toSend`). Null when there is none. Two panes never get the same one. Where `alive` is known, a claim of
   * somebody who is not among them has run out too.
   */
  claim(by: string, now: number, forMs: number, alive?: ReadonlySet<string> | null): Promise<Change | null>;
  /**
   * The same for up to `most` changes that do not wait for each other, in their order; [] when there is none. Those in
   * `heldUp` are passed over, and what is behind them waits on.
   */
  claimSeveral(by: string, now: number, forMs: number, alive: ReadonlySet<string> | null, most: number, heldUp?: ReadonlySet<ChangeId>): Promise<readonly Change[]>;
  /**
   * Ends a sending. In one transaction: the change moves on (illegal moves throw), what Graph answered is put
   * or what is gone is removed, later changes of the contact are put on top of the answer (one of our ids becomes
   * Graph's), and the change it undoes is marked. Null when the claim was lost meanwhile: nothing is written.
   */
  settle(id: ChangeId, by: string, outcome: Settled): Promise<Change | null>;
  /** The same for several in one transaction, all or none: changes that were claimed side by side, so none waits for another. */
  settleAll(by: string, ended: readonly Ended[]): Promise<readonly (Change | null)[]>;
  /**
   * A person's decision on a pending change: try again, give up, or with another patch after a dispute or a refusal. Gives the change
   * as it is now, unmoved where the decision no longer fits (another pane was quicker).
   *
   * Dropped can be what Graph never had: not what is being sent, nor what waits after an answer that never came; that
   * takes an undo. Of a move that got half-way the copy has to go first: it is sent for that, and dropped then. With a change goes what makes no sense without it: its own undo and, with a create, all that was done
   * to the contact since. Other later changes stay and are put on top of what was there before.
   */
  decide(id: ChangeId, decision: Decision): Promise<Change | null>;
  /** The same for many in one transaction, all or none; those that are not there are left out of the answer. */
  decideAll(ids: readonly ChangeId[], decision: Exclude<Decision, { kind: 'resolve' }>): Promise<readonly Change[]>;
  get(id: ChangeId): Promise<Change | null>;
  /** All that is kept, newest first. */
  list(): Promise<readonly Change[]>;
  /**
   * Acts older than `before` go, and all but the newest `keep`: what was done in one go, of however many contacts, is one and goes as
   * one. What is pending stays, with all that belongs to it.
   */
  prune(before: number, keep: number): Promise<void>;
  /** The id a contact goes by now: Graph's for one of ours, the new one for one that was brought back. */
  idNow(id: ContactId): Promise<ContactId>;
  onChange(listener: () => void): () => void;
};

/** With `act`, what was to be done is written anew: what was there before it is known better now, or one step of it is done. */
export type Settled =
  | { readonly state: 'done'; readonly result: Contact | null; readonly gone?: ContactId; readonly act?: Change['act'] }
  | { readonly state: 'waiting'; readonly problem: Change['problem']; readonly unsure: boolean; readonly act?: Change['act'] }
  | { readonly state: 'refused'; readonly problem: NonNullable<Change['problem']>; readonly unsure?: boolean; readonly gone?: ContactId; readonly act?: Change['act'] }
  | { readonly state: 'disputed'; readonly dispute: NonNullable<Change['dispute']> }
  | { readonly state: 'dropped'; readonly act: Change['act'] };

export type Ended = { readonly id: ChangeId; readonly outcome: Settled };

export type Decision =
  | { readonly kind: 'tryAgain' }
  | { readonly kind: 'drop' }
  /**
   * `act` replaces what was in dispute, with a `before` that the server had when the person chose, or what was refused, as
   * the person has corrected it.
   */
  | { readonly kind: 'resolve'; readonly act: Change['act'] };
