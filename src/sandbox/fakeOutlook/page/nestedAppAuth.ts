/**
 * The host's half of nested app authentication: what MSAL asks through the bridge, and what this host answers in
 * the sign-in situation chosen. Deciding is apart from doing: fetching a token and asking for consent are handed in.
 */
import { users, type UserKey } from '../../seed/people.ts';
import { isRecord } from './envelope.ts';
import type { Situation } from './situation.ts';

export type AuthRequest = {
  readonly method: string;
  readonly requestId: string;
  readonly scopes: readonly string[];
  readonly claims: string | null;
};

/** MSAL's requests share the channel with those of office.js; null is "not one of them". */
export function readAuthRequest(raw: unknown): AuthRequest | null {
  if (typeof raw !== 'string') return null;
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['messageType'] !== 'NestedAppAuthRequest') return null;
  const params = isRecord(value['tokenParams']) ? value['tokenParams'] : {};
  return {
    method: String(value['method']),
    requestId: String(value['requestId']),
    scopes: typeof params['scope'] === 'string' ? params['scope'].split(' ').filter((scope) => scope !== '') : [],
    claims: typeof params['claims'] === 'string' ? params['claims'] : null,
  };
}

export type AuthError = { readonly status: string; readonly code: string; readonly subError?: string; readonly description: string };

export type AuthDecision =
  | { readonly kind: 'context'; readonly user: UserKey }
  | { readonly kind: 'token'; readonly user: UserKey; readonly expiresIn: number }
  | { readonly kind: 'askConsent'; readonly user: UserKey }
  | { readonly kind: 'refuse'; readonly error: AuthError }
  | { readonly kind: 'silence' };

const errors = {
  consent: { status: 'USER_INTERACTION_REQUIRED', code: 'invalid_grant', subError: 'consent_required',
    description: 'AADSTS65001: The user or administrator has not consented to use the application.' },
  cancel: { status: 'USER_CANCEL', code: 'user_cancelled', description: 'The user closed the window.' },
  admin: { status: 'PERSISTENT_ERROR', code: 'consent_required',
    description: 'AADSTS90094: An administrator of contoso.example has to agree before this application can be used.' },
  account: { status: 'ACCOUNT_UNAVAILABLE', code: 'account_unavailable', description: 'The account is not available.' },
  offline: { status: 'NO_NETWORK', code: 'no_network', description: 'There is no connection.' },
  disabled: { status: 'DISABLED', code: 'disabled', description: 'Nested app authentication is switched off.' },
  transient: { status: 'TRANSIENT_ERROR', code: 'temporarily_unavailable', description: 'AADSTS90033: A transient error has occurred.' },
  unknown: { status: 'PERSISTENT_ERROR', code: 'unknown_method', description: 'The host does not know this request.' },
} as const satisfies Record<string, AuthError>;

const anHour = 3600;
/** MSAL counts a token as expired 300 seconds early, so this one is good for two seconds (observed). */
const shortest = 302;

export function decide(
  request: AuthRequest, situation: Pick<Situation, 'signin' | 'user' | 'connection'>, consented: ReadonlySet<string>,
): AuthDecision {
  const { signin } = situation;
  const user: UserKey = signin === 'second' ? 'henrietta' : situation.user;
  if (signin === 'silent') return { kind: 'silence' };
  if (request.method === 'GetInitContext') return { kind: 'context', user };
  if (request.method !== 'GetToken' && request.method !== 'GetTokenPopup') return { kind: 'refuse', error: errors.unknown };
  if (situation.connection === 'offline') return { kind: 'refuse', error: errors.offline };

  const popup = request.method === 'GetTokenPopup';
  const token: AuthDecision = { kind: 'token', user, expiresIn: signin === 'short' ? shortest : anHour };
  switch (signin) {
    case 'never': return { kind: 'silence' };
    case 'account': case 'offline': case 'disabled': case 'transient': return { kind: 'refuse', error: errors[signin] };
    case 'refused': return { kind: 'refuse', error: popup ? errors.cancel : errors.consent };
    case 'admin': return { kind: 'refuse', error: popup ? errors.admin : errors.consent };
    case 'consent':
      if (request.scopes.every((scope) => consented.has(consentKey(user, scope)))) return token;
      if (popup && request.scopes.some(isForAdministrators)) return { kind: 'refuse', error: errors.admin };
      return popup ? { kind: 'askConsent', user } : { kind: 'refuse', error: errors.consent };
    default: return token;
  }
}

export function consentKey(user: UserKey, scope: string): string {
  return `${user} ${scope.replace('https://graph.microsoft.com/', '').toLowerCase()}`;
}

/** Microsoft lets nobody but an administrator agree to these. (Graph permissions reference, "admin consent required") */
export const isForAdministrators = (scope: string): boolean =>
  ['groupmember.read.all', 'group.read.all', 'user.read.all', 'people.read.all', 'directory.read.all'].includes(scope.replace('https://graph.microsoft.com/', '').toLowerCase());

export type AuthDoings = {
  /** Asks the emulator for an access token. */
  readonly token: (user: UserKey, scopes: readonly string[], expiresIn: number, claims: string | null) => Promise<string>;
  /** Asks the person at the screen. */
  readonly consent: (user: UserKey, scopes: readonly string[]) => Promise<boolean>;
};

/** Null: the host stays silent. Never rejects; what fails inside becomes an answer MSAL can read. */
export async function answerAuthRequest(
  request: AuthRequest, situation: Pick<Situation, 'signin' | 'user' | 'connection'>, consented: Set<string>, doings: AuthDoings,
): Promise<Record<string, unknown> | null> {
  const answer = (part: Record<string, unknown>) => ({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...part });
  const giveToken = async (user: UserKey, expiresIn: number) => {
    const accessToken = await doings.token(user, request.scopes, expiresIn, challengeOf(request.claims));
    return answer({ success: true, ...tokenPart(user, request.scopes, accessToken, expiresIn) });
  };
  const decision = decide(request, situation, consented);
  try {
    switch (decision.kind) {
      case 'silence': return null;
      case 'refuse': return answer({ success: false, error: decision.error });
      case 'context': return answer({ success: true, initContext: {
        sdkName: 'contact-pane-sandbox', sdkVersion: '1.0.0', capabilities: { queryAccount: false },
        accountContext: accountOf(decision.user),
      } });
      case 'token': return await giveToken(decision.user, decision.expiresIn);
      case 'askConsent': {
        if (!(await doings.consent(decision.user, request.scopes))) return answer({ success: false, error: errors.cancel });
        for (const scope of request.scopes) consented.add(consentKey(decision.user, scope));
        return await giveToken(decision.user, anHour);
      }
    }
  } catch (trouble) {
    return answer({ success: false, error: { ...errors.transient, description: `The emulator gave no token: ${String(trouble)}` } });
  }
}

function accountOf(user: UserKey) {
  const { oid, tid } = users[user];
  return { homeAccountId: `${oid}.${tid}`, environment: 'login.microsoftonline.com', tenantId: tid };
}

function tokenPart(userKey: UserKey, scopes: readonly string[], accessToken: string, expiresIn: number) {
  const user = users[userKey];
  const idToken = unsignedJwt({
    aud: '00000000-0000-0000-0000-000000000000', iss: `https://login.microsoftonline.com/${user.tid}/v2.0`,
    oid: user.oid, sub: `sub-${user.oid}`, tid: user.tid, preferred_username: user.address, name: user.displayName,
    login_hint: user.address, ver: '2.0',
  });
  return {
    token: {
      access_token: accessToken, id_token: idToken, expires_in: expiresIn, scope: scopes.join(' '), properties: null,
      authority: `https://login.microsoftonline.com/${user.tid}`,
    },
    account: { ...accountOf(userKey), username: user.address, localAccountId: user.oid, name: user.displayName },
  };
}

/** MSAL reads the payload and checks neither signature nor nonce of an id token that comes through the bridge. */
function unsignedJwt(payload: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${part({ typ: 'JWT', alg: 'none' })}.${part(payload)}.${part('unsigned').slice(0, 8)}`;
}

/** MSAL always asks for a few claims of the id token; only claims of the access token answer a challenge of Graph. */
function challengeOf(claims: string | null): string | null {
  if (claims === null) return null;
  try {
    const value: unknown = JSON.parse(claims);
    return isRecord(value) && 'access_token' in value ? claims : null;
  } catch {
    return null;
  }
}
