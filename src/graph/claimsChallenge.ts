/**
 * The claims a new token must satisfy, as JSON text, from the `WWW-Authenticate` header of a 401; null when there
 * are none. They come base64-encoded. (Microsoft identity platform, "Claims challenges, claims requests and client
 * capabilities")
 */
export function claimsChallenge(header: string | null): string | null {
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const parsed: unknown = JSON.parse(claims);
    return typeof parsed === 'object' && parsed !== null ? claims : null;
  } catch {
    return null;
  }
}
