import { parseArgs } from 'node:util';
import { startFakeGraph } from './server.ts';
import { isSeed } from './state/seedState.ts';

const usage = 'npm run graph -- [--port 3001] [--seed demo|empty] [--contacts 10000]';

type Wishes = { port: number; seed: string; contacts: number | null };

/** What the flags ask for, or a sentence about what is wrong with them. */
function readFlags(args: readonly string[]): Wishes | string {
  let values: { port?: string; seed?: string; contacts?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, seed: { type: 'string' }, contacts: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }));
  } catch (wrong) {
    // parseArgs throws for a flag it does not know.
    return wrong instanceof Error ? wrong.message : String(wrong);
  }
  if (values.help === true) return 'The Graph emulator for Outlook contacts.';
  const port = Number(values.port ?? process.env.GRAPH_PORT ?? 3001);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return 'The port must be a number up to 65535.';
  const seed = values.seed ?? 'demo';
  if (!isSeed(seed)) return `There is no seed "${seed}".`;
  const contacts = values.contacts === undefined ? null : Number(values.contacts);
  if (contacts !== null && (!Number.isInteger(contacts) || contacts < 0)) return 'The number of contacts must be a whole number.';
  return { port, seed, contacts };
}

/** `npm run graph`: the emulator alone, for anybody who builds on Outlook contacts. */
const wishes = readFlags(process.argv.slice(2));
if (typeof wishes === 'string') {
  console.log(`${wishes}\n${usage}`);
  process.exitCode = 1;
} else {
  try {
    const graph = await startFakeGraph({ port: wishes.port, seed: wishes.seed, ...(wishes.contacts === null ? {} : { contacts: wishes.contacts }) });
    console.log(`Microsoft Graph emulator for Outlook contacts: ${graph.url}/v1.0`);
    console.log(`A token: curl -s ${graph.url}/sandbox/token -d '{"user":"adele","scopes":["Contacts.ReadWrite"]}'`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void graph.stop().then(() => process.exit(0)); });
  } catch (trouble) {
    const taken = trouble instanceof Error && 'code' in trouble && trouble.code === 'EADDRINUSE';
    console.error(taken ? `Port ${wishes.port} is taken. Choose another: ${usage}` : trouble);
    process.exitCode = 1;
  }
}
