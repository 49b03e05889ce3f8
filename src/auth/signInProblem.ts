import type { Problem } from '#domain/problem';

/** How the failed attempt was made: after a click there is no point in asking for another one. */
export type Attempt = 'silent' | 'click';

const cancelled = new Set(['user_canceled', 'user_cancelled', 'access_denied', 'consent_declined']);
const offline = new Set([
  'no_network_connectivity', 'no_network', 'network_error', 'post_request_failed', 'get_request_failed', 'endpoints_resolution_error', 'openid_config_error',
]);
/** So a host says that it did not reach Microsoft; with a number of Entra's it did, and the trouble is there. */
const notReached = 'temporarily_unavailable';
/** The host's bridge is missing, switched off, or has no account to offer. */
const unsupported = new Set([
  'nested_app_auth_bridge_disabled', 'nested_app_auth_unavailable', 'no_account_found', 'no_account_error',
  'unsupported_method', 'native_account_unavailable',
]);

/**
 * Entra's numbers for "only an administrator may agree". 65001 says that nobody has agreed so far, the user or an
 * administrator; only when it comes back after the user was asked is the administrator the one who has to.
 */
const adminOnly = /AADSTS(90093|90094|900941|900943)\b/;
const consentMissing = /AADSTS65001\b/;
const userDeclined = /AADSTS65004\b/;

/**
 * What MSAL throws as a problem of ours. Decided by names and codes, not by class: the library comes in a chunk of
 * its own, and a class from another copy is another class. Nothing of the error but a code goes on, since its text
 * may name the account. (`@azure/msal-browser`, docs/errors.md; Microsoft Entra authentication and authorization
 * error codes)
 */
export function signInProblem(error: unknown, scopes: readonly string[], attempt: Attempt): Problem {
  const name = textOf(error, 'name');
  const code = textOf(error, 'errorCode');
  const said = `${textOf(error, 'errorMessage')} ${textOf(error, 'message')} ${textOf(error, 'subError')}`;

  if (adminOnly.test(said) || (consentMissing.test(said) && attempt === 'click')) return { kind: 'adminConsentNeeded' };
  if (cancelled.has(code) || userDeclined.test(said)) return { kind: 'signInCancelled', scopes };
  if (offline.has(code) || (code === notReached && !/AADSTS\d/.test(said))) return { kind: 'offline' };
  if (unsupported.has(code)) return { kind: 'signInUnsupported' };
  // Outlook for Mac is known to fail without a word (OfficeDev/office-js#6691): another way of signing in may do.
  if (name === 'ServerError' && code === '' && !/AADSTS\d/.test(said)) return { kind: 'signInUnsupported' };
  if (name === 'InteractionRequiredAuthError' && attempt === 'silent') return { kind: 'signInNeeded', scopes };
  return { kind: 'signInFailed', code: supportCode(said, code) };
}

/** True for trouble on the host's side that often passes by itself; MSAL does not tell it from the lasting kind. */
export const isServerError = (error: unknown): boolean => textOf(error, 'name') === 'ServerError';

/** Entra's number when there is one, since that is what an administrator can look up. */
function supportCode(said: string, code: string): string {
  const number = /AADSTS\d+/.exec(said)?.[0];
  if (number !== undefined) return number;
  return /^[\w.-]{1,64}$/.test(code) ? code : 'unknown';
}

function textOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return '';
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
