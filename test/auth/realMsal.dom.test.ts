/** The real MSAL against a bridge of our own: what a host may answer, and what becomes of it. */
import { webcrypto } from 'node:crypto';
import { TextDecoder as NodeDecoder, TextEncoder as NodeEncoder } from 'node:util';
import { nestedAppTokens } from '#auth/nestedAppTokens';
import { failed } from '#domain/result';

type Request = { readonly method: string; readonly requestId: string; readonly tokenParams?: { readonly scope: string; readonly claims?: string } };
type BridgeWindow = { nestedAppAuthBridge?: unknown };

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const idToken = `${encoded({ alg: 'none' })}.${encoded({ oid: 'o', tid: 't', preferred_username: 'anna@contoso.example' })}.x`;
const granted = (scope: string) => ({
  success: true,
  token: { access_token: `for ${scope}`, id_token: idToken, expires_in: 3600, scope },
  account: { homeAccountId: 'o.t', environment: 'login.microsoftonline.com', tenantId: 't', username: 'anna@contoso.example', localAccountId: 'o' },
});
const refused = (status: string, code = '', description = '') => ({ success: false, error: { status, code, description } });

type Oddity = 'late' | 'doubled' | 'foreign' | 'silent';

function host(answer: (request: Request) => object, oddity?: Oddity): Request[] {
  const requests: Request[] = [];
  const listeners: ((text: string) => void)[] = [];
  (window as BridgeWindow).nestedAppAuthBridge = {
    addEventListener: (_type: string, listener: (text: string) => void) => listeners.push(listener),
    removeEventListener: () => undefined,
    postMessage: (text: string) => {
      const request = JSON.parse(text) as Request;
      requests.push(request);
      const reply = request.method === 'GetInitContext'
        ? { success: true, initContext: { sdkName: 'test', sdkVersion: '1', capabilities: {} } } : answer(request);
      const whole = (requestId = request.requestId) => JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...reply });
      const say = (text: string, ms = 0) => setTimeout(() => listeners.forEach((listener) => listener(text)), ms);
      const odd = request.method === 'GetToken' ? oddity : undefined;
      if (odd === 'silent') return;
      if (odd === 'foreign') say(whole('of-somebody-else'));
      say(whole(), odd === 'late' ? 400 : odd === 'foreign' ? 10 : 0);
      if (odd === 'doubled') say(whole(), 5);
    },
  };
  return requests;
}

const tokens = (silentMs = 3000) => nestedAppTokens({
  clientId: '11111111-1111-4111-8111-111111111111', authority: 'https://login.microsoftonline.com/common', isSupported: () => true, silentMs,
});

beforeAll(() => {
  // jsdom has no Web Crypto of its own.
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  Object.assign(globalThis, { TextEncoder: NodeEncoder, TextDecoder: NodeDecoder });
});
beforeEach(() => {
  sessionStorage.clear();
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  delete (window as BridgeWindow).nestedAppAuthBridge;
  jest.restoreAllMocks();
});

it('gets a token through the bridge, and the second one without asking the host', async () => {
  const requests = host(({ tokenParams }) => granted(tokenParams?.scope ?? ''));
  const source = tokens();
  expect(await source.silently(['Contacts.Read'])).toMatchObject({
    ok: true, value: { accessToken: 'for Contacts.Read', account: { homeAccountId: 'o.t', tenantId: 't', username: 'anna@contoso.example' } },
  });
  expect((await source.silently(['Contacts.Read'])).ok).toBe(true);
  expect(requests.map(({ method }) => method)).toEqual(['GetInitContext', 'GetToken']);
});

it('writes no token down anywhere', async () => {
  host(() => granted('MARKED'));
  expect(await tokens().silently(['Contacts.Read'])).toMatchObject({ ok: true, value: { accessToken: 'for MARKED' } });
  for (const storage of [sessionStorage, localStorage]) expect(JSON.stringify({ ...storage })).not.toContain('MARKED');
  expect(document.cookie).not.toContain('MARKED');
});

it.each(['doubled', 'foreign'] as const)('is not led astray by an answer that is %s', async (oddity) => {
  host(({ tokenParams }) => granted(tokenParams?.scope ?? ''), oddity);
  expect(await tokens().silently(['Contacts.Read'])).toMatchObject({ ok: true, value: { accessToken: 'for Contacts.Read' } });
});

it.each(['late', 'silent'] as const)('ends by its own clock when the answer is %s, and asks anew', async (oddity) => {
  const requests = host(({ tokenParams }) => granted(tokenParams?.scope ?? ''), oddity);
  const source = tokens(100);
  expect(await source.silently(['Contacts.Read'])).toEqual(failed({ kind: 'noAnswer', from: 'signIn' }));
  await new Promise((resolve) => setTimeout(resolve, 400));
  await source.silently(['Contacts.Read']);
  expect(requests.filter(({ method }) => method === 'GetToken').length).toBeLessThanOrEqual(2);
});

it('passes a claims challenge on for a token that the cache holds', async () => {
  const requests = host(({ tokenParams }) => granted(tokenParams?.scope ?? ''));
  const source = tokens();
  await source.silently(['Contacts.Read']);
  await source.silently(['Contacts.Read'], { claims: '{"access_token":{"nbf":{"essential":true,"value":"7"}}}' });
  expect(JSON.parse(requests[2]?.tokenParams?.claims ?? '{}')).toMatchObject({ access_token: { nbf: { essential: true, value: '7' }, xms_cc: { values: ['CP1'] } } });
});

it('asks the host past the cache when told to, and after everything was forgotten', async () => {
  const requests = host(({ tokenParams }) => granted(tokenParams?.scope ?? ''));
  const source = tokens();
  await source.silently(['Contacts.Read']);
  await source.silently(['Contacts.Read'], { forceRefresh: true });
  await source.silently(['Contacts.Read'], { claims: '{"access_token":{"nbf":{"essential":true}}}' });
  source.forget();
  await source.silently(['Contacts.Read']);
  expect(requests.filter(({ method }) => method === 'GetToken')).toHaveLength(4);
  expect(requests[3]?.tokenParams?.claims).toContain('"nbf"');
  expect(requests[1]?.tokenParams?.claims).toContain('CP1');
});

it.each([
  ['USER_INTERACTION_REQUIRED', 'interaction_required', { kind: 'signInNeeded', scopes: ['Contacts.Read'] }],
  ['USER_CANCEL', '', { kind: 'signInCancelled', scopes: ['Contacts.Read'] }],
  ['NO_NETWORK', '', { kind: 'offline' }],
  ['TRANSIENT_ERROR', 'temporarily_unavailable', { kind: 'offline' }],
  ['PERSISTENT_ERROR', '', { kind: 'signInUnsupported' }],
  ['SOMETHING_NEW', 'of_tomorrow', { kind: 'signInFailed', code: 'of_tomorrow' }],
  ['PERSISTENT_ERROR', 'broken', { kind: 'signInFailed', code: 'broken' }],
  ['DISABLED', '', { kind: 'signInUnsupported' }],
  ['ACCOUNT_UNAVAILABLE', '', { kind: 'signInUnsupported' }],
  ['NESTED_APP_AUTH_UNAVAILABLE', '', { kind: 'signInUnsupported' }],
])('reads the host\'s %s', async (status, code, problem) => {
  host(() => refused(status, code));
  expect(await tokens().silently(['Contacts.Read'])).toEqual(failed(problem));
});

it('tells of an administrator who has to agree', async () => {
  host(() => refused('USER_INTERACTION_REQUIRED', 'invalid_grant', 'AADSTS90094: The grant requires admin permission.'));
  expect(await tokens().byClick(['Contacts.Read'])).toEqual(failed({ kind: 'adminConsentNeeded' }));
});

it('notices that there is no bridge', async () => {
  expect(await tokens().silently(['Contacts.Read'])).toEqual(failed({ kind: 'signInUnsupported' }));
});
