import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { claimsChallenge } from './claimsChallenge.ts';
import type { GraphAnswer, GraphClient, GraphMethod } from './client.ts';
import { graphProblem } from './graphProblem.ts';
import { withImmutableIds } from './withImmutableIds.ts';
import { noTries, retryAfterMs } from './retry.ts';
import type { WireBatchPart } from './wire.ts';
import { readBatch } from './wire.ts';

export type BatchPart = {
  readonly method: GraphMethod;
  /** Below the version, encoded as in any address. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Graph's own limit. (Graph guide, "Combine multiple HTTP requests using JSON batching") */
const mostParts = 20;

/**
 * Sends any number of independent parts, twenty at a time and one batch after the other, and gives their answers
 * in the order asked. A part that was told to wait is sent again, and only that one. The whole fails only when an
 * envelope does.
 */
export async function sendBatch(
  client: GraphClient, parts: readonly BatchPart[],
  how: { readonly scopes: readonly string[]; readonly signal?: AbortSignal | undefined },
): Promise<Result<readonly Result<GraphAnswer>[]>> {
  const answers: Result<GraphAnswer>[] = [];
  for (let from = 0; from < parts.length; from += mostParts) {
    const some = await sendSome(client, parts.slice(from, from + mostParts), how);
    if (!some.ok) return some;
    answers.push(...some.value);
  }
  return ok(answers);
}

async function sendSome(
  client: GraphClient, parts: readonly BatchPart[],
  how: { readonly scopes: readonly string[]; readonly signal?: AbortSignal | undefined },
): Promise<Result<readonly Result<GraphAnswer>[]>> {
  const answers: (Result<GraphAnswer> | undefined)[] = parts.map(() => undefined);
  const tries = noTries();
  const repeatable = parts.every((part) => part.method === 'GET');
  const nature = { repeatable, precondition: false };
  let open = parts.map((_, at) => at);
  let newToken: { claims?: string } | undefined;
  let renewed = false;
  while (open.length > 0) {
    const envelope = await client.send({
      method: 'POST', path: '/$batch', scopes: how.scopes, signal: how.signal, repeatable, newToken,
      body: { requests: open.map((at) => written(parts[at]!, at)) },
    });
    if (!envelope.ok) return envelope;
    const read = readBatch(envelope.value.body);
    if (!read.ok) return read;
    tries.made += 1;
    newToken = undefined;
    const came = new Map(read.value.map((part) => [part.id, part]));
    const again: number[] = [];
    let pause: WireBatchPart | null = null;
    for (const at of open) {
      const part = came.get(String(at));
      answers[at] = part === undefined ? failed({ kind: 'notUnderstood', from: 'graph' }) : answerOf(part);
      if (part?.status === 401 && !renewed) {
        const claims = claimsChallenge(part.header('WWW-Authenticate'));
        newToken = claims === null ? newToken ?? {} : { claims };
        again.push(at);
      } else if (part !== undefined && isWaiting(part.status)) {
        again.push(at);
        if (pause === null || waitOf(part) > waitOf(pause)) pause = part;
      }
    }
    if (newToken !== undefined) renewed = true;
    if (pause !== null) {
      const failure = { kind: 'status', status: pause.status, retryAfterMs: retryAfterMs(pause.header('Retry-After')) } as const;
      const goOn = await client.waitOut(failure, tries, nature, how.signal);
      if (how.signal?.aborted) return failed({ kind: 'abandoned' });
      // Patience is used up for the busy parts; one that lacks a token may still be sent.
      if (!goOn) again.splice(0, again.length, ...again.filter((at) => came.get(String(at))?.status === 401));
    }
    open = again;
  }
  return ok(answers.map((answer) => answer ?? failed({ kind: 'notUnderstood', from: 'graph' })));
}

function written(part: BatchPart, at: number): unknown {
  const headers = withImmutableIds(part.headers);
  return {
    id: String(at), method: part.method, url: part.path,
    // What is not JSON says so itself; its body is base64 then.
    headers: part.body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    ...(part.body === undefined ? {} : { body: part.body }),
  };
}

const answerOf = (part: WireBatchPart): Result<GraphAnswer> =>
  part.status >= 200 && part.status < 300 ? ok(part) : failed(graphProblem(part));

const isWaiting = (status: number): boolean => status === 429 || status === 503 || status === 504;
const waitOf = (part: WireBatchPart): number => retryAfterMs(part.header('Retry-After')) ?? 0;
