/**
 * `npm test`: everything a reader should trust, one step after the other, ending in one line of counts.
 * A step that fails does not stop the others, so that one run tells all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (...path) => join(root, 'node_modules', ...path);
const report = join(root, '.cache', 'test');
mkdirSync(report, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;

function step(name, args) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } });
  console.log(`   ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
  return status === 0;
}

/** A step that is one check. */
function check(name, args) {
  if (step(name, args)) passed += 1;
  else failed += 1;
}

/** A step of Jest, which counts by itself. A run without any test has failed. */
function suite(name, file, args) {
  const outputFile = join(report, file);
  const ok = step(name, [bin('jest', 'bin', 'jest.js'), '--json', `--outputFile=${outputFile}`, ...args]);
  if (!existsSync(outputFile)) {
    failed += 1;
    return;
  }
  const counts = JSON.parse(readFileSync(outputFile, 'utf8'));
  passed += counts.numPassedTests;
  // A suite that does not even load counts as one failure.
  failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  skipped += counts.numPendingTests + counts.numTodoTests;
  if ((!ok || counts.numTotalTests === 0) && counts.numFailedTests + counts.numRuntimeErrorTestSuites === 0) failed += 1;
}

check('types and rooms (tsc)', [bin('typescript', 'bin', 'tsc'), '--build']);
check('lint and fences (eslint)', [bin('eslint', 'bin', 'eslint.js'), '.']);
suite('units, contract, laws (jest)', 'units.json', ['--selectProjects', 'unit', 'dom', '--maxWorkers=100%']);
if (browserIsThere()) suite('flows in the browser (jest, Chromium)', 'flows.json', ['--selectProjects', 'flows', '--maxWorkers=2']);

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);

/** The flows drive the machine's own Chromium. Where the machine lets us, it is installed; else one sentence says how. */
function browserIsThere() {
  const there = () => spawnSync(process.execPath, [bin('tsx', 'dist', 'cli.mjs'), join(root, 'test', 'flows', 'support', 'findChromium.ts')], { cwd: root }).status === 0;
  if (there()) return true;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('\n── installing Chromium for the flows (apt-get)');
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    // Flows run in the shell in half the time; not every system has it.
    for (const packages of [['chromium', 'fonts-noto-core'], ['chromium-headless-shell']]) {
      spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'ignore' });
    }
    if (there()) return true;
  }
  console.error('\nNo Chromium found, so the flows in the browser could not run. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  failed += 1;
  return false;
}
