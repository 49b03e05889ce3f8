/** The headers of the page that plays Outlook. Those of the pane come with its build: `builtHeaders.ts`. */
const common: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** `paneOrigin` where the pane has an origin of its own. */
export const headersOfPage = (paneOrigin: string | null): Record<string, string> => ({
  ...common,
  'Content-Security-Policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    `frame-src 'self'${paneOrigin === null ? '' : ` ${paneOrigin}`}`, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
  ].join('; '),
});
