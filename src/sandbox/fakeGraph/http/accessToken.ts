import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Caller } from '../call.ts';
import type { Directory } from '../state/directory.ts';

/** What a token of this emulator carries. It is no secret: whoever asks for one gets it. */
export type TokenClaims = {
  readonly user: string;
  readonly scopes: readonly string[];
  /** Seconds since 1970. */
  readonly expires: number;
  /** Counts up, so that "a token obtained later" can be told. */
  readonly serial: number;
  /** A claims challenge was answered with it. */
  readonly claims: boolean;
  readonly appId: string;
  readonly audience: string;
};

const graphAudience = '00000003-0000-0000-c000-000000000000';
export const defaultAppId = '24d3b144-21ae-4080-943f-7067b395b913';

/** Opaque to a client, as Graph's tokens are meant to be. */
export const writeToken = (claims: Omit<TokenClaims, 'audience'> & { audience?: string }): string =>
  `EwFake.${Buffer.from(JSON.stringify({ audience: graphAudience, ...claims })).toString('base64url')}`;

function readToken(text: string): TokenClaims | null {
  try {
    const claims = JSON.parse(Buffer.from(text.replace(/^EwFake\./, ''), 'base64url').toString('utf8')) as TokenClaims;
    return typeof claims.user === 'string' && Array.isArray(claims.scopes) && typeof claims.expires === 'number' ? claims : null;
  } catch {
    return null;
  }
}

const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="${graphAudience}"`;

export const unauthorized = (message: string, extra = ''): Refusal =>
  refuse(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': `${challenge}${extra}` });

/** The claims challenge of continuous access evaluation: a new token is needed, obtained with these claims. */
export function claimsChallenge(seconds: number): Refusal {
  const claims = Buffer.from(JSON.stringify({ access_token: { nbf: { essential: true, value: String(seconds) } } })).toString('base64');
  return unauthorized(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    `, error="insufficient_claims", claims="${claims}"`,
  );
}

export type Authenticated = { readonly caller: Caller; readonly token: TokenClaims };

/** Who a token speaks for, if it still does. */
export function callerOf(token: TokenClaims, directory: Directory, now: number): Authenticated | Refusal {
  if (token.audience !== graphAudience) return unauthorized('Access token validation failure. Invalid audience.');
  if (token.expires * 1000 <= now) return unauthorized('Lifetime validation failed, the token is expired.', ', error="invalid_token"');
  const user = directory.find(token.user);
  if (user === undefined) return unauthorized('Access token validation failure.');
  return { caller: { user, scopes: new Set(token.scopes), appId: token.appId }, token };
}

/** Who the bearer token of a request says is calling. */
export function authenticate(header: string | undefined, directory: Directory, now: number): Authenticated | Refusal {
  const text = /^Bearer\s+(.*)$/i.exec(header ?? '')?.[1]?.trim() ?? '';
  if (text === '') return unauthorized('Access token is empty.');
  const token = readToken(text);
  if (token === null) return unauthorized('IDX14100: JWT is not well formed, there are no dots (.).');
  return callerOf(token, directory, now);
}
