/**
 * Builds the pane for the sandbox when something it is made of changed since the last time: with `npm run build`, as an
 * organisation would, apart from the `dist/` somebody may be about to deliver. The addresses are changed when it is sent.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms that never reach the pane's scripts. */
const notInThePane = new Set(['sandbox', 'relay']);
const tooLong = 5 * 60_000;
/** All settings there are, so that none comes in from the surroundings. */
const settings = {
  CONTACT_PANE_HOST: 'contact-pane.example', CLIENT_ID: '00000000-0000-0000-0000-000000000000', CLOUD: 'global',
  AUTHORITY: '', OFFICE_JS_URL: '', OUTLOOK_HOSTS: '', SCHEMA_EXTENSION: '',
};

/** Where the sandbox keeps its build. */
export const paneFolderIn = (ownFolder: string): string => join(ownFolder, 'pane');

/**
 * `built` when webpack ran, `fresh` when there was nothing to do, `failed` when it stopped with errors. A stamp says
 * when, since webpack leaves a file alone whose content stays the same.
 */
export async function buildPane(root: string, ownFolder: string): Promise<'built' | 'fresh' | 'failed'> {
  const stamp = join(ownFolder, 'pane-built');
  const startedAt = Date.now();
  if (existsSync(join(paneFolderIn(ownFolder), '_headers')) && existsSync(stamp) && statSync(stamp).mtimeMs > newestSource(root)) return 'fresh';

  const code = await new Promise<number | null>((resolve) => {
    const building = spawn(process.execPath, [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'src', 'build', 'main.ts'), '--out', paneFolderIn(ownFolder)],
      { cwd: root, env: { ...process.env, ...settings }, stdio: ['ignore', 'inherit', 'inherit'] });
    const clock = setTimeout(() => { building.kill(); }, tooLong);
    building.once('error', () => { clearTimeout(clock); resolve(1); });
    building.once('exit', (exitCode) => { clearTimeout(clock); resolve(exitCode); });
  });
  if (code !== 0) return 'failed';
  mkdirSync(ownFolder, { recursive: true });
  writeFileSync(stamp, new Date(startedAt).toISOString());
  // What was changed while webpack ran is newer than the build.
  utimesSync(stamp, startedAt / 1000, startedAt / 1000);
  return 'built';
}

function newestSource(root: string): number {
  const times = ['webpack.config.js', 'package-lock.json'].map((file) => timeOf(join(root, file)));
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !notInThePane.has(entry.name));
  for (const room of rooms) times.push(newestBelow(join(root, 'src', room.name)));
  times.push(newestBelow(join(root, 'assets')));
  return Math.max(...times);
}

function newestBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Math.max(0, ...entries.map((entry) => timeOf(join(entry.parentPath, entry.name))));
}

function timeOf(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}
