import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { claimsChallenge } from './claimsChallenge.ts';
import type { GraphAnswer, GraphClient, GraphMethod, GraphVersion } from './client.ts';
import { natureOf } from './client.ts';
import { graphProblem } from './graphProblem.ts';
import { afterLostTry, mayLoseTries } from './lostTry.ts';
import { withImmutableIds } from './withImmutableIds.ts';
import type { Failure, Tries } from './retry.ts';
import { nextDelay, noTries, retryAfterMs } from './retry.ts';
import type { WireBatchPart } from './wire.ts';
import { readBatch } from './wire.ts';

export type BatchPart = {
  readonly method: GraphMethod;
  /** Below the version, encoded as in any address. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** As in a request of its own: true when sending twice does no harm. */
  readonly repeatable?: boolean;
};

export type BatchHow = {
  readonly scopes: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** One for all parts: their addresses are relative to the version of the envelope. Default v1.0. */
  readonly version?: GraphVersion;
};

/** Graph's own limit. (Graph guide, "Combine multiple HTTP requests using JSON batching") */
export const mostParts = 20;

/**
 * Sends any number of independent parts, twenty at a time and one batch after the other, and gives their answers
 * in the order asked. A part that was told to wait is sent again, and only that one. The whole fails only when the
 * first sending of an envelope does.
 */
export async function sendBatch(client: GraphClient, parts: readonly BatchPart[], how: BatchHow): Promise<Result<readonly Result<GraphAnswer>[]>> {
  const answers: Result<GraphAnswer>[] = [];
  for (let from = 0; from < parts.length; from += mostParts) {
    const some = await sendEnvelope(client, parts.slice(from, from + mostParts), how);
    if (!some.ok) return some;
    answers.push(...some.value);
  }
  return ok(answers);
}

/** The same for at most `mostParts` parts. */
export async function sendEnvelope(
  client: GraphClient, parts: readonly BatchPart[], how: BatchHow,
): Promise<Result<readonly Result<GraphAnswer>[]>> {
  const answers: (Result<GraphAnswer> | undefined)[] = parts.map(() => undefined);
  const tries = noTries();
  const natures = parts.map(natureOf);
  /** Of a write, the trouble of an earlier try that may have done its work all the same. */
  const lost: (Problem | null)[] = parts.map(() => null);
  // Nobody can say what a lost envelope of writes did, so only one of readings is sent again.
  const repeatable = parts.every(({ method }) => method === 'GET');
  let open = parts.map((_, at) => at);
  let newToken: { claims?: string } | undefined;
  const renewed = new Set<number>();
  while (open.length > 0) {
    const envelope = await client.send({
      method: 'POST', path: '/$batch', version: how.version ?? 'v1.0', scopes: how.scopes, signal: how.signal, newToken, repeatable,
      body: { requests: open.map((at) => written(parts[at]!, at)) },
    });
    const read = envelope.ok ? readBatch(envelope.value.body) : envelope;
    if (!read.ok) {
      if (tries.made === 0) return read;
      // What was answered in an earlier round is done, whatever becomes of the rest.
      for (const at of open) answers[at] = read.problem.kind === 'abandoned' ? read : failed(lost[at] ?? read.problem);
      break;
    }
    tries.made += 1;
    newToken = undefined;
    const came = new Map(read.value.map((part) => [part.id, part]));
    const unauthorized: number[] = [];
    const busy: { readonly at: number; readonly failure: Failure; readonly delay: number }[] = [];
    for (const at of open) {
      const part = came.get(String(at));
      const answer = part === undefined ? failed({ kind: 'notUnderstood', from: 'graph' } as const) : answerOf(part);
      answers[at] = answer.ok ? answer : failed(afterLostTry(lost[at] ?? null, answer.problem));
      if (part === undefined || answer.ok) continue;
      if (part.status === 401 && !renewed.has(at)) {
        renewed.add(at);
        const claims = claimsChallenge(part.header('WWW-Authenticate'));
        newToken = claims === null ? newToken ?? {} : { claims };
        unauthorized.push(at);
        continue;
      }
      if (mayLoseTries(parts[at]!.method) && part.status >= 500) lost[at] = answer.problem;
      // Each part by its own nature: a create that timed out may have happened, and is not sent again with the others.
      const failure = { kind: 'status', status: part.status, retryAfterMs: retryAfterMs(part.header('Retry-After')) } as const;
      const delay = nextDelay(failure, tries, natures[at]!, () => 0.5);
      if (delay !== null) busy.push({ at, failure, delay });
      else client.holdBack(failure, parts[at]!.path);
    }
    const goOn = await waitOutLongest(client, busy, tries, how.signal);
    if (how.signal?.aborted) return failed({ kind: 'abandoned' });
    // Patience is used up for the busy parts; one that lacks a token may still be sent.
    open = goOn ? [...unauthorized, ...busy.map(({ at }) => at)].sort((a, b) => a - b) : unauthorized;
  }
  return ok(answers.map((answer) => answer ?? failed({ kind: 'notUnderstood', from: 'graph' })));
}

/** True when there was something to wait for and it was waited out. All wait for the one that was told to wait longest. */
async function waitOutLongest(
  client: GraphClient, busy: readonly { readonly failure: Failure; readonly delay: number }[], tries: Tries, signal: AbortSignal | undefined,
): Promise<boolean> {
  const [longest] = [...busy].sort((a, b) => b.delay - a.delay);
  // Every one of them may go again, so the client is only to wait; it would judge a part by one nature for all.
  return longest !== undefined && client.waitOut(longest.failure, tries, { repeatable: true, precondition: false }, signal);
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
