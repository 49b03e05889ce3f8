/** Builds the pane for the sandbox when something it is made of changed since the last time. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms that never reach the pane's scripts. */
const notInThePane = new Set(['sandbox', 'relay']);
const tooLong = 5 * 60_000;

/**
 * `built` when webpack ran, `fresh` when there was nothing to do, `failed` when it stopped with errors. A stamp says
 * when, since webpack leaves a file alone whose content stays the same.
 */
export async function buildPane(root: string, stampFolder: string): Promise<'built' | 'fresh' | 'failed'> {
  const stamp = join(stampFolder, 'pane-built');
  const startedAt = Date.now();
  if (existsSync(join(root, 'dist', 'taskpane.html')) && existsSync(stamp) && statSync(stamp).mtimeMs > newestSource(root)) return 'fresh';

  const code = await new Promise<number | null>((resolve) => {
    const webpack = spawn(process.execPath, [join(root, 'node_modules', 'webpack', 'bin', 'webpack.js'), '--mode', 'production'],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const clock = setTimeout(() => { webpack.kill(); }, tooLong);
    webpack.once('error', () => { clearTimeout(clock); resolve(1); });
    webpack.once('exit', (exitCode) => { clearTimeout(clock); resolve(exitCode); });
  });
  if (code !== 0) return 'failed';
  mkdirSync(stampFolder, { recursive: true });
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
