import { session } from '#app/session';
import type { EitherTokens } from '#auth/eitherTokens';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';

const read = ['Contacts.Read'];

function setUp({ mailbox = 'anna@contoso.example', username = 'anna@contoso.example', remembered = {} as Record<string, unknown>, problem = null as Problem | null, offline = false } = {}) {
  const done: string[] = [];
  let account: { homeAccountId: string; tenantId: string; username: string } | null = null;
  const give = () => {
    if (problem !== null) return failed(problem);
    account = { homeAccountId: 'o.t', tenantId: 't', username };
    return ok({ accessToken: 'token', expiresOn: 1, account });
  };
  const tokens: EitherTokens = {
    way: () => 'outlook', account: () => account,
    silently: async () => give(),
    byClick: async (_scopes, how) => { done.push(how?.otherAccount ? 'choose' : 'ask'); return give(); },
    forget: () => { account = null; done.push('forget tokens'); },
  };
  const it = session({
    tokens, mailbox: () => mailbox,
    keepApart: async (key) => { done.push(`apart ${key}`); return ok(null); },
    remembered: { get: (name) => remembered[name], set: async (name, value) => { if (value === undefined) delete remembered[name]; else remembered[name] = value; return ok(null); } },
    forgetDevice: async () => { done.push('forget device'); return ok(undefined); },
    goOn: () => { done.push('go on'); },
    isOffline: () => offline,
  });
  return { it, done, remembered };
}

it('gives the token of whoever the mailbox belongs to, in any spelling', async () => {
  const { it, done } = setUp({ mailbox: 'ANNA@contoso.example ' });
  expect(await it.getToken(read)).toEqual(ok('token'));
  expect(done).toEqual(['apart t/o.t']);
  expect(it.state.get()).toMatchObject({ account: 'anna@contoso.example', signedOut: false });
});

it('uses no token of somebody else before the person has said that this is right', async () => {
  const { it, done, remembered } = setUp({ username: 'a.smith@contoso.example' });
  expect(await it.getToken(read)).toEqual(failed({ kind: 'wrongAccount' }));
  expect(done).toEqual([]);
  await it.keepAccount();
  expect(await it.getToken(read)).toEqual(ok('token'));
  expect(remembered).toEqual({ account: 't/o.t' });
});

it('asks that once: the answer is remembered, and holds for that account alone', async () => {
  expect(await setUp({ username: 'a@x.example', remembered: { account: 't/o.t' } }).it.getToken(read)).toEqual(ok('token'));
  expect(await setUp({ username: 'a@x.example', remembered: { account: 't/another' } }).it.getToken(read)).toEqual(failed({ kind: 'wrongAccount' }));
});

it('cannot compare what Outlook does not tell', async () => {
  expect((await setUp({ mailbox: '' }).it.getToken(read)).ok).toBe(true);
  expect((await setUp({ username: '' }).it.getToken(read)).ok).toBe(true);
});

it('does not blame the sign-in while there is no connection', async () => {
  const blamed: Problem = { kind: 'signInFailed', code: 'x' };
  expect(await setUp({ problem: blamed, offline: true }).it.getToken(read)).toEqual(failed({ kind: 'offline' }));
  expect(await setUp({ problem: { kind: 'noAnswer', from: 'signIn' }, offline: true }).it.signIn(read)).toEqual(failed({ kind: 'offline' }));
  expect(await setUp({ problem: blamed }).it.getToken(read)).toEqual(failed(blamed));
  expect(await setUp({ problem: { kind: 'signInNeeded', scopes: read }, offline: true }).it.getToken(read)).toEqual(failed({ kind: 'signInNeeded', scopes: read }));
});

it('goes on after a click, with another account when that was wished', async () => {
  const { it, done } = setUp();
  await it.signIn(read);
  await it.useAnotherAccount(read);
  expect(done.filter((one) => !one.startsWith('apart'))).toEqual(['ask', 'go on', 'choose', 'go on']);
});

it('does not go on when the window came to nothing', async () => {
  const { it, done } = setUp({ problem: { kind: 'signInCancelled', scopes: read } });
  expect((await it.signIn(read)).ok).toBe(false);
  expect(done).toEqual(['ask']);
});

it('signs out: everything goes, and nothing is asked for until the person signs in again', async () => {
  const { it, done, remembered } = setUp();
  await it.getToken(read);
  expect((await it.signOut()).ok).toBe(true);
  expect(done.slice(1)).toEqual(['forget tokens', 'forget device', 'go on']);
  expect(remembered).toEqual({ signedOut: true });
  expect(it.state.get()).toMatchObject({ account: null, signedOut: true });
  expect(await it.getToken(read)).toEqual(failed({ kind: 'signInNeeded', scopes: read }));
  await it.signIn(read);
  expect(remembered).toEqual({});
  expect(await it.getToken(read)).toEqual(ok('token'));
});
