import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { claimsChallenge } from './claimsChallenge.ts';
import { graphProblem } from './graphProblem.ts';
import { afterLostTry, mayLoseTries } from './lostTry.ts';
import { withImmutableIds } from './withImmutableIds.ts';
import type { Failure, Nature, Tries } from './retry.ts';
import { nextDelay, noTries, retryAfterMs, retryRules, waitFor } from './retry.ts';
import { createSlots } from './slots.ts';

export type GraphMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Beta is not for production use by Microsoft's word: whatever is asked there has to do without an answer. */
export type GraphVersion = 'v1.0' | 'beta';

export type GraphRequest = {
  readonly method: GraphMethod;
  /** Below the version (`/me/contacts?…`, encoded by the caller), or a whole link that Graph itself gave. */
  readonly path: string;
  /** What the token must allow; one is enough when Graph offers a choice. */
  readonly scopes: readonly string[];
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly version?: GraphVersion;
  /** True when sending twice does no harm. Default: all but POST, and PATCH with `If-Match`. */
  readonly repeatable?: boolean;
  /** Start with a new token, for instance after a part of a batch was answered with 401. */
  readonly newToken?: { readonly claims?: string } | undefined;
};

/** A success (2xx). `body` is the parsed JSON, null when there was none. */
export type GraphAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
};

/** How a token is asked for: with a claims challenge (JSON text), or past every cache. */
export type GetTokenHow = { readonly claims?: string; readonly forceRefresh?: boolean };
export type GetToken = (scopes: readonly string[], how?: GetTokenHow) => Promise<Result<string>>;

export type GraphClientOptions = {
  /** Origin of the cloud's Graph without version: `https://graph.microsoft.com`. */
  readonly baseUrl: string;
  readonly getToken: GetToken;
  readonly fetch?: typeof fetch;
  /** Resolves after so many ms, or as soon as the signal is aborted. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1; spreads the waiting of several panes. */
  readonly random?: () => number;
  readonly now?: () => number;
  /** For one try, from sending to the last byte. Default 30 s. */
  readonly timeoutMs?: number;
  /** Default 3: Exchange takes four at a time for a mailbox, and the pane may not be alone. The parts of a batch count one by one. */
  readonly maxInFlight?: number;
  /** Hears how long the client is about to wait because Graph is busy. */
  readonly onWaiting?: (ms: number) => void;
};

export type GraphClient = {
  /**
   * Problems: everything of `graphProblem`, the token's own, `offline`, `noAnswer`, `notUnderstood`, `abandoned`.
   * A refusal, or a token that cannot be had, is given only when no try of a write was lost on the way: of such a write
   * nobody knows whether Graph acted, and the lost try's problem says so.
   */
  readonly send: (request: GraphRequest) => Promise<Result<GraphAnswer>>;
  /**
   * Waits before another try as the rules of `retry.ts` have it, counting in `tries`. False: no other try, because
   * patience is used up or nobody waits any more. For parts of a batch, which fail inside a success.
   */
  readonly waitOut: (failure: Failure, tries: Tries, nature: Nature, signal?: AbortSignal) => Promise<boolean>;
  /**
   * Graph asked for a pause (429) for which one request has no patience left: until it is over nothing is sent, and every
   * call is answered with `busy` and what is left of it. For parts of a batch.
   */
  readonly holdBack: (failure: Failure, path: string) => void;
};

/** The one place that talks HTTP to Graph. Nothing about a request is logged. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const base = options.baseUrl.replace(/\/+$/, '');
  const origin = new URL(base).origin;
  // Wrapped, since browsers refuse a fetch that is called as somebody's method.
  const fetchIt: typeof fetch = (input, init) => (options.fetch ?? fetch)(input, init);
  const wait = options.wait ?? waitFor;
  const random = options.random ?? Math.random;
  const timeoutMs = options.timeoutMs ?? 30_000;
  const slots = createSlots(options.maxInFlight ?? 3);
  const now = options.now ?? Date.now;
  /** By service: the mailbox has other limits than the directory. */
  const heldBackUntil = new Map<string, number>();

  function holdBack(failure: Failure, path: string): void {
    if (failure.kind !== 'status' || failure.status !== 429 || failure.retryAfterMs === null) return;
    const service = serviceOf(path);
    heldBackUntil.set(service, Math.max(heldBackUntil.get(service) ?? 0, now() + Math.min(failure.retryAfterMs, retryRules.longestHoldMs)));
  }

  async function waitOut(failure: Failure, tries: Tries, nature: Nature, signal?: AbortSignal): Promise<boolean> {
    const delay = nextDelay(failure, tries, nature, random);
    if (delay === null || signal?.aborted) return false;
    tries.waitedMs += delay;
    if (failure.kind === 'status') options.onWaiting?.(delay);
    await wait(delay, signal);
    return !signal?.aborted;
  }

  function address(request: GraphRequest): string | null {
    if (request.path.startsWith('/')) return `${base}/${request.version ?? 'v1.0'}${request.path}`;
    // A link is followed as given, but never with our token to somewhere else.
    return URL.canParse(request.path) && new URL(request.path).origin === origin ? request.path : null;
  }

  async function once(url: string, request: GraphRequest, token: string): Promise<Outcome> {
    const release = await slots.take(request.signal, weightOf(request));
    if (release === null) return { kind: 'abandoned' };
    const clock = new AbortController();
    let late = false;
    const timer = setTimeout(() => { late = true; clock.abort(); }, timeoutMs);
    const giveUp = () => clock.abort();
    request.signal?.addEventListener('abort', giveUp);
    let status: number | null = null;
    try {
      const response = await fetchIt(url, {
        method: request.method,
        headers: headersOf(request, token),
        signal: clock.signal,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      status = response.status;
      const text = await response.text();
      const body = parsed(text);
      const header = (name: string) => response.headers.get(name);
      if (response.ok && body === unreadable) return { kind: 'garbled' };
      return { kind: 'answer', answer: { status, body: body === unreadable ? null : body, header } };
    } catch {
      if (request.signal?.aborted) return { kind: 'abandoned' };
      if (late) return { kind: 'late' };
      return status === null ? { kind: 'unreachable' } : { kind: 'garbled' };
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', giveUp);
      release();
    }
  }

  async function send(request: GraphRequest): Promise<Result<GraphAnswer>> {
    const url = address(request);
    if (url === null) return failed({ kind: 'notUnderstood', from: 'graph' });
    const nature = natureOf(request);
    const tries = noTries();
    let how: GetTokenHow | undefined = request.newToken && { forceRefresh: true, ...request.newToken };
    let renewed = how !== undefined;
    const isWrite = mayLoseTries(request.method);
    /** Of a write, the trouble of an earlier try that may have done its work all the same. */
    let lost: Problem | null = null;
    for (;;) {
      const left = Math.min((heldBackUntil.get(serviceOf(pathIn(request))) ?? 0) - now(), retryRules.longestHoldMs);
      if (left > 0) return failed(lost ?? { kind: 'busy', retryAfterMs: left, notDone: true });
      const token = await unlessAbandoned(options.getToken(request.scopes, how), request.signal);
      if (!token.ok) return lost === null ? token : failed(lost);
      how = undefined;
      const outcome = await once(url, request, token.value);
      tries.made += 1;
      if (outcome.kind === 'abandoned') return failed({ kind: 'abandoned' });
      if (outcome.kind === 'late') return failed({ kind: 'noAnswer', from: 'graph' });
      if (outcome.kind !== 'answer') {
        tries.networkFailures += 1;
        const problem: Problem = outcome.kind === 'unreachable' ? { kind: 'offline' } : { kind: 'notUnderstood', from: 'graph' };
        if (isWrite) lost = problem;
        if (await waitOut({ kind: 'network' }, tries, nature, request.signal)) continue;
        return failed(afterWaiting(request, problem));
      }
      const { answer } = outcome;
      if (answer.status >= 200 && answer.status < 300) return ok(answer);
      if (answer.status === 401 && !renewed) {
        renewed = true;
        const claims = claimsChallenge(answer.header('WWW-Authenticate'));
        how = claims === null ? { forceRefresh: true } : { forceRefresh: true, claims };
        continue;
      }
      const failure = { kind: 'status', status: answer.status, retryAfterMs: retryAfterMs(answer.header('Retry-After')) } as const;
      const problem = graphProblem(answer);
      if (isWrite && answer.status >= 500) lost = problem;
      if (await waitOut(failure, tries, nature, request.signal)) continue;
      holdBack(failure, pathIn(request));
      return failed(afterWaiting(request, afterLostTry(lost, problem)));
    }
  }

  return { send, waitOut, holdBack };
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: GraphAnswer }
  /** The answer broke off, or is not the JSON it should be. */
  | { readonly kind: 'garbled' }
  | { readonly kind: 'unreachable' | 'late' | 'abandoned' };

const afterWaiting = (request: GraphRequest, problem: Problem): Problem =>
  request.signal?.aborted ? { kind: 'abandoned' } : problem;

/** What travels in a batch; [] for any other request. */
const partsIn = ({ path, body }: GraphRequest): readonly { readonly url?: string }[] =>
  (path === '/$batch' ? (body as { readonly requests?: readonly { readonly url?: string }[] } | undefined)?.requests : undefined) ?? [];

/** Of a batch, whose parts are of one service, the path of the first. */
const pathIn = (request: GraphRequest): string => partsIn(request)[0]?.url ?? request.path;

/** Links of Graph's own are pages of a mailbox. */
const serviceOf = (path: string): string => (/^\/(users|groups)\b/.test(path) ? 'directory' : 'mailbox');

/** Exchange works on the parts of a batch four at a time, and each counts as a request. (Service-specific throttling limits, Outlook) */
const weightOf = (request: GraphRequest): number => Math.max(1, partsIn(request).length);

function headersOf(request: GraphRequest, token: string): Record<string, string> {
  return {
    ...withImmutableIds(request.headers),
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    // Microsoft's support finds a request by it. (Graph guide, "Best practices for working with Microsoft Graph")
    'client-request-id': crypto.randomUUID(),
    ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}

/** A PATCH with `If-Match` that is repeated after a lost answer would meet its own success as a conflict. */
export function natureOf(request: Pick<GraphRequest, 'method' | 'headers' | 'repeatable'>): Nature {
  const precondition = Object.keys(request.headers ?? {}).some((name) => name.toLowerCase() === 'if-match');
  const harmless = request.method !== 'POST' && !(request.method === 'PATCH' && precondition);
  return { repeatable: request.repeatable ?? harmless, precondition };
}

const unreadable = Symbol('unreadable');

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return unreadable;
  }
}

function unlessAbandoned<T>(work: Promise<Result<T>>, signal: AbortSignal | undefined): Promise<Result<T>> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const leave = () => resolve(failed({ kind: 'abandoned' }));
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
