import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');

export type Sandbox = {
  readonly pageUrl: string;
  readonly graphUrl: string;
  /** The file of what the page proves itself with. */
  readonly certificate: string;
  /** The emulator's switches: `POST /sandbox/<what>`. */
  control(what: string, body: object): Promise<unknown>;
  /** Requests to Graph since the last reset, without the browser's own questions beforehand. */
  requests(): Promise<readonly { readonly method: string; readonly path: string }[]>;
  stop(): void;
};

/** What `npm start` starts, on ports of its own. */
export async function startSandbox(): Promise<Sandbox> {
  const [page, graph] = [Number(process.env.BENCH_PORT ?? 3820), Number(process.env.BENCH_GRAPH_PORT ?? 3821)];
  const [pageUrl, graphUrl] = [`https://localhost:${page}`, `http://localhost:${graph}`];
  const child = spawn(process.execPath, [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'src', 'sandbox', 'start.ts')], {
    cwd: root, env: { ...process.env, PORT: String(page), GRAPH_PORT: String(graph) }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said += text.toString(); });
  const end = Date.now() + 240_000;
  while (!said.includes('Graph emulator')) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill();
      throw new Error(`The sandbox did not come up.\n${said}`);
    }
    await later(200);
  }
  const call = async (method: string, what: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${graphUrl}/sandbox/${what}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    pageUrl, graphUrl,
    certificate: join(root, '.sandbox', 'localhost.crt'),
    control: (what, body) => call('POST', what, body),
    async requests() {
      const { requests } = await call('GET', 'requests') as { requests: { method: string; path: string; preflight?: boolean }[] };
      return requests.filter((request) => !request.preflight);
    },
    stop: () => void child.kill(),
  };
}
