import type { TokenSource } from './tokenSource.ts';

/** The part of `@azure/msal-browser` that is used: tests hand in their own. */
export type Msal = Pick<typeof import('@azure/msal-browser'), 'createNestablePublicClientApplication' | 'PublicClientApplication' | 'LogLevel'>;

export type NestedAppTokensOptions = {
  readonly clientId: string;
  /** `https://login.microsoftonline.com/common` in the global cloud. */
  readonly authority?: string;
  /** Whether the host claims NestedAppAuth 1.1. Asked when the first token is wanted, after Office is ready. */
  readonly isSupported: () => boolean;
  readonly loadMsal?: () => Promise<Msal>;
  /** Our own clocks in ms, since MSAL keeps none. */
  readonly startMs?: number;
  readonly silentMs?: number;
};

export function nestedAppTokens(_options: NestedAppTokensOptions): TokenSource {
  throw new Error('not built yet');
}
