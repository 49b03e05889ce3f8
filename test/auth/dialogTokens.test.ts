import type { OpenDialog } from '#auth/dialogTokens';
import { dialogTokens } from '#auth/dialogTokens';
import { readAnswer, readWish } from '#auth/dialogMessage';
import { failed, ok } from '#domain/result';
import fc from 'fast-check';

const read = ['Contacts.Read'];
const write = ['Contacts.ReadWrite'];
const account = { homeAccountId: 'o.t', tenantId: 't', username: 'anna@contoso.example' };
const hour = 3_600_000;
type Asked = { readonly url: string; readonly signal: AbortSignal };

/** A dialog whose page answers with a token at once, unless told otherwise. */
function dialogs(answer: (asked: Asked, at: number) => ReturnType<OpenDialog> | undefined = () => undefined, { isSupported = true, lives = hour } = {}) {
  const asked: Asked[] = [];
  const source = dialogTokens({
    page: 'https://pane.test/signin.html', isSupported: () => isSupported,
    open: (url, { signal }) => {
      asked.push({ url, signal });
      return answer({ url, signal }, asked.length - 1) ?? Promise.resolve(ok({
        kind: 'message', value: { kind: 'token', id: readWish(url)?.id, accessToken: `token ${asked.length}`, expiresOn: Date.now() + lives, account },
      }));
    },
  });
  return { source, asked };
}

it('never opens a window by itself, and keeps what a click brought', async () => {
  const { source, asked } = dialogs();
  expect(await source.silently(read)).toEqual(failed({ kind: 'signInNeeded', scopes: read }));
  expect(await source.byClick(read)).toMatchObject({ ok: true, value: { accessToken: 'token 1' } });
  expect(await source.silently(read)).toMatchObject({ ok: true, value: { accessToken: 'token 1' } });
  expect(source.account()).toEqual(account);
  expect(asked).toHaveLength(1);
});

it('names nobody in the address of the page, and says what is wanted', async () => {
  const { source, asked } = dialogs();
  await source.byClick(read, { claims: '{"access_token":{}}', otherAccount: true });
  expect(readWish(asked[0]?.url ?? '')).toMatchObject({ scopes: read, claims: '{"access_token":{}}', otherAccount: true });
  expect([...new URL(asked[0]?.url ?? '').searchParams.keys()].sort()).toEqual(['account', 'claims', 'id', 'scopes']);
});

it('asks for what was allowed before as well, so that one token is good for all', async () => {
  const { source, asked } = dialogs();
  await source.byClick(read);
  expect((await source.silently(write)).ok).toBe(false);
  await source.byClick(write);
  expect(readWish(asked[1]?.url ?? '')?.scopes).toEqual([...write, ...read]);
  expect(await source.silently(read)).toMatchObject({ value: { accessToken: 'token 2' } });
});

it('reads with a token that may write', async () => {
  const { source } = dialogs();
  await source.byClick(write);
  expect((await source.silently(read)).ok).toBe(true);
  expect((await source.silently(['Contacts.Read.Shared'])).ok).toBe(false);
});

it('asks for a click again when the token is about to end, or Graph does not take it', async () => {
  const short = dialogs(undefined, { lives: 299_000 });
  await short.source.byClick(read);
  expect(await short.source.silently(read)).toEqual(failed({ kind: 'signInNeeded', scopes: read }));

  const { source, asked } = dialogs();
  await source.byClick(read);
  expect(await source.silently(read, { claims: '{"wanted":1}' })).toEqual(failed({ kind: 'signInNeeded', scopes: read }));
  expect(await source.silently(read)).toEqual(failed({ kind: 'signInNeeded', scopes: read }));
  await source.byClick(read);
  expect(readWish(asked[1]?.url ?? '')?.claims).toBe('{"wanted":1}');
  expect((await source.silently(read)).ok).toBe(true);
});

it.each([
  ['12006', ok({ kind: 'closed' } as const), { kind: 'signInWindow', why: 'closed', code: '12006', scopes: read }],
  ['12007', failed({ kind: 'refused', code: '12007', message: '' } as const), { kind: 'signInWindow', why: 'another', code: '12007', scopes: read }],
  ['12009', failed({ kind: 'refused', code: '12009', message: '' } as const), { kind: 'signInWindow', why: 'notAllowed', code: '12009', scopes: read }],
  ['12011', failed({ kind: 'refused', code: '12011', message: '' } as const), { kind: 'signInWindow', why: 'blocked', code: '12011', scopes: read }],
  ['12002', failed({ kind: 'refused', code: '12002', message: '' } as const), { kind: 'signInWindow', why: 'failed', code: '12002', scopes: read }],
  ['the clock', failed({ kind: 'noAnswer', from: 'outlook' } as const), { kind: 'noAnswer', from: 'signIn' }],
])('has a problem for %s', async (_name, end, problem) => {
  expect(await dialogs(() => Promise.resolve(end)).source.byClick(read)).toEqual(failed(problem));
});

it.each([
  [{ kind: 'token', id: 'of another window', accessToken: 'x', expiresOn: 1, account }, { kind: 'signInFailed', code: 'dialog_answer' }],
  [{ kind: 'token' }, { kind: 'signInFailed', code: 'dialog_answer' }],
  ['text', { kind: 'signInFailed', code: 'dialog_answer' }],
  [{ kind: 'problem', problem: { kind: 'signInCancelled', scopes: ['x'] } }, { kind: 'signInCancelled', scopes: read }],
  [{ kind: 'problem', problem: { kind: 'adminConsentNeeded' } }, { kind: 'adminConsentNeeded' }],
  [{ kind: 'problem', problem: { kind: 'gone' } }, { kind: 'signInFailed', code: 'unknown' }],
  [{ kind: 'problem', problem: { kind: 'signInFailed', code: 'anna@contoso.example' } }, { kind: 'signInFailed', code: 'unknown' }],
])('trusts no message: %p', async (value, problem) => {
  const { source } = dialogs(() => Promise.resolve(ok({ kind: 'message', value } as const)));
  expect(await source.byClick(read)).toEqual(failed(problem));
  expect((await source.silently(read)).ok).toBe(false);
});

it('is one window for two clicks that want the same, and closes the old one for another wish', async () => {
  const { source, asked } = dialogs((_asked, at) => (at === 0 ? new Promise(() => undefined) : undefined));
  const [first] = [source.byClick(read), source.byClick(read)];
  expect(asked).toHaveLength(1);
  expect((await source.byClick(write)).ok).toBe(true);
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(await Promise.race([first, Promise.resolve('still waiting')])).toBe('still waiting');
});

it('closes the window of a caller who gives up', async () => {
  const { source, asked } = dialogs(() => new Promise(() => undefined));
  const stop = new AbortController();
  const waiting = source.byClick(read, { signal: stop.signal });
  stop.abort();
  expect(await waiting).toEqual(failed({ kind: 'abandoned' }));
  expect(asked[0]?.signal.aborted).toBe(true);
});

it('forgets the token, and an answer that is still on its way', async () => {
  let answer = (): void => undefined;
  const { source } = dialogs(({ url }, at) => (at === 0 ? undefined : new Promise((resolve) => {
    answer = () => resolve(ok({ kind: 'message', value: { kind: 'token', id: readWish(url)?.id, accessToken: 'late', expiresOn: Date.now() + hour, account } }));
  })));
  await source.byClick(read);
  const late = source.byClick(write);
  source.forget();
  answer();
  expect(await late).toEqual(failed({ kind: 'abandoned' }));
  expect(source.account()).toBeNull();
  expect((await source.silently(read)).ok).toBe(false);
});

it('says so where there are no dialogs', async () => {
  const { source, asked } = dialogs(undefined, { isSupported: false });
  expect(await source.silently(read)).toEqual(failed({ kind: 'signInUnsupported' }));
  expect(await source.byClick(read)).toEqual(failed({ kind: 'signInUnsupported' }));
  expect(asked).toEqual([]);
});

it('reads any message without stumbling', () => {
  fc.assert(fc.property(fc.anything(), (value) => {
    const answer = readAnswer(value, read);
    expect(answer === null || answer.kind === 'token' || answer.kind === 'problem').toBe(true);
  }), { numRuns: 500 });
});
