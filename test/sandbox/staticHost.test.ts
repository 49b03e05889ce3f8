import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate } from '../../src/sandbox/certificate.ts';
import { startStaticHost } from '../../src/sandbox/staticHost.ts';

const ask = (url: string) => new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((settle, fail) => {
  get(url, { rejectUnauthorized: false }, (answer) => {
    let body = '';
    answer.on('data', (part: Buffer) => { body += part.toString(); }).on('end', () => settle({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
  }).on('error', fail);
});

describe('the host of npm run start:outlook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'static-host-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('serves a build at the root, with the headers it asks for and nothing meant for hosts', async () => {
    mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'taskpane.html'), 'the pane');
    writeFileSync(join(folder, 'dist', '_headers'), "/*\n  Content-Security-Policy: default-src 'none'\n  Strict-Transport-Security: max-age=1\n/taskpane.html\n  Cache-Control: no-store\n");
    const host = await startStaticHost({ port: 0, folder: join(folder, 'dist'), certificate: await certificate(folder) });
    const at = (path: string) => ask(`https://localhost:${host.port}${path}`);

    const page = await at('/taskpane.html?_host_Info=Outlook$Web');
    expect(page).toMatchObject({ status: 200, body: 'the pane', headers: { 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' } });
    expect(page.headers).not.toHaveProperty('strict-transport-security');
    expect((await at('/_headers')).status).toBe(404);
    expect((await at('/../certificate')).status).toBe(404);
    await host.stop();
  });

  it('does not start without a build', async () => {
    await expect(startStaticHost({ port: 0, folder, certificate: await certificate(folder) })).rejects.toThrow('holds no build');
  });
});
