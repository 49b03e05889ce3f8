import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import { claimsChallenge } from './accessToken.ts';
import type { TokenClaims } from './accessToken.ts';

type Where = { readonly method?: string; readonly path?: string; readonly times?: number; readonly after?: number };

/** Trouble on request. Without `times` a fault lasts until the list is replaced; `after` lets the first n through. */
export type Fault = Where & (
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly code?: string; readonly message?: string; readonly retryAfter?: number }
  | { readonly kind: 'claims' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'cutAfter' }
  | { readonly kind: 'halfBody' }
  | { readonly kind: 'garbage'; readonly body?: string; readonly contentType?: string }
);

export type FaultKind = Fault['kind'];
const kinds: readonly FaultKind[] = ['latency', 'status', 'claims', 'cut', 'cutAfter', 'halfBody', 'garbage'];

/** What Graph says with a status when the fault names no code of its own. */
const usualCode: Readonly<Record<number, string>> = {
  400: 'BadRequest', 401: 'InvalidAuthenticationToken', 403: 'ErrorAccessDenied', 404: 'ErrorItemNotFound', 409: 'Conflict',
  410: 'SyncStateNotFound', 412: 'ErrorIrresolvableConflict', 423: 'Locked', 429: 'TooManyRequests', 500: 'ErrorInternalServerError',
  501: 'NotImplemented', 502: 'UnknownError', 503: 'ServiceUnavailable', 504: 'UnknownError',
};

type Armed = { readonly fault: Fault; seen: number; used: number; readonly sinceToken: number };

export type FaultList = {
  replace(faults: readonly Fault[], sinceToken: number): void;
  /** The faults that strike this request now; counts them. */
  strike(method: string, path: string, token: TokenClaims | null): readonly Fault[];
};

/** Reads a list from the control surface; a sentence says what is wrong with it. */
export function readFaults(value: unknown): readonly Fault[] | string {
  if (!Array.isArray(value)) return '"faults" must be an array.';
  for (const entry of value as unknown[]) {
    if (!isObject(entry) || !kinds.some((kind) => kind === entry.kind)) return `Each fault needs a "kind": ${kinds.join(', ')}.`;
    if (entry.kind === 'latency' && typeof entry.ms !== 'number') return 'A latency fault needs "ms".';
    if (entry.kind === 'status' && typeof entry.status !== 'number') return 'A status fault needs "status".';
    for (const name of ['times', 'after'] as const) if (entry[name] !== undefined && typeof entry[name] !== 'number') return `"${name}" must be a number.`;
    for (const name of ['method', 'path'] as const) if (entry[name] !== undefined && typeof entry[name] !== 'string') return `"${name}" must be text.`;
    if (typeof entry.path === 'string' && entry.path.startsWith('/') && entry.path.length > 1 && entry.path.endsWith('/') && pattern(entry.path) === null) {
      return `"${entry.path}" is no regular expression.`;
    }
  }
  return value as Fault[];
}

/** `/…/` is a regular expression, anything else a part of the address. */
function pattern(path: string): RegExp | null {
  try {
    return new RegExp(path.slice(1, -1));
  } catch {
    return null;
  }
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  if (/^\/.+\/$/.test(fault.path)) return pattern(fault.path)?.test(path) === true;
  return path.includes(fault.path);
}

export function createFaultList(): FaultList {
  let armed: Armed[] = [];
  return {
    replace: (faults, sinceToken) => { armed = faults.map((fault) => ({ fault, seen: 0, used: 0, sinceToken })); },
    strike: (method, path, token) => {
      const striking: Fault[] = [];
      for (const entry of armed) {
        if (!matches(entry.fault, method, path)) continue;
        if (entry.fault.kind === 'claims' && token !== null && token.serial > entry.sinceToken) continue;
        if (entry.fault.kind !== 'latency' && striking.some((fault) => fault.kind !== 'latency')) continue;
        entry.seen += 1;
        if (entry.seen <= (entry.fault.after ?? 0) || entry.used >= (entry.fault.times ?? Number.POSITIVE_INFINITY)) continue;
        entry.used += 1;
        striking.push(entry.fault);
      }
      return striking;
    },
  };
}

/** The refusal a fault stands for, where it is one. */
export function faultRefusal(fault: Fault, address: string, nowSeconds: number): Refusal | null {
  if (fault.kind === 'claims') return claimsChallenge(nowSeconds);
  if (fault.kind !== 'status') return null;
  const headers: Record<string, string> = {};
  if (fault.retryAfter !== undefined) headers['Retry-After'] = String(fault.retryAfter);
  if (fault.status === 410) headers.Location = `${address}?%24deltatoken=`;
  return refuse(fault.status, fault.code ?? usualCode[fault.status] ?? 'UnknownError', fault.message ?? 'A fault asked for by the test.', headers);
}
