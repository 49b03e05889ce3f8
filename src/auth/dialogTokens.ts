import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { readAnswer, wishAddress } from './dialogMessage.ts';
import { unlessAbandoned } from './clock.ts';
import type { Token, TokenHow, TokenSource } from './tokenSource.ts';

/**
 * Opens a page of ours in a dialog of Outlook and gives its first message. `refused` carries Office's code. Aborting
 * the signal closes the window; `clockMs` ends the waiting with `noAnswer`.
 */
export type OpenDialog = (url: string, how: { readonly signal: AbortSignal; readonly clockMs: number }) =>
  Promise<Result<{ readonly kind: 'message'; readonly value: unknown } | { readonly kind: 'closed' }>>;

export type DialogTokensOptions = {
  /** Whole address of the page that signs in (`dialogPage`). */
  readonly page: string;
  readonly isSupported: () => boolean;
  readonly open: OpenDialog;
  /** Ten minutes: a second factor may be on a phone in another room. */
  readonly clockMs?: number;
};

/** As MSAL does: a token is not used in its last five minutes. */
const earlyMs = 300_000;

type Held = { readonly token: Token; readonly scopes: ReadonlySet<string> };
type UnderWay = { readonly key: string; readonly work: Promise<Result<Token>>; readonly stop: AbortController };

/**
 * Tokens for an Outlook without nested app authentication: a dialog signs in, and the pane keeps what comes out of it
 * in memory, so that it is gone with the pane. There is no silent renewal: when the token ends, `signInNeeded` says
 * that a click will open the dialog again, which closes by itself as long as Microsoft remembers the person.
 * (Office add-ins, "Authenticate and authorize with the Office dialog API")
 */
export function dialogTokens(options: DialogTokensOptions): TokenSource {
  let held: Held | null = null;
  let underWay: UnderWay | null = null;
  /** Claims that the next window has to satisfy, by scope set: the click that follows knows nothing of them. */
  const owedClaims = new Map<string, string>();

  const usable = (wanted: readonly string[]): Token | null =>
    held !== null && covers(held.scopes, wanted) && held.token.expiresOn - earlyMs > Date.now() ? held.token : null;

  async function silently(scopes: readonly string[], how: TokenHow = {}): Promise<Result<Token>> {
    if (how.signal?.aborted) return failed({ kind: 'abandoned' });
    if (!options.isSupported()) return failed({ kind: 'signInUnsupported' });
    if (how.claims !== undefined) owedClaims.set(keyOf(scopes), how.claims);
    // Graph did not take the token at hand.
    if (how.claims !== undefined || how.forceRefresh === true) held = null;
    const token = usable(scopes);
    return token === null ? failed({ kind: 'signInNeeded', scopes }) : ok(token);
  }

  async function inDialog(scopes: readonly string[], how: TokenHow, stop: AbortController): Promise<Result<Token>> {
    // What was allowed before is asked for again, so that one token is good for all.
    const wanted = how.otherAccount === true ? [...scopes] : [...new Set([...scopes, ...(held?.scopes ?? [])])];
    const claims = how.claims ?? owedClaims.get(keyOf(scopes));
    const id = crypto.randomUUID();
    const end = await options.open(
      wishAddress(options.page, { id, scopes: wanted, claims, otherAccount: how.otherAccount === true }),
      { signal: stop.signal, clockMs: options.clockMs ?? 600_000 },
    );
    if (stop.signal.aborted) return failed({ kind: 'abandoned' });
    if (!end.ok) return failed(windowProblem(end.problem, scopes));
    if (end.value.kind === 'closed') return failed({ kind: 'signInWindow', why: 'closed', code: '12006', scopes });
    const answer = readAnswer(end.value.value, scopes);
    if (answer === null || (answer.kind === 'token' && answer.id !== id)) return failed({ kind: 'signInFailed', code: 'dialog_answer' });
    if (answer.kind === 'problem') return failed(answer.problem);
    const token: Token = { accessToken: answer.accessToken, expiresOn: answer.expiresOn, account: answer.account };
    held = { token, scopes: new Set(wanted) };
    owedClaims.delete(keyOf(scopes));
    return ok(token);
  }

  function byClick(scopes: readonly string[], how: TokenHow = {}): Promise<Result<Token>> {
    if (how.signal?.aborted) return Promise.resolve(failed({ kind: 'abandoned' }));
    if (!options.isSupported()) return Promise.resolve(failed({ kind: 'signInUnsupported' }));
    const key = JSON.stringify([keyOf(scopes), how.claims ?? '', how.otherAccount === true]);
    if (underWay?.key !== key) {
      // Outlook opens one dialog at a time, and the one that was forgotten may lie behind other windows.
      underWay?.stop.abort();
      const stop = new AbortController();
      const work = inDialog(scopes, how, stop);
      const mine: UnderWay = { key, work, stop };
      underWay = mine;
      const drop = () => { if (underWay === mine) underWay = null; };
      void work.then(drop, drop);
    }
    const current = underWay;
    how.signal?.addEventListener('abort', () => current.stop.abort(), { once: true });
    return unlessAbandoned(current.work, how.signal);
  }

  return {
    account: () => held?.token.account ?? null,
    silently,
    byClick,
    forget() {
      held = null;
      owedClaims.clear();
      underWay?.stop.abort();
      underWay = null;
    },
  };
}

function windowProblem(problem: Problem, scopes: readonly string[]): Problem {
  if (problem.kind === 'noAnswer') return { kind: 'noAnswer', from: 'signIn' };
  if (problem.kind !== 'refused') return problem;
  const why = ({ 12007: 'another', 12009: 'notAllowed', 12011: 'blocked' } as const)[problem.code] ?? 'failed';
  return { kind: 'signInWindow', why, code: problem.code, scopes };
}

/** To read is part of to write (`Contacts.Read`, `Contacts.ReadWrite`). */
function covers(had: ReadonlySet<string>, wanted: readonly string[]): boolean {
  const folded = new Set([...had].map((scope) => scope.toLowerCase()));
  return wanted.map((scope) => scope.toLowerCase()).every((scope) => folded.has(scope) || folded.has(scope.replace(/\.read(?=\.|$)/, '.readwrite')));
}

const keyOf = (scopes: readonly string[]): string => [...scopes].map((scope) => scope.toLowerCase()).sort().join(' ');
