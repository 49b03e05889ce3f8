import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import type { Version } from '../shapes/renderContact.ts';
import type { TokenClaims } from './accessToken.ts';
import { errorBody, serveGraph } from './graphService.ts';
import type { GraphRequest, GraphService } from './graphService.ts';
import type { LoggedPart } from './requestLog.ts';

type Part = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
};
type PartResponse = { id: string; status: number; headers?: Record<string, string>; body?: unknown };
export type BatchResult = { readonly responses: readonly PartResponse[]; readonly parts: readonly LoggedPart[] };

const envelope = (message: string): Refusal => refuse(400, 'BadRequest', message);

function readParts(body: unknown, most: number): Part[] | Refusal {
  if (!isObject(body) || !Array.isArray(body.requests)) return envelope('Invalid batch payload format.');
  const entries = body.requests as unknown[];
  if (entries.length === 0) return envelope('Invalid batch payload format.');
  if (entries.length > most) return envelope(`Number of batch request steps exceeds the maximum value of ${most}.`);
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (!isObject(entry) || typeof entry.id !== 'string' || entry.id === '' || typeof entry.method !== 'string' || typeof entry.url !== 'string') {
      return envelope('Invalid batch payload format.');
    }
    // Ids are unique without regard to case.
    if (seen.has(entry.id.toLowerCase())) return envelope(`Duplicate request id '${entry.id}' found in the batch.`);
    seen.add(entry.id.toLowerCase());
    const headers: Record<string, string> = {};
    if (entry.headers !== undefined && !isObject(entry.headers)) return envelope('Invalid batch payload format.');
    for (const [name, value] of Object.entries(entry.headers ?? {})) headers[name.toLowerCase()] = String(value);
    const dependsOn = entry.dependsOn ?? [];
    if (!Array.isArray(dependsOn) || dependsOn.some((id) => typeof id !== 'string')) return envelope('Invalid batch payload format.');
    parts.push({ id: entry.id, method: entry.method.toUpperCase(), url: entry.url, headers, body: entry.body, dependsOn: dependsOn as string[] });
  }
  for (const part of parts) {
    const unknown = part.dependsOn.find((id) => !seen.has(id.toLowerCase()) || id.toLowerCase() === part.id.toLowerCase());
    if (unknown !== undefined) return envelope(`The dependsOn '${unknown}' of request '${part.id}' is not valid.`);
  }
  return parts;
}

/** JSON goes as JSON, binary as a base64 string ("Combine multiple requests in one HTTP call using JSON batching"). */
function partBytes(part: Part): Buffer | Refusal {
  if (part.body === undefined) {
    return part.method === 'POST' ? envelope('A POST in a batch needs a body; {} will do.') : Buffer.alloc(0);
  }
  const type = part.headers['content-type'];
  if (type === undefined) return envelope('A body in a batch needs a Content-Type header.');
  if (type.includes('json')) return Buffer.from(JSON.stringify(part.body));
  if (typeof part.body !== 'string' || !/^[A-Za-z0-9+/_=-]*$/.test(part.body)) return refusals.body();
  return Buffer.from(part.body, 'base64');
}

function partResponse(id: string, status: number, headers: Readonly<Record<string, string>>, body: unknown): PartResponse {
  const shown: Record<string, string> = { 'Cache-Control': 'private' };
  for (const [name, value] of Object.entries(headers)) if (!name.endsWith('request-id')) shown[name] = value;
  if (body === undefined) return { id, status, headers: shown };
  if (Buffer.isBuffer(body)) return { id, status, headers: shown, body: body.toString('base64') };
  shown['Content-Type'] ??= typeof body === 'string' ? 'text/plain' : 'application/json';
  return { id, status, headers: shown, body };
}

/**
 * `POST /$batch`: each part is a request of its own, throttled for itself, at most four at a time. A part whose
 * predecessor failed is answered 424. The order of the answers means nothing, and here it never is the order asked in.
 */
export async function runBatch(
  service: GraphService, request: GraphRequest, body: unknown, version: Version, token: TokenClaims,
): Promise<BatchResult | Refusal> {
  const { settings, clock } = service.state();
  const parts = readParts(body, settings.batchParts);
  if (isRefusal(parts)) return parts;
  const done = new Map<string, PartResponse>();
  const logged: LoggedPart[] = [];
  const finish = (part: Part, response: PartResponse): void => {
    done.set(part.id.toLowerCase(), response);
    logged.push({ id: part.id, method: part.method, path: `/${version}${part.url.startsWith('/') ? '' : '/'}${part.url}`, status: response.status });
  };
  const refusePart = (part: Part, refusal: Refusal): void => {
    finish(part, partResponse(part.id, refusal.status, refusal.headers ?? {}, errorBody(refusal, part.id, part.id, clock.now())));
  };
  const runPart = async (part: Part): Promise<void> => {
    const failed = part.dependsOn.some((id) => (done.get(id.toLowerCase())?.status ?? 424) >= 400);
    if (failed) {
      refusePart(part, refuse(424, 'FailedDependency', 'The request was not run because a request it depends on failed.'));
      return;
    }
    const bytes = partBytes(part);
    if (isRefusal(bytes)) {
      refusePart(part, bytes);
      return;
    }
    const target = `/${version}${part.url.startsWith('/') ? '' : '/'}${part.url}`;
    const headers = { 'client-request-id': request.headers['client-request-id'] ?? part.id, ...part.headers };
    const response = await serveGraph(service, { method: part.method, target, headers, bytes, origin: request.origin }, token);
    // A part has no connection of its own to be cut, before or after it acted.
    const cut = response.status === 0 || response.faults.some(({ kind }) => kind === 'cutAfter' || kind === 'halfBody');
    finish(part, cut ? partResponse(part.id, 504, {}, undefined) : partResponse(part.id, response.status, response.headers, response.body));
  };

  let waiting = parts;
  while (waiting.length > 0) {
    const ready = waiting.filter((part) => part.dependsOn.every((id) => done.has(id.toLowerCase())));
    if (ready.length === 0) {
      return envelope('The dependsOn of the batch form a circle.');
    }
    waiting = waiting.filter((part) => !ready.includes(part));
    const queue = [...ready];
    const worker = async (): Promise<void> => {
      for (let part = queue.shift(); part !== undefined; part = queue.shift()) await runPart(part);
    };
    await Promise.all(Array.from({ length: Math.min(settings.batchPartsAtATime, queue.length) }, worker));
  }
  return { responses: [...done.values()].reverse(), parts: logged };
}
