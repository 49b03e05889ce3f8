import type { BuildSettings } from './buildSettings.ts';

export type Headers = Readonly<Record<string, string>>;
/** `path` as a browser asks for it, with `*` at the end at most. Rules add up; no header stands in two that meet. */
export type HeaderRule = { readonly path: string; readonly headers: Headers };

/** Where today's office.js fetches its old Ajax library from. */
const ajaxOrigin = 'https://ajax.aspnetcdn.com';

/** Origins of scripts the page takes from elsewhere: Microsoft's office.js and what it loads. */
export const scriptOrigins = (settings: BuildSettings): readonly string[] => [new URL(settings.officeJs).origin, ajaxOrigin];

/** What the browser may do in the pane and its pages. Nothing is reported anywhere; it is simply not possible. */
export function contentSecurityPolicy(settings: BuildSettings): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptOrigins(settings).join(' ')}`,
    // The hash of the empty text: Fluent UI v9 writes its rules into empty style elements.
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${[settings.cloud.graph, ...settings.cloud.logins].join(' ')}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    // Only as a header, not in the page; and never beside X-Frame-Options, which knows no list.
    `frame-ancestors ${settings.frameAncestors.join(' ')}`,
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Sent with every answer. No Cross-Origin-Opener-Policy: it would cut the sign-in window off from the pane. */
export function headersForAll(settings: BuildSettings): Headers {
  return {
    'Content-Security-Policy': contentSecurityPolicy(settings),
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    // Outlook puts facts about itself into the pane's address.
    'Referrer-Policy': 'no-referrer',
    // The camera for pictures of contacts, where Outlook's frame passes it on and the person allows it.
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
  };
}

/** A page names the scripts of its build, so an old one would ask for scripts that are gone. */
const neverKept = 'no-store';
/** A hashed name never changes its content. */
const keptForEver = 'public, max-age=31536000, immutable';
/** Outlook does not show an icon whose answer says no-cache or no-store. */
const keptForADay = 'public, max-age=86400';
/** Kept, and asked about each time. */
const askedAbout = 'no-cache';

const isHashed = (file: string) => /[.-][0-9a-f]{10}\.\w+$/.test(file);

/** How long a file of the build may be kept, by its path below the folder. */
export function cacheControl(file: string): string {
  if (file.endsWith('.html')) return neverKept;
  if (isHashed(file)) return keptForEver;
  return file.startsWith('assets/') ? keptForADay : askedAbout;
}

/**
 * Every header of every file. The rules name files one by one, because hosts disagree about patterns; only `assets/`
 * is one rule.
 */
export function headerRules(settings: BuildSettings, files: readonly string[]): readonly HeaderRule[] {
  const rules: HeaderRule[] = [{ path: '/*', headers: headersForAll(settings) }];
  for (const file of [...files].sort()) {
    if (file.startsWith('assets/')) continue;
    const headers = { 'Cache-Control': cacheControl(file) };
    rules.push({ path: `/${file}`, headers });
    // Some hosts serve a page under its name without the ending.
    if (file.endsWith('.html')) rules.push({ path: `/${file.slice(0, -'.html'.length)}`, headers });
  }
  return [...rules, { path: '/assets/*', headers: { 'Cache-Control': keptForADay } }];
}
