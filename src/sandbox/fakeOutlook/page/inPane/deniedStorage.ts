/**
 * Makes every storage refuse as Chromium does for a third party when the user blocks third-party cookies without
 * storage partitioning (measured in Chromium 156): the two storages throw on mere access, IndexedDB fails to open,
 * caches and locks reject.
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
