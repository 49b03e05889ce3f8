import { startFakeGraph } from '#sandbox/fakeGraph/server';
import { sayWhenSkipped, violations } from './conformance';

/** JSON of unknown shape: what a test may look into without ceremony. */
export type Json = ReturnType<typeof JSON.parse>;

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Json; readonly bytes: Buffer };
export type CallOptions = {
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly version?: 'v1.0' | 'beta';
  /** Null sends no token. */
  readonly token?: string | null;
};

/** The service that keeps the contract: the emulator, or a real tenant when `GRAPH_TOKEN` is set. */
export type GraphUnderTest = {
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  get(path: string, options?: CallOptions): Promise<Answer>;
  post(path: string, body: unknown, options?: CallOptions): Promise<Answer>;
  patch(path: string, body: unknown, options?: CallOptions): Promise<Answer>;
  remove(path: string, options?: CallOptions): Promise<Answer>;
  batch(requests: readonly Json[], options?: CallOptions): Promise<Answer>;
  /** Path of a contact folder that belongs to the test alone. */
  folder(): string;
  /** Makes a contact in that folder. */
  contact(body: Json, options?: CallOptions): Promise<Json>;
  /** The emulator's control surface. */
  sandbox(method: string, path: string, body?: unknown): Promise<Json>;
  /** A token of the emulator. */
  token(user: string, scopes: readonly string[]): string;
  url(): string;
  idOf(user: string): Promise<string>;
};

export const realToken = process.env.GRAPH_TOKEN;

/** A test only an emulator can serve: it needs other users, a clock, or trouble made on purpose. */
export function onEmulator(name: string, run: () => Promise<void>): void {
  if (realToken === undefined) it(name, run);
  else it.skip(`${name} (only on an emulator)`, run);
}

export const everyday = [
  'Contacts.ReadWrite', 'Contacts.ReadWrite.Shared', 'MailboxSettings.ReadWrite', 'People.Read', 'User.Read', 'User.ReadBasic.All',
] as const;

/** Sets the service up for the tests of a file, with adele signed in; each test finds the emulator as it was seeded. */
export function useGraph(): GraphUnderTest {
  let emulator: Awaited<ReturnType<typeof startFakeGraph>> | null = null;
  // Another cloud has another address ("National cloud deployments").
  let origin = process.env.GRAPH_URL ?? 'https://graph.microsoft.com';
  let token = realToken ?? '';
  let folderPath = '';

  async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const version = options.version ?? 'v1.0';
    const url = path.startsWith('http') ? path : `${origin}/${version}${path}`;
    const headers: Record<string, string> = { ...options.headers };
    if (options.token !== null) headers.Authorization = `Bearer ${options.token ?? token}`;
    if (options.body !== undefined) headers['Content-Type'] ??= 'application/json';
    const payload = options.bytes !== undefined ? new Uint8Array(options.bytes) : (options.body === undefined ? null : JSON.stringify(options.body));
    const response = await fetch(url, { method, headers, body: payload });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json') && bytes.length > 0;
    const body: Json = isJson ? JSON.parse(bytes.toString('utf8')) : bytes.toString('utf8');
    const spoken = url.slice(url.indexOf('/', 8)).replace(/^\/(v1\.0|beta)/, '');
    const wrong = violations(url.includes('/beta/') ? 'beta' : 'v1.0', method, spoken, response.status, isJson ? body : undefined);
    // A word of the emulator's own (501) is none of Graph's answers.
    if (wrong.length > 0 && response.status !== 501) throw new Error(`${method} ${path} does not fit Graph's schema: ${wrong.slice(0, 5).join('; ')}`);
    return { status: response.status, headers: response.headers, body, bytes };
  }

  async function makeFolder(): Promise<void> {
    const made = await call('POST', '/me/contactFolders', { body: { displayName: `Contract ${Date.now()} ${Math.round(Math.random() * 1e6)}` } });
    if (made.status !== 201) throw new Error(`The folder of the contract run could not be made: ${made.status}`);
    folderPath = `/me/contactFolders/${encodeURIComponent(made.body.id as string)}`;
  }

  beforeAll(async () => {
    sayWhenSkipped();
    if (realToken === undefined) {
      emulator = await startFakeGraph();
      origin = emulator.url;
      token = emulator.token('adele', everyday);
    }
  });
  beforeEach(async () => {
    emulator?.reset();
    await makeFolder();
  });
  // On a real tenant nothing of the run may stay behind; the emulator forgets by itself.
  afterEach(async () => {
    if (emulator === null) await call('POST', `${folderPath}/permanentDelete`);
  });
  afterAll(() => emulator?.stop());

  const graph: GraphUnderTest = {
    call,
    get: (path, options) => call('GET', path, options),
    post: (path, body, options) => call('POST', path, { ...options, body }),
    patch: (path, body, options) => call('PATCH', path, { ...options, body }),
    remove: (path, options) => call('DELETE', path, options),
    batch: (requests, options) => call('POST', '/$batch', { ...options, body: { requests } }),
    folder: () => folderPath,
    contact: async (body, options) => {
      const made = await call('POST', `${folderPath}/contacts`, { ...options, body });
      if (made.status !== 201) throw new Error(`The contact could not be made: ${made.status} ${JSON.stringify(made.body)}`);
      return made.body;
    },
    sandbox: async (method, path, body) => {
      const response = await fetch(`${origin}/sandbox/${path}`, { method, body: body === undefined ? null : JSON.stringify(body) });
      return await response.json() as Json;
    },
    token: (user, scopes) => emulator?.token(user, scopes) ?? token,
    url: () => origin,
    idOf: async (user) => (await call('GET', '/me', { token: emulator?.token(user, ['User.Read']) ?? token })).body.id as string,
  };
  return graph;
}

/** The path of a contact by its id. */
export const contactPath = (contact: Json | string): string =>
  `/me/contacts/${encodeURIComponent(typeof contact === 'string' ? contact : contact.id as string)}`;

/** Every item of a collection, page after page. */
export async function allPages(graph: GraphUnderTest, path: string, options?: CallOptions): Promise<{ items: Json[]; pages: number; last: Json }> {
  const items: Json[] = [];
  let pages = 0;
  let at: string | undefined = path;
  let last: Json = null;
  while (at !== undefined) {
    const answer: Answer = await graph.get(at, options);
    if (answer.status !== 200) throw new Error(`${at}: ${answer.status}`);
    last = answer.body;
    items.push(...answer.body.value as Json[]);
    pages += 1;
    at = answer.body['@odata.nextLink'] as string | undefined;
  }
  return { items, pages, last };
}
