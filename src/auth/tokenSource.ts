import type { Result } from '#domain/result';

export type TokenAccount = {
  readonly homeAccountId: string;
  readonly tenantId: string;
  /** Usually the user principal name; not for logs. */
  readonly username: string;
};

export type Token = {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresOn: number;
  readonly account: TokenAccount;
};

export type TokenHow = {
  /** A claims challenge as JSON text; asks past every cache. */
  readonly claims?: string | undefined;
  readonly forceRefresh?: boolean | undefined;
  /** Lets the person choose another account. Only with `byClick`. */
  readonly otherAccount?: boolean | undefined;
  /** Ends the caller's waiting with `abandoned`; the window stays the user's to close. */
  readonly signal?: AbortSignal | undefined;
};

export type TokenSource = {
  /** Whom the last token was for; null before the first one and after `forget`. */
  readonly account: () => TokenAccount | null;
  /** Never opens a window. `signInNeeded` says that `byClick` would help. */
  readonly silently: (scopes: readonly string[], how?: TokenHow) => Promise<Result<Token>>;
  /** May open a window: call it from a click only. */
  readonly byClick: (scopes: readonly string[], how?: TokenHow) => Promise<Result<Token>>;
  /** Forgets the account here and asks the host anew next time; the host itself cannot be signed out. */
  readonly forget: () => void;
};
