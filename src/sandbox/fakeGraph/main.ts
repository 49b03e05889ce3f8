import { parseArgs } from 'node:util';
import { startFakeGraph } from './server.ts';

/** `npm run graph`: the emulator alone, for anybody who builds on Outlook contacts. */
const { values } = parseArgs({
  options: { port: { type: 'string' }, seed: { type: 'string' }, contacts: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help === true) {
  console.log('npm run graph -- [--port 3001] [--seed demo|empty] [--contacts 10000]');
} else {
  const graph = await startFakeGraph({
    port: Number(values.port ?? process.env.GRAPH_PORT ?? 3001),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.contacts === undefined ? {} : { contacts: Number(values.contacts) }),
  });
  console.log(`Microsoft Graph emulator for Outlook contacts: ${graph.url}/v1.0`);
  console.log(`A token: curl -s ${graph.url}/sandbox/token -d '{"user":"adele","scopes":["Contacts.ReadWrite"]}'`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void graph.stop().then(() => process.exit(0)); });
}
