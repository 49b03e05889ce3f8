import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Listening = { readonly port: number; stop(): Promise<void> };

const portTaken = (trouble: unknown): boolean => trouble instanceof Error && 'code' in trouble && trouble.code === 'EADDRINUSE';

function listen(serve: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((listening, failed) => {
    const server = createServer(serve);
    server.once('error', failed);
    server.listen({ port, host, ipv6Only: true }, () => {
      server.off('error', failed);
      listening(server);
    });
  });
}

const close = (server: Server): Promise<void> => new Promise((closed) => {
  server.close(() => { closed(); });
  server.closeAllConnections();
});

/**
 * Listens on this machine only, because whoever asks gets a token: on 127.0.0.1 and on ::1, since `localhost` is
 * either. Port 0 takes one that is free on both.
 */
export async function listenOnLoopback(serve: RequestListener, port: number, tries = 5): Promise<Listening> {
  const servers = [await listen(serve, port, '127.0.0.1')];
  const open = (servers[0]?.address() as AddressInfo).port;
  try {
    servers.push(await listen(serve, open, '::1'));
  } catch (trouble) {
    // A machine without IPv6 does with one; a port that is somebody else's there does not do.
    if (portTaken(trouble)) {
      await Promise.all(servers.map(close));
      if (port === 0 && tries > 0) return listenOnLoopback(serve, port, tries - 1);
      throw trouble;
    }
  }
  return { port: open, stop: async () => { await Promise.all(servers.map(close)); } };
}
