/**
 * The host page's line to the Graph emulator's control surface. It goes through the page's own server
 * (`/emulator/…`), so that it needs no cross-origin rules. Every call ends: the clock is ours.
 */
import type { UserKey } from '../../seed/people.ts';
import { isRecord } from './envelope.ts';
import type { Situation } from './situation.ts';

const patience = 10_000;

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`/emulator/${path}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(patience),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
  return text === '' ? null : JSON.parse(text);
}

export async function accessToken(user: UserKey, scopes: readonly string[], expiresIn: number, claims: string | null): Promise<string> {
  const answer = await post('token', { user, scopes, expires_in: expiresIn, ...(claims === null ? {} : { claims }) });
  const token = isRecord(answer) ? answer['access_token'] : undefined;
  if (typeof token !== 'string') throw new Error('the answer holds no access_token');
  return token;
}

const faults: Readonly<Record<Situation['fault'], readonly Record<string, unknown>[]>> = {
  none: [],
  latency: [{ kind: 'latency', ms: 2000 }],
  busy: [{ kind: 'status', status: 429, code: 'TooManyRequests', retryAfter: 5 }],
  error: [{ kind: 'status', status: 500, code: 'InternalServerError' }],
  cut: [{ kind: 'cut' }],
  garbage: [{ kind: 'garbage' }],
  halfBody: [{ kind: 'halfBody' }],
  claims: [{ kind: 'claims' }],
  // Somebody else deleted the contact while it was on screen.
  gone: ['PATCH', 'DELETE'].map((method) => ({ kind: 'status', status: 404, code: 'ErrorItemNotFound', method })),
};

/** What the emulator is to do to every request; a lost connection is a cut of all of them. */
export function faultsOf(situation: Pick<Situation, 'fault' | 'connection'>): readonly Record<string, unknown>[] {
  return situation.connection === 'offline' ? faults.cut : faults[situation.fault];
}

export function hasFaults(situation: Pick<Situation, 'fault' | 'connection'>): boolean {
  return faultsOf(situation).length > 0;
}

export async function setFaults(situation: Pick<Situation, 'fault' | 'connection'>): Promise<void> {
  await post('faults', { faults: faultsOf(situation) });
}
