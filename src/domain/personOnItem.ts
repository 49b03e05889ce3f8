/** Where somebody stands on a mail or a meeting. */
export type Role =
  | 'from' | 'sender' | 'to' | 'cc' | 'bcc'
  | 'organizer' | 'required' | 'optional' | 'room';

export type Response = 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined';

/** Somebody as the mail or meeting names them. `address` is as written there; compare it only folded. */
export type PersonOnItem = {
  readonly name: string;
  readonly address: string;
  readonly roles: readonly Role[];
  readonly response: Response;
  /**
   * What Outlook itself says of this address, without anybody being asked; left out where it says nothing. `directory`: a
   * colleague. That it is missing says nothing: a colleague who is a contact, too, may come without it, and some hosts never tell.
   */
  readonly recipient?: 'directory' | 'list';
  /** Other names beside the same address on the item: a couple, a team. Left out where there are none. */
  readonly alsoNamed?: readonly string[];
};

export type ItemKind = 'messageRead' | 'messageCompose' | 'eventAttendee' | 'eventOrganizer';

/** What the pane knows of the open item. `key` changes whenever the item does; late answers are told by it. */
export type OpenItem = {
  readonly key: number;
  readonly kind: ItemKind;
  readonly subject: string;
  readonly people: readonly PersonOnItem[];
  /** The host may have cut the list of people (Outlook reads at most so many). */
  readonly mayHaveMore: boolean;
  /** Its id on Graph; left out where there is none (a draft), or Outlook does not tell. */
  readonly id?: string;
  /** Everybody is here: the whole item was read through Graph. */
  readonly whole?: true;
};
