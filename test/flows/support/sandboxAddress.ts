/** Where the flows run the sandbox: ports of its own, so that an `npm start` beside them is left alone. */
export const pagePort = Number(process.env.FLOW_PORT ?? 3410);
export const graphPort = Number(process.env.FLOW_GRAPH_PORT ?? 3411);
/** The pane on an origin of its own, as it is served in production. */
export const panePort = Number(process.env.FLOW_PANE_PORT ?? (process.env.FLOW_GRAPH_PORT === undefined ? 3412 : graphPort + 1000));
export const pageUrl = `https://localhost:${pagePort}`;
export const graphUrl = `http://localhost:${graphPort}`;
