import type { GetTokenHow, GraphClient, GraphClientOptions } from '#graph/client';
import { createGraphClient } from '#graph/client';
import { ok } from '#domain/result';

export type Sent = { readonly method: string; readonly url: string; readonly headers: Headers; readonly body: unknown };
export type Reply =
  | { readonly status?: number; readonly body?: unknown; readonly text?: string; readonly headers?: Record<string, string> }
  | 'unreachable' | 'never' | 'brokenOff';

/** A client whose network answers as scripted, whose waiting takes no time and whose chance is a half. */
export function scriptedGraph(
  reply: readonly Reply[] | ((sent: Sent, at: number) => Reply | Promise<Reply>), options: Partial<GraphClientOptions> = {},
): { client: GraphClient; sent: Sent[]; waits: number[]; asked: { scopes: readonly string[]; how: GetTokenHow | undefined }[] } {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const asked: { scopes: readonly string[]; how: GetTokenHow | undefined }[] = [];
  const fakeFetch: typeof fetch = async (input, init) => {
    const request: Sent = {
      method: init?.method ?? 'GET', url: String(input), headers: new Headers(init?.headers),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) as unknown : undefined,
    };
    sent.push(request);
    const at = sent.length - 1;
    const answer = typeof reply === 'function' ? await reply(request, at) : reply[at] ?? reply.at(-1) ?? {};
    if (answer === 'unreachable') throw new TypeError('fetch failed');
    if (answer === 'never') {
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    }
    if (answer === 'brokenOff') {
      const stream = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
      return new Response(stream, { status: 200 });
    }
    const text = answer.text ?? (answer.body === undefined ? null : JSON.stringify(answer.body));
    return new Response(text, { status: answer.status ?? 200, headers: answer.headers ?? {} });
  };
  const client = createGraphClient({
    baseUrl: 'https://graph.test',
    getToken: async (scopes, how) => {
      asked.push({ scopes, how });
      return ok(`token${asked.length}`);
    },
    fetch: fakeFetch,
    wait: async (ms) => { waits.push(ms); },
    random: () => 0.5,
    ...options,
  });
  return { client, sent, waits, asked };
}

type BatchRequest = { readonly id: string; readonly method: string; readonly url: string; readonly headers: Record<string, string>; readonly body?: unknown };

/** Answers a `$batch` part by part; anything else by the same function, as if it were one part. */
export const perPart = (answer: (part: { method: string; url: string; headers: Record<string, string>; body?: unknown }) => { status?: number; body?: unknown; headers?: Record<string, string> }) =>
  (request: Sent): Reply => {
    if (!request.url.endsWith('/$batch')) {
      return answer({ method: request.method, url: request.url.replace('https://graph.test/v1.0', ''), headers: Object.fromEntries(request.headers), body: request.body });
    }
    const { requests } = request.body as { requests: BatchRequest[] };
    // In reverse, since the order of the answers means nothing.
    return { body: { responses: requests.map((part) => ({ id: part.id, status: 200, ...answer(part) })).reverse() } };
  };

export const graphError = (code: string, message = 'Something.') => ({ error: { code, message } });
