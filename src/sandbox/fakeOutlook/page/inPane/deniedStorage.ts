/**
 * Makes every storage refuse, as Chromium does for a third party when the user blocks third-party cookies and storage
 * is not partitioned: mere access throws a SecurityError, locks reject (measured in Chromium 156). There IndexedDB
 * opens its door and fails behind it; here it throws like the others, which is the harder case.
 */
export function denyStorage(): void {
  const denied = () => new DOMException('Access is denied for this document.', 'SecurityError');
  const throwing = { configurable: true, get(): never { throw denied(); } };
  for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'] as const) {
    Object.defineProperty(window, name, throwing);
  }
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: { request: () => Promise.reject(denied()), query: () => Promise.reject(denied()) },
  });
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { estimate: () => Promise.reject(denied()), persist: () => Promise.resolve(false), persisted: () => Promise.resolve(false) },
  });
  Object.defineProperty(document, 'cookie', { configurable: true, get: () => '', set: () => undefined });
}
