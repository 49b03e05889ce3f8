/** A static host on this machine: a build's folder at the root of an https address, with the headers it asks for. */
import type { Certificate } from './certificate.ts';
import { builtHeaders, headersOf } from './fakeOutlook/builtHeaders.ts';
import { openSecurePort } from './fakeOutlook/securePort.ts';
import type { OpenPort } from './fakeOutlook/securePort.ts';
import { staticFile } from './fakeOutlook/staticFile.ts';

/** Files whose names begin like these are for hosts to read, not for browsers. */
const notServed = /^\/(_headers|\.|web\.config|staticwebapp\.config\.json)/;

export async function startStaticHost(options: { readonly port: number; readonly folder: string; readonly certificate: Certificate }): Promise<OpenPort> {
  const wanted = await builtHeaders(options.folder);
  if (wanted === null) throw new Error(`${options.folder} holds no build.`);
  return openSecurePort(options.port, options.certificate, (request, response) => {
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    const answer = async () => {
      const file = notServed.test(path) ? null : await staticFile(options.folder, path.slice(1));
      const headers = headersOf(path, wanted);
      // It would hold for every port of localhost, plain ones included.
      delete headers['Strict-Transport-Security'];
      if (file === null) return response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.');
      return response.writeHead(200, { ...headers, 'Content-Type': file.type }).end(request.method === 'HEAD' ? undefined : file.body);
    };
    answer().catch(() => { response.writeHead(500).end(); });
  });
}
