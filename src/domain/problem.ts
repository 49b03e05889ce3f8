/**
 * Everything that can go wrong in an expected way. The list is closed: each kind has its sentence in the pane's
 * text tables, and the compiler notices when one is missing. Anything else is a defect and reaches the error
 * boundary. No kind carries a token, an address or a name, so a problem may be logged by its kind.
 */
export type Problem =
  /** A token can be had, but only after a click (a window has to open). */
  | { readonly kind: 'signInNeeded'; readonly scopes: readonly string[] }
  /** The person closed the sign-in window or said no. */
  | { readonly kind: 'signInCancelled'; readonly scopes: readonly string[] }
  /** An administrator has to agree before anybody in this organisation can sign in. */
  | { readonly kind: 'adminConsentNeeded' }
  /** The window in which one signs in was not opened or did not come to its end; `code` is Office's, for support. */
  | { readonly kind: 'signInWindow'; readonly why: 'closed' | 'notAllowed' | 'blocked' | 'another' | 'failed'; readonly code: string; readonly scopes: readonly string[] }
  /** This Outlook offers the pane no way to sign in. */
  | { readonly kind: 'signInUnsupported' }
  /** Sign-in failed in a way a person cannot mend here; `code` is what support asks for. */
  | { readonly kind: 'signInFailed'; readonly code: string }
  /** The account that was signed in has another name than the mailbox that is open, and nobody said that this is right. */
  | { readonly kind: 'wrongAccount' }
  /** Outlook has signed in another account than the one this belongs to; see `mailboxStores`. */
  | { readonly kind: 'otherAccount' }
  | { readonly kind: 'offline' }
  /** Graph asks to wait (429, 503, 504); the pane has already waited and tried again. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number; /** It was turned away at the door (429), or never left: nothing was done. */ readonly notDone?: true }
  /** Something that should have answered did not, within our own clock. */
  | { readonly kind: 'noAnswer'; readonly from: 'graph' | 'outlook' | 'signIn' }
  /** The contact was changed by somebody else since it was read (412, 409, or another changeKey). */
  | { readonly kind: 'changedElsewhere' }
  /** The contact or folder is not there any more. */
  | { readonly kind: 'gone' }
  /** Graph looked at the request and said no; `message` is Graph's own, in English. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'accessDenied' }
  /** The mailbox is not on Exchange Online: Graph has no contacts for it. */
  | { readonly kind: 'mailboxUnsupported' }
  /** Graph failed by itself (5xx). */
  | { readonly kind: 'serverTrouble'; readonly status: number; readonly requestId: string }
  /** An answer came that is not of the shape its maker promises. */
  | { readonly kind: 'notUnderstood'; readonly from: 'graph' | 'outlook' | 'store' }
  /** The bookmark of a folder is too old: everything has to be read anew. */
  | { readonly kind: 'bookmarkExpired' }
  /** The browser refuses storage; the pane works from memory. */
  | { readonly kind: 'storageDenied' }
  /** The work was given up because nobody needs its answer any more. */
  | { readonly kind: 'abandoned' };

/** Graph did nothing of what it was asked for: it turned it away, or it never left. */
export const wasTurnedAway = (problem: Problem): boolean => problem.kind === 'busy' && problem.notDone === true;

export type ProblemKind = Problem['kind'];
export type ProblemOf<K extends ProblemKind> = Extract<Problem, { kind: K }>;
