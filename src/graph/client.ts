import type { Result } from '#domain/result';

export type GraphMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type GraphRequest = {
  readonly method: GraphMethod;
  /** Below the version (`/me/contacts?…`, encoded by the caller), or a whole link that Graph itself gave. */
  readonly path: string;
  /** What the token must allow; one is enough when Graph offers a choice. */
  readonly scopes: readonly string[];
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly version?: 'v1.0' | 'beta';
  /** True when sending twice does no harm. Default: all but POST, and PATCH with `If-Match`. */
  readonly repeatable?: boolean;
  /** Start with a new token, for instance after a part of a batch was answered with 401. */
  readonly newToken?: { readonly claims?: string };
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
  readonly timeoutMs?: number;
  readonly maxInFlight?: number;
  /** Hears how long the client is about to wait because Graph is busy. */
  readonly onWaiting?: (ms: number) => void;
};

export type GraphClient = {
  /** Problems: everything of `graphProblem`, the token's own, `offline`, `noAnswer`, `busy`, `abandoned`. */
  readonly send: (request: GraphRequest) => Promise<Result<GraphAnswer>>;
};

export function createGraphClient(_options: GraphClientOptions): GraphClient {
  throw new Error('not built yet');
}
