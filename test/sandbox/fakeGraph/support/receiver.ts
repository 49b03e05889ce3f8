import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = ReturnType<typeof JSON.parse>;

/** Somebody who listens for notifications. */
export type Receiver = {
  readonly url: string;
  /** Bodies that came, beside the handshakes. */
  readonly heard: Json[];
  readonly handshakes: string[];
  /** How to answer: a well-behaved receiver echoes the token and says 202. */
  behave(manner: 'well' | 'deaf' | 'wrongEcho'): void;
  /** Resolves when that many notifications came. */
  hears(count: number): Promise<Json[]>;
  stop(): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  let manner: 'well' | 'deaf' | 'wrongEcho' = 'well';
  const heard: Json[] = [];
  const handshakes: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => { chunks.push(chunk); });
    request.on('end', () => {
      const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationToken');
      if (token !== null) {
        handshakes.push(token);
        response.writeHead(manner === 'deaf' ? 500 : 200, { 'Content-Type': 'text/plain' }).end(manner === 'wrongEcho' ? 'something else' : token);
        return;
      }
      heard.push(...(JSON.parse(Buffer.concat(chunks).toString('utf8')) as { value: Json[] }).value);
      response.writeHead(manner === 'deaf' ? 500 : 202).end();
    });
  });
  await new Promise<void>((done) => { server.listen(0, done); });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    heard, handshakes,
    behave: (wanted) => { manner = wanted; },
    hears: async (count) => {
      for (let tries = 0; heard.length < count && tries < 150; tries += 1) await new Promise((wait) => { setTimeout(wait, 20); });
      return heard;
    },
    stop: () => new Promise((done) => {
      server.close(() => { done(); });
      server.closeAllConnections();
    }),
  };
}
