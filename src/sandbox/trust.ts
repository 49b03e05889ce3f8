/**
 * `npm run trust`: a certificate the browser believes in, so that it no longer warns. Microsoft's tool for add-in
 * developers makes a certificate authority of this machine's own and asks the system to trust it; this copies the
 * certificate it issues to where `npm start` looks.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { certificateFiles } from './certificate.ts';

const say = (line: string) => { process.stdout.write(`${line}\n`); };
const own = certificateFiles(join(import.meta.dirname, '..', '..', '.sandbox'));
const theirs = certificateFiles(join(homedir(), '.office-addin-dev-certs'));

say('Runs "npx office-addin-dev-certs install": it fetches that package from npm, makes a certificate authority that');
say('only exists on this machine, and adds it to the certificates your system trusts (the system may ask for your');
say('password). Undo it with "npx office-addin-dev-certs uninstall".');

// Its exit code is 0 also when it failed, so the files decide.
spawnSync('npx', ['--yes', 'office-addin-dev-certs@3.0.0', 'install'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (existsSync(theirs.cert) && existsSync(theirs.key)) {
  mkdirSync(join(own.cert, '..'), { recursive: true });
  copyFileSync(theirs.cert, own.cert);
  copyFileSync(theirs.key, own.key);
  say('Done. Start the sandbox again to use it.');
} else {
  say('No trusted certificate came out of it. The sandbox goes on with its own; the browser will keep warning.');
  process.exit(1);
}
