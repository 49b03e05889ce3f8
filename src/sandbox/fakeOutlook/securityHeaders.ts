/**
 * The headers the pane is sent with in production, with this machine in place of Microsoft's addresses. Enforced,
 * so that what would break there breaks here.
 */
const common: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

export function paneHeaders(graphUrl: string): Record<string, string> {
  return {
    ...common,
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      // The hash of the empty text: Fluent UI v9 writes its rules into empty style elements.
      "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self' ${new URL(graphUrl).origin}`,
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ].join('; '),
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
}

export const pageHeaders: Record<string, string> = {
  ...common,
  'Content-Security-Policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "frame-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
  ].join('; '),
};
