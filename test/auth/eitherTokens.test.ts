import { eitherTokens } from '#auth/eitherTokens';
import type { Token, TokenHow, TokenSource } from '#auth/tokenSource';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';

const token = (accessToken: string): Token => ({ accessToken, expiresOn: 1, account: { homeAccountId: accessToken, tenantId: 't', username: accessToken } });
const read = ['Contacts.Read'];

function source(name: string, problem: () => Problem | null) {
  const asked: (TokenHow & { how: string })[] = [];
  const ask = (how: string) => async (_scopes: readonly string[], more: TokenHow = {}) => {
    asked.push({ how, ...more });
    const p = problem();
    return p === null ? ok(token(name)) : failed(p);
  };
  const it: TokenSource = { account: () => token(name).account, silently: ask('silent'), byClick: ask('click'), forget: () => { asked.push({ how: 'forget' }); } };
  return { it, asked };
}
const setUp = (outlookProblem: () => Problem | null, dialogs = true) => {
  const outlook = source('outlook', outlookProblem);
  const dialog = source('dialog', () => null);
  return { outlook, dialog, tokens: eitherTokens(outlook.it, dialog.it, () => dialogs) };
};

it('asks Outlook and leaves the dialog alone while that works', async () => {
  const { tokens, dialog } = setUp(() => null);
  expect(await tokens.silently(read)).toMatchObject({ value: { accessToken: 'outlook' } });
  expect(tokens.way()).toBe('outlook');
  expect(dialog.asked).toEqual([]);
});

it('turns to the dialog where Outlook cannot, and stays there', async () => {
  const { tokens, outlook } = setUp(() => ({ kind: 'signInUnsupported' }));
  expect(await tokens.silently(read)).toMatchObject({ value: { accessToken: 'dialog' } });
  await tokens.byClick(read);
  expect(outlook.asked).toHaveLength(1);
  expect(tokens.way()).toBe('window');
  expect(tokens.account()?.username).toBe('dialog');
});

it('says so where there is neither', async () => {
  const { tokens } = setUp(() => ({ kind: 'signInUnsupported' }), false);
  expect(await tokens.byClick(read)).toEqual(failed({ kind: 'signInUnsupported' }));
});

it('gives up on a bridge that is silent twice, not once', async () => {
  const { tokens } = setUp(() => ({ kind: 'noAnswer', from: 'signIn' }));
  expect(await tokens.silently(read)).toEqual(failed({ kind: 'noAnswer', from: 'signIn' }));
  expect(tokens.way()).toBe('outlook');
  expect((await tokens.silently(read)).ok).toBe(true);
  expect(tokens.way()).toBe('window');
});

it('does not take a person\'s no for a missing way', async () => {
  const { tokens } = setUp(() => ({ kind: 'signInCancelled', scopes: read }));
  expect((await tokens.byClick(read)).ok).toBe(false);
  expect(tokens.way()).toBe('outlook');
});

it('offers a choice of account in the dialog, since the bridge cannot', async () => {
  const { tokens, outlook, dialog } = setUp(() => null);
  await tokens.byClick(read, { otherAccount: true });
  expect(outlook.asked).toEqual([]);
  expect(dialog.asked).toEqual([{ how: 'click', otherAccount: true }]);
  expect(tokens.way()).toBe('window');
});

it('forgets both', () => {
  const { tokens, outlook, dialog } = setUp(() => null);
  tokens.forget();
  expect([outlook.asked, dialog.asked]).toEqual([[{ how: 'forget' }], [{ how: 'forget' }]]);
});
