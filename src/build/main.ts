/**
 * `npm run build`: what any static host can serve, in `dist/`, and what belongs to it but is not to be served, in
 * `dist-apart/`. What differs between organisations comes from the environment; docs/administrators.md has the table.
 * `--out <folder>` writes elsewhere, as the sandbox does.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
// @ts-expect-error The configuration is plain JavaScript, where everybody looks for it.
import paneConfiguration from '../../webpack.config.js';
import { readBuildSettings } from './buildSettings.ts';
import type { BuildSettings } from './buildSettings.ts';
import { foreignHosts } from './clouds.ts';
import { hostFiles, serverNotes } from './hostFiles.ts';
import type { Files } from './hostFiles.ts';
import { manifestJson } from './manifestJson.ts';
import { manifestXml } from './manifestXml.ts';
import { scriptOrigins } from './securityHeaders.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (line: string) => { process.stdout.write(`${line}\n`); };

/** What `webpack.config.js` wants to know. */
export type PaneBuild = {
  readonly out: string;
  readonly officeJsUrl: string;
  readonly scriptOrigins: readonly string[];
  readonly foreignHosts: readonly string[];
  /** Stands in the page for `app/settings.ts`. */
  readonly page: { readonly graphUrl: string; readonly clientId: string; readonly authority: string; readonly schemaExtension?: string };
};

async function build(settings: BuildSettings, out: string): Promise<boolean> {
  const configuration = (paneConfiguration as (pane: PaneBuild) => Configuration)({
    out,
    officeJsUrl: settings.officeJs,
    scriptOrigins: scriptOrigins(settings),
    foreignHosts: foreignHosts(settings.cloud),
    page: {
      graphUrl: settings.cloud.graph, clientId: settings.clientId, authority: settings.authority,
      ...(settings.schemaExtension === null ? {} : { schemaExtension: settings.schemaExtension }),
    },
  });
  if (!await bundle(configuration)) return false;

  const apart = `${out}-apart`;
  rmSync(apart, { recursive: true, force: true });
  for (const map of filesIn(out).filter((file) => file.endsWith('.map'))) {
    mkdirSync(dirname(join(apart, 'maps', map)), { recursive: true });
    renameSync(join(out, map), join(apart, 'maps', map));
  }

  const { manifest, german } = manifestJson(settings.origin, settings.clientId);
  write(out, {
    'manifest.xml': manifestXml(settings.origin),
    'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'manifest.de-de.json': `${JSON.stringify(german, null, 2)}\n`,
  });
  const served = filesIn(out);
  write(out, hostFiles(settings, served));
  write(apart, serverNotes(settings, served));
  return true;
}

function bundle(configuration: Configuration): Promise<boolean> {
  return new Promise((settle, fail) => {
    const compiler = webpack(configuration);
    if (compiler === null) return settle(false);
    compiler.run((trouble, stats) => {
      if (trouble) return fail(trouble);
      const text = stats?.toString('errors-warnings') ?? '';
      if (text !== '') say(text);
      // Closing writes the cache that makes the next build fast.
      compiler.close((late) => (late ? fail(late) : settle(stats?.hasErrors() === false)));
    });
  });
}

function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Paths below a folder, with `/`. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const read = readBuildSettings(process.env);
if (!read.ok) {
  for (const sentence of read.sentences) say(sentence);
  say('\nFor example: CONTACT_PANE_HOST=contacts.example.com CLIENT_ID=11111111-2222-3333-4444-555555555555 npm run build\nAll settings: docs/administrators.md. To try the pane without any of this: npm start');
  process.exitCode = 1;
} else {
  const out = resolve(root, values.out);
  const built = await build(read.settings, out);
  if (built) say(`\n${basename(out)}/ is for ${read.settings.origin} in ${read.settings.cloud.title}; ${basename(out)}-apart/ holds source maps and server settings, not to be served.`);
  process.exitCode = built ? 0 : 1;
}
