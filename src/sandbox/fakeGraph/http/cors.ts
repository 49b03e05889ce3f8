import type { Settings } from '../state/graphState.ts';

/** Headers a page of another origin may read. Microsoft's own emulating proxy sends this list today. */
const exposed = ['ETag', 'Location', 'Preference-Applied', 'Content-Range', 'request-id', 'client-request-id',
  'ReadWriteConsistencyToken', 'SdkVersion', 'WWW-Authenticate', 'x-ms-client-gcc-tenant'];

export function corsHeaders(settings: Settings): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': [...exposed, ...(settings.retryAfterExposed ? ['Retry-After'] : [])].join(', '),
  };
}

/** The answer to a preflight: what was asked for is allowed, by name, because `*` never covers `Authorization`. */
export function preflightHeaders(asked: { method: string | undefined; headers: string | undefined }): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': asked.method ?? 'GET, POST, PATCH, PUT, DELETE',
    ...(asked.headers === undefined ? {} : { 'Access-Control-Allow-Headers': asked.headers }),
    'Access-Control-Max-Age': '3600',
  };
}
