/** The host page's own memory between visits. It works without: where the browser refuses, this visit remembers. */
const remembered = new Map<string, string>();
const prefix = 'sandboxOutlook.';

export function recall(key: string): string | null {
  try {
    return window.localStorage.getItem(prefix + key) ?? remembered.get(key) ?? null;
  } catch {
    return remembered.get(key) ?? null;
  }
}

export function remember(key: string, value: string): void {
  remembered.set(key, value);
  try {
    window.localStorage.setItem(prefix + key, value);
  } catch {
    // Refused or full: kept for this visit.
  }
}
