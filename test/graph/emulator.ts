import type { GetTokenHow, GraphClient, GraphClientOptions } from '#graph/client';
import { createGraphClient } from '#graph/client';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import type { FakeGraph } from '#sandbox/fakeGraph/server';
import { startFakeGraph } from '#sandbox/fakeGraph/server';

/** The sandbox's Graph for one test file: empty and as new before each test, and a client whose waiting takes no time. */
export function emulator() {
  let graph: FakeGraph | undefined;
  const waits: number[] = [];
  const running = (): FakeGraph => {
    if (graph === undefined) throw new Error('not started');
    return graph;
  };
  beforeAll(async () => { graph = await startFakeGraph({ port: 0, seed: 'empty' }); });
  beforeEach(() => {
    running().reset({ seed: 'empty' });
    waits.length = 0;
  });
  afterAll(() => graph?.stop());

  async function control(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${running().url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }
  const client = (user = 'adele', scopes?: readonly string[], more: Partial<GraphClientOptions> = {}): GraphClient => createGraphClient({
    baseUrl: running().url,
    getToken: async (wanted, how?: GetTokenHow) => {
      const answer = await control('token', { user, scopes: scopes ?? wanted, claims: how?.claims !== undefined }) as { access_token: string };
      return ok(answer.access_token);
    },
    wait: async (ms) => { waits.push(ms); },
    random: () => 0.5,
    ...more,
  });

  return {
    waits, control, client,
    /** For what a client of ours would not send. */
    raw: async (method: string, path: string, body: unknown, scopes: readonly string[] = ['Contacts.ReadWrite']) => {
      const response = await fetch(`${running().url}${path}`, {
        method, headers: { 'Authorization': `Bearer ${running().token('adele', scopes)}`, 'Content-Type': 'application/json', 'Prefer': 'IdType="ImmutableId"' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text}`);
      return (text === '' ? null : JSON.parse(text)) as Record<string, unknown>;
    },
    settings: (settings: object) => control('settings', settings),
    faults: (...faults: object[]) => control('faults', { faults }),
    reset: (options: { seed?: string; contacts?: number }) => running().reset(options),
    /** The contacts as they are held, deleted ones too. */
    held: async () => {
      const state = await (await fetch(`${running().url}/sandbox/state?user=adele`)).json() as { contacts: Record<string, unknown>[] };
      return state.contacts;
    },
    /** Every request since the test began, by method and path without version. */
    sent: () => running().requests.map(({ method, path }) => `${method} ${path}`),
    requests: () => running().requests,
  };
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
