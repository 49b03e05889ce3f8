import type { IncomingMessage } from 'node:http';

/** The body, or null when it is longer than allowed; the rest is then read and dropped, so that an answer can be sent. */
export function readBytes(request: IncomingMessage, most: number): Promise<Buffer | null> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => { done(length > most ? null : Buffer.concat(chunks)); });
    // A client that goes away in the middle has sent nothing worth acting on.
    request.on('error', () => { done(null); });
  });
}
