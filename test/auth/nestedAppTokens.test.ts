import type { Msal } from '#auth/nestedAppTokens';
import { nestedAppTokens } from '#auth/nestedAppTokens';
import { failed } from '#domain/result';

type Asked = { readonly how: 'silent' | 'popup'; readonly request: Record<string, unknown> };
const account = { homeAccountId: 'h', tenantId: 't', username: 'anna@contoso.example', environment: 'e', localAccountId: 'l' };
const granted = (accessToken = 'token') => ({ accessToken, expiresOn: new Date(5000), account, idToken: 'not ours to keep' });
const never = new Promise<never>(() => undefined);
const thrown = (name: string, errorCode: string) => Object.assign(new Error(), { name, errorCode });

/** MSAL as the host lets it be: `answer` stands for the host. */
function fakeMsal(answer: (asked: Asked, at: number) => unknown, { bridge = true, start = Promise.resolve() as Promise<unknown> } = {}) {
  const asked: Asked[] = [];
  const configurations: unknown[] = [];
  const ask = (how: Asked['how']) => async (request: Record<string, unknown>) => {
    asked.push({ how, request });
    return answer({ how, request }, asked.length - 1);
  };
  const client = { acquireTokenSilent: ask('silent'), acquireTokenPopup: ask('popup') };
  const msal = {
    LogLevel: { Warning: 1 },
    PublicClientApplication: function PublicClientApplication() { return client; },
    createNestablePublicClientApplication: async (configuration: unknown, _id: unknown, factory: (c: unknown, controller: unknown) => unknown) => {
      configurations.push(configuration);
      await start;
      return bridge ? factory(configuration, {}) : client;
    },
  };
  return { asked, configurations, load: async () => msal as unknown as Msal };
}

const source = (msal: ReturnType<typeof fakeMsal>, more: { isSupported?: () => boolean; startMs?: number; silentMs?: number } = {}) =>
  nestedAppTokens({ clientId: 'client', isSupported: () => true, loadMsal: msal.load, startMs: 20, silentMs: 20, ...more });

const read = ['Contacts.Read'];

it('gives the token, when it ends and whose it is, and nothing more', async () => {
  const msal = fakeMsal(() => granted());
  const tokens = source(msal);
  expect(tokens.account()).toBeNull();
  expect(await tokens.silently(read)).toEqual({
    ok: true, value: { accessToken: 'token', expiresOn: 5000, account: { homeAccountId: 'h', tenantId: 't', username: 'anna@contoso.example' } },
  });
  expect(tokens.account()).toEqual({ homeAccountId: 'h', tenantId: 't', username: 'anna@contoso.example' });
  expect(msal.configurations).toEqual([{
    auth: { clientId: 'client', clientCapabilities: ['CP1'] }, cache: { cacheLocation: 'memoryStorage' },
    system: { loggerOptions: { logLevel: 1, piiLoggingEnabled: false } },
  }]);
});

it('asks the host once for three calls that want the same scopes in any order', async () => {
  const msal = fakeMsal(() => granted());
  const tokens = source(msal);
  await Promise.all([tokens.silently(['A', 'B']), tokens.silently(['B', 'A']), tokens.silently(['a', 'b'])]);
  await tokens.silently(['C']);
  expect(msal.asked).toHaveLength(2);
  expect(msal.configurations).toHaveLength(1);
});

it('passes claims on, past the cache', async () => {
  const msal = fakeMsal(() => granted());
  await source(msal).silently(read, { claims: '{}' });
  await source(msal).byClick(read, { claims: '{}' });
  expect(msal.asked).toEqual([
    { how: 'silent', request: { scopes: read, claims: '{}', forceRefresh: true } },
    { how: 'popup', request: { scopes: read, claims: '{}' } },
  ]);
});

it('opens a window only by click', async () => {
  const msal = fakeMsal(({ how }) => {
    if (how === 'silent') throw thrown('InteractionRequiredAuthError', 'interaction_required');
    return granted();
  });
  const tokens = source(msal);
  expect(await tokens.silently(read)).toEqual(failed({ kind: 'signInNeeded', scopes: read }));
  expect((await tokens.byClick(read)).ok).toBe(true);
  expect(msal.asked.map(({ how }) => how)).toEqual(['silent', 'popup']);
});

it('remembers for the click what Graph wants of the new token', async () => {
  const msal = fakeMsal(({ how }) => {
    if (how === 'silent') throw thrown('InteractionRequiredAuthError', 'interaction_required');
    return granted();
  });
  const tokens = source(msal);
  await tokens.silently(read, { claims: '{"wanted":1}' });
  await tokens.byClick(read);
  await tokens.byClick(read);
  expect(msal.asked.map(({ request }) => request.claims)).toEqual(['{"wanted":1}', '{"wanted":1}', undefined]);
});

it('notices that MSAL handed out its ordinary client for want of a bridge', async () => {
  const msal = fakeMsal(() => granted(), { bridge: false });
  expect(await source(msal).silently(read)).toEqual(failed({ kind: 'signInUnsupported' }));
  expect(msal.asked).toEqual([]);
});

it('does not even load MSAL where the host has no nested authentication', async () => {
  const load = jest.fn();
  const tokens = nestedAppTokens({ clientId: 'c', isSupported: () => false, loadMsal: load });
  expect(await tokens.silently(read)).toEqual(failed({ kind: 'signInUnsupported' }));
  expect(load).not.toHaveBeenCalled();
});

it('is offline when its own chunk cannot be loaded, and tries again next time', async () => {
  const msal = fakeMsal(() => granted());
  let loads = 0;
  const tokens = nestedAppTokens({ clientId: 'c', isSupported: () => true, loadMsal: async () => {
    loads += 1;
    if (loads === 1) throw new Error('ChunkLoadError');
    return msal.load();
  } });
  expect(await tokens.silently(read)).toEqual(failed({ kind: 'offline' }));
  expect((await tokens.silently(read)).ok).toBe(true);
});

it('ends by its own clock when the host does not answer, at the start or later, and asks anew', async () => {
  const silent = source(fakeMsal(() => never, { start: never }));
  expect(await silent.silently(read)).toEqual(failed({ kind: 'noAnswer', from: 'signIn' }));
  const msal = fakeMsal((_asked, at) => (at === 0 ? never : granted()));
  const tokens = source(msal);
  expect(await tokens.silently(read)).toEqual(failed({ kind: 'noAnswer', from: 'signIn' }));
  expect((await tokens.silently(read)).ok).toBe(true);
});

it('goes on with a start that was only slow', async () => {
  const msal = fakeMsal(() => granted(), { start: new Promise((resolve) => setTimeout(resolve, 40)) });
  const tokens = source(msal);
  expect((await tokens.silently(read)).ok).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect((await tokens.silently(read)).ok).toBe(true);
  expect(msal.configurations).toHaveLength(1);
});

it('waits for a person without a clock, until the caller gives up', async () => {
  const msal = fakeMsal((_asked, at) => (at === 0 ? never : granted('second')));
  const tokens = source(msal);
  const stop = new AbortController();
  const first = tokens.byClick(read, { signal: stop.signal });
  const raced = await Promise.race([first, new Promise((resolve) => setTimeout(() => resolve('still open'), 60))]);
  expect(raced).toBe('still open');
  stop.abort();
  expect(await first).toEqual(failed({ kind: 'abandoned' }));
  expect(await tokens.byClick(read)).toMatchObject({ ok: true, value: { accessToken: 'second' } });
});

it('gives up for one caller and not for the other', async () => {
  const msal = fakeMsal(() => new Promise((resolve) => setTimeout(() => resolve(granted()), 10)));
  const tokens = source(msal);
  const stop = new AbortController();
  const [one, other] = [tokens.silently(read, { signal: stop.signal }), tokens.silently(read)];
  stop.abort();
  expect(await one).toEqual(failed({ kind: 'abandoned' }));
  expect((await other).ok).toBe(true);
});

it('asks once more when the host had trouble of its own', async () => {
  const msal = fakeMsal((_asked, at) => {
    if (at === 0) throw thrown('ServerError', '');
    return granted();
  });
  expect((await source(msal).silently(read)).ok).toBe(true);
});

it('forgets: no account, no cached token, and no late answer that brings them back', async () => {
  let answer: (value: unknown) => void = () => undefined;
  const msal = fakeMsal((_asked, at) => (at === 1 ? new Promise((resolve) => { answer = resolve; }) : granted()));
  const tokens = source(msal, { silentMs: 1000 });
  await tokens.silently(read);
  const late = tokens.silently(read);
  await new Promise((resolve) => setTimeout(resolve, 1));
  tokens.forget();
  answer(granted());
  expect(await late).toEqual(failed({ kind: 'abandoned' }));
  expect(tokens.account()).toBeNull();
  await tokens.silently(read);
  await tokens.silently(read);
  // A new client has an empty cache: what the old one kept in memory is gone with it.
  expect(msal.configurations).toHaveLength(2);
});
