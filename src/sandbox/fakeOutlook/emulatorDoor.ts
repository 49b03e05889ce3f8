/**
 * Lets the host page reach the emulator's control surface from its own origin: `/emulator/token` is
 * `/sandbox/token` there. Graph's own paths do not pass; the pane has to cross origins for them, as in real life.
 */
import type { IncomingMessage } from 'node:http';

const patience = 10_000;
const mostBytes = 1_000_000;

export async function passToEmulator(
  request: IncomingMessage, path: string, graphUrl: string,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  const refuse = (status: number, message: string) => ({ status, headers, body: JSON.stringify({ error: { message } }) });
  if (!/^(token|faults|reset|requests)$/.test(path)) return refuse(404, `the control surface has no ${path}`);
  // Another site's page could post here with a plain form; JSON it cannot send without asking first.
  if (request.method === 'POST' && !/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return refuse(415, 'JSON only');
  }
  const body = request.method === 'POST' ? await readBody(request) : null;
  if (body !== null && body.length > mostBytes) return refuse(413, 'too long');
  try {
    const answer = await fetch(`${graphUrl}/sandbox/${path}`, {
      method: request.method ?? 'GET',
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(patience),
      ...(body === null ? {} : { body }),
    });
    return { status: answer.status, headers, body: await answer.text() };
  } catch (trouble) {
    return refuse(502, `the Graph emulator does not answer: ${String(trouble)}`);
  }
}

/** An access token that the emulator takes. Throws when it gives none. */
export async function tokenOf(graphUrl: string, body: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await fetch(`${graphUrl}/sandbox/token`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(patience),
  });
  const { access_token: token } = await answer.json() as { access_token?: unknown };
  if (typeof token !== 'string') throw new Error(`the emulator gave no token (${answer.status})`);
  return token;
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes + 1) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
