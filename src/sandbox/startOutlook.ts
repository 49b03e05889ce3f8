/**
 * `npm run start:outlook`: the pane in a real Outlook, from this machine. Builds for https://localhost, serves the build
 * with its headers and a certificate the system trusts, and side-loads the manifest with Microsoft's tool. Contacts and
 * signing in are the real ones: it needs a registration (CLIENT_ID) with `brk-multihub://localhost:3000` in it.
 * `-- --web` for Outlook on the web, `-- --no-sideload` to load the manifest by hand.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certificateFiles } from './certificate.ts';
import { startStaticHost } from './staticHost.ts';

/** Fetched by npx when it is wanted; why it is no dependency stands in docs/decisions. */
const sideLoader = 'office-addin-debugging@7.0.0';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.sandbox', 'outlook');
const port = Number(process.env.PORT ?? 3000);
const onWindows = process.platform === 'win32';
const say = (line: string) => { process.stdout.write(`${line}\n`); };
const tsx = (...more: readonly string[]) => [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), ...more];

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { web: { type: 'boolean', default: false }, 'no-sideload': { type: 'boolean', default: false } } });

  const built = spawnSync(process.execPath, tsx(join(root, 'src', 'build', 'main.ts'), '--out', folder), {
    cwd: root, stdio: 'inherit', env: { ...process.env, CONTACT_PANE_HOST: `localhost:${port}` },
  });
  if (built.status !== 0) throw new Error('The pane was not built; the lines above say why.');

  // Microsoft's tool keeps its certificate there. Outlook shows nothing of a page whose certificate it does not trust.
  const trusted = certificateFiles(join(homedir(), '.office-addin-dev-certs'));
  if (!existsSync(trusted.cert) || !existsSync(trusted.key)) {
    spawnSync(process.execPath, tsx(join(import.meta.dirname, 'trust.ts')), { cwd: root, stdio: 'inherit' });
    if (!existsSync(trusted.cert)) throw new Error('Outlook needs a trusted certificate, and none could be made. "npm run trust" tries again.');
  }
  const host = await startStaticHost({ port, folder, certificate: { cert: readFileSync(trusted.cert, 'utf8'), key: readFileSync(trusted.key, 'utf8') } });
  say(`\nThe pane is served from https://localhost:${host.port}/taskpane.html; its manifest is ${join(folder, 'manifest.xml')}`);

  const platform = values.web ? 'web' : 'desktop';
  const run = (what: 'start' | 'stop') => ['--yes', sideLoader, what, join(folder, 'manifest.xml'), ...(what === 'start' ? [platform, '--app', 'outlook', '--no-debug', '--no-live-reload'] : [])];
  if (!values['no-sideload']) {
    say(`Side-loading with "npx ${sideLoader}". Should it not work here: Outlook, Get Add-ins, My add-ins, Custom add-ins, Add from file, and the manifest above.`);
    spawn('npx', run('start'), { cwd: root, stdio: 'inherit', shell: onWindows }).once('error', () => { say('npx could not be started; load the manifest by hand.'); });
  }
  say('Stop with Ctrl+C.\n');

  const stop = () => {
    if (!values['no-sideload']) spawnSync('npx', run('stop'), { cwd: root, stdio: 'inherit', shell: onWindows });
    void host.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch((trouble: unknown) => {
  say(trouble instanceof Error ? trouble.message : String(trouble));
  process.exit(1);
});
