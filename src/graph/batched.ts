import type { Result } from '#domain/result';
import { failed } from '#domain/result';
import { mostParts, sendEnvelope } from './batch.ts';
import type { GraphAnswer, GraphClient, GraphRequest } from './client.ts';
import { createSlots } from './slots.ts';

export type BatchedOptions = {
  /** How long a call waits for others to go with it. Default 4 ms. */
  readonly gatherMs?: number;
  /**
   * Default 1: the parts of one envelope are worked on four at a time, which is all that a mailbox allows; a second one
   * beside it would only be told to wait. (Microsoft Graph service-specific throttling limits, Outlook)
   */
  readonly maxEnvelopes?: number;
};

type Call = {
  readonly request: GraphRequest;
  readonly answer: (result: Result<GraphAnswer>) => void;
  /** Hears of a defect: nobody may wait for ever. */
  readonly reject: (defect: unknown) => void;
};

/**
 * The same client, only that calls made at nearly the same time travel together: sixty changes side by side are three
 * requests. Each call is answered as if it had gone alone, with its own status, headers and problem, and is repeated by
 * its own nature when Graph asks to wait. What goes together has the same version and scopes, and reads or writes: an
 * envelope of readings is sent again when its answer is lost, and no other, so writes that travel together are answered
 * with `offline` or `noAnswer` a little sooner than alone. A call that finds no company goes alone.
 */
export function batched(client: GraphClient, options: BatchedOptions = {}): GraphClient {
  const slots = createSlots(options.maxEnvelopes ?? 1);
  const groups = new Map<string, Call[]>();

  async function send(request: GraphRequest): Promise<Result<GraphAnswer>> {
    if (!canTravel(request)) return client.send(request);
    if (request.signal?.aborted) return failed({ kind: 'abandoned' });
    return new Promise((resolve, reject) => {
      const leave = () => answer(failed({ kind: 'abandoned' }));
      const answer = (result: Result<GraphAnswer>) => {
        request.signal?.removeEventListener('abort', leave);
        resolve(result);
      };
      request.signal?.addEventListener('abort', leave);
      const key = JSON.stringify([request.version ?? 'v1.0', request.scopes, request.method === 'GET']);
      const group = groups.get(key) ?? [];
      group.push({ request, answer, reject });
      if (group.length > 1) return;
      groups.set(key, group);
      setTimeout(() => {
        groups.delete(key);
        dispatch(group);
      }, options.gatherMs ?? 4);
    });
  }

  function dispatch(group: readonly Call[]): void {
    const wanted = group.filter(({ request }) => !request.signal?.aborted);
    for (let from = 0; from < wanted.length; from += mostParts) {
      const calls = wanted.slice(from, from + mostParts);
      together(calls).catch((defect: unknown) => { for (const call of calls) call.reject(defect); });
    }
  }

  async function together(calls: readonly Call[]): Promise<void> {
    const [first] = calls;
    if (first === undefined) return;
    if (calls.length === 1) return first.answer(await client.send(first.request));
    const nobodyWaits = new AbortController();
    const left = () => { if (calls.every(({ request }) => request.signal?.aborted)) nobodyWaits.abort(); };
    for (const { request } of calls) request.signal?.addEventListener('abort', left);
    try {
      const answers = await sendEnvelope(inTurn(nobodyWaits.signal), calls.map(({ request }) => request), {
        version: first.request.version ?? 'v1.0', scopes: first.request.scopes, signal: nobodyWaits.signal,
      });
      for (const [at, call] of calls.entries()) {
        call.answer(answers.ok ? answers.value[at] ?? failed({ kind: 'notUnderstood', from: 'graph' }) : answers);
      }
    } finally {
      for (const { request } of calls) request.signal?.removeEventListener('abort', left);
    }
  }

  /** A place is held while an envelope is under way, and not while one of its parts waits to be sent again. */
  function inTurn(signal: AbortSignal): GraphClient {
    return {
      waitOut: client.waitOut,
      holdBack: client.holdBack,
      send: async (request) => {
        const release = await slots.take(signal);
        if (release === null) return failed({ kind: 'abandoned' });
        try {
          return await client.send(request);
        } finally {
          release();
        }
      },
    };
  }

  return { send, waitOut: client.waitOut, holdBack: client.holdBack };
}

/**
 * Plain JSON below the version. Not a link of Graph's own, nor a batch; not what answers with something else than JSON,
 * which reads otherwise inside a batch; not a call that wants a new token for itself.
 */
function canTravel(request: GraphRequest): boolean {
  const [path = ''] = request.path.split('?', 1);
  return request.method !== 'PUT' && path.startsWith('/') && !/\/\$(batch|count|value)$/.test(path) && request.newToken === undefined
    // A POST without a body is refused in a batch.
    && (request.method !== 'POST' || request.body !== undefined)
    && !Object.keys(request.headers ?? {}).some((name) => name.toLowerCase() === 'content-type');
}
