/**
 * The headers the build wants to be sent with, read from the file it writes for static hosts (`_headers`), and enforced
 * here with this machine in place of Microsoft's addresses: what would break there breaks here.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type HeadersFile = readonly { readonly path: string; readonly headers: readonly (readonly [string, string])[] }[];

/** Paths at the line's beginning, headers indented below them, `#` for remarks: the form of Netlify and Cloudflare Pages. */
export function readHeadersFile(text: string): HeadersFile {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** What a host sends for a path: the headers of every rule that fits, the later one where two name the same. */
export function headersOf(path: string, file: HeadersFile): Record<string, string> {
  const found: Record<string, string> = {};
  for (const rule of file) {
    const fits = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path;
    if (fits) Object.assign(found, Object.fromEntries(rule.headers));
  }
  return found;
}

export type Machine = {
  readonly graphUrl: string;
  /** Origin of the page that plays Outlook. */
  readonly hostPage: string;
};

/** The addresses changed to this machine's, nothing else. */
export function onThisMachine(headers: Readonly<Record<string, string>>, machine: Machine): Record<string, string> {
  const changed = { ...headers };
  // It would hold for every port of localhost, the emulator's plain one included.
  delete changed['Strict-Transport-Security'];
  const policy = changed['Content-Security-Policy'];
  if (policy !== undefined) {
    changed['Content-Security-Policy'] = policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, ...new Set(here(name, sources, machine))].join(' ');
    }).join('; ');
  }
  return changed;
}

function here(directive: string, sources: readonly string[], machine: Machine): readonly string[] {
  if (directive === 'frame-ancestors') return [machine.hostPage];
  return sources.flatMap((source) => {
    if (/^https:\/\/(dod-)?graph\.microsoft\.|^https:\/\/microsoftgraph\./.test(source)) return [new URL(machine.graphUrl).origin];
    // The authority, which is the host page's server here.
    if (directive === 'connect-src' && source.startsWith('https://')) return [machine.hostPage];
    // office.js and what it loads come from the pane's own origin here.
    return source.startsWith('https://') ? [] : [source];
  });
}

/** Null: the folder holds no build, or one without headers. */
export async function builtHeaders(folder: string): Promise<HeadersFile | null> {
  try {
    return readHeadersFile(await readFile(join(folder, '_headers'), 'utf8'));
  } catch {
    return null;
  }
}
