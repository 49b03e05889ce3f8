import { randomUUID } from 'node:crypto';
import type { Caller, GraphAnswer, GraphCall } from '../call.ts';
import { parseQuery } from '../query/queryOptions.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { mailboxOf } from '../state/graphState.ts';
import type { GraphState } from '../state/graphState.ts';
import { authenticate, callerOf } from './accessToken.ts';
import type { TokenClaims } from './accessToken.ts';
import { faultRefusal } from './faults.ts';
import type { Fault, FaultList } from './faults.ts';
import { parseGraphPath } from './graphPath.ts';
import { permission } from './permissions.ts';
import type { LoggedPart } from './requestLog.ts';
import { mailboxRoutes, tenantRoutes } from './routes.ts';
import type { Route } from './routes.ts';
import { runBatch } from './runBatch.ts';
import type { Throttle } from './throttle.ts';

/** A request without its transport: what a batch part and an HTTP request have in common. */
export type GraphRequest = {
  readonly method: string;
  /** Path and query, beginning with the version. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** `http://host`. */
  readonly origin: string;
};

export type GraphResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Faults that only the transport can carry out. */
  readonly faults: readonly Fault[];
  readonly user?: string;
  readonly parts?: readonly LoggedPart[];
};

export type GraphService = {
  readonly state: () => GraphState;
  readonly faults: FaultList;
  readonly throttle: Throttle;
};

const wait = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });

/** Graph's error body. Codes and status are what a client may rely on. */
export function errorBody(refusal: Refusal, requestId: string, clientRequestId: string, now: number): unknown {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: { 'date': new Date(now).toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': clientRequestId },
    },
  };
}

const isWrite = (method: string): boolean => ['POST', 'PATCH', 'PUT'].includes(method);

/** JSON bodies are read here; what no operation can read as JSON stays bytes. */
function readBody(request: GraphRequest): unknown {
  if (request.bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? 'application/json';
  if (!type.includes('json')) return undefined;
  try {
    return JSON.parse(request.bytes.toString('utf8')) as unknown;
  } catch {
    return refusals.body();
  }
}

function routeOf(method: string, shape: string, scope: 'me' | 'user' | 'tenant'): Route | Refusal {
  const routes = scope === 'tenant' ? tenantRoutes : mailboxRoutes;
  const route = routes[`${method} ${shape}`];
  if (route !== undefined) return route;
  const others = Object.keys(routes).filter((key) => key.endsWith(` ${shape}`));
  if (others.length === 0) return refusals.notEmulated(`${method} ${scope === 'tenant' ? '/' : '/me/'}${shape}`);
  const isCollection = /(contacts\}|contactFolders|childFolders|masterCategories|extensions)$/.test(shape);
  if (isCollection && ['PATCH', 'PUT', 'DELETE'].includes(method)) {
    return refusals.methodOnCollection(method === 'DELETE' ? 'DELETE' : 'PATCH/MERGE');
  }
  return refusals.odataNotSupported(405);
}

/** Runs one request against the service, from token to answer. */
export async function serveGraph(service: GraphService, request: GraphRequest, inBatchOf: TokenClaims | null): Promise<GraphResponse> {
  const state = service.state();
  const now = state.clock.now();
  const requestId = randomUUID();
  const clientRequestId = request.headers['client-request-id'] ?? requestId;
  const ids: Record<string, string> = { 'request-id': requestId, 'client-request-id': clientRequestId };
  const path = request.target.split('?')[0] ?? '';
  const address = `${request.origin}${path}`;

  const authenticated = inBatchOf === null
    ? authenticate(request.headers.authorization, state.directory, now)
    : callerOf(inBatchOf, state.directory, now);
  const token = isRefusal(authenticated) ? null : authenticated.token;
  const faults = service.faults.strike(request.method, request.target, token);
  for (const fault of faults) if (fault.kind === 'latency' && isRefusal(authenticated)) await wait(fault.ms);

  const user = isRefusal(authenticated) ? undefined : authenticated.caller.user.mail;
  const respond = (answer: GraphAnswer | Refusal, parts?: readonly LoggedPart[]): GraphResponse => ({
    status: answer.status,
    headers: { ...ids, ...answer.headers },
    body: isRefusal(answer) ? errorBody(answer, requestId, clientRequestId, state.clock.now()) : answer.body,
    faults,
    ...(user === undefined ? {} : { user }),
    ...(parts === undefined ? {} : { parts }),
  });

  if (faults.some((fault) => fault.kind === 'cut')) return respond({ status: 0 });
  for (const fault of faults) {
    const refusal = faultRefusal(fault, address, Math.floor(now / 1000));
    if (refusal === null) continue;
    await latency(faults);
    return respond(refusal);
  }
  if (isRefusal(authenticated)) return respond(authenticated);
  const { caller } = authenticated;

  const parsed = parseGraphPath(path);
  if (parsed === null) return respond(refusals.notEmulated(`${request.method} ${path}`));
  if (isRefusal(parsed)) return respond(parsed);
  const body = readBody(request);
  if (parsed.shape === '$batch') {
    if (inBatchOf !== null) return respond(refusals.badRequest('A batch request cannot be nested in another batch request.'));
    if (request.method !== 'POST') return respond(refusals.odataNotSupported(405));
    await latency(faults);
    const batch = await runBatch(service, request, isRefusal(body) ? undefined : body, parsed.version, authenticated.token);
    return isRefusal(batch) ? respond(batch) : respond({ status: 200, body: { responses: batch.responses } }, batch.parts);
  }
  const route = routeOf(request.method, parsed.shape, parsed.scope);
  if (isRefusal(route)) return respond(route);
  const query = parseQuery(request.target.split('?').slice(1).join('?'));
  if (isRefusal(query)) return respond(query);

  const subject = parsed.scope === 'user' ? state.directory.find(parsed.user) : caller.user;
  if (subject === undefined || (subject.kind === 'personal' && subject !== caller.user)) {
    return respond(refusals.userNotFound(parsed.user));
  }
  const denied = permission(route.access, caller, subject, state.settings);
  if (denied !== null) return respond(denied);

  const key = `${caller.appId} ${subject.id}`;
  const throttled = service.throttle.enter(key, isWrite(request.method) ? { bytes: request.bytes.length } : null, now);
  if (throttled !== null) return respond(throttled);
  try {
    await latency(faults);
    // The body is read last: who may not write is not told what is wrong with the writing.
    if (isRefusal(body)) return respond(body);
    const call: GraphCall = {
      state, version: parsed.version, method: request.method, address, root: `${request.origin}/${parsed.version}`, query,
      headers: request.headers, body, bytes: request.bytes, caller, subject, folders: parsed.folders, keys: parsed.keys, now,
    };
    return respond(await run(route, call, caller));
  } finally {
    service.throttle.leave(key);
  }
}

async function latency(faults: readonly Fault[]): Promise<void> {
  for (const fault of faults) if (fault.kind === 'latency') await wait(fault.ms);
}

/** Mailboxes on premises, without a licence or of guests have no contacts for Graph. */
async function run(route: Route, call: GraphCall, caller: Caller): Promise<GraphAnswer | Refusal> {
  if (route.on === 'subject') return route.run(call);
  const mailbox = mailboxOf(call.state, call.subject);
  if (mailbox === undefined || mailbox.owner.mailbox === 'onPremises' || mailbox.owner.mailbox === 'none') {
    return call.subject === caller.user || mailbox !== undefined ? refusals.mailboxNotEnabled() : refusals.resourceNotFound();
  }
  return route.run({ ...call, mailbox });
}
