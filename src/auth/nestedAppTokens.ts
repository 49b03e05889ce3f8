import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { unlessAbandoned, within } from './clock.ts';
import type { Attempt } from './signInProblem.ts';
import { isServerError, signInProblem } from './signInProblem.ts';
import type { Token, TokenAccount, TokenHow, TokenSource } from './tokenSource.ts';

/** The part of `@azure/msal-browser` that is used: tests hand in their own. */
export type Msal = Pick<typeof import('@azure/msal-browser'), 'createNestablePublicClientApplication' | 'PublicClientApplication' | 'LogLevel'>;

export type NestedAppTokensOptions = {
  readonly clientId: string;
  /** `https://login.microsoftonline.com/common` in the global cloud. */
  readonly authority?: string;
  /** Whether the host claims NestedAppAuth 1.1. Asked when the first token is wanted, after Office is ready. */
  readonly isSupported: () => boolean;
  readonly loadMsal?: () => Promise<Msal>;
  /** Our own clocks, since MSAL keeps none: 10 s to start, 30 s for a silent token. A popup has none. */
  readonly startMs?: number;
  readonly silentMs?: number;
};

/**
 * Tokens from the Outlook around us: nested app authentication, where the host holds the account and shows the
 * windows. MSAL is loaded when the first token is wanted.
 * (Office add-ins, "Enable single sign-on in an Office Add-in with nested app authentication")
 */
export function nestedAppTokens(options: NestedAppTokensOptions): TokenSource {
  // A chunk of its own: the pane shows what is stored before it needs any token.
  const loadMsal = options.loadMsal ?? (() => import('@azure/msal-browser'));
  const startMs = options.startMs ?? 10_000;
  const silentMs = options.silentMs ?? 30_000;

  let starting: Promise<Result<IPublicClientApplication>> | null = null;
  let account: TokenAccount | null = null;
  /** Counts the times everything was forgotten; an answer from before must not bring the account back. */
  let era = 0;
  const underWay = new Map<string, Promise<Result<Token>>>();
  /** Claims that only a window can satisfy, by scope set: the click that follows knows nothing of them. */
  const owedClaims = new Map<string, string>();

  async function create(): Promise<Result<IPublicClientApplication>> {
    if (!options.isSupported()) return failed({ kind: 'signInUnsupported' });
    let msal: Msal;
    try {
      msal = await loadMsal();
    } catch {
      // Our own chunk did not arrive.
      return failed({ kind: 'offline' });
    }
    const { PublicClientApplication, LogLevel } = msal;
    // Without a bridge MSAL silently hands out its ordinary client, which cannot work in this frame. Only for the
    // nested one does it call the factory, so that tells which one came.
    let nested = false;
    try {
      const client = await msal.createNestablePublicClientApplication(
        {
          auth: {
            clientId: options.clientId,
            ...(options.authority === undefined ? {} : { authority: options.authority }),
            // We can answer claims challenges.
            clientCapabilities: ['CP1'],
          },
          // No token is written down anywhere. The host remembers for us: a pane that starts anew asks it once.
          cache: { cacheLocation: 'memoryStorage' },
          system: { loggerOptions: { logLevel: LogLevel.Warning, piiLoggingEnabled: false } },
        },
        undefined,
        (configuration, controller) => {
          nested = true;
          return new PublicClientApplication(configuration, controller);
        },
      );
      return nested ? ok(client) : failed({ kind: 'signInUnsupported' });
    } catch (error) {
      return failed(signInProblem(error, [], 'silent'));
    }
  }

  /** One client for all; after a failed start the next wish tries anew, since the network or host may be back. */
  function start(): Promise<Result<IPublicClientApplication>> {
    if (starting === null) {
      const attempt = create();
      starting = attempt;
      const forgetIt = () => { if (starting === attempt) starting = null; };
      void attempt.then((result) => { if (!result.ok) forgetIt(); }, forgetIt);
    }
    return within(startMs, starting);
  }

  async function ask(scopes: readonly string[], how: TokenHow, attempt: Attempt): Promise<Result<Token>> {
    const askedIn = era;
    const client = await start();
    if (!client.ok) return client;
    const key = keyOf(scopes);
    const fresh = how.forceRefresh === true || how.claims !== undefined;
    const claims = how.claims ?? (attempt === 'click' ? owedClaims.get(key) : undefined);
    const request = { scopes: [...scopes], ...(claims === undefined ? {} : { claims }) };
    const once = attempt === 'click'
      ? () => client.value.acquireTokenPopup(request)
      : () => client.value.acquireTokenSilent({ ...request, ...(fresh ? { forceRefresh: true } : {}) });
    const work = asToken(attempt === 'click' ? once : () => again(once), scopes, attempt);
    const token = await (attempt === 'click' ? work : within(silentMs, work));
    if (askedIn !== era) return failed({ kind: 'abandoned' });
    if (token.ok) {
      account = token.value.account;
      owedClaims.delete(key);
    } else if (token.problem.kind === 'signInNeeded' && how.claims !== undefined) {
      owedClaims.set(key, how.claims);
    }
    return token;
  }

  /** Three calls for one scope set are one question to the host. */
  function shared(scopes: readonly string[], how: TokenHow, attempt: Attempt): Promise<Result<Token>> {
    if (how.signal?.aborted) return Promise.resolve(failed({ kind: 'abandoned' }));
    const key = JSON.stringify([attempt, keyOf(scopes), how.claims ?? '', how.forceRefresh === true, era]);
    let work = underWay.get(key);
    if (work === undefined) {
      work = ask(scopes, how, attempt);
      const mine = work;
      const drop = () => { if (underWay.get(key) === mine) underWay.delete(key); };
      underWay.set(key, mine);
      void mine.then(drop, drop);
    }
    if (attempt === 'click') {
      // Nobody knows whether a window that was given up will ever answer: the next click opens another one.
      how.signal?.addEventListener('abort', () => underWay.delete(key), { once: true });
    }
    return unlessAbandoned(work, how.signal);
  }

  return {
    account: () => account,
    silently: (scopes, how = {}) => shared(scopes, how, 'silent'),
    byClick: (scopes, how = {}) => shared(scopes, how, 'click'),
    forget: () => {
      account = null;
      era += 1;
      // MSAL offers no way to empty its cache here, but the cache is in memory and goes with the client.
      starting = null;
      owedClaims.clear();
    },
  };
}

/** Host trouble that may pass is asked about once more. */
async function again<T>(once: () => Promise<T>): Promise<T> {
  try {
    return await once();
  } catch (error) {
    if (!isServerError(error)) throw error;
    return once();
  }
}

async function asToken(ask: () => Promise<AuthenticationResult>, scopes: readonly string[], attempt: Attempt): Promise<Result<Token>> {
  try {
    const { accessToken, expiresOn, account } = await ask();
    if (!accessToken) return failed({ kind: 'signInFailed', code: 'empty_token' });
    return ok({
      accessToken,
      expiresOn: expiresOn?.getTime() ?? 0,
      account: { homeAccountId: account.homeAccountId, tenantId: account.tenantId, username: account.username },
    });
  } catch (error) {
    return failed(signInProblem(error, scopes, attempt));
  }
}

const keyOf = (scopes: readonly string[]): string => [...scopes].map((scope) => scope.toLowerCase()).sort().join(' ');
