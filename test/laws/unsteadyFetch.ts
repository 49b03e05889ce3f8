import type { GraphResponse } from '#sandbox/fakeGraph/http/graphService';
import { graphOrigin } from './graphHere.ts';
import type { GraphHere } from './graphHere.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtualTime.ts';

/** How each kind of trouble shows; what is counted at the end of a run. */
export const faultKinds = [
  'busyWithRetryAfter', 'busy', 'unwell', 'broken', 'gatewayGaveUp', 'claims', 'noAnswer', 'noAnswerButDone',
  'cut', 'cutAfter', 'halfBody', 'halfJson', 'garbage', 'garbageButDone', 'refused',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Weather = {
  /** 0 ≤ x ≤ 1: how often a request meets trouble. */
  trouble: number;
  offline: boolean;
};

export type UnsteadyFetch = {
  /** A `fetch` for one page; once it says so, nothing answers any more. */
  fetchFor(isDead: () => boolean): typeof fetch;
  readonly weather: Weather;
  readonly struck: Record<FaultKind, number>;
  requests(): number;
  /** Whether Graph said no to a picture, a flag or a value for this contact: a contact that is made or moved does not wait for those. */
  isRefused(id: string): boolean;
};

const weights: Readonly<Record<FaultKind, number>> = {
  busyWithRetryAfter: 2, busy: 1, unwell: 1, broken: 1, gatewayGaveUp: 1, claims: 1, noAnswer: 1, noAnswerButDone: 2,
  cut: 2, cutAfter: 3, halfBody: 2, halfJson: 1, garbage: 1, garbageButDone: 1, refused: 1,
};
/** The server does its work, and the trouble is with the answer. */
const acted: ReadonlySet<FaultKind> = new Set(['noAnswerButDone', 'cutAfter', 'halfBody', 'halfJson', 'garbageButDone']);

type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly text: string; readonly broken?: boolean };

const refusal = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  ({ status, headers, text: JSON.stringify({ error: { code, message: 'Trouble on purpose.' } }) });
const challenge = (): Answer => refusal(401, 'InvalidAuthenticationToken', {
  'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa('{"access_token":{"nbf":{"essential":true,"value":"1"}}}')}"`,
});
const proxyPage = '<!doctype html><title>Sign in to the network</title>';

/** The way to Graph and back, with delays and all kinds of trouble, decided by chance and told to `trace`. */
export function unsteadyFetch(graph: GraphHere, time: VirtualTime, random: Random, trace: (line: string) => void): UnsteadyFetch {
  const weather: Weather = { trouble: 0, offline: false };
  const struck = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  let count = 0;
  const refusedWrites: string[] = [];

  function draw(): FaultKind | null {
    if (!random.chance(weather.trouble)) return null;
    const kind = random.weighted(weights);
    struck[kind] += 1;
    return kind;
  }

  async function answerTo(url: string, init: RequestInit, kind: FaultKind | null): Promise<Answer | 'cut' | 'silence'> {
    switch (kind) {
      case 'busyWithRetryAfter': return refusal(429, 'TooManyRequests', { 'retry-after': String(random.pick([1, 3, 20, 90])) });
      case 'busy': return refusal(429, 'TooManyRequests');
      case 'unwell': return refusal(503, 'ServiceUnavailable', random.chance(0.5) ? { 'retry-after': '2' } : {});
      case 'broken': return refusal(random.pick([500, 502]), 'ErrorInternalServerError');
      case 'claims': return challenge();
      case 'refused':
        if (/photo\/|extensions|"flag"/.test(`${url} ${String(init.body ?? '')}`) && init.method !== 'GET') refusedWrites.push(decodeURIComponent(`${url} ${String(init.body ?? '')}`));
        return refusal(400, 'ErrorPropertyValidationFailure');
      case 'noAnswer': return 'silence';
      case 'cut': return 'cut';
      case 'garbage': return { status: 200, text: proxyPage };
      case 'gatewayGaveUp':
        if (random.chance(0.5)) await graph.serve(url, init);
        return refusal(504, 'UnknownError');
      default: break;
    }
    const served = asAnswer(await graph.serve(url, init));
    switch (kind) {
      case 'noAnswerButDone': return 'silence';
      case 'cutAfter': return 'cut';
      case 'halfBody': return { ...served, broken: true };
      case 'halfJson': return { ...served, text: served.text.slice(0, Math.floor(served.text.length / 2)) };
      case 'garbageButDone': return { status: 200, text: proxyPage };
      default: return served;
    }
  }

  const fetchFor = (isDead: () => boolean): typeof fetch => (input, init = {}) => new Promise<Response>((resolve, reject) => {
    if (isDead()) return;
    count += 1;
    const number = count;
    const url = String(input);
    const kind = draw();
    const { signal } = init;
    const leave = (): void => reject(new DOMException('The request was given up.', 'AbortError'));
    if (signal?.aborted) return leave();
    signal?.addEventListener('abort', leave);
    const isOffline = weather.offline;
    // What is under way arrives even when its page has gone.
    time.after(random.between(1, isOffline ? 5 : 80), () => {
      if (isOffline) {
        trace(`  #${number} ${short(url, init)}: no connection`);
        if (!isDead()) reject(new TypeError('Failed to fetch'));
        return;
      }
      if (signal?.aborted && (kind === null || !acted.has(kind)) && random.chance(0.5)) return;
      void answerTo(url, init, kind).then((answer) => {
        trace(`  #${number} ${short(url, init)}: ${kind === null ? '' : `${kind} `}${typeof answer === 'string' ? answer : answer.status}${answer === 'cut' || answer === 'silence' ? '' : partsOf(answer.text)}`);
        time.after(random.between(1, 80), () => {
          if (isDead() || answer === 'silence') return;
          if (answer === 'cut') reject(new TypeError('Failed to fetch'));
          else resolve(responseOf(answer));
        });
      });
    });
  });

  return { fetchFor, weather, struck, requests: () => count, isRefused: (id) => refusedWrites.some((sent) => sent.includes(id)) };
}

function asAnswer({ status, headers, body }: GraphResponse): Answer {
  const text = body === undefined ? '' : Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body);
  return { status, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])), text };
}

/** As much of a Response as the client looks at; a real one would come with a stream and a clock of its own. */
function responseOf({ status, headers = {}, text, broken = false }: Answer): Response {
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    text: () => (broken ? Promise.reject(new TypeError('terminated')) : Promise.resolve(text)),
  } as unknown as Response;
}

const short = (url: string, { method = 'GET', body }: RequestInit): string => {
  const path = decodeURIComponent(url.slice(graphOrigin.length + 5)).replace(/\$select=[^&]*/, '$select=…').slice(0, 110);
  const sent = typeof body !== 'string' ? '' : path === '/$batch'
    ? ` [${(JSON.parse(body) as { requests: { method: string; url: string }[] }).requests.map((part) => `${part.method} ${decodeURIComponent(part.url)}`.slice(0, 90)).join('; ')}]`
    : ` ${body.slice(0, 160)}`;
  return `${method} ${path}${sent}`;
};

function partsOf(text: string): string {
  try {
    const { responses } = JSON.parse(text) as { responses?: { id: string; status: number }[] };
    return responses ? ` (${responses.map((part) => `${part.id}: ${part.status}`).join(', ')})` : '';
  } catch {
    return '';
  }
}
