/** Where one sandbox listens. */
export type SandboxPorts = { readonly page: number; readonly graph: number; readonly pane: number };

const first: SandboxPorts = (() => {
  const graph = Number(process.env.FLOW_GRAPH_PORT ?? 3411);
  return {
    page: Number(process.env.FLOW_PORT ?? 3410), graph,
    pane: Number(process.env.FLOW_PANE_PORT ?? (process.env.FLOW_GRAPH_PORT === undefined ? 3412 : graph + 1000)),
  };
})();
const apart = 20;

/**
 * Where the flows run the sandbox: ports of its own, so that an `npm start` beside them is left alone; and one sandbox
 * for each of Jest's workers (counted from 1), since its emulator is one mailbox for all who ask.
 */
export const portsOf = (worker: number): SandboxPorts =>
  ({ page: first.page + (worker - 1) * apart, graph: first.graph + (worker - 1) * apart, pane: first.pane + (worker - 1) * apart });

const mine = portsOf(Number(process.env.JEST_WORKER_ID ?? 1));
/** The pane on an origin of its own, as it is served in production. */
export const panePort = mine.pane;
export const pageUrl = `https://localhost:${mine.page}`;
export const graphUrl = `http://localhost:${mine.graph}`;
