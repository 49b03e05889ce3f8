import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { portsOf } from './sandboxAddress.ts';

const root = join(__dirname, '..', '..', '..');
const patienceMs = 180_000;

/** Starts what `npm start` starts, once for each of Jest's workers; the first builds the pane when needed. */
export default async function startEverything({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  const sandboxes: ChildProcess[] = [];
  (globalThis as { sandboxes?: ChildProcess[] }).sandboxes = sandboxes;
  for (let worker = 1; worker <= maxWorkers; worker += 1) await startOne(worker, sandboxes);
}

async function startOne(worker: number, sandboxes: ChildProcess[]): Promise<void> {
  const ports = portsOf(worker);
  const start = [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'src', 'sandbox', 'start.ts'), ...(worker === 1 ? [] : ['--no-build'])];
  const sandbox = spawn(process.execPath, start, {
    cwd: root,
    env: { ...process.env, PORT: String(ports.page), GRAPH_PORT: String(ports.graph), PANE_PORT: String(ports.pane) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  sandboxes.push(sandbox);
  let said = '';
  sandbox.stdout.on('data', (text: Buffer) => { said += text.toString(); });
  sandbox.stderr.on('data', (text: Buffer) => { said += text.toString(); });

  const end = Date.now() + patienceMs;
  while (!said.includes('Graph emulator') || !(await answers(`http://localhost:${ports.graph}/healthz`))) {
    if (sandbox.exitCode !== null || Date.now() > end) {
      for (const one of sandboxes) one.kill();
      throw new Error(`The sandbox did not come up.\n${said}`);
    }
    await new Promise((later) => setTimeout(later, 250));
  }
}

const answers = (url: string): Promise<boolean> => new Promise((resolve) => {
  get(url, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  }).on('error', () => resolve(false));
});
