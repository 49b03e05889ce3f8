import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Version } from '../shapes/renderContact.ts';

/** A path as Graph reads it: whose data, which folders, which keys, and the shape that names the operation. */
export type GraphPath = {
  readonly version: Version;
  readonly scope: 'me' | 'user' | 'tenant';
  /** Key after `/users/`. */
  readonly user: string;
  readonly folders: readonly string[];
  readonly keys: readonly string[];
  /**
   * Keys as `{}`, a chain of folders as `{folder}`, contacts with or without one as `{contacts}`; below a mailbox
   * without `/me` or `/users/{id}`, where the user alone is `user`.
   */
  readonly shape: string;
};

/** Collections whose next segment is a key. */
const keyed = ['contactfolders', 'childfolders', 'contacts', 'extensions', 'photos', 'mastercategories', 'people',
  'subscriptions', 'schemaextensions', 'users', 'messages', 'events', 'groups'];
const notKeys = ['$count', 'delta', 'getbyids', 'getvapidpublickey', '$ref', '$value'];

const spelling: Readonly<Record<string, string>> = Object.fromEntries([
  'contactFolders', 'childFolders', 'contacts', 'extensions', 'photos', 'photo', 'masterCategories', 'outlook', 'people',
  'subscriptions', 'schemaExtensions', 'users', 'permanentDelete', 'translateExchangeIds', 'getByIds', 'getVapidPublicKey',
  'reauthorize', 'manager', 'delta', 'directoryObjects', 'me', 'messages', 'events', 'groups', 'transitiveMembers', '$value', '$count', '$batch',
].map((name) => [name.toLowerCase(), name]));

/** `contacts('id')` is `contacts/id`, `delta()` is `delta`, `microsoft.graph.delta()` too. */
function segmentsOf(path: string): string[] | Refusal {
  const segments: string[] = [];
  const raw = path.split('/');
  for (const part of raw) {
    const call = /^(?:microsoft\.graph\.)?([A-Za-z$]+)\((.*)\)$/.exec(part);
    const pieces = call === null ? [part.replace(/^microsoft\.graph\.(?=[A-Za-z]+$)/, '')] : call[2] === '' ? [call[1] ?? ''] : [call[1] ?? '', call[2] ?? ''];
    for (const [at, piece] of pieces.entries()) {
      try {
        const text = decodeURIComponent(piece);
        segments.push(at === 1 ? text.replace(/^'(.*)'$/s, '$1').replaceAll("''", "'") : text);
      } catch {
        return refusals.uriNotParsed();
      }
    }
  }
  return segments;
}

/** Reads `/v1.0/me/contacts/…`; null when it is none of Graph's paths. */
export function parseGraphPath(path: string): GraphPath | Refusal | null {
  const versionMatch = /^\/(v1\.0|beta)(?:\/(.*))?$/.exec(path);
  if (versionMatch === null) return null;
  const version: Version = versionMatch[1] === 'beta' ? 'beta' : 'v1.0';
  const segments = segmentsOf(versionMatch[2] ?? '');
  if (isRefusal(segments)) return segments;
  const first = segments[0]?.toLowerCase();
  const second = segments[1];
  const isUser = first === 'users' && second !== undefined && !notKeys.includes(second.toLowerCase());
  if (isUser && second === '') return refusals.idEmpty();
  const scope = first === 'me' ? 'me' : isUser ? 'user' : 'tenant';
  const rest = segments.slice(scope === 'me' ? 1 : scope === 'user' ? 2 : 0);
  const folders: string[] = [];
  const keys: string[] = [];
  const shape: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const segment = rest[at] ?? '';
    const lower = segment.toLowerCase();
    shape.push(spelling[lower] ?? segment);
    const next = rest[at + 1];
    if (!keyed.includes(lower) || next === undefined || notKeys.includes(next.toLowerCase())) continue;
    // An empty key: `/me/contacts/` or `/me/contacts//photo`.
    if (next === '') return refusals.idEmpty();
    at += 1;
    if (lower === 'contactfolders' || (lower === 'childfolders' && shape.length === 2 && shape[0] === '{folder}')) {
      folders.push(next);
      shape.splice(0, shape.length, '{folder}');
    } else {
      keys.push(next);
      shape.push('{}');
    }
  }
  const joined = shape.length === 0 ? 'user' : shape.join('/').replace(/^(\{folder\}\/)?contacts(?=\/|$)/, '{contacts}');
  return { version, scope, user: scope === 'user' ? second ?? '' : '', folders, keys, shape: joined };
}
