import fc from 'fast-check';
import { signInProblem } from '#auth/signInProblem';

const scopes = ['Contacts.Read'];
const error = (name: string, errorCode: string, errorMessage = '') => Object.assign(new Error(errorMessage), { name, errorCode, errorMessage });

it.each([
  [error('InteractionRequiredAuthError', 'interaction_required'), { kind: 'signInNeeded', scopes }],
  [error('InteractionRequiredAuthError', 'invalid_grant', 'AADSTS65001: The user or administrator has not consented.'), { kind: 'signInNeeded', scopes }],
  [error('InteractionRequiredAuthError', 'invalid_grant', 'AADSTS65001: Consent is missing.'), { kind: 'signInNeeded', scopes }],
  [error('ServerError', 'x', 'AADSTS90094: An administrator must grant it.'), { kind: 'adminConsentNeeded' }],
  [error('ClientAuthError', 'user_canceled'), { kind: 'signInCancelled', scopes }],
  [error('ServerError', 'invalid', 'AADSTS65004: User declined to consent.'), { kind: 'signInCancelled', scopes }],
  [error('ClientAuthError', 'no_network_connectivity'), { kind: 'offline' }],
  [error('ClientConfigurationError', 'endpoints_resolution_error'), { kind: 'offline' }],
  [error('ClientAuthError', 'openid_config_error'), { kind: 'offline' }],
  [error('ServerError', 'temporarily_unavailable', 'TypeError: Failed to fetch'), { kind: 'offline' }],
  [error('ServerError', 'temporarily_unavailable', 'AADSTS90033: A transient error.'), { kind: 'signInFailed', code: 'AADSTS90033' }],
  [error('ClientAuthError', 'nested_app_auth_bridge_disabled'), { kind: 'signInUnsupported' }],
  [error('ClientAuthError', 'nested_app_auth_unavailable'), { kind: 'signInUnsupported' }],
  [error('ClientAuthError', 'no_account_found'), { kind: 'signInUnsupported' }],
  [error('BrowserAuthError', 'no_account_error'), { kind: 'signInUnsupported' }],
  [error('ServerError', 'untrusted_origin'), { kind: 'signInFailed', code: 'untrusted_origin' }],
  [error('ServerError', 'x', 'AADSTS53003: Blocked for anna@contoso.example.'), { kind: 'signInFailed', code: 'AADSTS53003' }],
  [error('ServerError', ''), { kind: 'signInUnsupported' }],
  [error('ServerError', '', 'AADSTS90033: A transient error.'), { kind: 'signInFailed', code: 'AADSTS90033' }],
  [error('ServerError', 'anna@contoso.example'), { kind: 'signInFailed', code: 'unknown' }],
  ['text', { kind: 'signInFailed', code: 'unknown' }],
  [undefined, { kind: 'signInFailed', code: 'unknown' }],
])('reads %p', (thrown, problem) => {
  expect(signInProblem(thrown, scopes, 'silent')).toEqual(problem);
});

it('does not ask for another click after a click', () => {
  expect(signInProblem(error('InteractionRequiredAuthError', 'login_required'), scopes, 'click')).toEqual({ kind: 'signInFailed', code: 'login_required' });
});

it('has a problem for whatever is thrown', () => {
  fc.assert(fc.property(fc.anything(), (thrown) => {
    expect(typeof signInProblem(thrown, scopes, 'silent').kind).toBe('string');
  }), { numRuns: 300 });
});
