/** The token endpoint: a code with its PKCE verifier, or a refresh token, becomes an access token. */
import { createHash, randomUUID } from 'node:crypto';
import type { UserKey } from '../seed/people.ts';
import { clientInfo, json, type AuthorityReply, type AuthorityRequest } from './authority.ts';
import { challengeIn, withoutResource } from './authorizeRequest.ts';
import type { Signer } from './idToken.ts';

export type Grant = {
  readonly kind: 'code' | 'refresh';
  readonly user: UserKey;
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly claims: string | null;
  readonly expires: number;
  readonly used: boolean;
};

export type RedeemPorts = {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** By code or refresh token. */
  readonly grants: Map<string, Grant>;
  readonly now: () => number;
  readonly signer: Signer;
  readonly origin: string;
  readonly accessToken: (user: UserKey, scopes: readonly string[], expiresIn: number, claims: string | null) => Promise<string>;
};

const anHour = 3600;
/** Refresh tokens of single-page applications end after a day. */
const refreshLivesMs = 24 * 3600_000;

export async function redeem(request: AuthorityRequest, tenant: string, ports: RedeemPorts): Promise<AuthorityReply> {
  const origin = request.headers.origin ?? '';
  const refuse = (error: string, number: number, text: string) => json(400, {
    error, error_description: `AADSTS${number}: ${text}`, error_codes: [number], timestamp: new Date(ports.now()).toISOString(),
    trace_id: randomUUID(), correlation_id: randomUUID(),
  });
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) return refuse('invalid_request', 900144, 'The request body must be a form.');
  const form = new URLSearchParams(request.body);
  const get = (name: string) => form.get(name) ?? '';
  if (get('client_id') !== ports.clientId) return refuse('unauthorized_client', 700016, 'The application was not found in the directory.');
  // A single-page application redeems from the page it is registered with, and from nowhere else.
  if (!ports.redirectUris.some((uri) => new URL(uri).origin === origin)) return refuse('invalid_request', 9002327, "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.");

  const type = get('grant_type');
  const key = get(type === 'refresh_token' ? 'refresh_token' : 'code');
  const grant = ports.grants.get(key);
  if (type !== 'authorization_code' && type !== 'refresh_token') return refuse('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${type}'.`);
  if (grant === undefined || grant.kind !== (type === 'refresh_token' ? 'refresh' : 'code')) return refuse('invalid_grant', 70000, 'The provided value is not valid.');
  if (grant.expires <= ports.now()) return refuse('invalid_grant', grant.kind === 'code' ? 70008 : 700084, 'The grant has expired.');
  if (grant.tenant !== tenant) return refuse('invalid_grant', 700005, 'The grant is intended to be used against another tenant.');
  if (grant.kind === 'code') {
    if (grant.used) return refuse('invalid_grant', 54005, 'OAuth2 Authorization code was already redeemed.');
    // Used up by the first try, right or wrong.
    ports.grants.set(key, { ...grant, used: true });
    if (get('redirect_uri') !== grant.redirectUri) return refuse('invalid_client', 500112, 'The reply address does not match the one of the authorization request.');
    const verifier = get('code_verifier');
    if (!/^[\w.~-]{43,128}$/.test(verifier)) return refuse('invalid_grant', 501481, 'The Code_Verifier has a wrong size.');
    if (createHash('sha256').update(verifier).digest('base64url') !== grant.challenge) return refuse('invalid_grant', 501481, 'The Code_Verifier does not match the code_challenge supplied in the authorization request.');
  } else {
    ports.grants.delete(key);
  }

  const wanted = get('scope').split(' ').map(withoutResource).filter((scope) => grant.scopes.some((one) => one.toLowerCase() === scope.toLowerCase()));
  const scopes = wanted.length > 0 ? wanted : grant.scopes;
  const claims = grant.claims ?? challengeIn(form.get('claims'));
  const refreshToken = `1.${randomUUID()}`;
  ports.grants.set(refreshToken, { ...grant, kind: 'refresh', claims: null, expires: ports.now() + refreshLivesMs, used: false });
  return json(200, {
    token_type: 'Bearer', scope: scopes.join(' '), expires_in: anHour, ext_expires_in: anHour,
    access_token: await ports.accessToken(grant.user, scopes, anHour, claims),
    refresh_token: refreshToken,
    id_token: ports.signer.idToken({ user: grant.user, clientId: ports.clientId, nonce: grant.nonce, origin: ports.origin, now: ports.now() }),
    client_info: clientInfo(grant.user),
  }, { 'Access-Control-Allow-Origin': origin });
}
