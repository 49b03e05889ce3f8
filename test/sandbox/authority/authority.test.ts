import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createAuthority } from '../../../src/sandbox/authority/authority.ts';

const origin = 'https://localhost:3000';
const redirect = `${origin}/pane/signin.html`;
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const whole = {
  client_id: 'the-pane', redirect_uri: redirect, response_type: 'code', response_mode: 'fragment', scope: 'openid profile offline_access https://graph.microsoft.com/Contacts.Read',
  state: 's', nonce: 'n', code_challenge: challenge, code_challenge_method: 'S256',
};
const code200 = { grant_type: 'authorization_code', client_id: 'the-pane', redirect_uri: redirect, code_verifier: verifier, scope: 'openid Contacts.Read' };

function setUp() {
  let now = 1_000_000_000_000;
  const asked: unknown[] = [];
  const authority = createAuthority({
    origin: () => origin, clientId: 'the-pane', redirectUris: () => [redirect], now: () => now,
    accessToken: async (...about) => { asked.push(about); return `token ${asked.length}`; },
  });
  let cookie: string | undefined;
  const authorize = async (query: Record<string, string>, form: Record<string, string> | null = null) => {
    const reply = await authority.answer({
      method: form === null ? 'GET' : 'POST', target: `/common/oauth2/v2.0/authorize?${new URLSearchParams(query)}`, headers: { cookie }, body: new URLSearchParams(form ?? {}).toString(),
    });
    cookie = /^[^;]+/.exec(reply.headers['Set-Cookie'] ?? '')?.[0] ?? cookie;
    const place = reply.headers.Location;
    return { ...reply, answer: place === undefined ? null : new URLSearchParams(new URL(place).hash.slice(1)) };
  };
  const redeem = async (form: Record<string, string>, from = origin) => {
    const reply = await authority.answer({
      method: 'POST', target: '/common/oauth2/v2.0/token', headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }, body: new URLSearchParams(form).toString(),
    });
    return { status: reply.status, body: JSON.parse(reply.body) as Record<string, string> };
  };
  const code = async (query = {}) => (await authorize({ ...whole, ...query }, { account: 'adele', do: 'accept' })).answer?.get('code') ?? '';
  return { authority, authorize, redeem, code, asked, pass: (ms: number) => { now += ms; } };
}

it('asks who one is, then whether one agrees, and only then gives a code', async () => {
  const { authorize } = setUp();
  expect((await authorize(whole)).body).toContain('Pick an account');
  expect((await authorize(whole, { account: 'adele' })).body).toContain('Permissions requested');
  const { status, answer } = await authorize(whole, { account: 'adele', do: 'accept' });
  expect(status).toBe(303);
  expect(answer?.get('state')).toBe('s');
  // The second time there is nothing to ask, until more is wanted.
  expect((await authorize(whole)).answer?.get('code')).toBeTruthy();
  expect((await authorize({ ...whole, scope: `${whole.scope} Contacts.ReadWrite` })).body).toContain('Permissions requested');
  expect((await authorize({ ...whole, prompt: 'select_account' })).body).toContain('Pick an account');
});

it.each([
  [{ client_id: 'another' }, 'AADSTS700016'], [{ redirect_uri: `${redirect}?x` }, 'AADSTS50011'], [{ redirect_uri: 'https://elsewhere.test/' }, 'AADSTS50011'],
])('does not answer an application it does not know: %p', async (change, error) => {
  const { authorize } = setUp();
  const { status, body, answer } = await authorize({ ...whole, ...change });
  expect([status, answer]).toEqual([400, null]);
  expect(body).toContain(error);
});

it.each([
  [{ response_type: 'token' }, 'AADSTS700054'], [{ code_challenge_method: 'plain' }, 'AADSTS9002325'], [{ code_challenge: 'short' }, 'AADSTS9002325'],
  [{ scope: 'openid profile' }, 'AADSTS70011'], [{ nonce: '' }, 'AADSTS90014'],
])('refuses a request that is not as it should be: %p', async (change, error) => {
  const { authorize } = setUp();
  expect((await authorize({ ...whole, ...change })).answer?.get('error_description')).toContain(error);
});

it('cuts the tie to the opener unless the application vouches for it', async () => {
  const { authorize } = setUp();
  expect((await authorize(whole)).headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
  expect((await authorize({ ...whole, pocd: '1' })).headers['Cross-Origin-Opener-Policy']).toBeUndefined();
});

it('gives an access token for the code, an id token that is signed, and a way to renew', async () => {
  const { authority, redeem, code, asked } = setUp();
  const { status, body } = await redeem({ ...code200, code: await code() });
  expect(status).toBe(200);
  expect(body).toMatchObject({ access_token: 'token 1', token_type: 'Bearer', scope: 'Contacts.Read', expires_in: 3600 });
  expect(asked).toEqual([['adele', ['Contacts.Read'], 3600, null]]);
  const [head, payload, signature] = (body.id_token ?? '').split('.') as [string, string, string];
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ aud: 'the-pane', nonce: 'n', preferred_username: 'adele@contoso.example' });
  const { body: keys } = await authority.answer({ method: 'GET', target: '/common/discovery/v2.0/keys', headers: {}, body: '' });
  const key = createPublicKey({ format: 'jwk', key: (JSON.parse(keys) as { keys: object[] }).keys[0] as never });
  expect(verify('RSA-SHA256', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);

  const renewed = await redeem({ grant_type: 'refresh_token', client_id: 'the-pane', refresh_token: body.refresh_token ?? '', scope: 'Contacts.Read' });
  expect(renewed.body.access_token).toBe('token 2');
  const again = await redeem({ grant_type: 'refresh_token', client_id: 'the-pane', refresh_token: body.refresh_token ?? '' });
  expect(again.body.error).toBe('invalid_grant');
});

it('takes a code once, in time, with its verifier, from the page it is registered with', async () => {
  const { redeem, code, pass } = setUp();
  const one = await code();
  expect((await redeem({ ...code200, code: one }, 'https://elsewhere.test')).body.error_description).toContain('AADSTS9002327');
  expect((await redeem({ ...code200, code: one })).status).toBe(200);
  expect((await redeem({ ...code200, code: one })).body.error_description).toContain('AADSTS54005');
  const other = await code();
  expect((await redeem({ ...code200, code: other, code_verifier: randomBytes(32).toString('base64url') })).body.error_description).toContain('AADSTS501481');
  // The right verifier comes too late: a code is good for one try.
  expect((await redeem({ ...code200, code: other })).body.error_description).toContain('AADSTS54005');
  const late = await code();
  pass(61_000);
  expect((await redeem({ ...code200, code: late })).body.error_description).toContain('AADSTS70008');
});

it('answers a claims challenge with a token that was made for it', async () => {
  const { redeem, code, asked } = setUp();
  const claims = '{"access_token":{"xms_cc":{"values":["CP1"]},"nbf":{"essential":true,"value":"1"}}}';
  await redeem({ ...code200, code: await code({ claims }) });
  await redeem({ ...code200, code: await code({ claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' }) });
  expect(asked.map((about) => (about as unknown[])[3])).toEqual([claims, null]);
});

it('lets a person decline, and an administrator be needed', async () => {
  const { authorize } = setUp();
  expect((await authorize(whole, { account: 'adele', do: 'cancel' })).answer?.get('error_description')).toContain('AADSTS65004');
  expect((await authorize(whole, { account: 'adele', do: 'admin' })).answer?.get('error_description')).toContain('AADSTS90094');
});

it('keeps work accounts and personal ones apart where the address says so', async () => {
  const { authority } = setUp();
  const reply = await authority.answer({ method: 'POST', target: `/organizations/oauth2/v2.0/authorize?${new URLSearchParams(whole)}`, headers: {}, body: 'account=pat' });
  expect(reply.body).toContain('AADSTS50020');
  expect(authority.owns('/common/oauth2/v2.0/token')).toBe(true);
  expect(authority.owns('/pane/taskpane.html')).toBe(false);
});
