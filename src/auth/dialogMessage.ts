import type { Problem } from '#domain/problem';
import type { TokenAccount } from './tokenSource.ts';

/** What the pane wants of the page in the dialog. It travels in the page's address, so it names nobody. */
export type Wish = {
  /** The answer carries it back. */
  readonly id: string;
  readonly scopes: readonly string[];
  /** A claims challenge as JSON text. */
  readonly claims?: string | undefined;
  readonly otherAccount: boolean;
};

export type DialogAnswer =
  | {
    readonly kind: 'token';
    readonly id: string;
    readonly accessToken: string;
    /** Milliseconds since 1970. */
    readonly expiresOn: number;
    readonly account: TokenAccount;
  }
  | { readonly kind: 'problem'; readonly problem: Problem };

export function wishAddress(page: string, wish: Wish): string {
  const url = new URL(page);
  url.searchParams.set('id', wish.id);
  url.searchParams.set('scopes', wish.scopes.join(' '));
  if (wish.claims !== undefined) url.searchParams.set('claims', wish.claims);
  if (wish.otherAccount) url.searchParams.set('account', 'other');
  return url.href;
}

/** Null when the address holds no wish: somebody opened the page by hand, or loaded it anew. */
export function readWish(address: string): Wish | null {
  if (!URL.canParse(address)) return null;
  const query = new URL(address).searchParams;
  const id = query.get('id') ?? '';
  const scopes = (query.get('scopes') ?? '').split(' ').filter((scope) => /^[\w.:/-]+$/.test(scope));
  const claims = query.get('claims');
  if (!/^[\w-]{8,64}$/.test(id) || scopes.length === 0) return null;
  return { id, scopes, ...(claims === null ? {} : { claims }), otherAccount: query.get('account') === 'other' };
}

/** The answer in a message, checked to the last field; null for anything else. */
export function readAnswer(value: unknown, scopes: readonly string[]): DialogAnswer | null {
  if (!isRecord(value)) return null;
  if (value.kind === 'problem') return { kind: 'problem', problem: readProblem(value.problem, scopes) };
  const { id, accessToken, expiresOn, account } = value;
  if (value.kind !== 'token' || typeof id !== 'string' || typeof accessToken !== 'string' || accessToken === '') return null;
  if (typeof expiresOn !== 'number' || !Number.isFinite(expiresOn) || !isRecord(account)) return null;
  const { homeAccountId, tenantId, username } = account;
  if (typeof homeAccountId !== 'string' || typeof tenantId !== 'string' || typeof username !== 'string') return null;
  return { kind: 'token', id, accessToken, expiresOn, account: { homeAccountId, tenantId, username } };
}

/** Only problems that a page for signing in can have, and of a code only what looks like one. */
function readProblem(value: unknown, scopes: readonly string[]): Problem {
  const { kind, code } = isRecord(value) ? value : {};
  switch (kind) {
    case 'signInCancelled': return { kind, scopes };
    case 'adminConsentNeeded':
    case 'offline': return { kind };
    case 'noAnswer': return { kind, from: 'signIn' };
    default: return { kind: 'signInFailed', code: typeof code === 'string' && /^[\w.-]{1,64}$/.test(code) ? code : 'unknown' };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
