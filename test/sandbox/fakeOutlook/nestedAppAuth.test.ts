import { answerAuthRequest, decide, readAuthRequest, type AuthRequest } from '../../../src/sandbox/fakeOutlook/page/nestedAppAuth.ts';
import { withoutTokens } from '../../../src/sandbox/fakeOutlook/page/messageLog.ts';
import { defaultSituation, type Situation } from '../../../src/sandbox/fakeOutlook/page/situation.ts';

const request = (method: string): AuthRequest => ({ method, requestId: 'r1', scopes: ['Contacts.Read'], claims: null });
const at = (signin: Situation['signin'], part: Partial<Situation> = {}): Situation => ({ ...defaultSituation, signin, ...part });
const doings = { token: async () => 'access', consent: async () => true };

describe("the host's half of nested sign-in", () => {
  it('knows its own requests and leaves the others alone', () => {
    expect(readAuthRequest('{"messageType":"NestedAppAuthRequest","method":"GetToken","requestId":"1","tokenParams":{"scope":"A B","claims":"{}"}}'))
      .toEqual({ method: 'GetToken', requestId: '1', scopes: ['A', 'B'], claims: '{}' });
    for (const other of ['{"_messageType":0}', 'no json', '[]', 'null', 7, undefined]) expect(readAuthRequest(other)).toBeNull();
  });

  it('lets nobody at the screen agree to what an administrator has to', () => {
    const groups: AuthRequest = { ...request('GetTokenPopup'), scopes: ['https://graph.microsoft.com/GroupMember.Read.All'] };
    expect(decide(groups, at('consent'), new Set())).toMatchObject({ kind: 'refuse', error: { code: 'consent_required' } });
    expect(decide({ ...groups, scopes: ['Mail.ReadBasic'] }, at('consent'), new Set())).toMatchObject({ kind: 'askConsent' });
    expect(decide(groups, at('normal'), new Set())).toMatchObject({ kind: 'token' });
  });

  it('gives a token with an id token that says who it is', async () => {
    const answer = await answerAuthRequest(request('GetToken'), at('normal'), new Set(), doings);
    expect(answer).toMatchObject({
      messageType: 'NestedAppAuthResponse', requestId: 'r1', success: true,
      token: { access_token: 'access', expires_in: 3600, scope: 'Contacts.Read' },
      account: { username: 'adele@contoso.example', environment: 'login.microsoftonline.com' },
    });
    const { id_token: idToken } = (answer as unknown as { token: { id_token: string } }).token;
    const parts = idToken.split('.');
    expect(parts).toHaveLength(3);
    expect(JSON.parse(Buffer.from(parts[1]!, 'base64url').toString())).toMatchObject({ preferred_username: 'adele@contoso.example', name: 'Adele Vance' });
  });

  it('asks for consent in a window only, and remembers it', async () => {
    const consented = new Set<string>();
    expect(await answerAuthRequest(request('GetToken'), at('consent'), consented, doings)).toMatchObject({ error: { status: 'USER_INTERACTION_REQUIRED' } });
    expect(await answerAuthRequest(request('GetTokenPopup'), at('consent'), consented, { ...doings, consent: async () => false }))
      .toMatchObject({ error: { status: 'USER_CANCEL' } });
    expect(await answerAuthRequest(request('GetTokenPopup'), at('consent'), consented, doings)).toMatchObject({ success: true });
    expect(await answerAuthRequest(request('GetToken'), at('consent'), consented, doings)).toMatchObject({ success: true });
    expect(decide({ ...request('GetToken'), scopes: ['Contacts.ReadWrite'] }, at('consent'), consented)).toMatchObject({ kind: 'refuse' });
  });

  it.each([
    ['refused', 'GetTokenPopup', 'USER_CANCEL'], ['admin', 'GetTokenPopup', 'PERSISTENT_ERROR'], ['account', 'GetToken', 'ACCOUNT_UNAVAILABLE'],
    ['offline', 'GetToken', 'NO_NETWORK'], ['disabled', 'GetToken', 'DISABLED'], ['transient', 'GetToken', 'TRANSIENT_ERROR'],
  ] as const)('in situation %s answers %s with %s', (signin, method, status) => {
    expect(decide(request(method), at(signin), new Set())).toMatchObject({ kind: 'refuse', error: { status } });
  });

  it('can stay silent, about tokens or altogether', () => {
    expect(decide(request('GetToken'), at('never'), new Set())).toEqual({ kind: 'silence' });
    expect(decide(request('GetInitContext'), at('never'), new Set())).toMatchObject({ kind: 'context' });
    expect(decide(request('GetInitContext'), at('silent'), new Set())).toEqual({ kind: 'silence' });
  });

  it('can give somebody else\'s account, and tokens that hardly last', () => {
    expect(decide(request('GetToken'), at('second'), new Set())).toMatchObject({ user: 'henrietta' });
    expect(decide(request('GetToken'), at('short'), new Set())).toMatchObject({ expiresIn: 302 });
  });

  it('has no network when the connection is cut', () => {
    expect(decide(request('GetToken'), at('normal', { connection: 'offline' }), new Set())).toMatchObject({ error: { status: 'NO_NETWORK' } });
  });

  it('turns a failing emulator into an answer', async () => {
    const failing = { ...doings, token: () => Promise.reject(new Error('down')) };
    expect(await answerAuthRequest(request('GetToken'), at('normal'), new Set(), failing))
      .toMatchObject({ success: false, error: { status: 'TRANSIENT_ERROR' } });
  });

  it('passes on claims that answer a challenge, not those MSAL always sends', async () => {
    const seen: (string | null)[] = [];
    const noting = { ...doings, token: async (_user: string, _scopes: unknown, _time: number, claims: string | null) => { seen.push(claims); return 't'; } };
    const usual = '{"id_token":{"login_hint":{"essential":false}}}';
    const challenge = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    for (const claims of [null, usual, challenge]) await answerAuthRequest({ ...request('GetToken'), claims }, at('normal'), new Set(), noting);
    expect(seen).toEqual([null, null, challenge]);
  });

  it('leaves no token in the log', async () => {
    const text = withoutTokens(await answerAuthRequest(request('GetToken'), at('normal'), new Set(), { ...doings, token: async () => 'secret-token-text' }));
    expect(text).not.toContain('secret-token-text');
    expect(text).not.toMatch(/eyJ/);
  });
});
