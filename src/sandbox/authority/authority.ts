/**
 * A small stand-in for Microsoft's sign-in pages, so that the real MSAL runs where Outlook itself does not sign in: the
 * authorization code flow with PKCE for single-page applications, and refresh. As strict as the real one where a client
 * can go wrong (registered addresses, PKCE, codes good for once, origin of the caller). Passwords are not played: one
 * chooses who one is. What is remembered hangs on the browser's cookie, so a fresh browser is a first use.
 * (Microsoft identity platform, "OAuth 2.0 authorization code flow"; Entra authentication error codes)
 */
import { randomUUID } from 'node:crypto';
import { users, type UserKey } from '../seed/people.ts';
import { isUser, readAuthorizeRequest, type AuthorizeRequest } from './authorizeRequest.ts';
import { createSigner, type Signer } from './idToken.ts';
import { accountPage, consentPage, errorPage, pageHeaders } from './pages.ts';
import { redeem, type Grant } from './tokenEndpoint.ts';

export type AuthorityRequest = {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: { readonly cookie?: string | undefined; readonly origin?: string | undefined; readonly 'content-type'?: string | undefined };
  readonly body: string;
};
export type AuthorityReply = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

export type AuthorityOptions = {
  /** Where it is reached: `https://localhost:3000`. */
  readonly origin: () => string;
  readonly clientId: string;
  /** Registered for single-page applications. */
  readonly redirectUris: () => readonly string[];
  /** An access token that Graph takes. */
  readonly accessToken: (user: UserKey, scopes: readonly string[], expiresIn: number, claims: string | null) => Promise<string>;
  readonly now?: () => number;
};

/** What one browser is remembered for. */
export type Session = { readonly signedIn: Set<UserKey>; readonly consented: Set<string> };

const tenants = /^\/(common|organizations|consumers|[0-9a-f-]{36})\/(.+)$/;
const cookieName = 'sandboxAuthority';
/** Codes of a single-page application live for a minute or so. */
const codeLivesMs = 60_000;

export type Authority = {
  /** True for a path this authority answers. */
  readonly owns: (path: string) => boolean;
  readonly answer: (request: AuthorityRequest) => Promise<AuthorityReply>;
};

export function createAuthority(options: AuthorityOptions): Authority {
  const now = options.now ?? Date.now;
  const sessions = new Map<string, Session>();
  const grants = new Map<string, Grant>();
  const signer: Signer = createSigner();

  const endpoints = (tenant: string) => {
    const base = `${options.origin()}/${tenant}`;
    return {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      issuer: `${options.origin()}/${tenant === 'common' || tenant === 'organizations' ? '{tenantid}' : tenant}/v2.0`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      tenant_region_scope: null,
      cloud_instance_name: new URL(options.origin()).host,
    };
  };

  async function answer(request: AuthorityRequest): Promise<AuthorityReply> {
    const url = new URL(request.target, options.origin());
    const [, tenant = '', rest = ''] = tenants.exec(url.pathname) ?? [];
    switch (`${request.method} ${rest}`) {
      case 'GET v2.0/.well-known/openid-configuration': return json(200, endpoints(tenant));
      case 'GET discovery/v2.0/keys': return json(200, { keys: [signer.publicKey] });
      case 'GET oauth2/v2.0/authorize':
      case 'POST oauth2/v2.0/authorize': return authorize(url, tenant, request);
      case 'POST oauth2/v2.0/token': return redeem(request, tenant, {
        clientId: options.clientId, redirectUris: options.redirectUris(), grants, now, signer, origin: options.origin(), accessToken: options.accessToken,
      });
      case 'OPTIONS oauth2/v2.0/token': return {
        status: 200, body: '', headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'POST, OPTIONS', 'Access-Control-Allow-Headers': 'content-type' },
      };
      default: return json(404, { error: 'not_found' });
    }
  }

  function authorize(url: URL, tenant: string, request: AuthorityRequest): AuthorityReply {
    const asked = readAuthorizeRequest(url.searchParams, { clientId: options.clientId, redirectUris: options.redirectUris() });
    // An application that cannot be trusted with an answer gets none: the person sees the error here.
    if (asked.kind === 'page') return { status: 400, headers: pageHeaders(false), body: errorPage(asked.error) };
    if (asked.kind === 'redirect') return back(asked.redirectUri, asked.mode, { error: 'invalid_request', error_description: asked.error, state: asked.state });

    const wish = asked.request;
    const { id, session, isNew } = sessionOf(request.headers.cookie);
    const reply = step(wish, tenant, session, url, request.method === 'POST' ? new URLSearchParams(request.body) : null);
    return isNew ? { ...reply, headers: { ...reply.headers, 'Set-Cookie': `${cookieName}=${id}; Path=/; Secure; HttpOnly; SameSite=None` } } : reply;
  }

  /** One step of the conversation with the person: who are you, do you agree, here is the code. */
  function step(wish: AuthorizeRequest, tenant: string, session: Session, url: URL, form: URLSearchParams | null): AuthorityReply {
    const action = url.pathname + url.search;
    const page = (body: string): AuthorityReply => ({ status: 200, headers: pageHeaders(wish.openerIsSafe), body });
    const refuse = (error: string, description: string, subcode?: string) =>
      back(wish.redirectUri, wish.mode, { error, error_description: description, ...(subcode ? { error_subcode: subcode } : {}), state: wish.state });

    switch (form?.get('do')) {
      case 'cancel': return refuse('access_denied', 'AADSTS65004: User declined to consent to access the app.', 'cancel');
      case 'admin': return refuse('access_denied', 'AADSTS90094: An administrator of this organization has to grant the permission.');
      case 'policy': return refuse('interaction_required', 'AADSTS53003: Access has been blocked by Conditional Access policies.');
      case 'trouble': return refuse('temporarily_unavailable', 'AADSTS90033: A transient error has occurred. Please try again.');
      case 'forged': return grant(wish, tenant, 'adele', 'c29tZWJvZHkgZWxzZQ');
    }

    const chosen = form?.get('account') ?? null;
    const user = isUser(chosen) ? chosen : wish.prompt === 'select_account' || session.signedIn.size !== 1 ? null : [...session.signedIn][0] ?? null;
    if (user === null) {
      return wish.prompt === 'none' ? refuse('login_required', 'AADSTS50058: A silent sign-in request was sent but no user is signed in.') : page(accountPage(action, session));
    }
    if (!admits(tenant, user)) return page(errorPage(`AADSTS50020: User account ${users[user].address} from another identity provider does not exist in tenant.`));
    session.signedIn.add(user);

    const missing = wish.scopes.filter((scope) => !session.consented.has(`${user} ${scope.toLowerCase()}`));
    if (form?.get('do') === 'accept') for (const scope of missing) session.consented.add(`${user} ${scope.toLowerCase()}`);
    else if (missing.length > 0 || wish.prompt === 'consent') {
      return wish.prompt === 'none' ? refuse('consent_required', 'AADSTS65001: The user or administrator has not consented to use the application.') : page(consentPage(action, user, wish.scopes));
    }
    return grant(wish, tenant, user, wish.state);
  }

  function grant(wish: AuthorizeRequest, tenant: string, user: UserKey, state: string): AuthorityReply {
    const code = `0.${randomUUID()}${randomUUID()}`.replaceAll('-', '');
    grants.set(code, {
      kind: 'code', user, tenant, scopes: wish.scopes, redirectUri: wish.redirectUri, challenge: wish.challenge, nonce: wish.nonce, claims: wish.claims,
      expires: now() + codeLivesMs, used: false,
    });
    return back(wish.redirectUri, wish.mode, { code, client_info: clientInfo(user), state, session_state: randomUUID() });
  }

  function sessionOf(cookie: string | undefined): { id: string; session: Session; isNew: boolean } {
    const id = new RegExp(`(?:^|; )${cookieName}=([\\w-]+)`).exec(cookie ?? '')?.[1];
    const known = id === undefined ? undefined : sessions.get(id);
    if (id !== undefined && known !== undefined) return { id, session: known, isNew: false };
    const made = { id: randomUUID(), session: { signedIn: new Set<UserKey>(), consented: new Set<string>() }, isNew: true };
    sessions.set(made.id, made.session);
    return made;
  }

  return { owns: (path) => tenants.test(path) && /\/(oauth2\/v2\.0|v2\.0\/\.well-known|discovery)\//.test(path), answer };
}

function admits(tenant: string, user: UserKey): boolean {
  if (tenant === 'common') return true;
  if (tenant === 'organizations') return users[user].kind === 'work';
  return tenant === 'consumers' ? users[user].kind === 'personal' : users[user].tid === tenant;
}

export const clientInfo = (user: UserKey): string =>
  Buffer.from(JSON.stringify({ uid: users[user].oid, utid: users[user].tid })).toString('base64url');

function back(redirectUri: string, mode: 'fragment' | 'query', parts: Record<string, string>): AuthorityReply {
  const answer = new URLSearchParams(parts).toString();
  return { status: 303, headers: { Location: `${redirectUri}${mode === 'fragment' ? '#' : '?'}${answer}`, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }, body: '' };
}

export function json(status: number, body: unknown, more: Record<string, string> = {}): AuthorityReply {
  return {
    status, body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff', ...more },
  };
}
