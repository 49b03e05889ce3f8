/** What an application asks of the authorize page, read as strictly as Microsoft reads it. */
import { users, type UserKey } from '../seed/people.ts';

export type AuthorizeRequest = {
  readonly redirectUri: string;
  readonly mode: 'fragment' | 'query';
  /** Without the resource in front and without those that only concern the id token. */
  readonly scopes: readonly string[];
  readonly state: string;
  readonly nonce: string;
  /** PKCE, S256. */
  readonly challenge: string;
  readonly claims: string | null;
  readonly prompt: string;
  /** `pocd=1`: the application looked who opened its window. Then the page may leave the tie to the opener alone. */
  readonly openerIsSafe: boolean;
};

export type ReadAuthorize =
  | { readonly kind: 'request'; readonly request: AuthorizeRequest }
  /** Shown to the person: the application is not known well enough to be answered. */
  | { readonly kind: 'page'; readonly error: string }
  /** Told to the application. */
  | { readonly kind: 'redirect'; readonly redirectUri: string; readonly mode: 'fragment' | 'query'; readonly state: string; readonly error: string };

const aboutIdentity = new Set(['openid', 'profile', 'email', 'offline_access']);

export function readAuthorizeRequest(query: URLSearchParams, registered: { readonly clientId: string; readonly redirectUris: readonly string[] }): ReadAuthorize {
  const get = (name: string) => query.get(name) ?? '';
  if (get('client_id') !== registered.clientId) return { kind: 'page', error: `AADSTS700016: Application with identifier '${get('client_id')}' was not found in the directory.` };
  const redirectUri = get('redirect_uri');
  if (!registered.redirectUris.includes(redirectUri)) return { kind: 'page', error: `AADSTS50011: The redirect URI '${redirectUri}' does not match the redirect URIs configured for the application.` };

  const mode = get('response_mode') === 'query' ? 'query' : 'fragment';
  const refuse = (error: string): ReadAuthorize => ({ kind: 'redirect', redirectUri, mode, state: get('state'), error });
  if (get('response_type') !== 'code') return refuse(`AADSTS700054: response_type '${get('response_type')}' is not enabled for the application.`);
  if (get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(get('code_challenge'))) {
    return refuse('AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.');
  }
  const all = get('scope').split(' ').filter((scope) => scope !== '');
  if (!all.includes('openid')) return refuse("AADSTS90014: The required field 'scope' has to name 'openid' for an id token.");
  const scopes = [...new Set(all.map(withoutResource).filter((scope) => !aboutIdentity.has(scope.toLowerCase())))];
  if (scopes.length === 0) return refuse('AADSTS70011: The sandbox gives tokens for Graph alone; name a scope of it.');
  if (get('nonce') === '') return refuse("AADSTS90014: The required field 'nonce' is missing from the request.");
  if (get('state') === '') return refuse("AADSTS90014: The required field 'state' is missing from the request.");
  return {
    kind: 'request',
    request: {
      redirectUri, mode, scopes, state: get('state'), nonce: get('nonce'), challenge: get('code_challenge'),
      claims: challengeIn(query.get('claims')), prompt: get('prompt'), openerIsSafe: get('pocd') === '1',
    },
  };
}

export const withoutResource = (scope: string): string => scope.replace(/^https?:\/\/[^/]+\//, '');

export const isUser = (key: string | null): key is UserKey => key !== null && Object.hasOwn(users, key);

/** MSAL always claims its capabilities (`xms_cc`); anything else about the access token answers a challenge of Graph. */
export function challengeIn(claims: string | null): string | null {
  if (claims === null) return null;
  try {
    const { access_token: wanted } = JSON.parse(claims) as { access_token?: Record<string, unknown> };
    return wanted !== undefined && Object.keys(wanted).some((name) => name !== 'xms_cc') ? claims : null;
  } catch {
    return null;
  }
}
