import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { within } from './clock.ts';
import type { DialogAnswer } from './dialogMessage.ts';
import { readWish } from './dialogMessage.ts';
import { signInProblem } from './signInProblem.ts';

/** The part of `@azure/msal-browser` that is used: tests hand in their own. */
export type PageMsal = Pick<typeof import('@azure/msal-browser'), 'PublicClientApplication' | 'LogLevel'>;

export type DialogPageOptions = {
  readonly clientId: string;
  readonly authority: string;
  /** Whole address of this page as it was opened. Without query and fragment it is the registered redirect address. */
  readonly address: string;
  readonly loadMsal?: () => Promise<PageMsal>;
  /** For each step that needs no person: 30 s. */
  readonly stepMs?: number;
};

/**
 * What the page in the dialog does, twice in one sign-in: opened by the pane it leaves for Microsoft's page (null:
 * the browser is on its way); coming back it turns the code into a token and gives the answer for the pane.
 *
 * Tokens are kept in memory alone and go with the window. MSAL puts only its PKCE verifier and state into the
 * window's session storage, because they have to outlive the way to Microsoft and back, and takes them out again.
 * MSAL finds that this window was opened by a page of our own and tells Microsoft (`pocd=1`), which then leaves the
 * tie between the two windows alone. (`@azure/msal-browser`, configuration, "Cross-Origin-Opener-Policy and popup
 * responses"; docs/decisions, "The dialog way of signing in")
 */
export async function dialogPage(options: DialogPageOptions): Promise<DialogAnswer | null> {
  const stepMs = options.stepMs ?? 30_000;
  const started = await within(stepMs, start(options));
  if (!started.ok) return { kind: 'problem', problem: started.problem };
  const client = started.value;

  const back = await within(stepMs, asked(() => client.handleRedirectPromise({ navigateToLoginRequestUrl: false })));
  if (!back.ok) return { kind: 'problem', problem: back.problem };
  if (back.value !== null) return answerOf(back.value);

  // MSAL found nothing of its own in what came back: the state is somebody else's, or the answer was taken before.
  if (isBack(options.address)) return { kind: 'problem', problem: { kind: 'signInFailed', code: 'foreign_answer' } };
  const wish = readWish(options.address);
  if (wish === null) return { kind: 'problem', problem: { kind: 'signInFailed', code: 'no_wish' } };
  const left = await within(stepMs, asked(() => client.acquireTokenRedirect({
    scopes: [...wish.scopes],
    state: wish.id,
    ...(wish.claims === undefined ? {} : { claims: wish.claims }),
    ...(wish.otherAccount ? { prompt: 'select_account' } : {}),
  })));
  return left.ok ? null : { kind: 'problem', problem: left.problem };
}

async function start(options: DialogPageOptions): Promise<Result<IPublicClientApplication>> {
  let msal: PageMsal;
  try {
    msal = await (options.loadMsal ?? (() => import('@azure/msal-browser')))();
  } catch {
    // Our own chunk did not arrive.
    return failed({ kind: 'offline' });
  }
  return asked(async () => {
    const client = new msal.PublicClientApplication({
      auth: {
        clientId: options.clientId,
        authority: options.authority,
        // The build names the authority; nobody else has to be asked whether it is one.
        knownAuthorities: [new URL(options.authority).host],
        redirectUri: options.address.replace(/[?#].*$/, ''),
        // We can answer claims challenges.
        clientCapabilities: ['CP1'],
      },
      // MSAL leaves a page only with a cache that outlives it, though it writes no token then; back again, when the token
      // comes, memory will do.
      cache: { cacheLocation: isBack(options.address) ? 'memoryStorage' : 'sessionStorage' },
      system: { loggerOptions: { logLevel: msal.LogLevel.Warning, piiLoggingEnabled: false } },
    });
    await client.initialize();
    return client;
  });
}

/** Microsoft's page put its answer into the fragment. */
const isBack = (address: string): boolean => /#(.*&)?(code|error)=/.test(address);

async function asked<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    // What was asked for is filled in by the pane, which knows it.
    return failed(signInProblem(error, [], 'click'));
  }
}

function answerOf({ accessToken, expiresOn, account, state }: AuthenticationResult): DialogAnswer {
  if (!accessToken) return { kind: 'problem', problem: { kind: 'signInFailed', code: 'empty_token' } };
  return {
    kind: 'token', id: state ?? '', accessToken, expiresOn: expiresOn?.getTime() ?? 0,
    account: { homeAccountId: account.homeAccountId, tenantId: account.tenantId, username: account.username },
  };
}
