import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { get as getSecure } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate, certificateFiles } from '../../../src/sandbox/certificate.ts';
import { openSecurePort, type OpenPort } from '../../../src/sandbox/fakeOutlook/securePort.ts';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
let opened: OpenPort;

beforeAll(async () => {
  opened = await openSecurePort(0, await certificate(folder), (request, response) => { response.end(`you asked for ${request.url ?? ''}`); });
});
afterAll(async () => {
  await opened.stop();
  rmSync(folder, { recursive: true });
});

describe('the port of the host page', () => {
  it('speaks https', async () => {
    const text = await new Promise((resolve, reject) => {
      getSecure({ host: '127.0.0.1', port: opened.port, path: '/x', rejectUnauthorized: false, agent: false }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      }).once('error', reject);
    });
    expect(text).toBe('you asked for /x');
  });

  it('sends plain http to the same place on https', async () => {
    const answer = await new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      get({ host: '127.0.0.1', port: opened.port, path: '/?item=known', headers: { Host: `localhost:${opened.port}` }, agent: false }, (response) => {
        response.resume();
        resolve([response.statusCode, response.headers.location]);
      }).once('error', reject);
    });
    expect(answer).toEqual([308, `https://localhost:${opened.port}/?item=known`]);
  });

  it('outlives somebody who talks nonsense and hangs up', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(opened.port, '127.0.0.1', () => { socket.write(Buffer.from([0x16, 1, 2, 3])); socket.destroy(); });
      socket.once('close', () => { resolve(); });
    });
    const again = await openSecurePort(0, await certificate(folder), () => {});
    await again.stop();
  });

  it('says so when the port is taken', async () => {
    await expect(openSecurePort(opened.port, await certificate(folder), () => {})).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the certificate', () => {
  it('is kept from start to start, its key for the owner alone', async () => {
    expect(await certificate(folder)).toEqual(await certificate(folder));
    if (process.platform !== 'win32') expect(statSync(certificateFiles(folder).key).mode & 0o077).toBe(0);
  });

  it('is made anew before it runs out', async () => {
    const now = await certificate(folder);
    const inAYearAndAMonth = new Date(Date.now() + 390 * 24 * 3600 * 1000);
    expect((await certificate(folder, inAYearAndAMonth)).cert).not.toBe(now.cert);
  });
});
