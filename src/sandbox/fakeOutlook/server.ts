/**
 * The web server of the host page: the page itself, the production build of the pane, Microsoft's office.js out of
 * `node_modules`, and a door to the emulator's control surface. One origin for all, because a certificate warning
 * inside a frame cannot be clicked away.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Certificate } from '../certificate.ts';
import { bundleBrowserCode, type BrowserCode } from './browserCode.ts';
import { passToEmulator } from './emulatorDoor.ts';
import { hostPageHtml } from './hostPageHtml.ts';
import { stampPaneHtml } from './paneHtml.ts';
import { openSecurePort } from './securePort.ts';
import { pageHeaders, paneHeaders } from './securityHeaders.ts';
import { staticFile } from './staticFile.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export type FakeOutlookOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly graphUrl: string;
  readonly certificate: Certificate;
  /** Where the built pane lies. */
  readonly paneFolder?: string;
  readonly officeJsFolder?: string;
  readonly complain?: (sentence: string) => void;
};

export type FakeOutlook = { readonly url: string; readonly port: number; readonly stop: () => Promise<void> };

type Reply = { readonly status: number; readonly headers: Record<string, string>; readonly body: string | Buffer };

export async function startFakeOutlook(options: FakeOutlookOptions): Promise<FakeOutlook> {
  const setting = {
    graphUrl: options.graphUrl,
    paneFolder: options.paneFolder ?? join(root, 'dist'),
    officeJsFolder: options.officeJsFolder ?? join(root, 'node_modules', '@microsoft', 'office-js', 'dist'),
    complain: options.complain ?? ((sentence: string) => { console.warn(sentence); }),
    code: await bundleBrowserCode(),
  };
  const opened = await openSecurePort(options.port, options.certificate, (request, response) => {
    reply(request, setting).then(
      (given) => { send(response, request, given); },
      (trouble: unknown) => { send(response, request, text(500, `The sandbox stumbled: ${String(trouble)}`)); },
    );
  });
  return { url: `https://localhost:${opened.port}`, port: opened.port, stop: opened.stop };
}

type Setting = Required<Pick<FakeOutlookOptions, 'graphUrl' | 'paneFolder' | 'officeJsFolder' | 'complain'>> & { readonly code: BrowserCode };

async function reply(request: IncomingMessage, setting: Setting): Promise<Reply> {
  const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
  if (path.startsWith('/emulator/')) return passToEmulator(request, path.slice('/emulator/'.length), setting.graphUrl);
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'Only GET.');
  if (path === '/') return { status: 200, headers: { ...pageHeaders, 'Content-Type': 'text/html; charset=utf-8' }, body: hostPageHtml };
  if (path === '/healthz') return text(200, 'ok');
  if (path === '/host/outlook.js') return script(setting.code.page);
  if (path === '/host/outlook.css') {
    const css = await readFile(join(import.meta.dirname, 'page', 'outlook.css'), 'utf8');
    return { status: 200, headers: { ...pageHeaders, 'Content-Type': 'text/css; charset=utf-8' }, body: css };
  }
  if (path.startsWith('/office-js/')) return officeJs(path.slice('/office-js/'.length), setting);
  if (path.startsWith('/pane/')) return pane(path.slice('/pane/'.length), setting);
  return text(404, 'There is no such page in the sandbox.');
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

async function pane(path: string, setting: Setting): Promise<Reply> {
  const file = await staticFile(setting.paneFolder, path);
  if (file === null) {
    return text(404, path.endsWith('.html')
      ? 'The pane is not built yet. Run "npm run build", or start the sandbox without --no-build.'
      : `The build has no ${path}.`);
  }
  const headers = { ...paneHeaders(setting.graphUrl), 'Content-Type': file.type };
  if (!path.endsWith('.html')) {
    // Hashed names never change their content; icons and the like are asked for again.
    const hashed = /[.-][0-9a-f]{8,}\.\w+(\.map)?$/.test(path);
    return { status: 200, headers: { ...headers, 'Cache-Control': hashed ? 'max-age=31536000, immutable' : 'no-cache' }, body: file.body };
  }
  const stamped = stampPaneHtml(file.body.toString(), setting.graphUrl);
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
