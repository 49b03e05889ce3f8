/** Reads a file below a folder, and nothing outside of it. */
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export type Served = { readonly body: Buffer | string; readonly type: string };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8', '.xml': 'text/xml; charset=utf-8',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
};

/** Null: there is no such file. */
export async function staticFile(folder: string, path: string): Promise<Served | null> {
  let wanted: string;
  try {
    wanted = normalize(join(folder, decodeURIComponent(path)));
  } catch {
    return null;
  }
  if (!wanted.startsWith(folder + sep) || wanted.includes('\0')) return null;
  try {
    if (!(await stat(wanted)).isFile()) return null;
    return { body: await readFile(wanted), type: types[extname(wanted).toLowerCase()] ?? 'application/octet-stream' };
  } catch {
    return null;
  }
}
