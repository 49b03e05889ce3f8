import type { Contact, FolderId } from './contact.ts';

/** Which contacts somebody wants to see. */
export type BrowseQuery = {
  /** Every word of it has to be part of some field; '' for no matter what. See `contactParts`. */
  readonly text: string;
  /** Null for all folders. */
  readonly folderId: FolderId | null;
  readonly category: CategoryFilter;
};

/** `name` as a contact carries it; case makes no difference to Outlook. */
export type CategoryFilter = 'any' | 'none' | { readonly name: string };

export const everybody: BrowseQuery = { text: '', folderId: null, category: 'any' };

/** A window of what fits a query. */
export type BrowsePage = {
  readonly total: number;
  /** From the place that was asked for; null for one that vanished while it was being read. */
  readonly rows: readonly (Contact | null)[];
  /** False while the list is still being built: more may come, and the answer holds what is there so far. */
  readonly isComplete: boolean;
  /** How many contacts the list has in it by now, whether they fit or not. */
  readonly listed: number;
};

/** What a contact is sorted by in a list and called there: as Outlook files it, else by what it has. */
export const listName = (contact: Pick<Contact, 'fileAs' | 'displayName' | 'companyName' | 'emailAddresses'>): string =>
  contact.fileAs.trim() || contact.displayName.trim() || contact.companyName.trim() || (contact.emailAddresses[0]?.address.trim() ?? '');
