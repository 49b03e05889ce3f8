import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { graphPort, graphUrl, pagePort, panePort } from './sandboxAddress.ts';

const root = join(__dirname, '..', '..', '..');
const patienceMs = 180_000;

/** Starts what `npm start` starts, once for all flows: builds the pane when needed, host page and emulator. */
export default async function startEverything(): Promise<void> {
  const sandbox = spawn(process.execPath, [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'src', 'sandbox', 'start.ts')], {
    cwd: root,
    env: { ...process.env, PORT: String(pagePort), GRAPH_PORT: String(graphPort), PANE_PORT: String(panePort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  sandbox.stdout.on('data', (text: Buffer) => { said += text.toString(); });
  sandbox.stderr.on('data', (text: Buffer) => { said += text.toString(); });
  (globalThis as { sandbox?: ChildProcess }).sandbox = sandbox;

  const end = Date.now() + patienceMs;
  while (!said.includes('Graph emulator') || !(await answers(`${graphUrl}/healthz`))) {
    if (sandbox.exitCode !== null || Date.now() > end) {
      sandbox.kill();
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
