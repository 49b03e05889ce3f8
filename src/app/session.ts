import type { EitherTokens, Way } from '#auth/eitherTokens';
import type { Token } from '#auth/tokenSource';
import { foldAddress } from '#domain/normalize';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import type { GetToken } from '#graph/client';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

/** Who is signed in, and how. */
export type SessionState = {
  readonly way: Way;
  /** The account's name, usually an address; null before the first token. */
  readonly account: string | null;
  readonly mailbox: string;
  /** The person signed out here: nothing is asked for until they sign in again. */
  readonly signedOut: boolean;
};

export type SessionPorts = {
  readonly tokens: EitherTokens;
  /** The address of the mailbox, '' when Outlook keeps it to itself. */
  readonly mailbox: () => string;
  /** Whether what is kept here is this account's (tenant/account). `otherAccount`, and it is going to be exchanged, when not. */
  readonly keepApart: (account: string) => Promise<Result<null>>;
  /** Two small facts that outlive the pane. */
  readonly remembered: {
    readonly get: (name: 'account' | 'signedOut') => unknown;
    readonly set: (name: 'account' | 'signedOut', value: unknown) => Promise<Result<null>>;
  };
  /** The browser knows that there is no connection: whatever the sign-in says then, that is why. */
  readonly isOffline?: () => boolean;
  /** Deletes everything kept on this device. */
  readonly forgetDevice: () => Promise<Result<void>>;
  /** With a permission given or an account chosen, whatever waited for it goes on. */
  readonly goOn: () => void;
};

export type Session = {
  readonly state: Cell<SessionState>;
  readonly getToken: GetToken;
  /** Call from a click only: a window may open. Aborting the signal closes it, where that can be done. */
  readonly signIn: (scopes: readonly string[], signal?: AbortSignal) => Promise<Result<null>>;
  /** The same, with a choice of account. */
  readonly useAnotherAccount: (scopes: readonly string[], signal?: AbortSignal) => Promise<Result<null>>;
  /** The account that was signed in is right, although it is called otherwise than the mailbox. */
  readonly keepAccount: () => Promise<void>;
  /** Forgets tokens and everything on this device, and signs in again only when asked to. */
  readonly signOut: () => Promise<Result<void>>;
};

/**
 * One sign-in for the whole pane. The account is compared with the mailbox before its token is used for anything: a
 * user principal name may well differ from a mail address, so a difference is a question, asked once.
 * (Outlook add-ins: the signed-in user need not be the mailbox's)
 */
export function session(ports: SessionPorts): Session {
  const { tokens, remembered } = ports;
  const state = createCell<SessionState>(look());
  /** Whom the person said to be right, beside what is remembered. */
  let right: string | null = null;

  function look(): SessionState {
    return {
      way: tokens.way(), account: tokens.account()?.username ?? null, mailbox: ports.mailbox(),
      signedOut: remembered.get('signedOut') === true,
    };
  }
  function tell(): void {
    const [before, now] = [state.get(), look()];
    if (before.way !== now.way || before.account !== now.account || before.signedOut !== now.signedOut || before.mailbox !== now.mailbox) state.set(now);
  }

  async function admitted(token: Token): Promise<Result<string>> {
    const { username } = token.account;
    const mailbox = ports.mailbox();
    const account = accountKey(token);
    const same = username === '' || mailbox === '' || foldAddress(username) === foldAddress(mailbox);
    if (!same && right !== account && remembered.get('account') !== account) return failed({ kind: 'wrongAccount' });
    const apart = await ports.keepApart(account);
    return apart.ok ? ok(token.accessToken) : apart;
  }

  const why = (problem: Problem): Problem =>
    (ports.isOffline?.() === true && (problem.kind === 'signInFailed' || (problem.kind === 'noAnswer' && problem.from === 'signIn')) ? { kind: 'offline' } : problem);

  async function ask(scopes: readonly string[], how: { readonly otherAccount: boolean; readonly signal?: AbortSignal | undefined }): Promise<Result<null>> {
    const token = await tokens.byClick(scopes, how);
    if (!token.ok) {
      tell();
      return failed(why(token.problem));
    }
    if (remembered.get('signedOut') === true) await remembered.set('signedOut', undefined);
    tell();
    const admission = await admitted(token.value);
    // The pane of that account is on its way, with all that was waiting in it.
    if (!admission.ok && admission.problem.kind === 'otherAccount') return ok(null);
    // Also with the wrong one: whoever waits for a token has to learn of it.
    ports.goOn();
    return admission.ok ? ok(null) : admission;
  }

  return {
    state,
    async getToken(scopes, how) {
      if (remembered.get('signedOut') === true) return failed({ kind: 'signInNeeded', scopes });
      const token = await tokens.silently(scopes, how);
      tell();
      return token.ok ? admitted(token.value) : failed(why(token.problem));
    },
    signIn: (scopes, signal) => ask(scopes, { otherAccount: false, signal }),
    useAnotherAccount: (scopes, signal) => ask(scopes, { otherAccount: true, signal }),
    async keepAccount() {
      const account = tokens.account();
      if (account === null) return;
      right = `${account.tenantId}/${account.homeAccountId}`;
      // Ids, no name. When Outlook does not take it, the question comes again in the next pane.
      const noting = remembered.set('account', right);
      // Another one's pane is exchanged before anything goes on.
      if ((await ports.keepApart(right)).ok) ports.goOn();
      await noting;
    },
    async signOut() {
      tokens.forget();
      right = null;
      await remembered.set('account', undefined);
      await remembered.set('signedOut', true);
      const gone = await ports.forgetDevice();
      tell();
      ports.goOn();
      return gone;
    },
  };
}

const accountKey = ({ account }: Token): string => `${account.tenantId}/${account.homeAccountId}`;
