import type { PageMsal } from '#auth/dialogPage';
import { dialogPage } from '#auth/dialogPage';

const start = 'https://pane.test/signin.html?id=12345678&scopes=Contacts.Read&claims=%7B%7D&account=other&_host_Info=x';
const back = 'https://pane.test/signin.html#code=c&state=s';
const never = new Promise<never>(() => undefined);

function fakeMsal({ comesBack = null as unknown, leaves = async (): Promise<void> => undefined } = {}) {
  const configurations: { auth: { redirectUri: string; knownAuthorities: string[] }; cache: { cacheLocation: string } }[] = [];
  const asked: unknown[] = [];
  const msal = {
    LogLevel: { Warning: 1 },
    PublicClientApplication: class {
      constructor(configuration: never) { configurations.push(configuration); }
      async initialize() { /* at once */ }
      async handleRedirectPromise() {
        if (comesBack instanceof Error) throw comesBack;
        return comesBack;
      }
      async acquireTokenRedirect(request: unknown) {
        asked.push(request);
        return leaves();
      }
    },
  };
  return { configurations, asked, load: async () => msal as unknown as PageMsal };
}
const open = (msal: ReturnType<typeof fakeMsal>, address: string, stepMs = 50) =>
  dialogPage({ clientId: 'c', authority: 'https://login.microsoftonline.com/common', address, loadMsal: msal.load, stepMs });

it('leaves for the authority with what the pane wished for', async () => {
  const msal = fakeMsal();
  expect(await open(msal, start)).toBeNull();
  expect(msal.asked).toEqual([{ scopes: ['Contacts.Read'], state: '12345678', claims: '{}', prompt: 'select_account' }]);
  expect(msal.configurations[0]).toMatchObject({ auth: { redirectUri: 'https://pane.test/signin.html', knownAuthorities: ['login.microsoftonline.com'] } });
});

it('comes back with a token that only memory has held, and gives no more than is needed', async () => {
  const account = { homeAccountId: 'o.t', tenantId: 't', username: 'anna@contoso.example', idToken: 'secret' };
  const msal = fakeMsal({ comesBack: { accessToken: 'a', expiresOn: new Date(5000), account, state: '12345678', idToken: 'secret', refreshToken: 'secret' } });
  const answer = await open(msal, back);
  expect(answer).toEqual({ kind: 'token', id: '12345678', accessToken: 'a', expiresOn: 5000, account: { homeAccountId: 'o.t', tenantId: 't', username: 'anna@contoso.example' } });
  expect(msal.configurations[0]?.cache.cacheLocation).toBe('memoryStorage');
});

it('has an answer for a person who declined, and for an address without a wish', async () => {
  const declined = Object.assign(new Error(), { name: 'ServerError', errorCode: 'access_denied', errorMessage: 'AADSTS65004: anna@contoso.example declined' });
  expect(await open(fakeMsal({ comesBack: declined }), back)).toEqual({ kind: 'problem', problem: { kind: 'signInCancelled', scopes: [] } });
  expect(await open(fakeMsal(), 'https://pane.test/signin.html')).toEqual({ kind: 'problem', problem: { kind: 'signInFailed', code: 'no_wish' } });
});

it('does not begin again on an answer that is not its own', async () => {
  const msal = fakeMsal();
  expect(await open(msal, back)).toEqual({ kind: 'problem', problem: { kind: 'signInFailed', code: 'foreign_answer' } });
  expect(msal.asked).toEqual([]);
});

it('does not wait for ever', async () => {
  expect(await open(fakeMsal({ leaves: () => never }), start)).toEqual({ kind: 'problem', problem: { kind: 'noAnswer', from: 'signIn' } });
});

it('is offline when its own chunk cannot be loaded', async () => {
  expect(await dialogPage({ clientId: 'c', authority: 'https://a.test/common', address: start, loadMsal: async () => { throw new Error('ChunkLoadError'); } }))
    .toEqual({ kind: 'problem', problem: { kind: 'offline' } });
});
