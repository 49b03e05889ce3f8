import { createFaultList } from './http/faults.ts';
import { createControlSurface, issueToken } from './http/controlSurface.ts';
import type { Sandbox } from './http/controlSurface.ts';
import { httpListener } from './http/httpListener.ts';
import { listenOnLoopback } from './http/listenOnLoopback.ts';
import type { LoggedRequest } from './http/requestLog.ts';
import { createThrottle } from './http/throttle.ts';
import { defaultSettings } from './state/graphState.ts';
import type { Clock, GraphState, Settings } from './state/graphState.ts';
import type { MailboxEvent } from './state/mailbox.ts';
import { isSeed, seedState } from './state/seedState.ts';
import { createNotifier } from './subscriptions/notifier.ts';
import type { Notifier } from './subscriptions/notifier.ts';

export type FakeGraphOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Where the time comes from; `POST /sandbox/clock` moves it on from there. */
  readonly clock?: Clock;
  /** `demo` or `empty`. */
  readonly seed?: string;
  /** How many contacts adele has in all. */
  readonly contacts?: number;
};

export type FakeGraph = {
  /** `http://localhost:3001`: Graph's paths begin with `/v1.0` or `/beta` below it. */
  readonly url: string;
  readonly port: number;
  /** A bearer token for a user, by key or address. */
  token(user: string, scopes: readonly string[]): string;
  /** As `POST /sandbox/reset`. */
  reset(options?: { seed?: string; contacts?: number }): void;
  readonly settings: Settings;
  readonly requests: readonly LoggedRequest[];
  stop(): Promise<void>;
};

/** Starts the emulator of Microsoft Graph for Outlook contacts and resolves when it answers. */
export async function startFakeGraph(options: FakeGraphOptions = {}): Promise<FakeGraph> {
  const base = options.clock ?? { now: () => Date.now() };
  let offset = 0;
  const clock: Clock = { now: () => base.now() + offset };
  const settings = defaultSettings();
  const requests: LoggedRequest[] = [];
  let tokens = 0;
  let chosen = { seed: options.seed ?? 'demo', contacts: options.contacts ?? null };
  if (!isSeed(chosen.seed)) throw new Error(`There is no seed "${chosen.seed}".`);
  // A reset makes a new service: what the old one still had to tell its subscribers is gone with it.
  const start = (): { state: GraphState; notifier: Notifier } => {
    const onEvent = (event: MailboxEvent): void => { notifier.onEvent(event); };
    const fresh = seedState(clock, settings, chosen, onEvent);
    const notifier = createNotifier(fresh.subscriptions, () => settings, clock);
    return { state: fresh, notifier };
  };
  let running = start();
  const faults = createFaultList();
  const throttle = createThrottle(() => settings);
  const service = { state: () => running.state, faults, throttle };

  const sandbox: Sandbox = {
    service,
    requests,
    issuedTokens: () => tokens,
    nextToken: () => {
      tokens += 1;
      return tokens;
    },
    reset: (wish) => {
      const seed = wish.seed ?? 'demo';
      if (!isSeed(seed)) return `There is no seed "${seed}".`;
      Object.assign(settings, defaultSettings());
      offset = 0;
      chosen = { seed, contacts: wish.contacts ?? null };
      running.notifier.stop();
      running = start();
      faults.replace([], tokens);
      throttle.clear();
      return null;
    },
    setClock: (change) => {
      if (change.now !== undefined) {
        const at = Date.parse(change.now);
        if (Number.isNaN(at)) return '"now" is no time.';
        offset = at - base.now();
      }
      offset += change.advanceMs ?? 0;
      return null;
    },
    notifier: () => running.notifier,
  };
  const listening = await listenOnLoopback(
    httpListener(service, createControlSurface(sandbox), (entry) => { requests.push(entry); }), options.port ?? 0,
  );
  return {
    url: `http://localhost:${listening.port}`,
    port: listening.port,
    token: (user, scopes) => {
      const token = issueToken(sandbox, { user, scopes });
      if (token === null) throw new Error(`Nobody is called "${user}".`);
      return token.access_token;
    },
    reset: (wish = {}) => {
      const problem = sandbox.reset(wish);
      if (problem !== null) throw new Error(problem);
      requests.length = 0;
    },
    settings,
    requests,
    stop: async () => {
      running.notifier.stop();
      await listening.stop();
    },
  };
}
