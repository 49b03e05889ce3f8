/**
 * When a failed request is sent again, and after how long. Graph asks to wait by 429, and by 503 and 504 when it
 * is unwell; `Retry-After` counts seconds, may have decimals, and is not always readable in a browser.
 * (Graph guide, "Microsoft Graph throttling guidance")
 */
export const retryRules = {
  maxAttempts: 4,
  /** All waiting for one request together. A longer wait is the caller's to decide on. */
  patienceMs: 60_000,
  firstDelayMs: 1_000,
  maxNetworkFailures: 2,
  /** A pause that Graph asks for is believed up to here. */
  longestHoldMs: 600_000,
} as const;

export type Failure =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs: number | null }
  /** No answer came through, or only a part of it. */
  | { readonly kind: 'network' };

/** Counts what one request has been through; handed on from try to try. */
export type Tries = { made: number; waitedMs: number; networkFailures: number };

export const noTries = (): Tries => ({ made: 0, waitedMs: 0, networkFailures: 0 });

export type Nature = {
  /** Sending twice does no harm. */
  readonly repeatable: boolean;
  /** It carries `If-Match`. */
  readonly precondition: boolean;
};

/** The wait before the next try in ms, or null when there should be none. `tries` holds the failed one already. */
export function nextDelay(failure: Failure, tries: Tries, nature: Nature, random: () => number): number | null {
  if (tries.made >= retryRules.maxAttempts) return null;
  const delay = wantedDelay(failure, tries, nature, random);
  return delay !== null && tries.waitedMs + delay <= retryRules.patienceMs ? delay : null;
}

function wantedDelay(failure: Failure, tries: Tries, nature: Nature, random: () => number): number | null {
  const backOff = () => retryRules.firstDelayMs * 2 ** (tries.made - 1) * (0.5 + random() / 2);
  if (failure.kind === 'network') {
    // The work may have been done and only its answer lost, so a create is never repeated from here.
    return nature.repeatable && tries.networkFailures <= retryRules.maxNetworkFailures ? backOff() : null;
  }
  switch (failure.status) {
    case 429:
    case 503:
      return failure.retryAfterMs ?? backOff();
    case 504:
      // The gateway gave up waiting; what it waited for may have happened.
      return nature.repeatable ? failure.retryAfterMs ?? backOff() : null;
    case 412:
      // Without a precondition of ours this is a race inside Exchange that passes. (microsoft-graph-docs issue 2256)
      return nature.repeatable && !nature.precondition && tries.made === 1 ? backOff() : null;
    case 500:
    case 502:
      return nature.repeatable && tries.made === 1 ? backOff() : null;
    default:
      return null;
  }
}

/** Seconds, decimals allowed; null when absent or not a number (a date is never sent by Graph). */
export function retryAfterMs(header: string | null): number | null {
  if (header === null || !/^\s*\d+(\.\d+)?\s*$/.test(header)) return null;
  return Math.ceil(Number(header) * 1000);
}

/** Resolves after so many ms, or at once when the signal is aborted. */
export function waitFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
