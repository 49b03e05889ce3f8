/**
 * The web server of the host page: the page itself, the production build of the pane, Microsoft's office.js out of
 * `node_modules`, a door to the emulator's control surface, and the authority people sign in at where the host does not
 * do it. One origin for all, because a certificate warning inside a frame cannot be clicked away.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createAuthority, type Authority } from '../authority/authority.ts';
import type { Certificate } from '../certificate.ts';
import { builtHeaders, headersOf, onThisMachine } from './builtHeaders.ts';
import { bundleBrowserCode, type BrowserCode } from './browserCode.ts';
import { passToEmulator, readBody, tokenOf } from './emulatorDoor.ts';
import { hostPageHtml } from './hostPageHtml.ts';
import { stampPaneHtml } from './paneHtml.ts';
import { openSecurePort } from './securePort.ts';
import { headersOfPage } from './securityHeaders.ts';
import { staticFile } from './staticFile.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export type FakeOutlookOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly graphUrl: string;
  readonly certificate: Certificate;
  /** Where the built pane lies. */
  readonly paneFolder: string;
  /** Another port for the pane, so that it lives on another origin than the page around it; 0 takes any free one. */
  readonly panePort?: number;
  readonly officeJsFolder?: string;
  readonly complain?: (sentence: string) => void;
};

/** The registration of the pane at the sandbox's authority. */
const clientId = '24d3b144-21ae-4080-943f-7067b395b913';

export type FakeOutlook = {
  readonly url: string;
  readonly port: number;
  /** Where the pane lives when it has an origin of its own, else null. */
  readonly paneUrl: string | null;
  readonly stop: () => Promise<void>;
};

type Reply = { readonly status: number; readonly headers: Record<string, string>; readonly body: string | Buffer };

type Setting = {
  readonly graphUrl: string;
  readonly paneFolder: string;
  readonly officeJsFolder: string;
  readonly complain: (sentence: string) => void;
  readonly code: BrowserCode;
  readonly authority: Authority;
  /** Known once the ports are open. */
  addresses: { readonly page: string; readonly paneElsewhere: string | null };
};

export async function startFakeOutlook(options: FakeOutlookOptions): Promise<FakeOutlook> {
  const setting: Setting = {
    authority: createAuthority({
      origin: () => setting.addresses.page,
      clientId,
      redirectUris: () => [`${setting.addresses.page}/pane/signin.html`, ...(setting.addresses.paneElsewhere === null ? [] : [`${setting.addresses.paneElsewhere}/signin.html`])],
      accessToken: (user, scopes, expiresIn, claims) => tokenOf(options.graphUrl, { user, scopes, expires_in: expiresIn, ...(claims === null ? {} : { claims }) }),
    }),
    graphUrl: options.graphUrl,
    paneFolder: options.paneFolder,
    officeJsFolder: options.officeJsFolder ?? join(root, 'node_modules', '@microsoft', 'office-js', 'dist'),
    complain: options.complain ?? ((sentence: string) => { console.warn(sentence); }),
    code: await bundleBrowserCode(),
    addresses: { page: '', paneElsewhere: null },
  };
  const answering = (answer: typeof reply): RequestListener => (request, response) => {
    answer(request, setting).then(
      (given) => { send(response, request, given); },
      (trouble: unknown) => { send(response, request, text(500, `The sandbox stumbled: ${String(trouble)}`)); },
    );
  };
  const page = await openSecurePort(options.port, options.certificate, answering(reply));
  const url = `https://localhost:${page.port}`;
  const pane = options.panePort === undefined ? null
    : await openSecurePort(options.panePort, options.certificate, answering(replyElsewhere)).catch(async (trouble: unknown) => {
      await page.stop();
      throw trouble;
    });
  const paneUrl = pane === null ? null : `https://localhost:${pane.port}`;
  setting.addresses = { page: url, paneElsewhere: paneUrl };
  return { url, port: page.port, paneUrl, stop: async () => { await Promise.all([page.stop(), pane?.stop()]); } };
}

async function reply(request: IncomingMessage, setting: Setting): Promise<Reply> {
  const path = pathOf(request);
  const pageHeaders = headersOfPage(setting.addresses.paneElsewhere);
  if (path.startsWith('/emulator/')) return passToEmulator(request, path.slice('/emulator/'.length), setting.graphUrl);
  if (setting.authority.owns(path)) {
    const { cookie, origin, 'content-type': type } = request.headers;
    return setting.authority.answer({
      method: request.method ?? 'GET', target: request.url ?? '/', headers: { cookie, origin, 'content-type': type }, body: request.method === 'POST' ? await readBody(request) : '',
    });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET.');
  if (path === '/') return { status: 200, headers: { ...pageHeaders, 'Content-Type': 'text/html; charset=utf-8' }, body: hostPageHtml(setting.addresses.paneElsewhere) };
  if (path === '/healthz') return text(200, 'ok');
  if (path === '/host/outlook.js') return script(setting.code.page);
  if (path === '/host/outlook.css') {
    const css = await readFile(join(import.meta.dirname, 'page', 'outlook.css'), 'utf8');
    return { status: 200, headers: { ...pageHeaders, 'Content-Type': 'text/css; charset=utf-8' }, body: css };
  }
  if (path.startsWith('/office-js/')) return officeJs(path.slice('/office-js/'.length), setting);
  if (path.startsWith('/pane/')) return pane(path.slice('/pane/'.length), setting, extensionIn(request));
  return text(404, 'There is no such page in the sandbox.');
}

/** The pane alone, at the root of an origin of its own, as it is served in production. */
async function replyElsewhere(request: IncomingMessage, setting: Setting): Promise<Reply> {
  const path = pathOf(request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET.');
  if (path.startsWith('/office-js/')) return officeJs(path.slice('/office-js/'.length), setting);
  return pane(path.slice(1), setting, extensionIn(request));
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/)[0] ?? '/';

/** The organisation's fields that the pane shall be built for, as its page was asked for. */
function extensionIn(request: IncomingMessage): string | null {
  const name = new URL(request.url ?? '/', 'https://localhost').searchParams.get('schemaExtension');
  return name !== null && /^\w{1,80}$/.test(name) ? name : null;
}

/** The package's files as they are; only the first is preceded, in the answer, by what it needs from a host. */
async function officeJs(path: string, setting: Setting): Promise<Reply> {
  const file = await staticFile(setting.officeJsFolder, path);
  if (file === null) return text(404, `@microsoft/office-js has no ${path}.`);
  if (path !== 'office.js' && path !== 'office.debug.js') {
    return { status: 200, headers: { 'Content-Type': file.type, 'Cache-Control': 'max-age=3600', 'X-Content-Type-Options': 'nosniff' }, body: file.body };
  }
  return script(`${setting.code.beforeOfficeJs}\n;\n${file.body.toString()}`);
}

async function pane(path: string, setting: Setting, schemaExtension: string | null): Promise<Reply> {
  const file = await staticFile(setting.paneFolder, path);
  if (file === null) {
    return text(404, path.endsWith('.html')
      ? 'The pane is not built yet: start the sandbox without --no-build.'
      : `The build has no ${path}.`);
  }
  const wanted = await builtHeaders(setting.paneFolder);
  if (wanted === null) return text(500, 'The build has no _headers, so nobody knows how it wants to be sent.');
  const machine = { graphUrl: setting.graphUrl, hostPage: setting.addresses.page };
  const headers = { ...onThisMachine(headersOf(`/${path}`, wanted), machine), 'Content-Type': file.type };
  if (!path.endsWith('.html')) return { status: 200, headers, body: file.body };
  const { graphUrl } = setting;
  const stamped = stampPaneHtml(file.body.toString(), path === 'signin.html' ? { graphUrl, clientId, authority: `${setting.addresses.page}/common` } : { graphUrl, ...(schemaExtension === null ? {} : { schemaExtension }) });
  // Dialog pages may well carry no settings; the pane must.
  if (path === 'taskpane.html') for (const complaint of stamped.complaints) setting.complain(`${path} ${complaint}.`);
  return { status: 200, headers, body: stamped.html };
}

function script(body: string): Reply {
  return { status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }, body };
}

function text(status: number, body: string): Reply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }, body };
}

function send(response: ServerResponse, request: IncomingMessage, given: Reply): void {
  response.writeHead(given.status, { ...given.headers, 'Content-Length': Buffer.byteLength(given.body) });
  response.end(request.method === 'HEAD' ? undefined : given.body);
}
