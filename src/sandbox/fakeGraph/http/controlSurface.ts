import { isRefusal } from '../refusal.ts';
import type { Caller } from '../call.ts';
import { isObject } from '../shapes/readValues.ts';
import { changeElsewhere } from '../operations/changeElsewhere.ts';
import { describeMailbox } from '../operations/describeMailbox.ts';
import { mailboxOf } from '../state/graphState.ts';
import type { GraphState, Settings } from '../state/graphState.ts';
import { defaultAppId, writeToken } from './accessToken.ts';
import { readFaults } from './faults.ts';
import type { GraphService } from './graphService.ts';
import type { LoggedRequest } from './requestLog.ts';
import type { LifecycleEvent, Notifier } from '../subscriptions/notifier.ts';

const lifecycleEvents: readonly LifecycleEvent[] = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'];

export type ControlAnswer = { readonly status: number; readonly body: unknown };
export type ControlSurface = (method: string, target: string, bytes: Buffer) => Promise<ControlAnswer>;

/** What the control surface can do beside what the service offers. */
export type Sandbox = {
  readonly service: GraphService;
  readonly requests: LoggedRequest[];
  readonly issuedTokens: () => number;
  readonly nextToken: () => number;
  readonly reset: (options: { seed?: string; contacts?: number }) => string | null;
  readonly setClock: (change: { advanceMs?: number; now?: string }) => string | null;
  readonly notifier: () => Notifier;
};

const wrong = (message: string): ControlAnswer => ({ status: 400, body: { error: message } });
const fine = (body: unknown): ControlAnswer => ({ status: 200, body });

/** Scopes as MSAL asks for them: with or without the resource in front, as a list or as one text. */
export function readScopes(value: unknown): string[] | null {
  const list = typeof value === 'string' ? value.split(/[\s,]+/) : value;
  if (!Array.isArray(list) || list.some((scope) => typeof scope !== 'string')) return null;
  return (list as string[]).map((scope) => scope.replace(/^https?:\/\/[^/]+\//, '')).filter((scope) => scope !== '');
}

export function issueToken(sandbox: Sandbox, request: { user: string; scopes: readonly string[]; expiresIn?: number; claims?: boolean; appId?: string; audience?: string }): { access_token: string; expires_in: number; scopes: readonly string[] } | null {
  const { directory, clock } = sandbox.service.state();
  const user = directory.called(request.user);
  if (user === undefined) return null;
  const expiresIn = request.expiresIn ?? 3600;
  const access_token = writeToken({
    user: user.id, scopes: request.scopes, expires: Math.floor(clock.now() / 1000) + expiresIn, serial: sandbox.nextToken(),
    claims: request.claims ?? false, appId: request.appId ?? defaultAppId,
    ...(request.audience === undefined ? {} : { audience: request.audience }),
  });
  return { access_token, expires_in: expiresIn, scopes: request.scopes };
}

function applySettings(settings: Settings, changes: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(settings, name)) return `There is no setting "${name}".`;
    if (typeof value !== typeof settings[name as keyof Settings]) return `"${name}" must be a ${typeof settings[name as keyof Settings]}.`;
  }
  Object.assign(settings, changes);
  return null;
}

const ownerOf = (state: GraphState, key: unknown): Caller['user'] | undefined =>
  typeof key === 'string' ? state.directory.called(key) : undefined;

function controls(sandbox: Sandbox): Record<string, (body: Record<string, unknown>, query: URLSearchParams) => ControlAnswer | Promise<ControlAnswer>> {
  const state = (): GraphState => sandbox.service.state();
  return {
    'POST token': (body) => {
      const scopes = readScopes(body.scopes ?? []);
      if (scopes === null) return wrong('"scopes" must be an array of text.');
      const token = issueToken(sandbox, {
        user: String(body.user ?? ''), scopes,
        ...(typeof body.expires_in === 'number' ? { expiresIn: body.expires_in } : {}),
        ...(typeof body.appId === 'string' ? { appId: body.appId } : {}),
        ...(typeof body.audience === 'string' ? { audience: body.audience } : {}),
        claims: body.claims !== undefined && body.claims !== false,
      });
      return token === null ? wrong(`Nobody is called "${String(body.user)}".`) : fine(token);
    },
    'POST reset': (body) => {
      if (body.contacts !== undefined && !(typeof body.contacts === 'number' && Number.isInteger(body.contacts) && body.contacts >= 0)) {
        return wrong('"contacts" must be a whole number.');
      }
      const problem = sandbox.reset({
        ...(typeof body.seed === 'string' ? { seed: body.seed } : {}),
        ...(typeof body.contacts === 'number' ? { contacts: body.contacts } : {}),
      });
      if (problem !== null) return wrong(problem);
      if (body.keepRequests !== true) sandbox.requests.length = 0;
      return fine({ contacts: Object.fromEntries([...state().mailboxes.values()].map((m) => [m.owner.mail, m.contacts.size])) });
    },
    'POST faults': (body) => {
      const faults = readFaults(body.faults);
      if (typeof faults === 'string') return wrong(faults);
      sandbox.service.faults.replace(faults, sandbox.issuedTokens());
      return fine({ faults: faults.length });
    },
    'GET requests': () => fine({ requests: sandbox.requests }),
    'DELETE requests': () => {
      sandbox.requests.length = 0;
      return fine({ requests: [] });
    },
    'GET state': (_body, query) => {
      const owner = ownerOf(state(), query.get('user') ?? 'adele');
      const mailbox = owner === undefined ? undefined : mailboxOf(state(), owner);
      return mailbox === undefined ? wrong('That user has no mailbox here.') : fine(describeMailbox(state(), mailbox));
    },
    'POST change': (body) => {
      const owner = ownerOf(state(), body.user);
      const mailbox = owner === undefined ? undefined : mailboxOf(state(), owner);
      if (mailbox === undefined) return wrong('"user" must name somebody with a mailbox.');
      const changed = changeElsewhere(state(), mailbox, body);
      return isRefusal(changed) ? { status: changed.status, body: { error: changed.message, code: changed.code } } : fine(changed);
    },
    'POST expireDelta': () => {
      for (const mailbox of state().mailboxes.values()) mailbox.deltaEpoch += 1;
      return fine({});
    },
    'GET settings': () => fine(state().settings),
    'POST settings': (body) => {
      const problem = applySettings(state().settings, body);
      return problem === null ? fine(state().settings) : wrong(problem);
    },
    'POST clock': (body) => {
      const problem = sandbox.setClock({
        ...(typeof body.advanceMs === 'number' ? { advanceMs: body.advanceMs } : {}),
        ...(typeof body.now === 'string' ? { now: body.now } : {}),
      });
      return problem === null ? fine({ now: new Date(state().clock.now()).toISOString() }) : wrong(problem);
    },
    'GET subscriptions': () => fine({
      subscriptions: [...state().subscriptions.values()].map((s) => ({ ...s, filter: s.filter !== null, changes: [...s.changes] })),
      deliveries: sandbox.notifier().deliveries,
    }),
    'POST lifecycle': async (body) => {
      const subscription = state().subscriptions.get(String(body.subscriptionId));
      const event = lifecycleEvents.find((e) => e === body.event);
      if (subscription === undefined || event === undefined) return wrong(`"subscriptionId" and "event" (${lifecycleEvents.join(', ')}) are needed.`);
      await sandbox.notifier().sendLifecycle(subscription, event);
      return fine({});
    },
  };
}

/** Paths beside Graph's own, for tests and for the host page: `/sandbox/…`. */
export function createControlSurface(sandbox: Sandbox): ControlSurface {
  const table = controls(sandbox);
  return async (method, target, bytes) => {
    const [path, query] = target.split('?');
    const name = (path ?? '').replace(/^\/sandbox\//, '');
    const run = table[`${method} ${name}`];
    if (run === undefined) return { status: 404, body: { error: `There is no ${method} /sandbox/${name}.`, known: Object.keys(table) } };
    let body: unknown = {};
    try {
      if (bytes.length > 0) body = JSON.parse(bytes.toString('utf8'));
    } catch {
      return wrong('The body is no JSON.');
    }
    return isObject(body) ? run(body, new URLSearchParams(query ?? '')) : wrong('The body must be a JSON object.');
  };
}
