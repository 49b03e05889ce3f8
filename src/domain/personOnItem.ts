/** Where somebody stands on a mail or a meeting. */
export type Role =
  | 'from' | 'sender' | 'to' | 'cc' | 'bcc'
  | 'organizer' | 'required' | 'optional';

export type Response = 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined';

/** Somebody as the mail or meeting names them. `address` is as written there; compare it only folded. */
export type PersonOnItem = {
  readonly name: string;
  readonly address: string;
  readonly roles: readonly Role[];
  readonly response: Response;
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
};
