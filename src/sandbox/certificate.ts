/**
 * The certificate of https://localhost. office.js refuses to talk to a plain http host page, so there has to be
 * one; made on the first start, kept in `.sandbox/` outside version control, made anew before it runs out.
 */
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export type Certificate = { readonly cert: string; readonly key: string };

const day = 24 * 3600 * 1000;

export function certificateFiles(folder: string): { readonly cert: string; readonly key: string } {
  return { cert: join(folder, 'localhost.crt'), key: join(folder, 'localhost.key') };
}

export async function certificate(folder: string, now = new Date()): Promise<Certificate> {
  const files = certificateFiles(folder);
  const kept = readKept(files);
  if (kept !== null && isGood(kept.cert, now)) return kept;

  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - day),
    // Browsers refuse certificates that hold for more than about thirteen months.
    notAfterDate: new Date(now.getTime() + 390 * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [
        { type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }, { type: 7, ip: '::1' },
      ] },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.key, pems.private, { mode: 0o600 });
  writeFileSync(files.cert, pems.cert);
  return { cert: pems.cert, key: pems.private };
}

function readKept(files: { cert: string; key: string }): Certificate | null {
  if (!existsSync(files.cert) || !existsSync(files.key)) return null;
  return { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
}

function isGood(cert: string, now: Date): boolean {
  try {
    return new Date(new X509Certificate(cert).validTo).getTime() - now.getTime() > day;
  } catch {
    return false;
  }
}
