/**
 * One port for both spellings of the address: a connection that begins like TLS goes to the https server, anything
 * else is told where to go. Somebody who types http://localhost:3000 lands on the page, not on a blank error.
 */
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Certificate } from '../certificate.ts';

/** First byte of a TLS handshake record (RFC 8446, 5.1). */
const tlsHandshake = 0x16;
/** Somebody who connects and says nothing is let go. */
const firstByteWithin = 10_000;

export type OpenPort = { readonly port: number; readonly stop: () => Promise<void> };

export async function openSecurePort(port: number, certificate: Certificate, listener: RequestListener): Promise<OpenPort> {
  const secure = createHttpsServer({ cert: certificate.cert, key: certificate.key }, listener);
  const plain = createHttpServer((request, response) => {
    const host = (request.headers.host ?? `localhost:${port}`).replace(/[^\w.:[\]-]/g, '');
    response.writeHead(308, { Location: `https://${host}${request.url ?? '/'}` }).end();
  });
  const sockets = new Set<Socket>();
  const divide = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => { sockets.delete(socket); });
    // Browsers drop connections as they like; that is no event here.
    socket.on('error', () => { socket.destroy(); });
    const clock = setTimeout(() => { socket.destroy(); }, firstByteWithin);
    socket.once('data', (first: Buffer) => {
      clearTimeout(clock);
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHandshake ? secure : plain).emit('connection', socket);
      process.nextTick(() => { socket.resume(); });
    });
    socket.once('close', () => { clearTimeout(clock); });
  };

  // `localhost` is either of the two; only this machine gets in.
  const doors: Server[] = [];
  const first = await listen(divide, port, '127.0.0.1');
  doors.push(first);
  const open = (first.address() as AddressInfo).port;
  try {
    doors.push(await listen(divide, open, '::1'));
  } catch (trouble) {
    // A machine without IPv6 does well with one door; a taken one would show somebody else's page.
    if ((trouble as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      first.close();
      throw trouble;
    }
  }

  return {
    port: open,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(doors.map((door) => new Promise((done) => { door.close(done); })));
    },
  };
}

function listen(divide: (socket: Socket) => void, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(divide);
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: true }, () => { resolve(server); });
  });
}
