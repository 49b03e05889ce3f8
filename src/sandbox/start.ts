/**
 * `npm start`: the pane in a browser, without a tenant. A host page that plays Outlook, the production build of the
 * pane inside it, and a Graph emulator on an origin of its own. `--no-build` takes the last build, `--pane dist` the one
 * of `npm run build`.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPane, paneFolderIn } from './buildPane.ts';
import { certificate } from './certificate.ts';
import { startFakeGraph } from './fakeGraph/server.ts';
import { startFakeOutlook } from './fakeOutlook/server.ts';

const root = join(import.meta.dirname, '..', '..');
const ownFolder = join(root, '.sandbox');
const ports = { page: portFrom('PORT', 3000), graph: portFrom('GRAPH_PORT', 3001) };
/** Only where it is asked for: a browser cannot be shown past a second certificate warning inside a frame. */
const panePort = process.env.PANE_PORT === undefined || process.env.PANE_PORT === '' ? undefined : portFrom('PANE_PORT', 0);
const say = (line: string) => { process.stdout.write(`${line}\n`); };

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false }, pane: { type: 'string' } } });
  const keys = await certificate(ownFolder);
  if (!values['no-build'] && values.pane === undefined) {
    const built = await buildPane(root, ownFolder);
    if (built === 'failed') throw new Error('The pane could not be built; the lines above say why.');
  }
  const graph = await opening(ports.graph, 'GRAPH_PORT', () => startFakeGraph({ port: ports.graph }));
  const outlook = await opening(ports.page, 'PORT', () => startFakeOutlook({
    port: ports.page, graphUrl: graph.url, certificate: keys, complain: say,
    paneFolder: values.pane === undefined ? paneFolderIn(ownFolder) : resolve(root, values.pane),
    ...(panePort === undefined ? {} : { panePort }),
  })).catch(async (trouble: unknown) => {
    await graph.stop();
    throw trouble;
  });

  say(`
Outlook with the pane   ${outlook.url}/
Graph emulator          ${graph.url}/${outlook.paneUrl === null ? '' : `
Pane on its own origin  ${outlook.paneUrl}/  (?origin=other)`}

Try   ${outlook.url}/?item=known       somebody you know
      ${outlook.url}/?item=stranger    somebody to save
      ${outlook.url}/?item=event-60    a meeting of sixty
The button "Situation" at the top holds every switch. The browser warns about the certificate once: it was made on
this machine ("npm run trust" gets a trusted one). Stop with Ctrl+C.
`);

  const stop = () => {
    void Promise.allSettled([outlook.stop(), graph.stop()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function portFrom(name: string, usual: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    say(`${name}=${given} is not a port.`);
    process.exit(1);
  }
  return port;
}

async function opening<T>(port: number, variable: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (trouble) {
    const { code } = trouble as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken by another program. Stop it, or choose another: ${variable}=${port + 10} npm start`, { cause: trouble });
    }
    throw trouble;
  }
}

start().catch((trouble: unknown) => {
  say(trouble instanceof Error ? trouble.message : String(trouble));
  process.exit(1);
});
