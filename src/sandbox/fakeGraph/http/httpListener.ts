import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { refusals } from '../refusal.ts';
import type { Settings } from '../state/graphState.ts';
import type { ControlSurface } from './controlSurface.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import type { Fault } from './faults.ts';
import { errorBody, serveGraph } from './graphService.ts';
import type { GraphResponse, GraphService } from './graphService.ts';
import { readBytes } from './readBytes.ts';
import type { LoggedRequest } from './requestLog.ts';

const jsonType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Bodies of the control surface may carry seeds; they are no business of Graph's limit. */
const controlBodyBytes = 64 * 1024 * 1024;

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** Links to further pages lead back the way the client came, through a proxy if there was one. */
function originOf(headers: Readonly<Record<string, string>>): string {
  return `${headers['x-forwarded-proto'] ?? 'http'}://${headers['x-forwarded-host'] ?? headers.host ?? 'localhost'}`;
}

function payload(body: unknown): { bytes: Buffer; type: string } | null {
  if (body === undefined) return null;
  if (Buffer.isBuffer(body)) return { bytes: body, type: 'application/octet-stream' };
  if (typeof body === 'string') return { bytes: Buffer.from(body), type: 'text/plain' };
  return { bytes: Buffer.from(JSON.stringify(body)), type: jsonType };
}

/** Sends an answer and says how many bytes of body went out. Transport faults are carried out here. */
function send(response: ServerResponse, answer: GraphResponse, settings: Settings): number {
  const strikes = (kind: Fault['kind']): Fault | undefined => answer.faults.find((fault) => fault.kind === kind);
  if (strikes('cut') !== undefined || strikes('cutAfter') !== undefined) {
    response.destroy();
    return 0;
  }
  const garbage = strikes('garbage');
  const body = garbage?.kind === 'garbage'
    ? { bytes: Buffer.from(garbage.body ?? '<!doctype html><title>Proxy</title><p>Sign in to the network.'), type: garbage.contentType ?? 'text/html' }
    : payload(answer.body);
  const headers: Record<string, string> = { ...corsHeaders(settings), 'Cache-Control': 'private', 'OData-Version': '4.0' };
  if (body !== null) {
    headers['Content-Type'] = body.type;
    headers['Content-Length'] = String(body.bytes.length);
  }
  Object.assign(headers, answer.headers);
  if (garbage !== undefined && body !== null) headers['Content-Type'] = body.type;
  response.writeHead(garbage === undefined ? answer.status : 200, headers);
  if (strikes('halfBody') !== undefined && body !== null) {
    const half = body.bytes.subarray(0, Math.floor(body.bytes.length / 2));
    response.write(half, () => { response.destroy(); });
    return half.length;
  }
  response.end(body?.bytes);
  return body?.bytes.length ?? 0;
}

/** The HTTP side: CORS, bodies, the log. What an address means is not decided here. */
export function httpListener(service: GraphService, control: ControlSurface, log: (entry: LoggedRequest) => void): RequestListener {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const { settings, clock } = service.state();
    const target = request.url ?? '/';
    const path = target.split('?')[0] ?? '/';
    const method = request.method ?? 'GET';
    const at = new Date(clock.now()).toISOString();
    const isControl = path === '/healthz' || path.startsWith('/sandbox/');
    const record = (entry: Partial<LoggedRequest> & Pick<LoggedRequest, 'status' | 'bytes'>): void => {
      if (!isControl) log({ method, path: target, sent: 0, ms: Math.round((performance.now() - started) * 10) / 10, at, ...entry });
    };
    if (method === 'OPTIONS') {
      const asked = { method: request.headers['access-control-request-method'], headers: request.headers['access-control-request-headers'] };
      response.writeHead(200, { ...preflightHeaders(asked), 'Content-Length': '0' });
      response.end();
      record({ status: 200, bytes: 0, preflight: true });
      return;
    }
    const bytes = await readBytes(request, isControl ? controlBodyBytes : settings.bodyBytes);
    if (isControl) {
      const { status, body } = path === '/healthz' ? { status: 200, body: { status: 'ok' } } : await control(method, target, bytes ?? Buffer.alloc(0));
      send(response, { status, headers: {}, faults: [], body }, settings);
      return;
    }
    if (bytes === null) {
      const refusal = refusals.bodyTooLarge();
      const body = errorBody(refusal, 'none', 'none', clock.now());
      record({ status: 413, bytes: send(response, { status: 413, headers: {}, body, faults: [] }, settings) });
      return;
    }
    const headers = headersOf(request);
    const answer = await serveGraph(service, { method, target, headers, bytes, origin: originOf(headers) }, null);
    const sent = send(response, answer, settings);
    const fault = answer.faults.map((f) => f.kind).join(' ');
    const lost = answer.faults.some((f) => f.kind === 'cut' || f.kind === 'cutAfter');
    record({
      status: lost ? 0 : answer.status, bytes: sent, sent: bytes.length,
      ...(answer.user === undefined ? {} : { user: answer.user }),
      ...(fault === '' ? {} : { fault }),
      ...(answer.parts === undefined ? {} : { parts: answer.parts }),
    });
  }
  return (request, response) => {
    serve(request, response).catch((defect: unknown) => {
      // A defect of the emulator itself: loud, and the process stays up.
      console.error('The Graph emulator failed on a request:', defect);
      if (!response.headersSent) response.writeHead(500, { ...corsHeaders(service.state().settings), 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 'EmulatorDefect', message: String(defect) } }));
    });
  };
}
