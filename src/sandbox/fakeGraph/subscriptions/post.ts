import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export type PostAnswer = { readonly status: number; readonly type: string; readonly text: string };

export const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);

/** Sends a body to a receiver of notifications. Null when it could not be reached or took too long. */
export function post(url: URL, body: string, type: string, timeoutMs: number): Promise<PostAnswer | null> {
  return new Promise((done) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
    // A relay on this machine shows a certificate of its own making.
    const request = send(url, { method: 'POST', headers, timeout: timeoutMs, rejectUnauthorized: !isLoopback(url.hostname) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => { if (chunks.length < 64) chunks.push(chunk); });
      response.on('error', () => { done(null); });
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text: Buffer.concat(chunks).toString('utf8') });
      });
    });
    request.on('timeout', () => { request.destroy(); });
    request.on('error', () => { done(null); });
    request.end(body);
  });
}
