import type { Problem } from '#domain/problem';
import { retryAfterMs } from './retry.ts';

export type RefusedAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
};

/** What is said when Graph is busy and does not say for how long (browsers may not be shown `Retry-After`). */
const busyWithoutWord = 10_000;

const noMailbox = new Set([
  'MailboxNotEnabledForRESTAPI', 'MailboxNotSupportedForRESTAPI', 'ErrorNonExistentMailbox', 'NoMailbox',
  // Only calls below /me come here; the thing not found is then the mailbox of somebody without Exchange.
  'ResourceNotFound', 'Request_ResourceNotFound',
].map((code) => code.toLowerCase()));

const staleBookmark = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

/**
 * An answer outside 2xx as a problem of ours. Decided by status and code, never by Graph's wording; codes may nest
 * in `innerError`, and one we do not know falls into the general case of its status.
 * (Graph guide, "Microsoft Graph error responses and resource types")
 */
export function graphProblem(answer: RefusedAnswer): Problem {
  const { status } = answer;
  const codes = errorCodes(answer.body);
  const known = codes.map((code) => code.toLowerCase());
  const has = (set: ReadonlySet<string>) => known.some((code) => set.has(code));

  if (status >= 400 && status < 500 && has(noMailbox)) return { kind: 'mailboxUnsupported' };
  if (status === 410 || (status < 500 && has(staleBookmark))) return { kind: 'bookmarkExpired' };
  // Folder names are taken with 400 in most tenants and with 409 in some; both are a plain refusal.
  if (known.includes('errorfolderexists')) return refused(answer, codes);
  // A mailbox that is full, or has no room for more names of properties, says 403; nobody was denied anything.
  if (known.includes('errorquotaexceeded')) return refused(answer, codes);
  switch (status) {
    case 401:
      return { kind: 'signInFailed', code: codes[0] ?? '401' };
    case 403:
      return { kind: 'accessDenied' };
    case 404:
      return { kind: 'gone' };
    case 409:
    case 412:
      return { kind: 'changedElsewhere' };
    case 429:
      return { kind: 'busy', retryAfterMs: retryAfterMs(answer.header('Retry-After')) ?? busyWithoutWord, notDone: true };
    case 503:
    case 504:
      return { kind: 'busy', retryAfterMs: retryAfterMs(answer.header('Retry-After')) ?? busyWithoutWord };
    case 501:
      return refused(answer, codes);
    default:
      return status >= 500
        ? { kind: 'serverTrouble', status, requestId: requestId(answer) }
        : refused(answer, codes);
  }
}

/** The codes of an error body from the outermost inwards; [] when it is not such a body. */
export function errorCodes(body: unknown): readonly string[] {
  const codes: string[] = [];
  let level = member(body, 'error');
  // Deep enough for anything seen; a bound, since the body is not ours.
  for (let depth = 0; depth < 8 && typeof level === 'object' && level !== null; depth += 1) {
    const code = member(level, 'code');
    if (typeof code === 'string' && code !== '') codes.push(code);
    level = member(level, 'innerError') ?? member(level, 'innererror');
  }
  return codes;
}

function refused(answer: RefusedAnswer, codes: readonly string[]): Problem {
  const message = member(member(answer.body, 'error'), 'message');
  return {
    kind: 'refused',
    code: codes[0] ?? String(answer.status),
    message: typeof message === 'string' ? withoutPersons(message) : '',
  };
}

/** Graph quotes what it was sent; addresses must not travel on in a problem. */
const withoutPersons = (message: string): string => message.slice(0, 300).replace(/[^\s'"<>(),;]+@[^\s'"<>(),;]+/g, '…');

function requestId(answer: RefusedAnswer): string {
  const inBody = member(member(member(answer.body, 'error'), 'innerError'), 'request-id');
  return answer.header('request-id') ?? (typeof inBody === 'string' ? inBody : '');
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
